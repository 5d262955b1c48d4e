"""Number formats of other places: recognised so as to ask, never read.

``1,2`` is 1.2 in Berlin and a slip in Boston; ``2,00,000`` is 200,000 in Delhi.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from commands.common.parsing.numbers import plain_decimal

_AROUND_NUMBER: Final = re.compile(
    r"([^0-9]*)([0-9][0-9.,'’_·]*(?: [0-9]{3})*(?:[.,][0-9]+)?)"
    r"((?:e[+-]?[0-9]+(?![0-9.,]))?[^0-9]*)"
)
_MIXED_NUMBER: Final = re.compile(
    r"(?<![0-9.,/])(?P<whole>[0-9]{1,9})(?P<joint>[ \-–—]|[ -]and[ -])"
    r"(?P<over>[0-9]{1,3})[/⁄](?P<under>[0-9]{1,3})(?![0-9.,/])"
)
_DECIMAL_COMMA: Final = re.compile(r"([0-9]+),([0-9]+)")
_DOTTED_GROUPS: Final = re.compile(
    r"([0-9]{1,3}(?:\.[0-9]{3})+),([0-9]+)|[0-9]{1,3}(?:\.[0-9]{3}){2,}"
)
_INDIAN_GROUPS: Final = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\.[0-9]+)?")
_OTHER_GROUPS: Final = re.compile(
    r"([0-9]{1,3}(?:([ '’_·])[0-9]{3})(?:\2[0-9]{3})*)(?:[.,]([0-9]+))?"
)
_MIDDLE_DOT: Final = re.compile(r"([0-9]+)·([0-9]+)")
_LOOSE_COMMAS: Final = re.compile(r"[0-9]+(?:,[0-9]+)+(?:\.[0-9]+)?")
_UNDERSCORES: Final = re.compile(r"[0-9]+(?:_[0-9]+)+")


def around_number(text: str) -> tuple[str, str, str] | None:
    """Split a text into what stands before its one number, the number, and what follows.

    Returns:
        The three parts, the number with whatever separators stand in it, or None when there is
        no number or more than one.
    """
    found = _AROUND_NUMBER.fullmatch(text)
    return (found[1], found[2], found[3]) if found else None


def mixed_numbers_as_decimals(text: str) -> list[str]:
    """Write the mixed number of a text as a decimal: ``4-1/8%`` and ``99 16/32``.

    Returns:
        The text with the decimal; empty unless it has one such number, below one behind the whole.
    """
    found = list(_MIXED_NUMBER.finditer(text))
    if len(found) != 1 or not 0 < int(found[0]["over"]) < int(found[0]["under"]):
        return []
    part = Fraction(int(found[0]["over"]), int(found[0]["under"]))
    number = plain_decimal(int(found[0]["whole"]) + part)
    return [text[: found[0].start()] + number + text[found[0].end() :]] if number else []


def readings_elsewhere(text: str) -> tuple[str, ...] | None:
    """What a number not written the American way may mean.

    Returns:
        American spellings of it, likeliest first (empty when none is likely), or None when the
        text is no number format known anywhere.
    """
    if found := _DECIMAL_COMMA.fullmatch(text) or _MIDDLE_DOT.fullmatch(text):
        return (f"{found[1]}.{found[2]}",)
    if found := _DOTTED_GROUPS.fullmatch(text):
        whole, _, decimals = text.partition(",")
        return (_regroup(whole, decimals),)
    if found := _INDIAN_GROUPS.fullmatch(text):
        whole, _, decimals = text.partition(".")
        return (_regroup(whole, decimals),)
    if found := _OTHER_GROUPS.fullmatch(text):
        return (_regroup(found[1], found[3] or ""),)
    return () if _LOOSE_COMMAS.fullmatch(text) or _UNDERSCORES.fullmatch(text) else None


def _regroup(whole: str, decimals: str) -> str:
    digits = re.sub("[^0-9]", "", whole)
    return f"{int(digits):,}" + (f".{decimals}" if decimals else "")
