"""Reading a length of time, such as a bond's time to maturity."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import partial
from typing import Final

from commands.common.parsing.numeric_option import Measure, read_measure
from commands.common.parsing.parse_error import Flaw
from commands.common.parsing.quantities import read_quantity, units, written

SHORTEST_YEARS: Final = Fraction(1, 4)
"""The shortest time read."""

LONGEST_YEARS: Final = 30
"""The longest time read unless another is given: the longest security the Treasury sells."""

_UNITS: Final = units(
    years="y,yr,yrs,year,years",
    months="m,mo,mos,mth,mths,month,months",
    weeks="w,wk,wks,week,weeks",
    days="d,day,days",
)
_IN_YEARS: Final = {"years": Fraction(1), "months": Fraction(1, 12)}

# Bills are named by weeks and days, which make no even months: these are asked back.
_IN_MONTHS: Final = {"weeks": Fraction(12, 52), "days": Fraction(12, 365)}

_YEARS_AND_MONTHS: Final = re.compile(
    r"([0-9]+) ?(?:y|yrs?|years?),? ?(?:and )?(1[01]|[0-9]) ?(?:m|mo|mos|mths?|months?)"
)


def read_years(text: str, *, argument: str, longest_years: float = LONGEST_YEARS) -> float:
    """Read a time such as ``10``, ``10y``, ``10 years``, ``6 months``, ``18m`` or ``1y6m``.

    A bare number is years and ``m`` is months. Weeks and days are asked back as months.

    Args:
        text: What was typed, raw.
        argument: The option it came from.
        longest_years: The longest time allowed; up to 100 years make sense for a bond.

    Returns:
        Years, from `SHORTEST_YEARS` to ``longest_years``; a month is a twelfth.

    Raises:
        InputProblem: With code ``years.`` and one of ``too_long``, ``characters``,
            ``unreadable``, ``negative``, ``out_of_range`` (facts ``shortest_years`` and
            ``longest_years``); as a question ``format``.
    """
    bounds = {"shortest_years": float(SHORTEST_YEARS), "longest_years": float(longest_years)}
    parse = partial(_parse, longest_years=longest_years)
    return read_measure(text, Measure("years", parse, bounds), argument=argument)


def _parse(text: str, *, longest_years: float) -> Fraction | Flaw | None:
    if both := _YEARS_AND_MONTHS.fullmatch(text):
        return _within_bounds(int(both[1]) + Fraction(int(both[2]), 12), longest_years)
    quantity = read_quantity(text, _UNITS)
    if quantity is None:
        return None
    value = quantity.value
    if value < 0:
        return Flaw("negative", (quantity.unsigned,))
    if quantity.unit in _IN_MONTHS:
        return _in_whole_months(value * _IN_MONTHS[quantity.unit], longest_years)
    return _within_bounds(value * _IN_YEARS[quantity.unit or "years"], longest_years)


def _within_bounds(years: Fraction, longest_years: float) -> Fraction | Flaw:
    return years if SHORTEST_YEARS <= years <= longest_years else Flaw("out_of_range")


def _in_whole_months(months: Fraction, longest_years: float) -> Flaw:
    whole = Fraction(round(months))
    years = _within_bounds(whole / 12, longest_years)
    if isinstance(years, Flaw):
        return years
    return Flaw("format", written((whole, " months")), is_question=True)
