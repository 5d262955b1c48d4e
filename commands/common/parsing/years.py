"""Reading a length of time, such as a bond's time to maturity."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from functools import partial
from typing import Final

from commands.common.parsing.edit_distance import edits_between
from commands.common.parsing.local_words import fold_word, units_anywhere
from commands.common.parsing.numeric_option import NumericOption, read_numeric_option
from commands.common.parsing.quantities import Quantity, units, written
from commands.common.parsing.sanitize import ParseError

SHORTEST_YEARS: Final = Fraction(1, 4)
"""The shortest time read."""

LONGEST_YEARS: Final = 30
"""The longest time read unless another is given: the longest security the Treasury sells."""

_WEEK: Final = Fraction(1, 52)
_DAY: Final = Fraction(1, 365)
_UNITS: Final = units(
    ("y,yr,yrs,year,years", 1),
    ("m,mo,mos,mth,mths,month,months", Fraction(1, 12)),
    ("w,wk,wks,week,weeks", _WEEK),
    ("d,day,days", _DAY),
)

_YEARS_AND_MONTHS: Final = re.compile(
    r"([0-9]+) ?(?:y|yrs?|years?),? ?(?:and )?(1[01]|[0-9]) ?(?:m|mo|mos|mths?|months?)"
)

_NUMBER_AND_WORD: Final = re.compile(r"([0-9][0-9.]*)[ -]?([^0-9]+)")


def read_years(text: str, *, argument: str, longest_years: float = LONGEST_YEARS) -> float:
    """Read a time such as ``10``, ``10y``, ``10 years``, ``6 months``, ``18m`` or ``1y6m``.

    A bare number is years and ``m`` is months. Weeks and days are asked back as months.

    Args:
        text: What was typed, raw.
        argument: The option it came from.
        longest_years: The longest time allowed; up to 100 years make sense for a bond.

    Returns:
        Years, from `SHORTEST_YEARS` to ``longest_years``; a month is a twelfth.
    """
    longest = Fraction(longest_years)
    doubt = partial(_doubt, longest=longest)
    option = replace(_YEARS, bounds=(SHORTEST_YEARS, longest), doubt=doubt)
    return read_numeric_option(text, option, argument=argument)


def _prepare(text: str) -> str | Fraction:
    found = _NUMBER_AND_WORD.fullmatch(text)
    unit = units_anywhere().get(fold_word(found[2])) if found else None
    if found and unit in _UNITS:
        return f"{found[1]} {unit}"
    both = _YEARS_AND_MONTHS.fullmatch(text)
    return int(both[1]) + Fraction(int(both[2]), 12) if both else text


def _doubt(quantity: Quantity, *, longest: Fraction) -> ParseError | None:
    """Ask back weeks and days, by which bills are named and which make no even months."""
    factor = _UNITS[quantity.unit]
    if factor not in {_WEEK, _DAY}:
        return None
    months = Fraction(round(quantity.value * factor * 12))
    if not SHORTEST_YEARS <= months / 12 <= longest:
        return ParseError("out_of_range")
    return ParseError("format", written((months, " months")), is_question=True)


_YEARS: Final = NumericOption(
    "years",
    _UNITS,
    bounds=(SHORTEST_YEARS, LONGEST_YEARS),
    facts=("shortest_years", "longest_years"),
    refuses_negative=True,
    is_bare_offered=lambda after: not after.isalpha() or edits_between(after, "years", 1) <= 1,
    prepare=_prepare,
)
