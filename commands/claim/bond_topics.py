"""Bond arithmetic beside a sentence that is not judged: what its own numbers come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import CalcError
from calc.bonds.coupons import par_bond_price
from commands.claim.checkers.bonds import loss_text, price_rule
from commands.claim.findings import plain_percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from commands.claim.findings import CheckContext
    from commands.claim.reading.tokenizer import TokenizedText
    from commands.claim.topics import Told

_MOST: Final = 2
_LEAST_RATE, _MOST_RATE = 0.0, 0.25
_USUAL: Final = 10.0
_FACE: Final = 100.0
_FACES: Final = (100.0, 1000.0, 10_000.0)
_MOST_POINTS: Final = 0.05
_LARGEST_PRICE: Final = 1e6
_PRICED: Final = ("PRICE", "VALUE", "DURATION", "LOSES")
_OF_PRICES: Final = (
    ("PRICE", "VALUE"),
    ("YIELD", "RATE"),
    ("BONDS", "COUPON"),
    ("MATURITY", "EARLY"),
)


def speaks_of_bonds(text: TokenizedText) -> bool:
    """Whether a bond and small sums, or a yield that it might have, are named."""
    if text.names_other:
        return False
    is_bond = text.has("BONDS", "TREAS", "COUPON", "ZERO") and bool(_sums(text))
    is_priced = text.has("PTS") and text.has(*_PRICED)
    has_yield = text.has("TENOR", "YIELD") and text.flagged("IF")
    return is_bond or is_priced or has_yield or _speaks_of_prices(text)


def _speaks_of_prices(text: TokenizedText) -> bool:
    return sum(text.has(*names) for names in _OF_PRICES) > 1


def tell_bond(text: TokenizedText, context: CheckContext) -> Told:
    """Current yields, growth a year, or the price at another yield."""
    tellers = (_current_yields, _growth, _losses, _prices)
    figures = [figure for tell in tellers for figure in tell(text, context)]
    if not figures and _speaks_of_prices(text):
        figures = [price_rule(context)]
    return (figures[:_MOST], "learn yield") if figures else None


def _sums(text: TokenizedText) -> list[float]:
    """Small sums of money, in order."""
    return [each.low for each in text.numbers("MON") if 0 < each.low <= _LARGEST_PRICE]


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
    if not text.has("COUPON") or not rates or len(sums) < _MOST or sums[0] not in _FACES:
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
    lives = text.years("DUR")
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
    moves = text.numbers("PTS") if text.has(*_PRICED) else []
    if not moves or not 0 < moves[0].low <= _MOST_POINTS:
        return
    years = (text.years("TENOR") or [_USUAL])[0]
    today = context.snapshot.curve.at(years)
    loss = 1 - par_bond_price(today, today + moves[0].low, years) / _FACE
    yield loss_text(years, today, loss, context)


def _prices(text: TokenizedText, context: CheckContext) -> Iterator[str]:
    """What a bond of today would be worth at the yields that an "if" names."""
    lives = text.years("TENOR")
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
