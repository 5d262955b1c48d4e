"""Component state of ``/bond security:``: the CUSIP, and a price, a yield or today's market."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from calc.bonds.days import settlement_day
from calc.market.securities import quote_at_price, quote_at_yield
from commands.bond.buttons import MOST_RATE, NAME, read_number, write_number
from commands.common.custom_id import StaleButtonError, build_custom_id

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from calc.market.securities import Security, SecurityQuote
    from commands.common.command import Request

MARK = "cusip"
"""The first field, which tells these ids from those of a bond by its terms."""
MOST_PRICE = 250.0
"""US dollars per 100; the dearest Treasury ever traded below."""
At = Literal["market", "price", "yield"]


@dataclass(frozen=True, slots=True)
class SecurityQuestion:
    """A security with one of the two figures that decide each other.

    Args:
        security: Which.
        at: What is given; ``market`` for the par yield of its remaining time.
        quote: The price per 100 or the yield as a decimal; 0 for ``market``.
    """

    security: Security
    at: At = "market"
    quote: float = 0.0

    def answer(self, request: Request) -> SecurityQuote | None:
        """The security at this price or yield; None where it has no fixed payments.

        Raises:
            CalcError: The two are out of bounds.
        """
        if not self.security.is_priced:
            return None
        day = settlement_of(request)
        if self.at == "price":
            return quote_at_price(self.security, day, self.quote)
        yield_ = self.quote
        if self.at == "market":
            # The par yield of the time that is left is near to what it yields.
            yield_ = request.snapshot.curve.at(self.security.years_left(day))
        return quote_at_yield(self.security, day, yield_)


def settlement_of(request: Request) -> date:
    """The business day after the asker's, or after the curve's where nobody asks today."""
    return settlement_day(request.today or request.snapshot.curve.as_of)


def security_id(action: str, question: SecurityQuestion) -> str:
    """The id of a button that does something with a security."""
    cusip = question.security.cusip.lower()
    return build_custom_id(NAME, action, MARK, cusip, question.at, write_number(question.quote))


def read_security(request: Request, fields: Sequence[str]) -> SecurityQuestion:
    """The security in the fields.

    Raises:
        StaleButtonError: It is not readable, not in the list or paid back by now.
    """
    try:
        _, cusip, at, quote = fields
    except ValueError as error:
        raise StaleButtonError from error
    security, value = request.snapshot.securities.by_cusip(cusip), read_number(quote)
    if security is None or security.maturity <= settlement_of(request):
        raise StaleButtonError
    match at:
        case "market":
            return SecurityQuestion(security)
        case "price" if 0 < value <= MOST_PRICE:
            return SecurityQuestion(security, "price", value)
        case "yield" if value <= MOST_RATE:
            return SecurityQuestion(security, "yield", value)
    raise StaleButtonError
