"""Bond arithmetic: the claim worked out, and what the same price would mean for a ten-year note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import CalcError
from calc.bonds import yield_from_price
from calc.one_bond import BondTerms, bought_at
from calc.reverse import amount_for_price
from commands.claim.checkers.parts import claimed
from commands.claim.verdicts import ARITHMETIC, Finding, Verdict, gap, judge, percent, plain_percent

if TYPE_CHECKING:
    from commands.claim.claims import Claim, ClaimedNumber
    from commands.claim.verdicts import CheckContext

_FACE: Final = 100.0
_TEN: Final = 10.0
_LONGEST: Final = 100.0
_LEAST_STEP: Final = 0.0006


def check_bond_yield(claim: Claim, context: CheckContext) -> Finding:
    """That a bond at a price earns so much, counted as ``/bond`` counts it."""
    span, translator = claimed(claim), context.translator
    price, coupon, years = _terms(claim, context)
    try:
        actual = bought_at(BondTerms(coupon, years), price).yield_
        one_year = bought_at(BondTerms(coupon, 1.0), price).yield_
    except CalcError as error:
        raise ValueError(claim) from error
    numbers = {
        "coupon": plain_percent(coupon, translator),
        "price": translator.dollars(price),
        "claimed": percent(span, translator),
        "actual": translator.rate(actual),
    }
    if years == 1:
        restated = translator.gettext(
            "A one-year bond with {coupon} interest, bought at {price}, earns {claimed} a year.",
            **numbers,
        )
        worked = translator.gettext(
            "{back} ÷ {price} = {ratio}, so it earns **{actual}**.",
            back=translator.dollars(_FACE * (1 + coupon)),
            ratio=translator.fixed(_FACE * (1 + coupon) / price, 4),
            **numbers,
        )
        text = f"{worked} {_on_ten_years(price, context)}".rstrip()
    else:
        restated = translator.gettext(
            "A {years}-year bond with {coupon} interest, bought at {price}, earns {claimed} a"
            " year.",
            years=translator.fixed(years, 0),
            **numbers,
        )
        text = translator.gettext(
            "It earns **{actual}**: the {gain} gained at the end is spread over {years} years."
            " Only a one-year bond would earn {one_year}.",
            gain=translator.dollars(_FACE - price),
            years=translator.fixed(years, 0),
            one_year=translator.rate(one_year),
            **numbers,
        )
    verdict = _verdict(span, actual)
    return Finding(claim, verdict, restated, text, gap(span, actual, translator))


def _terms(claim: Claim, context: CheckContext) -> tuple[float, float, float]:
    """Price, coupon and years; without a coupon the bond stood at 100 before.

    Raises:
        ValueError: One is missing or out of bounds.
    """
    price, coupon, years = claim.given
    if price is None or years is None or not 0 < years <= _LONGEST:
        raise ValueError(claim)
    return price, context.snapshot.curve.at(years) if coupon is None else coupon, years


def check_direction(claim: Claim, context: CheckContext) -> Finding:
    """That prices and yields move so."""
    translator = context.translator
    messages = {
        "fall-rise": translator.gettext("When bond prices fall, yields rise."),
        "rise-fall": translator.gettext("When bond prices rise, yields fall."),
        "fall-fall": translator.gettext("When bond prices fall, yields fall."),
        "rise-rise": translator.gettext("When bond prices rise, yields rise."),
    }
    if claim.what not in messages:
        raise ValueError(claim)
    holds = claim.what in {"fall-rise", "rise-fall"}
    text = translator.gettext(
        "A bond's payments are fixed. Who pays less for them earns more a year, so price and yield"
        " always move opposite ways."
    )
    return Finding(claim, Verdict.HOLDS if holds else Verdict.OFF, messages[claim.what], text)


def _verdict(span: ClaimedNumber, actual: float) -> Verdict:
    # "14 percent" is a fair way to say 14.44.
    if abs(span.low - actual) <= max(span.step, _LEAST_STEP):
        return Verdict.HOLDS
    return judge(span, actual, ARITHMETIC)


def _on_ten_years(price: float, context: CheckContext) -> str:
    """The story's example is one year long; the debt is not."""
    translator, today = context.translator, context.snapshot.curve.at(_TEN)
    if not 50 <= price < _FACE:
        return ""
    there = yield_from_price(today, price, _TEN)
    lasts = context.snapshot.facts["average_maturity"].value
    return translator.gettext(
        "That is for one year; the debt runs {lasts} years on average. A ten-year note at {price}"
        " would earn {there}, {points} points more than today's {today}. {sale}",
        lasts=translator.number(lasts),
        price=translator.dollars(price),
        there=translator.rate(there),
        points=translator.points(there - today),
        today=translator.rate(today),
        sale=_sale_needed(price, context),
    )


def _sale_needed(price: float, context: CheckContext) -> str:
    translator = context.translator
    needed = amount_for_price(price, snapshot=context.snapshot)
    if needed.central is None:
        return translator.gettext("No sale in a month gets there in our best guess.")
    least = translator.money(needed.high) if needed.high else ""
    most = translator.money(needed.low) if needed.low else translator.gettext("more than exists")
    return translator.gettext(
        "Our best guess of the sale in a month that it takes: {central} ({least} to {most}).",
        central=translator.money(needed.central),
        least=least,
        most=most,
    )
