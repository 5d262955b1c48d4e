"""What moved, and how far, in a question about the signs of a sell-off."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from commands.common.parsing.quantities_in_text import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.common.parsing.quantities_in_text import QuantityInText

_SUBJECT: Final = re.compile(
    r"(?<![\w.,])(?P<years>2|10|30)(?:[ -]?(?:yr?|years?)|s)(?![\w%])"
    r"|\b(?P<names>twos|tens(?! of)|thirties|long bond)\b"
    r"|(?P<spread>\bswap spreads?\b)|(?P<dollar>\bdollar\b)"
    r"|(?P<real>\breal (?:yield|rate)s?\b|\btips\b)"
    r"|(?P<shares>\b(?:stocks?|shares|equities|spx|s&p(?: 500)?|nasdaq|dow)\b)"
    r"|(?P<yields>\byields\b)"
)
_OPTIONS: Final = {"2": "two", "10": "ten", "30": "thirty"} | {
    "twos": "two",
    "tens": "ten",
    "thirties": "thirty",
    "long bond": "thirty",
}
_DOWN: Final = re.compile(
    r"(?:(?<![0-9])[-−–]|\b(?:down|off|fell|falls?|lost|loses?|drop\w*|lower)"
    r"(?: by| about| another)?) ?$"
)
_UP: Final = re.compile(
    r"(?:\+|\b(?:up|rose|rises?|gain\w*|jump\w*|higher|climb\w*|add\w*)(?: by| about| another)?) ?$"
)
_FLAT: Final = re.compile(r" (?:(?:is|are|was|were) )?(?:flat|unch(?:anged)?)\b")
_FURTHEST: Final = 40
_UNITS: Final = {
    "spread": {Unit.BARE, Unit.POINTS},
    "dollar": {Unit.PERCENT},
    "shares": {Unit.PERCENT},
}
_MOST_POINTS: Final = 3
"""A smaller number with decimals is of percentage points, another of basis points."""


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
    for subject in subjects:
        if _option(subject) in _OPTIONS.values() and _FLAT.match(text, subject.end()):
            found.setdefault(_option(subject), "0bp")
    for quantity in quantities:
        before = [each for each in subjects if each.end() <= quantity.start]
        if not before or quantity.start - before[-1].end() > _FURTHEST:
            continue
        option = _option(before[-1])
        moved = _with_unit(option, quantity, text)
        if moved.unit not in _UNITS.get(option, {Unit.POINTS}):
            continue
        value = _written(option, moved, text)
        if option == "spread" and option in found:
            found[option] = f"{found[option]} to {value}"
        else:
            found.setdefault(option, value)
    return tuple(found.items())


def _with_unit(option: str, quantity: QuantityInText, text: str) -> QuantityInText:
    """A signed bare number in what the market counts in: "10s +15, dollar down 1.5"."""
    before = text[max(quantity.start - _FURTHEST, 0) : quantity.start]
    is_signed = _UP.search(before) or _DOWN.search(before)
    if quantity.unit is not Unit.BARE or option == "spread" or not is_signed:
        return quantity
    if option in _UNITS:
        return replace(quantity, unit=Unit.PERCENT, low=quantity.low / 100)
    is_points = quantity.low < _MOST_POINTS and quantity.low % 1
    return replace(quantity, unit=Unit.POINTS, low=quantity.low / (1e2 if is_points else 1e4))


def _option(subject: re.Match[str]) -> str:
    if years := subject["years"] or subject["names"]:
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
