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
    from commands.claim.claims import Claim, Span
    from commands.claim.verdicts import Desk

_FACE: Final = 100.0
_TEN: Final = 10.0
_LONGEST: Final = 100.0
_LEAST_STEP: Final = 0.0006


def check_bond_yield(claim: Claim, desk: Desk) -> Finding:
    """That a bond at a price earns so much, counted as ``/bond`` counts it."""
    span, tongue = claimed(claim), desk.tongue
    price, coupon, years = _terms(claim, desk)
    try:
        actual = bought_at(BondTerms(coupon, years), price).yield_
        one_year = bought_at(BondTerms(coupon, 1.0), price).yield_
    except CalcError as error:
        raise ValueError(claim) from error
    numbers = {
        "coupon": plain_percent(coupon, tongue),
        "price": tongue.dollars(price),
        "claimed": percent(span, tongue),
        "actual": tongue.rate(actual),
    }
    if years == 1:
        restated = tongue.say(
            "A one-year bond with {coupon} interest, bought at {price}, earns {claimed} a year.",
            **numbers,
        )
        worked = tongue.say(
            "{back} ÷ {price} = {ratio}, so it earns **{actual}**.",
            back=tongue.dollars(_FACE * (1 + coupon)),
            ratio=tongue.fixed(_FACE * (1 + coupon) / price, 4),
            **numbers,
        )
        text = f"{worked} {_on_ten_years(price, desk)}".rstrip()
    else:
        restated = tongue.say(
            "A {years}-year bond with {coupon} interest, bought at {price}, earns {claimed} a"
            " year.",
            years=tongue.number(years),
            **numbers,
        )
        text = tongue.say(
            "It earns **{actual}**: the {gain} gained at the end is spread over {years} years."
            " Only a one-year bond would earn {one_year}.",
            gain=tongue.dollars(_FACE - price),
            years=tongue.number(years),
            one_year=tongue.rate(one_year),
            **numbers,
        )
    verdict = _verdict(span, actual)
    return Finding(claim, verdict, restated, text, gap(span, actual, tongue))


def _terms(claim: Claim, desk: Desk) -> tuple[float, float, float]:
    """Price, coupon and years; without a coupon the bond stood at 100 before.

    Raises:
        ValueError: One is missing or out of bounds.
    """
    price, coupon, years = claim.given
    if price is None or years is None or not 0 < years <= _LONGEST:
        raise ValueError(claim)
    return price, desk.snapshot.curve.at(years) if coupon is None else coupon, years


def check_direction(claim: Claim, desk: Desk) -> Finding:
    """That prices and yields move so."""
    tongue = desk.tongue
    messages = {
        "fall-rise": tongue.say("When bond prices fall, yields rise."),
        "rise-fall": tongue.say("When bond prices rise, yields fall."),
        "fall-fall": tongue.say("When bond prices fall, yields fall."),
        "rise-rise": tongue.say("When bond prices rise, yields rise."),
    }
    if claim.what not in messages:
        raise ValueError(claim)
    holds = claim.what in {"fall-rise", "rise-fall"}
    text = tongue.say(
        "A bond's payments are fixed. Who pays less for them earns more a year, so price and yield"
        " always move opposite ways."
    )
    return Finding(claim, Verdict.HOLDS if holds else Verdict.OFF, messages[claim.what], text)


def _verdict(span: Span, actual: float) -> Verdict:
    # "14 percent" is a fair way to say 14.44.
    if abs(span.low - actual) <= max(span.step, _LEAST_STEP):
        return Verdict.HOLDS
    return judge(span, actual, ARITHMETIC)


def _on_ten_years(price: float, desk: Desk) -> str:
    """The story's example is one year long; the debt is not."""
    tongue, today = desk.tongue, desk.snapshot.curve.at(_TEN)
    if not 50 <= price < _FACE:
        return ""
    there = yield_from_price(today, price, _TEN)
    lasts = desk.snapshot.facts["average_maturity"].value
    return tongue.say(
        "That is for one year; the debt runs {lasts} years on average. A ten-year note at {price}"
        " would earn {there}, {points} points more than today's {today}. {sale}",
        lasts=tongue.number(lasts),
        price=tongue.dollars(price),
        there=tongue.rate(there),
        points=tongue.points(there - today),
        today=tongue.rate(today),
        sale=_sale_needed(price, desk),
    )


def _sale_needed(price: float, desk: Desk) -> str:
    tongue = desk.tongue
    needed = amount_for_price(price, snapshot=desk.snapshot)
    if needed.central is None:
        return tongue.say("No sale in a month gets there in our best guess.")
    least = tongue.money(needed.high) if needed.high else ""
    most = tongue.money(needed.low) if needed.low else tongue.say("more than exists")
    return tongue.say(
        "Our best guess of the sale in a month that it takes: {central} ({least} to {most}).",
        central=tongue.money(needed.central),
        least=least,
        most=most,
    )
