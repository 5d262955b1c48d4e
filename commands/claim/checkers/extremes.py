"""Records of holdings: the highest and the lowest, ever or since a time."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from commands.claim.checkers.holders import figure, link
from commands.claim.findings import (
    CheckContext,
    Finding,
    Verdict,
    judge,
    official,
    worst,
)
from commands.claim.reading.dates import Role
from commands.claim.series import DatedHolding, names, series, within
from commands.common.parsing.places_in_text import FED
from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.reading.frames import Frame

_LONGEST: Final = 50.0


def check_extreme(frame: Frame, context: CheckContext) -> Finding | None:
    """That a holding is at its highest or lowest, since a time or ever."""
    translator = context.translator
    who, held = frame.who, series(frame.who, context)
    roles = {when.role for when in frame.when}
    if not held or who == (FED,) or not roles <= {Role.AT, Role.SINCE}:
        return None
    said = capitalised(names(who, context))
    title = (
        translator.gettext("{who}: the lowest holdings of US Treasuries", who=said)
        if frame.has("l")
        else translator.gettext("{who}: the highest holdings of US Treasuries", who=said)
    )
    times, years = frame.time(Role.AT), frame.value("y")
    if times is not None and years is None:
        return _at_time(title, frame, who, within(held, times.start, times.end), context)
    if frame.has("k"):
        # "Peaked" without a time needs its number.
        return _at_time(title, frame, who, held, context) if frame.number() else None
    if times is not None:
        held = tuple(row for row in held if row.month <= times.end)
    return _of_newest(title, frame, who, held, context) if held else None


def _at_time(
    title: str,
    frame: Frame,
    who: Sequence[str],
    rows: Sequence[DatedHolding],
    context: CheckContext,
) -> Finding | None:
    """In that time it was higher, or lower, than ever before; "peaked": or than ever."""
    if not rows:
        return None
    held, number = series(who, context), frame.number()
    choose = min if frame.has("l") else max
    best = choose(rows, key=lambda row: row.usd)
    until = held if frame.has("k") else [row for row in held if row.month <= best.month]
    record = choose(until, key=lambda row: row.usd)
    verdicts = [Verdict.HOLDS if best.month == record.month else Verdict.FAILS]
    if number is not None:
        verdicts.append(judge(number, best.usd))
    said = names(who, context)
    others = () if best == held[-1] else (figure(held[-1], said, context),)
    texts = (figure(record, said, context), *others)
    return Finding(title, worst(verdicts), texts, link=link(who, context))


def _of_newest(
    title: str,
    frame: Frame,
    who: Sequence[str],
    held: Sequence[DatedHolding],
    context: CheckContext,
) -> Finding:
    """The newest month against all since a time."""
    translator, number = context.translator, frame.number()
    since, years = frame.time(Role.SINCE), frame.value("y")
    start = since.end if since is not None else date.min
    if years is not None:
        start = held[-1].month - timedelta(days=365.25 * min(years, _LONGEST))
    choose = min if frame.has("l") else max
    latest = held[-1]
    record = choose((row for row in held if row.month > start), key=lambda row: row.usd)
    is_record = record.month == latest.month
    verdicts = [Verdict.HOLDS if is_record else Verdict.FAILS]
    if number is not None:
        verdicts.append(judge(number, latest.usd))
    was = translator.gettext(
        "It was {amount} in {month}.",
        amount=official(record.usd, translator),
        month=translator.month(record.month),
    )
    texts = (figure(latest, names(who, context), context), *(() if is_record else (was,)))
    return Finding(title, worst(verdicts), texts, link=link(who, context))
