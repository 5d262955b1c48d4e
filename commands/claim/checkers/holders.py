"""Who holds how much: the size, the share, the place in the order, one beside another."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from calc.market import Standing
from commands.claim.findings import (
    SHARES,
    SIZES,
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
    percent,
    period,
)
from commands.claim.reading.dates import Role
from commands.claim.reading.words import DOMESTIC, region_members
from commands.claim.series import Held, at, fact, name, names, series, within
from commands.common.parsing.places_in_text import FED, FOREIGN
from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from commands.claim.findings import CheckContext
    from commands.claim.reading.dates import When
    from commands.claim.reading.frames import Frame

_THEN_YEARS: Final = 15
_EXACT: Final = Tolerance(0.02, 0.02)
_SLIPS: Final = (10.0, 100.0, 1000.0)
_FEW: Final = 5
_SOME: Final = 10
_MOST_EXCEPTIONS: Final = 0.03
_RECENT: Final = timedelta(days=400)


def link(who: Sequence[str], context: CheckContext) -> str:
    """The page of one holder, or of all."""
    return f"holders {who[0]}" if who and who[0] in context.snapshot.holders else "holders"


def figure(held: Held, who: str, context: CheckContext) -> str:
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


def check_holding(frame: Frame, context: CheckContext) -> Finding | None:
    """That somebody holds so much."""
    number, translator = frame.number(), context.translator
    who = (FOREIGN,) if frame.has("f") else frame.who
    held = series(who, context)
    if number is None or not who or not held:
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
    times = frame.time(Role.AT)
    if len(frame.when) > 1 or (frame.when and times is None) or region_members(who[0]):
        return base
    if times is not None:
        return _dated(base, frame, times, held, context)
    return _undated(base, frame, held, context)


def _dated(
    base: Finding, frame: Frame, times: When, held: Sequence[Held], context: CheckContext
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
    if verdict is Verdict.FAILS and judge(number, latest.usd) is Verdict.HOLDS:
        verdict = Verdict.NOW
    then = translator.gettext(
        "It was **{amount}** in {month}.",
        amount=official(best.usd, translator),
        month=translator.month(best.month),
    )
    figures = (then,) if best is latest else (then, *base.figures)
    off = gap(number, best.usd, translator) if verdict is not Verdict.HOLDS else ""
    stamp = Stamp(nearest(number, best.usd), best.usd, "usd")
    return replace(base, verdict=verdict, figures=figures, gap=off, stamp=stamp)


def _undated(base: Finding, frame: Frame, held: Sequence[Held], context: CheckContext) -> Finding:
    number, translator = frame.number(), context.translator
    if number is None:
        return base
    latest = held[-1]
    since = context.now.year - _THEN_YEARS
    past = [row for row in held if row.month.year >= since and fits(number, row.usd, _EXACT)]
    if "once" in frame.tense:
        if past:
            best = past[-1]
            figures = (_it_was(best, context), *base.figures)
            return replace(base, verdict=Verdict.HOLDS, figures=figures, stamp=None)
        most = max(held, key=lambda row: row.usd)
        figures = (_the_most(most, context), *base.figures)
        off = gap(number, most.usd, translator)
        return replace(base, verdict=Verdict.FAILS, figures=figures, gap=off, stamp=None)
    verdict = judge(number, latest.usd)
    off = "" if verdict is Verdict.HOLDS else gap(number, latest.usd, translator)
    if verdict is Verdict.HOLDS:
        return replace(base, verdict=verdict)
    if past:
        figures = (_it_was(past[-1], context), *base.figures)
        return replace(base, verdict=Verdict.THEN, figures=figures, gap=off)
    # "Held" without a time may be about any month.
    if "past" in frame.tense and verdict is Verdict.FAILS:
        return base
    figures = base.figures
    if any(abs(number.low * slip / latest.usd - 1) <= SIZES.roughly for slip in _SLIPS):
        figures = (*figures, translator.gettext("Is it a slip of billions and trillions?"))
    elif number.low > (most := max(held, key=lambda row: row.usd)).usd:
        figures = (*figures, _the_most(most, context))
    return replace(base, verdict=verdict, figures=figures, gap=off)


def _it_was(held: Held, context: CheckContext) -> str:
    return context.translator.gettext(
        "It was {amount} in {month}.",
        amount=official(held.usd, context.translator),
        month=context.translator.month(held.month),
    )


def _the_most(held: Held, context: CheckContext) -> str:
    return context.translator.gettext(
        "The most was {amount} in {month}.",
        amount=official(held.usd, context.translator),
        month=context.translator.month(held.month),
    )


def check_share(frame: Frame, context: CheckContext) -> Finding | None:
    """That somebody holds such a share of the debt, or of what foreigners hold."""
    number, translator = frame.number(), context.translator
    who = (FOREIGN,) if frame.has("a") else frame.who
    if number is None or not who:
        return None
    said, share = capitalised(names(who, context)), percent(number, translator)
    of_foreign = frame.has("b")
    title = (
        translator.gettext("{who}: {share} of the US debt held abroad", who=said, share=share)
        if of_foreign
        else translator.gettext("{who}: {share} of the US debt", who=said, share=share)
    )
    times = frame.time(Role.AT)
    if of_foreign:
        found = _of_foreign(who, times, context)
        if found is None:
            return None
        actual, month = found
        text = translator.gettext(
            "{who}: **{share}** of it ({month}).",
            who=said,
            share=translator.percent(actual, 3),
            month=translator.month(month),
        )
        verdicts = [(actual, text)]
    else:
        verdicts = _of_debt(who, frame, context)
    if not verdicts:
        return None
    actual, text = min(verdicts, key=lambda each: abs(nearest(number, each[0]) - each[0]))
    is_old = (
        bool(frame.when) and not of_foreign and (times is None or context.now - times.end > _RECENT)
    )
    verdict = Verdict.NONE if is_old or len(frame.when) > 1 else judge(number, actual, SHARES)
    off = "" if verdict in {Verdict.HOLDS, Verdict.NONE} else gap(number, actual, translator)
    stamp = Stamp(nearest(number, actual), actual, "percent")
    return Finding(title, verdict, (text,), off, link(who, context), stamp=stamp)


def _of_foreign(
    who: Sequence[str], times: When | None, context: CheckContext
) -> tuple[float, date] | None:
    totals = {row.month: row.usd for row in series((FOREIGN,), context)}
    both = [(row, totals[row.month]) for row in series(who, context) if row.month in totals]
    if times is not None:
        both = [pair for pair in both if times.start <= pair[0].month <= times.end]
    return (both[-1][0].usd / both[-1][1], both[-1][0].month) if both else None


def _of_debt(who: Sequence[str], frame: Frame, context: CheckContext) -> list[tuple[float, str]]:
    translator = context.translator
    held = series((FOREIGN,) if who == (DOMESTIC,) else who, context)
    if not held:
        return []
    totals = {
        "total_public_debt": translator.gettext("all US debt"),
        "debt_held_by_public": translator.gettext("US debt held by the public"),
        "marketable_outstanding": translator.gettext("marketable US debt"),
    }
    text = f" {frame.text} "
    if "marketable" in text:
        wanted = ["marketable_outstanding"]
    elif "public" in text:
        wanted = ["debt_held_by_public"]
    else:
        wanted = list(totals)
    found = []
    for key in wanted:
        share = held[-1].usd / fact(key, context).value
        share = 1 - share if who == (DOMESTIC,) else share
        said = translator.gettext(
            "{who}: **{share}** of {what} ({month}).",
            who=capitalised(names(who, context)),
            share=translator.percent(share, 3),
            what=totals[key],
            month=translator.month(held[-1].month),
        )
        found.append((share, said))
    return found


def check_comparison(frame: Frame, context: CheckContext) -> Finding | None:
    """That one holds more, or less, than another."""
    translator = context.translator
    other = frame.slots["other"].who if frame.has("other") else ()
    if len(frame.who) != 1 or len(other) != 1:
        return None
    ours = {row.month: row for row in series(frame.who, context)}
    theirs = {row.month: row for row in series(other, context)}
    is_more = frame.has("m")
    who, whom = capitalised(name(frame.who[0], context)), name(other[0], context)
    title = (
        translator.gettext("{who} holds more US debt than {whom}", who=who, whom=whom)
        if is_more
        else translator.gettext("{who} holds less US debt than {whom}", who=who, whom=whom)
    )
    times = frame.time(Role.AT)
    if FED in {*frame.who, *other}:
        pair = (series(frame.who, context)[-1:], series(other, context)[-1:])
        if not all(pair) or frame.when:
            return None
        left, right = pair[0][0], pair[1][0]
    else:
        common = sorted(set(ours) & set(theirs))
        if times is not None:
            common = [month for month in common if times.start <= month <= times.end]
        if not common or (frame.when and times is None):
            return None
        left, right = ours[common[-1]], theirs[common[-1]]
    text = translator.gettext(
        "{who}: **{ours}**, {whom}: **{theirs}** ({month}).",
        who=who,
        ours=official(left.usd, translator),
        whom=whom,
        theirs=official(right.usd, translator),
        month=translator.month(left.month),
    )
    holds = (left.usd > right.usd) == is_more
    verdict = Verdict.HOLDS if holds else Verdict.FAILS
    return Finding(title, verdict, (text,), link=link(frame.who, context))


def check_rank(frame: Frame, context: CheckContext) -> Finding | None:
    """That somebody stands in such a place among the holders."""
    translator = context.translator
    after = frame.slots["after"].who if frame.has("after") else ()
    if len(frame.who) != 1 or len(after) > 1:
        return None
    key = frame.who[0]
    region = _region(frame)
    if key == FED:
        return _fed_rank(frame, context)
    times = frame.time(Role.AT)
    order = _order(context, times)
    if region is not None:
        order = [each for each in order if each[0] in region]
    without = [each for each in order if each[0] not in after]
    place = next((n for n, each in enumerate(without, 1) if each[0] == key), None)
    if place is None:
        return None
    own = next(row for each, row in order if each == key)
    who = name(key, context)
    is_overtaking = bool(after) and not any(map(frame.has, ("s", "o", "n0")))
    holds = _has_rank(frame, without, place)
    if (after and "overt" in frame.text) or is_overtaking:
        ahead = [each[0] for each in order]
        is_ahead = after[0] not in ahead or ahead.index(key) < ahead.index(after[0])
        full = next(n for n, each in enumerate(order, 1) if each[0] == key)
        has_place = frame.has("s") or frame.has("o")
        holds = is_ahead and (not has_place or _has_rank(frame, order, full) is True)
        place = full
    verdict = Verdict.NONE if holds is None else Verdict.HOLDS if holds else Verdict.FAILS
    if len(frame.when) > 1:
        verdict = Verdict.NONE
    elif any(when.role in {Role.SINCE, Role.UNTIL, Role.OVER, Role.BY} for when in frame.when):
        verdict = _over_time(frame, key, verdict, context)
    elif times is not None and after and holds:
        verdict = _overtook(key, after[0], times, context)
    elif times is None and "past" in frame.tense and "now" not in frame.tense and not holds:
        verdict = Verdict.NONE
    first = without[0]
    texts = [
        translator.gettext(
            "{who} is number {place} with **{amount}** ({month}).",
            who=capitalised(who),
            place=translator.fixed(place, 0),
            amount=official(own.usd, translator),
            month=translator.month(own.month),
        )
    ]
    if first[0] != key:
        texts.append(figure(first[1], name(first[0], context), context))
    elif len(without) > 1:
        texts.append(figure(without[1][1], name(without[1][0], context), context))
    title = translator.gettext("{who}: the place among holders of US debt", who=capitalised(who))
    return Finding(title, verdict, tuple(texts), link=link(frame.who, context))


def _has_rank(frame: Frame, order: Sequence[tuple[str, Held]], place: int) -> bool | None:
    """Whether a place is the one claimed; None where "one of" is a matter of taste."""
    top = frame.number("t")
    if top is not None:
        return place <= top.low
    if frame.has("one") and not frame.has("o"):
        return True if place <= _FEW else None if place <= _SOME else False
    wanted = frame.value("o") if frame.has("o") else 1.0
    return len(order) > 1 and place == wanted


def _region(frame: Frame) -> tuple[str, ...] | None:
    for slot in ("r", "r2", "r3"):
        if frame.has(slot):
            keys = frame.slots[slot].who
            members = region_members(keys[0]) if len(keys) == 1 else ()
            if keys == ("the European Union",):
                # "European" is more than the Union.
                return (*members, "gb", "ch", "no", "ua", "rs", "tr", "je", "gg")
            return members or ("",)
    return None


def _order(context: CheckContext, times: When | None) -> list[tuple[str, Held]]:
    """Every country by what it held, largest first, in one month where a time is named."""
    rows = []
    for key, holder in context.snapshot.holders.items():
        history = holder.history[-1:]
        if times is not None:
            history = tuple(row for row in holder.history if times.start <= row.month <= times.end)
        if history:
            row = history[-1]
            rows.append((key, Held(row.month, row.usd, row.standing is Standing.OFFICIAL)))
    return sorted(rows, key=lambda row: -row[1].usd)


def _over_time(frame: Frame, key: str, now: Verdict, context: CheckContext) -> Verdict:
    """Whether a first place was held since, or until, a time."""
    when = frame.when[0]
    if (
        frame.has("o")
        or frame.has("one")
        or frame.has("t")
        or when.role
        not in {
            Role.SINCE,
            Role.UNTIL,
        }
    ):
        return Verdict.NONE
    firsts: dict[date, str] = {}
    best: dict[date, float] = {}
    for each in context.snapshot.holders:
        for row in series((each,), context):
            if row.usd > best.get(row.month, 0):
                best[row.month], firsts[row.month] = row.usd, each
    after = [firsts[month] == key for month in sorted(firsts) if month > when.end]
    near = [firsts[month] == key for month in firsts if when.start <= month <= when.end]
    if when.role is Role.SINCE:
        holds = (
            now is Verdict.HOLDS
            and any(near)
            and after.count(False) <= len(after) * _MOST_EXCEPTIONS
        )
        return Verdict.HOLDS if holds else Verdict.FAILS
    year_before = [
        firsts[month] == key
        for month in firsts
        if timedelta(0) <= when.end - month <= timedelta(days=731)
    ]
    holds = any(year_before) and after.count(True) <= len(after) * _MOST_EXCEPTIONS
    return Verdict.HOLDS if holds else Verdict.FAILS


def _overtook(key: str, other: str, times: When, context: CheckContext) -> Verdict:
    """Whether one passed the other in that time."""
    ours = {row.month: row.usd for row in series((key,), context)}
    theirs = {row.month: row.usd for row in series((other,), context)}
    months = sorted(set(ours) & set(theirs))
    earlier = [month for month in months if month < times.start]
    inside = [month for month in months if times.start <= month <= times.end]
    if not earlier or not inside:
        return Verdict.NONE
    was_behind = ours[earlier[-1]] <= theirs[earlier[-1]]
    return Verdict.HOLDS if was_behind and ours[inside[-1]] > theirs[inside[-1]] else Verdict.FAILS


def _fed_rank(frame: Frame, context: CheckContext) -> Finding | None:
    """The Fed is no foreign holder, and holds more than any of them."""
    translator = context.translator
    order = _order(context, None)
    held = series((FED,), context)[-1]
    first, row = order[0]
    title = translator.gettext("The Federal Reserve among holders of US debt")
    is_foreign = "foreign" in frame.text
    is_first = frame.has("s") and not frame.has("o") and not frame.has("after")
    verdict = Verdict.HOLDS if is_first and not is_foreign and not frame.when else Verdict.NONE
    texts = (
        figure(held, name(FED, context), context),
        translator.gettext(
            "The largest foreign holder is {who} with {amount}.",
            who=name(first, context),
            amount=official(row.usd, translator),
        ),
    )
    return Finding(title, verdict, texts, link="holders")
