"""A yield of today, and a day's trading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.claim.checkers.parts import claimed, fact, given
from commands.claim.quantities import Sense
from commands.claim.verdicts import Finding, Verdict, gap, judge, money, nearest, percent

if TYPE_CHECKING:
    from commands.claim.claims import Claim, Span
    from commands.claim.verdicts import Desk

_HOLDS: Final = 0.001
_ROUGHLY: Final = 0.003
_LONGEST: Final = 30.0


def check_yield_level(claim: Claim, desk: Desk) -> Finding:
    """That a yield stands at so much."""
    span, tongue = claimed(claim), desk.tongue
    (years,) = given(claim, 1)
    if not 0 < years <= _LONGEST:
        raise ValueError(claim)
    actual = desk.snapshot.curve.at(years)
    restated = tongue.say(
        "The {years}-year US yield is {rate}.",
        years=tongue.number(years),
        rate=percent(span, tongue),
    )
    text = tongue.say(
        "On {day} it was **{actual}**.",
        day=tongue.day(desk.snapshot.curve.as_of),
        actual=tongue.rate(actual),
    )
    miss = abs(nearest(span, actual) - actual)
    off = tongue.say("off by {points} points", points=tongue.points(miss)) if miss else ""
    return Finding(claim, _verdict(span, actual, miss), restated, text, off)


def check_trading_day(claim: Claim, desk: Desk) -> Finding:
    """That so much is traded in a day."""
    span, tongue = claimed(claim), desk.tongue
    known = fact("daily_trading", desk)
    restated = tongue.say("{amount} of US Treasuries are traded a day.", amount=money(span, tongue))
    text = tongue.say(
        "The average day of the first quarter of {year}: **{actual}**.",
        year=str(known.as_of.year),
        actual=tongue.billions(known.value),
    )
    return Finding(claim, judge(span, known.value), restated, text, gap(span, known.value, tongue))


def check_unit_slip(claim: Claim, desk: Desk) -> Finding:
    """That one sum is another, a power of ten away."""
    span, tongue = claimed(claim), desk.tongue
    (larger,) = given(claim, 1)
    if not larger > span.low:
        raise ValueError(claim)
    values = {"large": tongue.given_money(larger), "small": tongue.given_money(span.low)}
    text = tongue.say(
        "A slip of units: {large} is {billions}. A trillion is a thousand billion.",
        billions=tongue.billions(larger),
        **values,
    )
    off = gap(span, larger, tongue)
    return Finding(claim, Verdict.OFF, tongue.say("{large} is {small}.", **values), text, off)


def _verdict(span: Span, actual: float, miss: float) -> Verdict:
    if span.sense is not Sense.ABOUT:
        return judge(span, actual)
    if miss <= max(_HOLDS, span.step):
        return Verdict.HOLDS
    return Verdict.ROUGHLY if miss <= _ROUGHLY else Verdict.OFF
