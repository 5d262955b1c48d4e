"""Bond arithmetic beside a sentence that is not judged: what its own numbers come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import CalcError
from calc.bonds.coupons import par_bond_price
from commands.claim.findings import plain_percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from commands.claim.findings import CheckContext
    from commands.claim.reading.tokenizer import TokenizedText

_MOST: Final = 2
_LEAST_RATE, _MOST_RATE = 0.0, 0.25
_LONGEST: Final = 30.0
_FACE: Final = 100.0
_LARGEST_PRICE: Final = 1e6


def speaks_of_bonds(text: TokenizedText) -> bool:
    """Whether a bond and small sums, or a yield that it might have, are named."""
    is_bond = any(token.has(each) for token in text.tokens for each in ("BONDS", "TREAS", "COUPON"))
    has_yield = any(token.has(each) for token in text.tokens for each in ("TENOR", "YIELD"))
    return (is_bond and bool(_sums(text))) or (has_yield and text.flagged("IF"))


def tell_bond(text: TokenizedText, context: CheckContext) -> tuple[list[str], str] | None:
    """Current yields, growth a year, or the price at another yield."""
    figures = [*_current_yields(text, context), *_growth(text, context), *_prices(text, context)]
    return (figures[:_MOST], "learn yield") if figures else None


def _sums(text: TokenizedText) -> list[float]:
    """Small sums of money, in order."""
    return [
        token.quantity.low
        for token in text.tokens
        if token.has("MON") and token.quantity and 0 < token.quantity.low <= _LARGEST_PRICE
    ]


def _rates(text: TokenizedText) -> list[float]:
    return [
        end
        for token in text.tokens
        if token.has("PCT") and token.quantity
        for end in dict.fromkeys((token.quantity.low, token.quantity.high))
        if _LEAST_RATE < end <= _MOST_RATE
    ]


def _current_yields(text: TokenizedText, context: CheckContext) -> Iterator[str]:
    """A face and a coupon, and prices: what is paid over each price."""
    translator, sums, rates = context.translator, _sums(text), _rates(text)
    if not any(token.has("COUPON") for token in text.tokens) or not rates or len(sums) < _MOST:
        return
    face, paid = sums[0], sums[0] * rates[0]
    for price in sums[1:]:
        if paid < price != face:
            yield translator.gettext(
                "{paid} ÷ {price} = **{rate}**, the current yield.",
                paid=translator.dollars(paid),
                price=translator.dollars(price),
                rate=translator.rate(paid / price),
            )


def _growth(text: TokenizedText, context: CheckContext) -> Iterator[str]:
    """Two sums and years between them."""
    translator, sums = context.translator, _sums(text)
    lives = [
        token.value
        for token in text.tokens
        if token.has("DUR") and isinstance(token.value, float) and 1 <= token.value <= _LONGEST
    ]
    if len(sums) != _MOST or len(lives) != 1 or not sums[0] < sums[1]:
        return
    yield translator.gettext(
        "{end} ÷ {start} over {years} years is **{rate}** a year, compounded.",
        end=translator.dollars(sums[1]),
        start=translator.dollars(sums[0]),
        years=translator.bound(lives[0]),
        rate=translator.percent((sums[1] / sums[0]) ** (1 / lives[0]) - 1),
    )


def _prices(text: TokenizedText, context: CheckContext) -> Iterator[str]:
    """What a bond of today would be worth at the yields that an "if" names."""
    lives = [
        token.value
        for token in text.tokens
        if token.has("TENOR") and isinstance(token.value, float) and 1 <= token.value <= _LONGEST
    ]
    if not lives or not text.flagged("IF"):
        return
    translator, today = context.translator, context.snapshot.curve.at(lives[0])
    for rate in _rates(text):
        try:
            price = par_bond_price(today, rate, lives[0])
        except CalcError:
            continue
        yield translator.gettext(
            "At {rate}, $100 of a {years}-year bond of today would be worth **{price}**.",
            rate=plain_percent(rate, translator),
            years=translator.bound(lives[0]),
            price=translator.dollars(price * 100 / _FACE),
        )
