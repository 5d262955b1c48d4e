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

_MONTH_NAMES: Final = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)
_MONTH: Final = re.compile(
    rf"\b(?P<name>{'|'.join(_MONTH_NAMES)})[a-z]*\.?,?(?: of)? (?P<year>20[0-9]{{2}})\b"
    r"|(?P<chinese_year>20[0-9]{2})年(?P<number>1[0-2]|[1-9])月"
)
_RELATIVE: Final = {
    "last": re.compile(r"\b(?:last|past|previous) year\b|去年"),
    "this": re.compile(r"\bthis year\b|\byear to date\b|今年"),
}


@dataclass(frozen=True, slots=True)
class Times:
    """What a text says of time.

    Args:
        lives: Years to maturity that are named.
        says_one_year: "in a year", "next year": when the money comes back, or per year.
        years: Calendar years.
        is_april_2025: It speaks of the weeks after the tariffs of April 2025.
        period: A month such as ``2025.04``, or ``last`` or ``this`` year; empty without one.
    """

    lives: tuple[float, ...]
    says_one_year: bool
    years: tuple[int, ...]
    is_april_2025: bool
    period: str


def take_times(text: str) -> tuple[Times, str]:
    """The times of a text, and the text with them blanked so that no number is read twice."""
    lives = [float(m["years"] or m["chinese"]) for m in _LIFE.finditer(text)]
    years = [int(match["year"]) for match in _YEAR.finditer(text)]
    times = Times(
        tuple(lives),
        bool(_ONE_YEAR.search(text)),
        tuple(years),
        bool(_APRIL_2025.search(text)),
        _period(text),
    )
    for pattern in (_LIFE, re.compile(r"\b12 months\b"), _YEAR):
        text = pattern.sub(lambda match: "_" * len(match[0]), text)
    return times, text


def _period(text: str) -> str:
    if month := _MONTH.search(text):
        if month["number"]:
            return f"{month['chinese_year']}.{int(month['number']):02d}"
        return f"{month['year']}.{_MONTH_NAMES.index(month['name']) + 1:02d}"
    if _APRIL_2025.search(text):
        return "2025.04"
    return next((name for name, words in _RELATIVE.items() if words.search(text)), "")
