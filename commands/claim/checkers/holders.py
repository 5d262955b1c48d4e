"""How much somebody holds, alone and beside another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from commands.claim.findings import (
    SHARES,
    SIZES,
    CheckContext,
    Finding,
    Stamp,
    Tolerance,
    Verdict,
    fits,
    gap,
    judge,
    money,
    nearest,
    official,
    period,
)
from commands.claim.reading.dates import Role, When
from commands.claim.regions import REGION_NAMES, region_members
from commands.claim.series import LINES, DatedHolding, at, names, series, within
from commands.common.parsing.places_in_text import FED
from commands.common.parsing.quantities_in_text import QuantityInText, Sense, Unit
from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.reading.frames import Frame

_THEN_YEARS: Final = 27
_EXACT: Final = Tolerance(0.02, 0.02)
_REACHED, _MISSED = 0.97, 0.9
_REVISED: Final = Tolerance(0.20, 0.20)
_SURVEY_YEARS: Final = 3
_FAR: Final = 1.3
_TWICE: Final = QuantityInText(Unit.BARE, 2.0, 2.0, Sense.ABOUT, 0.0, 0, 0)
_SLIPS: Final = (10.0, 100.0, 1000.0)


def link(who: Sequence[str], context: CheckContext) -> str:
    """The page of one holder, or of all."""
    return f"holders {who[0]}" if who and who[0] in context.snapshot.holders else "holders"


def figure(held: DatedHolding, who: str, context: CheckContext) -> str:
    """What was held when."""
    translator = context.translator
    values = {
        "who": capitalised(who),
        "amount": official(held.usd, translator),
        "month": translator.month(held.month),
    }
    if not held.is_official:
        return translator.gettext("{who}: **{amount}** ({month}, press reports).", **values)
    return translator.gettext("{who}: **{amount}** ({month}).", **values)


def is_revised(month: date, context: CheckContext) -> bool:
    """Whether figures of a month were changed by the surveys of later years."""
    return context.now.year - month.year >= _SURVEY_YEARS


def check_holding(frame: Frame, context: CheckContext) -> Finding | None:
    """That somebody holds so much."""
    number, translator = frame.number(), context.translator
    who, held = frame.who, series(frame.who, context)
    if number is None or not held:
        return None
    said = names(who, context)
    values = {"who": capitalised(said), "amount": money(number, translator)}
    when = period(frame, translator)
    title = (
        translator.gettext("{who} held {amount} of US Treasuries {when}", when=when, **values)
        if when
        else translator.gettext("{who}: {amount} of US Treasuries", **values)
    )
    latest = held[-1]
    base = Finding(
        title,
        Verdict.NONE,
        (figure(latest, said, context),),
        link=link(who, context),
        stamp=Stamp(nearest(number, latest.usd), latest.usd, "usd"),
    )
    if frame.negation:
        return _denied(base, frame, held, context)
    times = frame.time(Role.AT)
    if len(frame.when) > 1 or (frame.when and times is None):
        return base
    finding = (
        _undated(base, frame, held, context)
        if times is None
        else _dated(base, frame, times, held, context)
    )
    sure = {Verdict.HOLDS, Verdict.FAILS} if who[0] in LINES else {Verdict.HOLDS}
    if region_members(who[0]) and finding.verdict not in sure:
        # Not every member has a line of its own, and who is one changes.
        return finding.without_verdict()
    return finding


def _denied(
    base: Finding, frame: Frame, held: Sequence[DatedHolding], context: CheckContext
) -> Finding:
    """That somebody does not hold, or never held, so much."""
    number, who = frame.number(), names(frame.who, context)
    if number is None or frame.when or number.sense is Sense.LESS:
        return base
    values = {"who": capitalised(who), "amount": money(number, context.translator)}
    is_never = frame.negation == "never"
    title = (
        context.translator.gettext("{who} never held {amount} of US Treasuries", **values)
        if is_never
        else context.translator.gettext("{who} does not hold {amount} of US Treasuries", **values)
    )
    row = max(held, key=lambda each: each.usd) if is_never else held[-1]
    figures = base.figures if row is held[-1] else (_the_most(row, context), *base.figures)
    verdict = Verdict.NONE
    if row.usd >= number.low * _REACHED:
        verdict = Verdict.FAILS
    elif row.usd < number.low * _MISSED:
        verdict = Verdict.HOLDS
    return replace(base, title=title, verdict=verdict, figures=figures, stamp=None)


def _dated(
    base: Finding, frame: Frame, times: When, held: Sequence[DatedHolding], context: CheckContext
) -> Finding:
    number, translator = frame.number(), context.translator
    latest = held[-1]
    rows = within(held, times.start, times.end)
    if number is None or not rows:
        return base
    best = min(rows, key=lambda row: abs(nearest(number, row.usd) / row.usd - 1))
    if times.is_day and (earlier := at(held, times.start - timedelta(days=31))):
        best = min((best, earlier), key=lambda row: abs(number.low / row.usd - 1))
    verdict = judge(number, best.usd)
    if verdict is Verdict.FAILS and is_revised(best.month, context):
        # First prints of those years differ from today's figures.
        verdict = Verdict.NONE if fits(number, best.usd, _REVISED) else verdict
    if verdict is Verdict.FAILS and judge(number, latest.usd) is Verdict.HOLDS:
        verdict = Verdict.NOW
    then = _it_was(best, frame, context)
    figures = (then,) if best is latest else (then, *base.figures)
    off = gap(number, best.usd, translator) if verdict is not Verdict.HOLDS else ""
    stamp = Stamp(nearest(number, best.usd), best.usd, "usd")
    return replace(base, verdict=verdict, figures=figures, gap=off, stamp=stamp)


def _undated(
    base: Finding, frame: Frame, held: Sequence[DatedHolding], context: CheckContext
) -> Finding:
    number = frame.number()
    if number is None:
        return base
    latest = held[-1]
    since = context.now.year - _THEN_YEARS
    # A bound is kept strictly: what was close to it was not beyond it.
    is_bound = number.sense is not Sense.ABOUT
    wanted = {Verdict.HOLDS} if is_bound else {Verdict.HOLDS, Verdict.ROUGHLY}
    past = [
        row for row in held if row.month.year >= since and judge(number, row.usd, _EXACT) in wanted
    ]
    if "once" in frame.tense:
        return _once(base, frame, past, held, context)
    verdict = judge(number, latest.usd)
    if verdict is Verdict.HOLDS or (verdict is Verdict.ROUGHLY and is_bound):
        return replace(base, verdict=verdict)
    off = gap(number, latest.usd, context.translator)
    if past and past[-1] is not latest:
        figures = (_it_was(past[-1], frame, context), *base.figures)
        return replace(base, verdict=Verdict.THEN, figures=figures, gap=off)
    # "DatedHolding" without a time may be about any month.
    if "past" in frame.tense and verdict is Verdict.FAILS:
        return base
    figures = (*base.figures, _beside(number, latest, held, context))
    return replace(base, verdict=verdict, figures=figures, gap=off)


def _once(
    base: Finding,
    frame: Frame,
    past: Sequence[DatedHolding],
    held: Sequence[DatedHolding],
    context: CheckContext,
) -> Finding:
    """Judge "once held" by any month."""
    if past:
        figures = (_it_was(past[-1], frame, context), *base.figures)
        return replace(base, verdict=Verdict.HOLDS, figures=figures, stamp=None)
    most, number = max(held, key=lambda row: row.usd), frame.number()
    off = "" if number is None else gap(number, most.usd, context.translator)
    figures = (_the_most(most, context), *base.figures)
    return replace(base, verdict=Verdict.FAILS, figures=figures, gap=off, stamp=None)


def _beside(
    number: QuantityInText,
    latest: DatedHolding,
    held: Sequence[DatedHolding],
    context: CheckContext,
) -> str:
    """What may explain a number that never was right."""
    if any(abs(number.low * slip / latest.usd - 1) <= SIZES.roughly for slip in _SLIPS):
        return context.translator.gettext("Is it a slip of billions and trillions?")
    if len(held) == 1:
        return ""
    most = max(held, key=lambda row: row.usd)
    return _the_most(most, context) if number.low > most.usd else ""


def _it_was(held: DatedHolding, frame: Frame, context: CheckContext) -> str:
    return figure(held, names(frame.who, context), context)


def _the_most(held: DatedHolding, context: CheckContext) -> str:
    return context.translator.gettext(
        "The most was {amount} in {month}.",
        amount=official(held.usd, context.translator),
        month=context.translator.month(held.month),
    )


def check_comparison(frame: Frame, context: CheckContext) -> Finding | None:
    """That one holds more, or less, than another."""
    translator = context.translator
    other = frame.slots["other"].who if frame.has("other") else ()
    if not frame.who or not other:
        return None
    is_more = frame.has("m")
    is_larger = is_more or not frame.has("l")
    who, whom = capitalised(names(frame.who, context)), names(other, context)
    title = (
        translator.gettext("{who} holds more US debt than {whom}", who=who, whom=whom)
        if is_larger
        else translator.gettext("{who} holds less US debt than {whom}", who=who, whom=whom)
    )
    pair = _side_by_side(frame, other, context)
    if pair is None:
        return None
    left, right = pair
    text = translator.gettext(
        "{who}: **{ours}**, {whom}: **{theirs}** ({month}).",
        who=who,
        ours=official(left.usd, translator),
        whom=whom,
        theirs=official(right.usd, translator),
        month=translator.month(left.month),
    )
    holds = (left.usd > right.usd) == is_larger
    verdict = Verdict.HOLDS if holds else Verdict.FAILS
    number, ratio = frame.number(), left.usd / right.usd
    if holds and number is not None:
        verdict = judge(number, abs(ratio - 1), SHARES)
    if frame.has("x") or frame.has("k"):
        factor = frame.number("k") or _TWICE
        factor = replace(factor, sense=Sense.MORE) if is_more else factor
        verdict = judge(factor, ratio, SHARES)
    if not holds and _FAR > ratio > 1 / _FAR and _is_estimated((*frame.who, *other)):
        # Not every member of a region has a line of its own.
        verdict = Verdict.NONE
    if len(other) > 1 and not holds and is_larger:
        # Than each of them, or than all together?
        verdict = Verdict.NONE
    return Finding(title, verdict, (text,), link=link(frame.who, context))


def _is_estimated(keys: Sequence[str]) -> bool:
    """Whether a region among them is only the sum of the members that have lines."""
    return any(key in REGION_NAMES and key not in LINES for key in keys)


def _side_by_side(
    frame: Frame, other: Sequence[str], context: CheckContext
) -> tuple[DatedHolding, DatedHolding] | None:
    """What both held in the newest month of the time that is named."""
    times, ours, theirs = frame.time(Role.AT), series(frame.who, context), series(other, context)
    if frame.when and times is None:
        return None
    if FED in {*frame.who, *other}:
        return None if frame.when or not ours or not theirs else (ours[-1], theirs[-1])
    by_month = {row.month: row for row in theirs}
    pairs = [
        (row, by_month[row.month])
        for row in ours
        if row.month in by_month and (times is None or times.start <= row.month <= times.end)
    ]
    return pairs[-1] if pairs else None
