"""Bond arithmetic beside a sentence that is not judged: what its own numbers come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import CalcError
from calc.bonds.coupons import par_bond_price
from commands.claim.checkers.bonds import loss_text, price_rule
from commands.claim.findings import plain_percent
from commands.claim.reading.vocabulary import OTHER

if TYPE_CHECKING:
    from collections.abc import Iterator

    from commands.claim.findings import CheckContext
    from commands.claim.reading.tokenizer import TokenizedText

_MOST: Final = 2
_LEAST_RATE, _MOST_RATE = 0.0, 0.25
_LONGEST: Final = 30.0
_USUAL: Final = 10.0
_FACE: Final = 100.0
_FACES: Final = (100.0, 1000.0, 10_000.0)
_MOST_POINTS: Final = 0.05
_LARGEST_PRICE: Final = 1e6


def speaks_of_bonds(text: TokenizedText) -> bool:
    """Whether a bond and small sums, or a yield that it might have, are named."""
    is_bond = _has(text, "BONDS", "TREAS", "COUPON", "ZERO") and bool(_sums(text))
    is_priced = _has(text, "PTS") and _has(text, "PRICE", "VALUE", "DURATION", "LOSES")
    if any(token.classes == frozenset({OTHER}) for token in text.tokens):
        return False
    has_yield = _has(text, "TENOR", "YIELD") and text.flagged("IF")
    return is_bond or is_priced or has_yield or _speaks_of_prices(text)


def _speaks_of_prices(text: TokenizedText) -> bool:
    named = (
        _has(text, "PRICE", "VALUE"),
        _has(text, "YIELD", "RATE"),
        _has(text, "BONDS", "COUPON"),
        _has(text, "MATURITY"),
    )
    return sum(named) > 1


def _has(text: TokenizedText, *names: str) -> bool:
    return any(token.has(each) for token in text.tokens for each in names)


def tell_bond(text: TokenizedText, context: CheckContext) -> tuple[list[str], str] | None:
    """Current yields, growth a year, or the price at another yield."""
    figures = [
        *_current_yields(text, context),
        *_growth(text, context),
        *_losses(text, context),
        *_prices(text, context),
    ]
    if not figures and _speaks_of_prices(text):
        figures = [price_rule(context)]
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
        for before, token in zip((None, *text.tokens), text.tokens, strict=False)
        # "Loses 13%" is no yield.
        if token.has("PCT") and token.quantity and not (before and before.has("LOSES"))
        for end in dict.fromkeys((token.quantity.low, token.quantity.high))
        if _LEAST_RATE < end <= _MOST_RATE
    ]


def _current_yields(text: TokenizedText, context: CheckContext) -> Iterator[str]:
    """A face and a coupon, and prices: what is paid over each price."""
    translator, sums, rates = context.translator, _sums(text), _rates(text)
    if not any(token.has("COUPON") for token in text.tokens) or not rates or len(sums) < _MOST:
        return
    if sums[0] not in _FACES:
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


def _losses(text: TokenizedText, context: CheckContext) -> Iterator[str]:
    """What so many points more would take off a bond of today."""
    moves = [token.quantity.low for token in text.tokens if token.has("PTS") and token.quantity]
    is_priced = _has(text, "PRICE", "VALUE", "DURATION", "LOSES")
    if not is_priced or not moves or not 0 < moves[0] <= _MOST_POINTS:
        return
    years = (_lives(text) or [_USUAL])[0]
    today = context.snapshot.curve.at(years)
    loss = 1 - par_bond_price(today, today + moves[0], years) / _FACE
    yield loss_text(years, today, loss, context)


def _lives(text: TokenizedText) -> list[float]:
    return [
        token.value
        for token in text.tokens
        if token.has("TENOR") and isinstance(token.value, float) and 1 <= token.value <= _LONGEST
    ]


def _prices(text: TokenizedText, context: CheckContext) -> Iterator[str]:
    """What a bond of today would be worth at the yields that an "if" names."""
    lives = _lives(text)
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
