"""The price and the yield that somebody gives: 32nds, and what is asked back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.bond.buttons import MOST_RATE
from commands.bond.security_question import MOST_PRICE
from commands.bond.thirty_seconds import read_thirty_seconds
from commands.common.errors import InputError
from commands.common.parsing.hedges_and_ranges import DASHES
from commands.common.parsing.prices import read_price
from commands.common.parsing.rates import read_move, read_rate

if TYPE_CHECKING:
    from collections.abc import Callable

_MOVE: Final = re.compile(
    rf"\s*(?:[+{DASHES}]\s*[0-9.]+\s*(?:bps?|basis|%|p|percent)|(?:up|down|plus|minus|rise|fall)\b)",
    re.IGNORECASE,
)
_PLACES: Final = 6


def read_given_yield(text: str, now: Callable[[], float]) -> float:
    """The yield as a decimal.

    Args:
        text: What was typed.
        now: Today's yield of such a bond, on which a move would start.

    Raises:
        InputError: ``bond.move`` as a question for ``+25bp``, and as `read_rate`, also for a move
            below zero.
    """
    if _MOVE.match(text) is None:
        return round(read_rate(text, argument="yield"), _PLACES)
    move, today = read_move(text, argument="yield"), now()
    if today + move <= 0:
        return round(read_rate(text, argument="yield"), _PLACES)
    levels = (round(today + move, 4), round(abs(move), 4))
    raise InputError(
        "bond.move",
        "yield",
        text,
        suggestions=tuple(f"{level * 100:g}%" for level in levels if 0 < level <= MOST_RATE),
        is_question=True,
        facts={"today": f"{today * 100:.2f}"},
    )


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
