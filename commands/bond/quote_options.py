"""The price that somebody gives: 32nds, and what is asked back."""

from __future__ import annotations

from typing import Final

from commands.bond.security_question import MOST_PRICE
from commands.bond.thirty_seconds import read_thirty_seconds
from commands.common.errors import InputError
from commands.common.parsing.prices import read_price

_PLACES: Final = 6


def read_given_price(text: str, *, has_face: bool) -> float:
    """The price in US dollars; without a face, of a $100 bond.

    Raises:
        InputError: ``bond.face`` as a question for the face of a bond priced at 1000, and as
            `read_price`.
    """
    price = round(read_price(text, argument="price"), _PLACES)
    if not has_face and price > MOST_PRICE:
        raise InputError(
            "bond.face", "face", text, suggestions=("$1,000", "$100"), is_question=True
        )
    return price


def read_security_price(text: str) -> float:
    """The price of a security per $100 of face: ``99-16+``, ``99.5``, ``$99.50``.

    Raises:
        InputError: ``bond.per_100`` as a question for the price of $1,000, and as `read_price`.
    """
    in_32nds = read_thirty_seconds(text)
    price = read_price(text, argument="price") if in_32nds is None else in_32nds
    if price > MOST_PRICE:
        raise InputError(
            "bond.per_100", "price", text, suggestions=(f"{price / 10:g}",), is_question=True
        )
    return round(price, _PLACES)
