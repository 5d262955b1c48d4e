"""Ratings, a day's trading, and what the terms of a Treasury allow, and when it comes due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc.published_facts import load_published_facts
from commands.claim.checkers.known_numbers import Beside, KnownNumber, find_nearest
from commands.claim.findings import (
    SHARES,
    SIZES,
    Finding,
    Stamp,
    Tolerance,
    Verdict,
    gap,
    judge,
    money,
    nearest,
    official,
    percent,
)
from commands.claim.reading.dates import Role
from commands.claim.series import fact
from commands.common.text.small_print import Data

if TYPE_CHECKING:
    from commands.claim.findings import CheckContext
    from commands.claim.reading.frames import Frame


# The average of a year and of its first quarter differ by a fifth.
_TRADING: Final = Tolerance(0.10, 0.30)
_DAYS_OF_A_YEAR: Final = 366
_YEAR_TOLERANCE: Final = 0.2


def check_downgrade(frame: Frame, context: CheckContext) -> Finding | None:
    """That an agency took the top rating away."""
    translator, facts = context.translator, load_published_facts().downgrades
    key = frame.slots["ag"].key if frame.has("ag") else None
    rows = [row for row in facts if key is None or row.key == key]
    if not rows:
        return None
    title = translator.gettext("The US lost its top credit rating")
    if key is not None:
        title = translator.gettext("{agency} lowered the rating of the US", agency=rows[0].agency)
    text = downgrades_text(context) if key is None else one_downgrade(rows[0].key, context)
    times = frame.time(Role.AT)
    if len(frame.when) > 1 or (frame.when and times is None):
        verdict = Verdict.NONE
    elif times is None:
        verdict = Verdict.HOLDS
    else:
        hit = [row for row in rows if times.start <= row.day <= times.end]
        verdict = Verdict.HOLDS if hit else Verdict.FAILS
        if not hit and times.is_day and any(abs((row.day - times.start).days) <= 4 for row in rows):
            verdict = Verdict.ROUGHLY
    return Finding(title, verdict, (text,), link="learn rating", used=None)


def check_rated(frame: Frame, context: CheckContext) -> Finding | None:
    """That the United States have the top rating: of none of the three any more."""
    if frame.when:
        return None
    title = context.translator.gettext("The US has the top credit rating")
    verdict = Verdict.NONE if "once" in frame.tense or "past" in frame.tense else Verdict.FAILS
    return Finding(title, verdict, (downgrades_text(context),), link="learn rating", used=None)


def check_trading(frame: Frame, context: CheckContext) -> Finding | None:
    """That so much is traded in a day."""
    number, translator = frame.number(), context.translator
    known = fact("daily_trading", context)
    if number is None or frame.when or not frame.says("PER"):
        return None
    text = translator.gettext(
        "On an average day of early {year}: **{amount}**.",
        year=str(known.as_of.year),
        amount=official(known.value, translator),
    )
    title = translator.gettext(
        "{amount} of US Treasuries are traded a day", amount=money(number, translator)
    )
    verdict = judge(number, known.value, _TRADING)
    off = "" if verdict is Verdict.HOLDS else gap(number, known.value, translator)
    stamp = Stamp(nearest(number, known.value), known.value, "usd")
    return Finding(title, verdict, (text,), off, "learn secondarymarket", Data.DEBT, stamp)


def check_call(frame: Frame, context: CheckContext) -> Finding | None:
    """That nobody can ask for the money before a bond ends."""
    del frame
    translator = context.translator
    title = translator.gettext("No holder can ask for the money early")
    text = translator.gettext(
        "A Treasury is paid back on its day. Before that, a holder can only sell it or wait."
    )
    return Finding(title, Verdict.HOLDS, (text,), link="learn maturity", used=Data.DEBT)


def downgrades_text(context: CheckContext) -> str:
    """Who took it away when."""
    facts = load_published_facts().downgrades
    years = {row.key: str(row.day.year) for row in facts}
    return context.translator.gettext(
        "None of the three gives its top grade any more: S&P since {sp}, Fitch since {fitch},"
        " Moody's since {moodys}.",
        **years,
    )


def one_downgrade(key: str, context: CheckContext) -> str:
    """What one agency did."""
    row = next(row for row in load_published_facts().downgrades if row.key == key)
    return context.translator.gettext(
        "{agency} went from {before} to **{after}** on {day}.",
        agency=row.agency,
        before=row.before,
        after=row.after,
        day=context.translator.day(row.day),
    )


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
