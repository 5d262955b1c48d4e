"""What moved, and how far, in a question about the signs of a sell-off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.common.parsing.quantities_in_text import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.common.parsing.quantities_in_text import QuantityInText

_SUBJECT: Final = re.compile(
    r"(?<![\w.,])(?P<years>2|10|30)[ -]?(?:yr?|years?)\b|(?P<spread>\bswap spreads?\b)"
    r"|(?P<dollar>\bdollar\b)|(?P<shares>\b(?:stocks?|shares|equities)\b)|(?P<yields>\byields\b)"
)
_OPTIONS: Final = {"2": "two", "10": "ten", "30": "thirty"}
_DOWN: Final = re.compile(
    r"(?:[-−–]|\b(?:down|fell|falls?|lost|lose|drop\w*|lower)(?: by| about)?) ?$"
)
_UP: Final = re.compile(
    r"(?:\+|\b(?:up|rose|rises?|gain\w*|jump\w*|higher|climb\w*)(?: by| about)?) ?$"
)
_FURTHEST: Final = 40
_UNITS: Final = {
    "spread": {Unit.BARE, Unit.POINTS},
    "dollar": {Unit.PERCENT},
    "shares": {Unit.PERCENT},
}


def moves_in(text: str, quantities: Sequence[QuantityInText]) -> tuple[tuple[str, str], ...]:
    """The moves in a text.

    Args:
        text: Lower case.
        quantities: Its numbers, in order.

    Returns:
        Options of ``/signal`` with their values, each once.
    """
    found: dict[str, str] = {}
    subjects = list(_SUBJECT.finditer(text))
    for quantity in quantities:
        before = [each for each in subjects if each.end() <= quantity.start]
        if not before or quantity.start - before[-1].end() > _FURTHEST:
            continue
        option = _option(before[-1])
        if quantity.unit not in _UNITS.get(option, {Unit.POINTS}):
            continue
        value = _written(option, quantity, text)
        if option == "spread" and option in found:
            found[option] = f"{found[option]} to {value}"
        else:
            found.setdefault(option, value)
    return tuple(found.items())


def _option(subject: re.Match[str]) -> str:
    if years := subject["years"]:
        return _OPTIONS[years]
    kind = subject.lastgroup or ""
    return "ten" if kind == "yields" else kind


def _written(option: str, quantity: QuantityInText, text: str) -> str:
    before = text[: quantity.start].rstrip(" ")
    if option == "spread":
        size = quantity.low * (1e4 if quantity.unit is Unit.POINTS else 1)
        return f"{'-' if before.endswith(('-', '−', '–', 'minus')) else ''}{size:.4g}"
    sign = "-" if _DOWN.search(before) else "+"
    if quantity.unit is Unit.POINTS:
        return f"{sign}{quantity.low * 1e4:.4g}bp"
    return f"{sign}{quantity.low * 100:.4g}%"
