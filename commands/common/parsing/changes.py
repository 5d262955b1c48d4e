"""Reading by how much a price moved, and a swap spread."""

from __future__ import annotations

import re
from typing import Final

from commands.common.parsing.numeric_option import NumericOption, read_numeric_option
from commands.common.parsing.quantities import BASIS_POINTS, PERCENT, units
from commands.common.parsing.sanitize import clean, lower_ascii

LARGEST_PERCENT: Final = 60
"""The largest change of a price read, either way."""

WIDEST_SPREAD_BP: Final = 300
"""The widest swap spread read, either way."""

_FROM_TO: Final = re.compile(r"(?:from )?(.+?) ?(?:→|->|\bto\b) ?(.+)")

_CHANGE: Final = NumericOption(
    "change",
    units((PERCENT, 1)),
    bounds=(-LARGEST_PERCENT, LARGEST_PERCENT),
    facts=("largest",),
    divisor=100,
    is_change=True,
)
_SPREAD: Final = NumericOption(
    "spread",
    units((BASIS_POINTS, 1)),
    bounds=(-WIDEST_SPREAD_BP, WIDEST_SPREAD_BP),
    facts=("widest_bp",),
    divisor=10_000,
)


def read_change(text: str, *, argument: str) -> float:
    """Read a change such as ``-3%``, ``+1.5``, ``down 5%``; a bare number is percent.

    Returns:
        The relative change, -0.03 for three percent down, at most `LARGEST_PERCENT` hundredths
        either way.
    """
    return read_numeric_option(text, _CHANGE, argument=argument)


def read_spread(text: str, *, argument: str) -> tuple[float, float | None]:
    """Read a swap spread in basis points: a level ``-58``, or from one to another ``-80 to -100``.

    Returns:
        The level now and the level before, decimals; before is None for a single level.
    """
    both = _FROM_TO.fullmatch(lower_ascii(clean(text, argument, prefix="spread")))
    if both is None:
        return read_numeric_option(text, _SPREAD, argument=argument), None
    before, now = (read_numeric_option(part, _SPREAD, argument=argument) for part in both.groups())
    return now, before
