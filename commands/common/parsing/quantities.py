"""One number with its sign and unit: ``-15 bp``, ``4¼%``, ``10-year``, ``half a point``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from commands.common.parsing.numbers import (
    plain_decimal,
    read_fraction,
    read_number,
    read_spelled,
    split_words,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

PERCENT: Final = "%,percent,per cent,pct"
BASIS_POINTS: Final = "bp,bps,b.p.,basis point,basis points"
PERCENTAGE_POINTS: Final = "percentage point,percentage points,pp,ppt,ppts,pt,pts,point,points"

SIGNS: Final = MappingProxyType(
    {"+": 1, "-": -1, "−": -1, "–": -1, "—": -1, "minus ": -1, "negative ": -1}
)
"""What may stand before a number of any kind."""

DIRECTIONS: Final = MappingProxyType(
    {
        **SIGNS,
        "plus ": 1,
        **dict.fromkeys(("up ", "rose ", "gained ", "higher ", "added "), 1),
        **dict.fromkeys(("down ", "fell ", "lost ", "lower ", "dropped ", "shed "), -1),
    }
)
"""The same for a change."""

_DIRECTION_LAST: Final = re.compile(r"([^+\-−–—].*) (up|down|higher|lower)")
_ARTICLE_AT_END: Final = re.compile(r" (?:of )?an?$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it was typed.

    Args:
        value: With its sign.
        unit: As it was written; empty for a bare number.
        unsigned: The text behind the sign.
    """

    value: Fraction
    unit: str
    unsigned: str


def units(*named: tuple[str, Fraction | int], bare: Fraction | int = 1) -> Mapping[str, Fraction]:
    """Build a table from each way to write a unit to what it multiplies by.

    Args:
        named: The ways to write a unit, parted by commas, and its factor.
        bare: The factor of a number without a unit.
    """
    table = {way: Fraction(factor) for ways, factor in named for way in ways.split(",")}
    return MappingProxyType({**table, "": Fraction(bare)})


def one_of(ways: str) -> str:
    """Build a pattern for ways to write a unit, parted by commas, longest first."""
    return "|".join(re.escape(way) for way in sorted(ways.split(","), key=len, reverse=True))


def read_quantity(
    text: str, known_units: Mapping[str, Fraction], signs: Mapping[str, int] = SIGNS
) -> Quantity | None:
    """Read one number with at most one sign and one unit.

    Args:
        text: Clean lower-case text.
        known_units: From `units`.
        signs: Which signs are known, each with its factor.

    Returns:
        The quantity, or None when anything is left over.
    """
    sign, unsigned = _without_sign(text, signs)
    # The bare number goes first: "sixty" does not end in years. A bare "half" is no number: half
    # of what is not said.
    if read_fraction(split_words(unsigned)) is None and (value := _read(unsigned)) is not None:
        return Quantity(sign * value, "", unsigned)
    for unit in known_units:
        if unit and unsigned.endswith(unit):
            value = _read(_before_unit(unsigned.removesuffix(unit), unit))
            if value is not None:
                return Quantity(sign * value, unit, unsigned)
    return None


def direction_first(text: str) -> str:
    """Turn "25bp down" into "down 25bp"; anything else stays."""
    found = _DIRECTION_LAST.fullmatch(text)
    return f"{found[2]} {found[1]}" if found else text


def written(*sized: tuple[Fraction, str]) -> tuple[str, ...]:
    """Write values with their units, for suggestions; a value without a short decimal is left out.

    Args:
        sized: Value and unit, the unit with its space if it wants one.
    """
    numbers = (("-" if value < 0 else "", plain_decimal(abs(value)), unit) for value, unit in sized)
    return tuple(f"{sign}{number}{unit}" for sign, number, unit in numbers if number is not None)


def _without_sign(text: str, signs: Mapping[str, int]) -> tuple[int, str]:
    for sign, factor in signs.items():
        if text.startswith(sign):
            return factor, text.removeprefix(sign).removeprefix(" ")
    return 1, text


def _before_unit(text: str, unit: str) -> str:
    joint = "-" if text.endswith("-") and unit[0].isalpha() else " "
    return _ARTICLE_AT_END.sub("", text.removesuffix(joint))


def _read(text: str) -> Fraction | None:
    number = read_number(text)
    return read_spelled(split_words(text)) if number is None else number
