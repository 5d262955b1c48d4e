"""Reading by how much a price moved, and a swap spread."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.common.parsing.numeric_option import Measure, read_measure
from commands.common.parsing.parse_error import Flaw
from commands.common.parsing.quantities import DIRECTIONS, direction_first, read_quantity, units
from commands.common.parsing.sanitize import clean, lower_ascii

if TYPE_CHECKING:
    from fractions import Fraction

LARGEST_PERCENT: Final = 60
"""The largest change of a price read, either way."""

WIDEST_SPREAD_BP: Final = 300
"""The widest swap spread read, either way."""

_PERCENT: Final = units(percent="%,percent,per cent,pct")
_BASIS_POINTS: Final = units(bp="bp,bps,b.p.,basis point,basis points")
_FROM_TO: Final = re.compile(r"(?:from )?(.+?) ?(?:→|->|\bto\b) ?(.+)")


def read_change(text: str, *, argument: str) -> float:
    """Read a change such as ``-3%``, ``+1.5``, ``down 5%``; a bare number is percent.

    Args:
        text: What was typed, raw.
        argument: The option it came from.

    Returns:
        The relative change, -0.03 for three percent down, at most `LARGEST_PERCENT` hundredths
        either way.

    Raises:
        InputProblem: With code ``change.`` and one of ``too_long``, ``characters``,
            ``unreadable``, ``out_of_range`` (fact ``largest``); as a question ``format``.
    """
    return read_measure(text, _CHANGE, argument=argument)


def read_spread(text: str, *, argument: str) -> tuple[float, float | None]:
    """Read a swap spread in basis points: a level ``-58``, or from one to another ``-80 to -100``.

    Args:
        text: What was typed, raw.
        argument: The option it came from.

    Returns:
        The level now and the level before, decimals; before is None for a single level.

    Raises:
        InputProblem: With code ``spread.`` and one of ``too_long``, ``characters``,
            ``unreadable``, ``out_of_range`` (fact ``widest_bp``); as a question ``format``.
    """
    both = _FROM_TO.fullmatch(lower_ascii(clean(text, argument, prefix="spread")))
    if both is None:
        return read_measure(text, _SPREAD, argument=argument), None
    before, now = (read_measure(part, _SPREAD, argument=argument) for part in both.groups())
    return now, before


def _parse_change(text: str) -> Fraction | Flaw | None:
    quantity = read_quantity(direction_first(text), _PERCENT, DIRECTIONS)
    if quantity is None:
        return None
    within = abs(quantity.value) <= LARGEST_PERCENT
    return quantity.value / 100 if within else Flaw("out_of_range")


def _parse_spread(text: str) -> Fraction | Flaw | None:
    quantity = read_quantity(text, _BASIS_POINTS)
    if quantity is None:
        return None
    within = abs(quantity.value) <= WIDEST_SPREAD_BP
    return quantity.value / 10_000 if within else Flaw("out_of_range")


_CHANGE: Final = Measure(
    "change", _parse_change, {"largest": float(LARGEST_PERCENT)}, is_change=True
)
_SPREAD: Final = Measure("spread", _parse_spread, {"widest_bp": float(WIDEST_SPREAD_BP)})
