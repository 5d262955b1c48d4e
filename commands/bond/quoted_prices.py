"""The price that somebody gives: 32nds, and what is asked back."""

from __future__ import annotations

import re
from typing import Final

from commands.bond.buttons import MOST_PRICE
from commands.common.errors import InputError
from commands.common.parsing.numeric_option import DASHES
from commands.common.parsing.prices import read_price

_PLACES: Final = 6
_TICKS: Final = 32
_QUOTED: Final = re.compile(
    rf"\$? ?([0-9]{{1,3}})(?: ?[{DASHES}:'’] ?| (?=[0-9.]+ ?/ ?32))"
    r"(3[01]|[0-2][0-9]|[0-9])(?:([0-7+])|\.(5))?(?: ?/ ?32)?"
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


def read_thirty_seconds(text: str) -> float | None:
    """The price in ``99-16``, ``99 16/32``, ``99-16+`` or ``99-162`` (16 and two eighths).

    None where it is no such price, or more likely a range, as ``10-20`` is.
    """
    found = _QUOTED.fullmatch(text.strip())
    if found is None:
        return None
    whole, ticks = int(found[1]), int(found[2])
    if found[3] and len(found[2]) == 1:
        return None
    eighths = 4 if found[3] == "+" or found[4] else int(found[3] or 0)
    return whole + (ticks + eighths / 8) / _TICKS if whole > ticks else None


def write_thirty_seconds(price: float) -> str:
    """A price to the nearest 64th: ``99-16`` or, half a 32nd more, ``99-16+``."""
    halves = round(price * 2 * _TICKS)
    whole, rest = divmod(halves, 2 * _TICKS)
    ticks, half = divmod(rest, 2)
    return f"{whole}-{ticks:02d}{'+' if half else ''}"
