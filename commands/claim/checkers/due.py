"""When the US debt comes due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.claim.checkers.known_numbers import (
    Beside,
    KnownNumber,
    find_nearest,
)
from commands.claim.findings import (
    SHARES,
    SIZES,
    CheckContext,
    Finding,
    Verdict,
    money,
    percent,
)
from commands.claim.reading.dates import Role
from commands.claim.series import fact
from commands.common.text.small_print import Data

if TYPE_CHECKING:
    from commands.claim.reading.frames import Frame

_DAYS_OF_A_YEAR: Final = 366
_YEAR_TOLERANCE: Final = 0.2


def check_due(frame: Frame, context: CheckContext) -> Finding | None:
    """That so much of the debt comes due within a year."""
    number, translator = frame.number(), context.translator
    is_of_a_year = all(
        when.role is not Role.OVER or abs((when.end - when.start).days) <= _DAYS_OF_A_YEAR
        for when in frame.when
    ) and all(token.value == 1 for token in frame.tokens if token.has("DUR"))
    if number is None or not is_of_a_year:
        return None
    due, all_of_it = fact("due_within_12_months", context), fact("marketable_outstanding", context)
    is_share = number.high <= 1
    text = translator.gettext(
        "Within a year comes due: **{share}** of marketable debt, {amount} ({day}).",
        share=translator.percent(due.value, 3),
        amount=translator.money(due.value * all_of_it.value, 3),
        day=translator.day(due.as_of),
    )
    said = percent(number, translator) if is_share else money(number, translator)
    title = translator.gettext("{amount} of the US debt comes due within a year", amount=said)
    actual = due.value if is_share else due.value * all_of_it.value
    beside = Beside(
        SHARES if is_share else SIZES,
        "learn rollover",
        "percent" if is_share else "usd",
        may_judge=not any(when.role is not Role.OVER for when in frame.when),
    )
    return find_nearest(title, number, [KnownNumber(actual, text)], beside, context)


def check_maturity(frame: Frame, context: CheckContext) -> Finding | None:
    """That the debt runs so long on average."""
    years, translator = frame.value("n"), context.translator
    known = fact("average_maturity", context)
    if years is None:
        return None
    is_less = any(word in frame.text for word in ("under", "less", "below"))
    is_more = any(word in frame.text for word in ("over", "more", "above"))
    holds = abs(years - known.value) <= _YEAR_TOLERANCE + 0.1 or round(known.value) == years
    holds = known.value <= years if is_less else known.value >= years if is_more else holds
    text = translator.gettext(
        "Marketable debt runs **{years} years** on average ({day}).",
        years=translator.number(known.value, 3),
        day=translator.day(known.as_of),
    )
    title = translator.gettext(
        "The US debt runs {years} years on average", years=translator.number(years)
    )
    verdict = Verdict.HOLDS if holds else Verdict.FAILS
    return Finding(title, verdict, (text,), link="learn rollover", used=Data.DEBT)
