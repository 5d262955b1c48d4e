"""Rates and their changes, as they are typed: 4.5%, 50bp, half a percent."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from commands.common.parsing.numeric_option import NumericOption, read_numeric_option
from commands.common.parsing.quantities import (
    BASIS_POINTS,
    PERCENT,
    PERCENTAGE_POINTS,
    Quantity,
    units,
    written,
)
from commands.common.parsing.sanitize import ParseError, clean, lower_ascii

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


HIGHEST_PERCENT: Final = 25
"""The highest yield read, in percent: the 10-year Treasury peaked at 15.84% in September 1981
(Federal Reserve, release H.15)."""

LARGEST_MOVE_POINTS: Final = 10
"""The largest move read, in percentage points either way."""

_BASIS_POINT: Final = Fraction(1, 100)

# Yields are quoted by the year anyway.
_PER_YEAR: Final = re.compile(r" ?(?:p\.?a\.?|per annum|(?:a|per) year)$")

_LEAST_BARE_PERCENT: Final = Fraction(1, 4)
_LEAST_BARE_BP: Final = 100
_LARGEST_BARE_POINTS: Final = 5
_LEAST_BARE_POINTS: Final = Fraction(1, 100)


def read_rate(text: str, *, argument: str) -> float:
    """Read a yield such as ``5.24%``, ``5.24``, ``4 1/4`` or ``425bp``.

    A bare number is percent, unless it looks like a decimal (``0.0425``) or like basis points
    (``425``): then it is asked back.

    Returns:
        The yield as a decimal, 0.0524 for 5.24%, from 0 to `HIGHEST_PERCENT` hundredths.
    """
    return read_numeric_option(text, _RATE, argument=argument)


def read_move(text: str, *, argument: str) -> float:
    """Read by how much a yield moves: ``+15bp``, ``-0.2``, ``0.5 points``, ``down 25 bp``.

    A percent sign means percentage points. A bare number is percentage points when it has a
    decimal point and is not beyond 5; anything else bare is asked back.

    Returns:
        The move as a decimal, 0.0015 for 15 basis points, at most `LARGEST_MOVE_POINTS` hundredths
        either way.
    """
    return read_numeric_option(text, _MOVE, argument=argument)


def _doubt_rate(quantity: Quantity) -> ParseError | None:
    value = quantity.value
    if quantity.unit:
        return None
    if 0 < value < _LEAST_BARE_PERCENT:
        return ParseError("format", written((value * 100, "%"), (value, "%")), is_question=True)
    if _LEAST_BARE_BP <= value <= HIGHEST_PERCENT * 100:
        return ParseError("format", written((value / 100, "%")), is_question=True)
    return None


def _doubt_move(quantity: Quantity) -> ParseError | None:
    value, size = quantity.value, abs(quantity.value)
    if quantity.unit or size == 0 or size > LARGEST_MOVE_POINTS * 100:
        return None
    if "." not in quantity.unsigned or size > _LARGEST_BARE_POINTS:
        points = " point" if size == 1 else " points"
        return ParseError("format", written((value, "bp"), (value, points)), is_question=True)
    if size < _LEAST_BARE_POINTS:
        # Less than one basis point: rather a decimal, as in 0.0025 for 25 of them.
        answers = written((value * 10_000, "bp"), (value * 100, "bp"))
        return ParseError("format", answers, is_question=True)
    return None


_RATE: Final = NumericOption(
    "rate",
    units((PERCENT, 1), (BASIS_POINTS, _BASIS_POINT)),
    bounds=(0, HIGHEST_PERCENT),
    facts=("lowest_percent", "highest_percent"),
    divisor=100,
    refuses_negative=True,
    prepare=lambda text: _PER_YEAR.sub("", text),
    doubt=_doubt_rate,
)
_MOVE: Final = NumericOption(
    "move",
    units((BASIS_POINTS, _BASIS_POINT), (PERCENT, 1), (PERCENTAGE_POINTS, 1)),
    bounds=(-LARGEST_MOVE_POINTS, LARGEST_MOVE_POINTS),
    facts=("largest_points",),
    divisor=100,
    is_change=True,
    doubt=_doubt_move,
)
