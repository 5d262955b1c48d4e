"""Reading the price of a bond."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from commands.common.parsing.currencies import names_other_currency, strip_dollars
from commands.common.parsing.hedges_and_ranges import DASHES
from commands.common.parsing.numeric_option import Measure, read_measure
from commands.common.parsing.parse_error import Flaw
from commands.common.parsing.quantities import read_quantity, units, written

LOWEST_USD: Final = Fraction(1, 100)
"""The lowest price read, per 100 dollars of face value."""

HIGHEST_USD: Final = 1000
"""The highest price read, per 100 dollars of face value."""

_UNITS: Final = units(hundredths="%,percent,per cent,pct,cents")
_SIGN_BEFORE_MARK: Final = re.compile(rf"^([+{DASHES}]|minus|negative) ?((?:us ?)?\$) ?")
_OF_THE_DOLLAR: Final = re.compile(r"(?<=cents) on the dollar$")

# As dealers quote: 98-16 is 98 and 16/32, a third digit counts eighths of a 32nd, "+" is four.
_THIRTY_SECONDS: Final = re.compile(rf"([0-9]{{1,3}})[{DASHES}:'’]([0-2][0-9]|3[01])([0-7+])?")


def read_price(text: str, *, argument: str) -> float:
    """Read a price such as ``$90``, ``90``, ``90.5``, ``98 1/2`` or ``par``.

    A price in 32nds (``98-16``), in percent or in cents on the dollar is asked back.

    Args:
        text: What was typed, raw.
        argument: The option it came from.

    Returns:
        Dollars per 100 dollars of face value, from `LOWEST_USD` to `HIGHEST_USD`.

    Raises:
        InputProblem: With code ``price.`` and one of ``too_long``, ``characters``,
            ``unreadable``, ``negative``, ``not_dollars``, ``out_of_range`` (facts ``lowest_usd``
            and ``highest_usd``); as a question ``format``.
    """
    return read_measure(text, _PRICE, argument=argument)


def _parse(text: str) -> Fraction | Flaw | None:
    if text == "par":
        return Fraction(100)
    marked = _OF_THE_DOLLAR.sub("", _SIGN_BEFORE_MARK.sub(r"\2\1 ", text))
    unmarked = strip_dollars(marked)
    reading = _parse_unmarked(unmarked.text) if unmarked else None
    if reading is None and re.search("[0-9]", text) and names_other_currency(text):
        return Flaw("not_dollars")
    return reading


def _parse_unmarked(text: str) -> Fraction | Flaw | None:
    if (in_32nds := _in_32nds(text)) is not None:
        return Flaw("format", written((in_32nds, "")), is_question=True)
    quantity = read_quantity(text, _UNITS)
    if quantity is None:
        return None
    if quantity.value < 0:
        return Flaw("negative", (quantity.unsigned,))
    if quantity.unit is not None:
        return Flaw("format", written((quantity.value, "")), is_question=True)
    return quantity.value if LOWEST_USD <= quantity.value <= HIGHEST_USD else Flaw("out_of_range")


def _in_32nds(text: str) -> Fraction | None:
    found = _THIRTY_SECONDS.fullmatch(text)
    if found is None:
        return None
    whole, ticks = int(found[1]), int(found[2])
    eighths = 4 if found[3] == "+" else int(found[3] or 0)
    # No bond trades at 10-20, but prices from 10 to 20 may be meant.
    return whole + Fraction(8 * ticks + eighths, 256) if whole > ticks else None


_PRICE: Final = Measure(
    "price", _parse, {"lowest_usd": float(LOWEST_USD), "highest_usd": float(HIGHEST_USD)}
)
