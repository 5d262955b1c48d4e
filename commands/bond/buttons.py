"""Component state of ``/bond``: the bond, and its price or its yield."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from calc.one_bond import BondOutcome, BondTerms, bought_at, yielding
from commands.common.custom_id import StaleButtonError, build_custom_id

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "bond"
Quoted = Literal["price", "yield"]
MOST_FACE_USD = 1000.0
MOST_RATE = 0.25
LEAST_MONTHS, MOST_MONTHS = 3, 360
_NUMBER = re.compile(r"(?:0|[1-9][0-9]{0,5})(?:\.[0-9]{1,6})?")


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
    if quoted not in {"price", "yield"} or not re.fullmatch("[1-9][0-9]{0,2}", months):
        raise StaleButtonError
    terms = BondTerms(read_number(coupon), int(months) / 12, read_number(face))
    question = BondQuestion(terms, "price" if quoted == "price" else "yield", read_number(quote))
    if not _is_bounded(question, int(months)):
        raise StaleButtonError
    return question


def _is_bounded(question: BondQuestion, months: int) -> bool:
    terms = question.terms
    most = MOST_RATE if question.quoted == "yield" else MOST_FACE_USD
    return (
        LEAST_MONTHS <= months <= MOST_MONTHS
        and 0 < terms.face_usd <= MOST_FACE_USD
        and terms.coupon <= MOST_RATE
        and question.quote <= most
    )


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
