"""Prices as they are typed: of bonds, and of the dollar in yen."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from commands.common.parsing.currencies import names_other_currency, strip_dollars
from commands.common.parsing.numeric_option import DASHES, NumericOption, read_numeric_option
from commands.common.parsing.quantities import PERCENT, Quantity, units, written
from commands.common.parsing.sanitize import ParseError

LOWEST_YEN: Final = 50
"""The lowest rate read; the dollar's lowest ever is near 76 (Federal Reserve, H.10, 2011)."""

HIGHEST_YEN: Final = 400
"""The highest rate read; it was 360 until 1971."""

_MARK: Final = re.compile(r"^(?:¥|usd ?/? ?jpy ?)|(?:¥| ?(?:yen|jpy|円)(?: per dollar)?)$")

_YEN: Final = NumericOption(
    "yen",
    units(),
    bounds=(LOWEST_YEN, HIGHEST_YEN),
    facts=("lowest", "highest"),
    prepare=lambda text: _MARK.sub("", text).strip(" "),
)


def read_yen(text: str, *, argument: str) -> float:
    """Read a rate such as ``160``, ``157.09``, ``¥150`` or ``150 yen``.

    Returns:
        Yen per dollar, from `LOWEST_YEN` to `HIGHEST_YEN`, to a hundredth.
    """
    return round(read_numeric_option(text, _YEN, argument=argument), 2)


LOWEST_USD: Final = Fraction(1, 100)
"""The lowest price read, per 100 dollars of face value."""

HIGHEST_USD: Final = 1000
"""The highest price read, per 100 dollars of face value."""

_SIGN_BEFORE_MARK: Final = re.compile(rf"^([+{DASHES}]|minus|negative) ?((?:us ?)?\$) ?")
_OF_THE_DOLLAR: Final = re.compile(r"(?<=cents) on the dollar$")

# As dealers quote: 98-16 is 98 and 16/32, a third digit counts eighths of a 32nd, "+" is four.
_THIRTY_SECONDS: Final = re.compile(rf"([0-9]{{1,3}})[{DASHES}:'’]([0-2][0-9]|3[01])([0-7+])?")


def read_price(text: str, *, argument: str) -> float:
    """Read a price such as ``$90``, ``90``, ``90.5``, ``98 1/2`` or ``par``.

    A price in 32nds (``98-16``, ``98 16/32``), in percent or in cents on the dollar is asked back.

    Returns:
        Dollars per 100 dollars of face value, from `LOWEST_USD` to `HIGHEST_USD`.
    """
    return read_numeric_option(text, _PRICE, argument=argument)


def _unmarked(text: str) -> str | Fraction | ParseError | None:
    if text == "par":
        return Fraction(100)
    in_dollars = strip_dollars(_OF_THE_DOLLAR.sub("", _SIGN_BEFORE_MARK.sub(r"\2\1 ", text)))
    if in_dollars is None:
        return None
    if (in_32nds := _in_32nds(in_dollars.text)) is not None:
        return ParseError("format", written((in_32nds, "")), is_question=True)
    return in_dollars.text


def _in_32nds(text: str) -> Fraction | None:
    found = _THIRTY_SECONDS.fullmatch(text)
    if found is None:
        return None
    whole, ticks = int(found[1]), int(found[2])
    eighths = 4 if found[3] == "+" else int(found[3] or 0)
    # No bond trades at 10-20, but prices from 10 to 20 may be meant.
    return whole + Fraction(8 * ticks + eighths, 256) if whole > ticks else None


def _doubt(quantity: Quantity) -> ParseError | None:
    if not quantity.unit:
        return None
    return ParseError("format", written((quantity.value, "")), is_question=True)


_PRICE: Final = NumericOption(
    "price",
    units((f"{PERCENT},cents", 1)),
    bounds=(LOWEST_USD, HIGHEST_USD),
    facts=("lowest_usd", "highest_usd"),
    refuses_negative=True,
    prepare=_unmarked,
    doubt=_doubt,
    is_other_money=lambda text: bool(re.search("[0-9]", text)) and names_other_currency(text),
)
