"""Reading a yield, and by how much a yield moves."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from commands.common.parsing.numeric_option import Measure, read_measure
from commands.common.parsing.parse_error import Flaw
from commands.common.parsing.quantities import (
    DIRECTIONS,
    direction_first,
    read_quantity,
    units,
    written,
)

HIGHEST_PERCENT: Final = 25
"""The highest yield read, in percent: the 10-year Treasury peaked at 15.84% in September 1981
(Federal Reserve, release H.15)."""

LARGEST_MOVE_POINTS: Final = 10
"""The largest move read, in percentage points either way."""

_BASIS_POINTS: Final = "bp,bps,b.p.,basis point,basis points"
_PERCENT: Final = "%,percent,per cent,pct"
_RATE_UNITS: Final = units(percent=_PERCENT, bp=_BASIS_POINTS)
_MOVE_UNITS: Final = units(
    bp=_BASIS_POINTS,
    points=f"{_PERCENT},percentage point,percentage points,pp,ppt,ppts,pt,pts,point,points",
)
_IN_PERCENT: Final = {"percent": Fraction(1), "points": Fraction(1), "bp": Fraction(1, 100)}

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

    Args:
        text: What was typed, raw.
        argument: The option it came from.

    Returns:
        The yield as a decimal, 0.0524 for 5.24%, from 0 to `HIGHEST_PERCENT` hundredths.

    Raises:
        InputProblem: With code ``rate.`` and one of ``too_long``, ``characters``, ``unreadable``,
            ``negative``, ``out_of_range`` (facts ``lowest_percent`` and ``highest_percent``); as a
            question ``format``.
    """
    return read_measure(text, _RATE, argument=argument)


def read_move(text: str, *, argument: str) -> float:
    """Read by how much a yield moves: ``+15bp``, ``-0.2``, ``0.5 points``, ``down 25 bp``.

    A percent sign means percentage points. A bare number is percentage points when it has a
    decimal point and is not beyond 5; anything else bare is asked back.

    Args:
        text: What was typed, raw.
        argument: The option it came from.

    Returns:
        The move as a decimal, 0.0015 for 15 basis points, at most `LARGEST_MOVE_POINTS` hundredths
        either way.

    Raises:
        InputProblem: With code ``move.`` and one of ``too_long``, ``characters``, ``unreadable``,
            ``out_of_range`` (fact ``largest_points``); as a question ``format``.
    """
    return read_measure(text, _MOVE, argument=argument)


def _parse_rate(text: str) -> Fraction | Flaw | None:
    quantity = read_quantity(_PER_YEAR.sub("", text), _RATE_UNITS)
    if quantity is None:
        return None
    value = quantity.value
    if value < 0:
        return Flaw("negative", (quantity.unsigned,))
    if quantity.unit is None and 0 < value < _LEAST_BARE_PERCENT:
        return Flaw("format", written((value * 100, "%"), (value, "%")), is_question=True)
    if quantity.unit is None and _LEAST_BARE_BP <= value <= HIGHEST_PERCENT * 100:
        return Flaw("format", written((value / 100, "%")), is_question=True)
    percent = value * _IN_PERCENT[quantity.unit or "percent"]
    return percent / 100 if percent <= HIGHEST_PERCENT else Flaw("out_of_range")


def _parse_move(text: str) -> Fraction | Flaw | None:
    quantity = read_quantity(direction_first(text), _MOVE_UNITS, DIRECTIONS)
    if quantity is None:
        return None
    if quantity.unit is None and (doubt := _bare_move(quantity.value, quantity.unsigned)):
        return doubt
    points = quantity.value * _IN_PERCENT[quantity.unit or "points"]
    return points / 100 if abs(points) <= LARGEST_MOVE_POINTS else Flaw("out_of_range")


def _bare_move(value: Fraction, unsigned: str) -> Flaw | None:
    """Why a bare number cannot be taken for percentage points, if it cannot."""
    size = abs(value)
    if size == 0 or size > LARGEST_MOVE_POINTS * 100:
        return None
    if "." not in unsigned or size > _LARGEST_BARE_POINTS:
        points = " point" if size == 1 else " points"
        return Flaw("format", written((value, "bp"), (value, points)), is_question=True)
    if size < _LEAST_BARE_POINTS:
        # Less than one basis point: rather a decimal, as in 0.0025 for 25 of them.
        answers = written((value * 10_000, "bp"), (value * 100, "bp"))
        return Flaw("format", answers, is_question=True)
    return None


_RATE: Final = Measure(
    "rate", _parse_rate, {"lowest_percent": 0.0, "highest_percent": float(HIGHEST_PERCENT)}
)
_MOVE: Final = Measure(
    "move", _parse_move, {"largest_points": float(LARGEST_MOVE_POINTS)}, is_change=True
)
