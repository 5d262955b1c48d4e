"""A yield of today, and a day's trading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.claim.checkers.parts import claimed, fact, given
from commands.claim.verdicts import Finding, Verdict, gap, judge, money, nearest, percent
from commands.common.parsing.quantities_in_text import Sense

if TYPE_CHECKING:
    from commands.claim.claims import Claim, ClaimedNumber
    from commands.claim.verdicts import CheckContext

_HOLDS: Final = 0.001
_ROUGHLY: Final = 0.003
_LONGEST: Final = 30.0


def check_yield_level(claim: Claim, context: CheckContext) -> Finding:
    """That a yield stands at so much."""
    span, translator = claimed(claim), context.translator
    (years,) = given(claim, 1)
    if not 0 < years <= _LONGEST:
        raise ValueError(claim)
    actual = context.snapshot.curve.at(years)
    restated = translator.gettext(
        "The {years}-year US yield is {rate}.",
        years=translator.fixed(years, 0),
        rate=percent(span, translator),
    )
    text = translator.gettext(
        "On {day} it was **{actual}**.",
        day=translator.day(context.snapshot.curve.as_of),
        actual=translator.rate(actual),
    )
    miss = abs(nearest(span, actual) - actual)
    off = (
        translator.gettext("off by {points} points", points=translator.points(miss)) if miss else ""
    )
    return Finding(claim, _verdict(span, actual, miss), restated, text, off)


def check_trading_day(claim: Claim, context: CheckContext) -> Finding:
    """That so much is traded in a day."""
    span, translator = claimed(claim), context.translator
    known = fact("daily_trading", context)
    restated = translator.gettext(
        "{amount} of US Treasuries are traded a day.", amount=money(span, translator)
    )
    text = translator.gettext(
        "The average day of the first quarter of {year}: **{actual}**.",
        year=str(known.as_of.year),
        actual=translator.billions(known.value),
    )
    return Finding(
        claim, judge(span, known.value), restated, text, gap(span, known.value, translator)
    )


def check_unit_slip(claim: Claim, context: CheckContext) -> Finding:
    """That one sum is another, a power of ten away."""
    span, translator = claimed(claim), context.translator
    (larger,) = given(claim, 1)
    if not larger > span.low:
        raise ValueError(claim)
    values = {"large": translator.exact_money(larger), "small": translator.exact_money(span.low)}
    text = translator.gettext(
        "A slip of units: {large} is {billions}. A trillion is a thousand billion.",
        billions=translator.billions(larger),
        **values,
    )
    off = gap(span, larger, translator)
    return Finding(
        claim, Verdict.OFF, translator.gettext("{large} is {small}.", **values), text, off
    )


def _verdict(span: ClaimedNumber, actual: float, miss: float) -> Verdict:
    if span.sense is not Sense.ABOUT:
        return judge(span, actual)
    if miss <= max(_HOLDS, span.step):
        return Verdict.HOLDS
    return Verdict.ROUGHLY if miss <= _ROUGHLY else Verdict.OFF
