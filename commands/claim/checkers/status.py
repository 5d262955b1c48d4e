"""Ratings, a day's trading, and what the terms of a Treasury allow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc.published_facts import load_published_facts
from commands.claim.findings import (
    Finding,
    Stamp,
    Tolerance,
    Verdict,
    gap,
    judge,
    money,
    nearest,
    official,
)
from commands.claim.reading.dates import Role
from commands.claim.series import fact
from commands.common.text.small_print import Data

if TYPE_CHECKING:
    from commands.claim.findings import CheckContext
    from commands.claim.reading.frames import Frame


# The average of a year and of its first quarter differ by a fifth.
_TRADING: Final = Tolerance(0.10, 0.30)


def check_downgrade(frame: Frame, context: CheckContext) -> Finding | None:
    """That an agency took the top rating away."""
    translator, facts = context.translator, load_published_facts().downgrades
    key = frame.slots["ag"].value if frame.has("ag") else None
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
    if number is None or frame.when or not any(token.has("PER") for token in frame.tokens):
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
