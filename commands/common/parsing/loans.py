"""Reading how much somebody borrows."""

from __future__ import annotations

from typing import Final

from commands.common.parsing.currencies import SCALES, names_other_currency, strip_dollars
from commands.common.parsing.numeric_option import NumericOption, read_numeric_option
from commands.common.parsing.quantities import Quantity, units, written
from commands.common.parsing.sanitize import ParseError

LEAST_USD: Final = 1_000
"""The smallest loan read."""

MOST_USD: Final = 100_000_000
"""The largest loan read."""


def read_loan(text: str, *, argument: str) -> int:
    """Read a loan such as ``400k``, ``$400,000`` or ``1.2 million``.

    Returns:
        Whole US dollars from `LEAST_USD` to `MOST_USD`.
    """
    return round(read_numeric_option(text, _LOAN, argument=argument))


def _unmarked(text: str) -> str | None:
    in_dollars = strip_dollars(text)
    return in_dollars.text if in_dollars else None


def _doubt(quantity: Quantity) -> ParseError | None:
    if quantity.unit or not 0 < quantity.value < LEAST_USD:
        return None
    return ParseError("format", written((quantity.value, "k")), is_question=True)


_LOAN: Final = NumericOption(
    "loan",
    units(*((name, value) for name, value in SCALES.items() if value < 10**12), ("grand", 1000)),
    bounds=(LEAST_USD, MOST_USD),
    facts=("least_usd", "most_usd"),
    refuses_negative=True,
    prepare=_unmarked,
    doubt=_doubt,
    is_other_money=names_other_currency,
)
