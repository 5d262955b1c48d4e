"""Component state of ``/bond``: a bond by its terms or a security, and its price or its yield."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from calc.bonds.days import settlement_day
from calc.market.securities import quote_at_price, quote_at_yield
from calc.one_bond import BondOutcome, BondTerms, bought_at, yielding
from commands.common.custom_id import StaleButtonError, build_custom_id, read_whole

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from calc.market.securities import Security, SecurityQuote
    from commands.common.command import Request

NAME = "bond"
Quoted = Literal["price", "yield"]
MOST_FACE_USD = 1000.0
MOST_RATE = 0.25
LEAST_MONTHS, MOST_MONTHS = 3, 360
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,6})?")
MARK = "cusip"
"""The first field, which tells these ids from those of a bond by its terms."""
MOST_PRICE = 250.0
"""US dollars per 100; the dearest Treasury ever traded below."""
At = Literal["market", "price", "yield"]


@dataclass(frozen=True, slots=True)
class BondQuestion:
    """A bond with one of the two figures that decide each other.

    Args:
        terms: The bond.
        quoted: Which figure is given.
        quote: The price in US dollars for the face, or the yield as a decimal.
    """

    terms: BondTerms
    quoted: Quoted
    quote: float

    def answer(self) -> BondOutcome:
        """The bond at this price or yield.

        Raises:
            CalcError: As `bought_at` and `yielding`.
        """
        if self.quoted == "price":
            return bought_at(self.terms, self.quote)
        return yielding(self.terms, self.quote)


def bond_id(action: str, question: BondQuestion) -> str:
    """The id of a button that does something with a bond."""
    return build_custom_id(NAME, action, *write_bond(question))


def write_bond(question: BondQuestion) -> tuple[str, ...]:
    """The fields that hold a bond; the time is in months."""
    terms = question.terms
    return (
        question.quoted,
        write_number(question.quote),
        write_number(terms.face_usd),
        write_number(terms.coupon),
        str(round(terms.years * 12)),
    )


def read_bond(fields: Sequence[str]) -> BondQuestion:
    """The bond in the fields.

    Raises:
        StaleButtonError: Something in it is not readable or out of bounds.
    """
    try:
        quoted, quote, face, coupon, months = fields
    except ValueError as error:
        raise StaleButtonError from error
    years = read_whole(months, LEAST_MONTHS, MOST_MONTHS) / 12
    terms = BondTerms(read_number(coupon), years, read_number(face))
    if terms.coupon > MOST_RATE or not 0 < terms.face_usd <= MOST_FACE_USD:
        raise StaleButtonError
    match quoted, read_number(quote):
        case "price", value if value <= MOST_FACE_USD:
            return BondQuestion(terms, "price", value)
        case "yield", value if value <= MOST_RATE:
            return BondQuestion(terms, "yield", value)
    raise StaleButtonError


def write_number(value: float) -> str:
    """A plain decimal, never in exponent form."""
    whole, _, decimals = f"{value:.6f}".partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def read_number(text: str) -> float:
    """The number in a field.

    Raises:
        StaleButtonError: It is none.
    """
    if _NUMBER.fullmatch(text) is None:
        raise StaleButtonError
    return float(text)


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
