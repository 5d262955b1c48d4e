"""When and how long: calendar years, and lives of bonds such as ``ten-year``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_LIFE: Final = re.compile(
    r"(?<![0-9.])(?P<years>[0-9]{1,2})(?:-| )?(?:years?|yrs?|y|-yr)\b(?! ago)"
    r"|(?P<chinese>[0-9]{1,2})年期"
)
_ONE_YEAR: Final = re.compile(
    r"\b(?:(?:a|1|next|one) year(?:'s time)?|12 months|a year later|in a year|next year)\b"
)
_YEAR: Final = re.compile(r"(?<![0-9$.,])(?P<year>19[0-9]{2}|20[0-9]{2})(?!,?[0-9]|\.[0-9]|%| ?bn)")
_APRIL_2025: Final = re.compile(
    r"\bapr(?:il|\.)?,?(?: of)? 2025\b|2025 april|2025年4月|\bapr(?:il)? last year\b"
    r"|liberation day|tariff week|90-day pause|90 day pause"
)


@dataclass(frozen=True, slots=True)
class Times:
    """What a text says of time.

    Args:
        lives: Years to maturity that are named.
        says_one_year: "in a year", "next year": when the money comes back, or per year.
        years: Calendar years.
        is_april_2025: It speaks of the weeks after the tariffs of April 2025.
    """

    lives: tuple[float, ...]
    says_one_year: bool
    years: tuple[int, ...]
    is_april_2025: bool


def take_times(text: str) -> tuple[Times, str]:
    """The times of a text, and the text with them blanked so that no number is read twice."""
    lives = [float(m["years"] or m["chinese"]) for m in _LIFE.finditer(text)]
    years = [int(match["year"]) for match in _YEAR.finditer(text)]
    times = Times(
        tuple(lives),
        bool(_ONE_YEAR.search(text)),
        tuple(years),
        bool(_APRIL_2025.search(text)),
    )
    for pattern in (_LIFE, re.compile(r"\b12 months\b"), _YEAR):
        text = pattern.sub(lambda match: "_" * len(match[0]), text)
    return times, text
