"""How holdings changed, and what was bought and sold."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from commands.claim.checkers.holders import figure, link
from commands.claim.findings import (
    SIZES,
    Finding,
    Stamp,
    Tolerance,
    Verdict,
    fits,
    gap,
    judge,
    money,
    official,
    worst,
)
from commands.claim.net_sales import newest_year, period_text, sold_between
from commands.claim.reading.dates import Role
from commands.claim.series import at, before, fact, name, names, series, within
from commands.common.parsing.places_in_text import FED, FOREIGN
from commands.common.parsing.quantities_in_text import Sense
from commands.common.text.names import capitalised
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.findings import CheckContext
    from commands.claim.reading.dates import When
    from commands.claim.reading.frames import Frame
    from commands.claim.series import Held
    from commands.common.parsing.quantities_in_text import QuantityInText

_BILLION: Final = 1e9
_LARGEST_BARE: Final = 5000.0
_YEAR: Final = timedelta(days=366)
_UNCHANGED: Final = 0.01
_CHANGES: Final = Tolerance(0.05, 0.12)
_LEVELS: Final = Tolerance(0.02, 0.05)
_HALF: Final = 0.5


def check_change(frame: Frame, context: CheckContext) -> Finding | None:
    """That a holding rose or fell by so much, or to so much from so much."""
    number, translator = _dollars(frame.number()), context.translator
    held = series(frame.who, context)
    if number is None or not held or frame.who == (FED,):
        return None
    who = names(frame.who, context)
    is_fall = frame.has("d")
    values = {"who": capitalised(who), "amount": money(number, translator)}
    is_level = frame.has("to") or number.sense is not Sense.ABOUT
    messages = {
        (True, True): N_("{who} cut holdings of US Treasuries to {amount}"),
        (True, False): N_("{who} raised holdings of US Treasuries to {amount}"),
        (False, True): N_("{who} cut holdings of US Treasuries by {amount}"),
        (False, False): N_("{who} raised holdings of US Treasuries by {amount}"),
    }
    title = translator.gettext(messages[is_level, is_fall], **values)
    ends = _ends(held, frame)
    base = Finding(
        title, Verdict.NONE, (figure(held[-1], who, context),), link=link(frame.who, context)
    )
    if is_level:
        return _to_level(base, frame, number, held, context)
    if not ends or not (frame.has("d") or frame.has("u")):
        latest_year = _over_a_year(held)
        if latest_year is None:
            return base
        return replace(base, figures=(_way(*latest_year, context),))
    changes = [(first, last, last.usd - first.usd) for first, last in ends]
    sign = -1 if is_fall else 1
    first, last, change = min(changes, key=lambda each: abs(sign * each[2] - number.low))
    text = _way(first, last, context)
    if change * sign <= 0:
        return replace(base, verdict=Verdict.FAILS, figures=(text,))
    verdict = judge(number, abs(change), _CHANGES)
    off = "" if verdict is Verdict.HOLDS else gap(number, abs(change), translator)
    return replace(
        base, verdict=verdict, figures=(text,), gap=off, stamp=Stamp(number.low, abs(change), "usd")
    )


def _to_level(
    base: Finding, frame: Frame, number: QuantityInText, held: Sequence[Held], context: CheckContext
) -> Finding:
    """Where it went to, and where it came from."""
    translator = context.translator
    times = frame.time(Role.AT, Role.OVER)
    if any(when.role in {Role.SINCE, Role.UNTIL, Role.BY} for when in frame.when):
        return base
    after = held[-1] if times is None else at(held, times.end) if not times.is_year else None
    if times is not None and times.is_year:
        rows = within(held, times.start, times.end)
        after = min(rows, key=lambda row: abs(row.usd / number.low - 1)) if rows else None
    if after is None:
        return base
    verdicts = [judge(number, after.usd, _LEVELS)]
    start = before(held, after.month)
    source = _dollars(frame.number("m"))
    if len(frame.when) == 2 and all(w.role is Role.AT for w in frame.when) and source is not None:
        # "From 240 billion in March 2025 to 183 billion in March 2026."
        first, last = sorted(frame.when, key=lambda w: w.start)
        start, ended = at(held, first.end), at(held, last.end)
        if start is None or ended is None:
            return base
        after = ended
        verdicts = [judge(number, after.usd, _LEVELS), judge(source, start.usd, _LEVELS)]
    elif source is not None:
        if times is not None and times.role is Role.OVER:
            start = at(held, times.start)
        if start is None:
            return base
        verdicts.append(judge(source, start.usd, _LEVELS))
    elif start is not None and times is not None and times.role is Role.OVER:
        start = at(held, times.start)
    if start is None:
        return base
    is_fall = after.usd < start.usd
    direction = frame.has("d") if (frame.has("d") or frame.has("u")) else is_fall
    verdict = worst(verdicts)
    if direction != is_fall and number.sense is Sense.ABOUT and verdict is not Verdict.FAILS:
        verdict = Verdict.NONE
    if times is None and verdict is Verdict.FAILS:
        past = [
            row
            for row in held
            if fits(number, row.usd, SIZES) and row.month.year >= context.now.year - 15
        ]
        verdict = (
            Verdict.THEN if past and source is None else Verdict.NONE if past else Verdict.FAILS
        )
    off = gap(number, after.usd, translator) if verdict in {Verdict.ROUGHLY, Verdict.FAILS} else ""
    figures = (_way(start, after, context), *(base.figures if after is not held[-1] else ()))
    return replace(
        base, verdict=verdict, figures=figures, gap=off, stamp=Stamp(number.low, after.usd, "usd")
    )


def check_direction(frame: Frame, context: CheckContext) -> Finding | None:
    """That a holding rose or fell."""
    translator = context.translator
    who_keys = (FOREIGN,) if frame.has("f") else frame.who
    held = series(who_keys, context)
    if not held or who_keys == (FED,):
        return None
    is_fall = frame.has("d")
    who = capitalised(names(who_keys, context))
    title = (
        translator.gettext("{who} cut holdings of US Treasuries", who=who)
        if is_fall
        else translator.gettext("{who} raised holdings of US Treasuries", who=who)
    )
    ends = _ends(held, frame) if frame.when else ()
    year = _over_a_year(held)
    if not ends and (frame.when or year is None):
        return None
    pairs = ends or ((year,) if year else ())
    first, last = pairs[0]
    change = last.usd / first.usd - 1
    holds = change < 0 if is_fall else change > 0
    verdict = Verdict.HOLDS if holds else Verdict.FAILS
    if abs(change) < _UNCHANGED or len(frame.when) > 1:
        verdict = Verdict.NONE
    return Finding(title, verdict, (_way(first, last, context),), link=link(who_keys, context))


def check_factor(frame: Frame, context: CheckContext) -> Finding | None:
    """That a holding halved, doubled, or changed by so many percent."""
    translator, number = context.translator, frame.number()
    held = series(frame.who, context)
    ends = _ends(held, frame) if held and frame.when else ()
    if not ends or frame.who == (FED,):
        return None
    who = capitalised(names(frame.who, context))
    title = translator.gettext("{who}: how far holdings of US Treasuries changed", who=who)
    if number is not None:
        sign = -1 if frame.has("d") else 1
        first, last = min(ends, key=lambda e: abs(sign * (e[1].usd / e[0].usd - 1) - number.low))
        change = sign * (last.usd / first.usd - 1)
        verdict = judge(number, change, _CHANGES) if change > 0 else Verdict.FAILS
        if abs(change - number.low) <= _UNCHANGED:
            verdict = Verdict.HOLDS
        return Finding(title, verdict, (_way(first, last, context),), link=link(frame.who, context))
    factor = 0.5 if frame.has("h") else 2.0 if frame.has("x") else 3.0
    first, last = min(ends, key=lambda e: abs(e[1].usd / e[0].usd - factor))
    ratio = last.usd / first.usd
    holds = ratio <= factor * 1.05 if factor < 1 else ratio >= factor * 0.95
    verdict = Verdict.HOLDS if holds else Verdict.FAILS
    return Finding(title, verdict, (_way(first, last, context),), link=link(frame.who, context))


def check_extreme(frame: Frame, context: CheckContext) -> Finding | None:
    """That a holding is at its highest or lowest, since a time or ever."""
    translator, number = context.translator, frame.number()
    who_keys = (FOREIGN,) if frame.has("f") else frame.who
    held = series(who_keys, context)
    if not held or who_keys == (FED,):
        return None
    who = capitalised(names(who_keys, context))
    is_low = frame.has("l")
    times, since = frame.time(Role.AT), frame.time(Role.SINCE)
    years = frame.value("y")
    title = (
        translator.gettext("{who}: the lowest holdings of US Treasuries", who=who)
        if is_low
        else translator.gettext("{who}: the highest holdings of US Treasuries", who=who)
    )
    choose = min if is_low else max
    if frame.has("k") or (times is not None and years is None):
        if times is None:
            times_rows: Sequence[Held] = held
        else:
            times_rows = within(held, times.start, times.end)
        if not times_rows or (frame.has("k") and times is None and number is None):
            return None
        best = choose(times_rows, key=lambda row: row.usd)
        until = held if frame.has("k") else [row for row in held if row.month <= best.month]
        record = choose(until, key=lambda row: row.usd)
        verdicts = [Verdict.HOLDS if best.month == record.month else Verdict.FAILS]
        if number is not None:
            verdicts.append(judge(number, best.usd))
        text = figure(record, names(who_keys, context), context)
        others = (
            ()
            if best.month == held[-1].month
            else (figure(held[-1], names(who_keys, context), context),)
        )
        return Finding(title, worst(verdicts), (text, *others), link=link(who_keys, context))
    start = date.min
    if years is not None and times is not None:
        held = [row for row in held if row.month <= times.end]
    if since is not None:
        start = since.end
    elif years is not None:
        start = held[-1].month - timedelta(days=365.25 * years)
    latest = held[-1]
    window = [row for row in held if row.month > start]
    record = choose(window, key=lambda row: row.usd)
    holds = record.month == latest.month
    if any(when.role in {Role.OVER, Role.UNTIL, Role.BY} for when in frame.when):
        return None
    verdicts = [Verdict.HOLDS if holds else Verdict.FAILS]
    if number is not None:
        verdicts.append(judge(number, latest.usd))
    texts = [figure(latest, names(who_keys, context), context)]
    if not holds:
        texts.append(
            translator.gettext(
                "It was {amount} in {month}.",
                amount=official(record.usd, translator),
                month=translator.month(record.month),
            )
        )
    return Finding(title, worst(verdicts), tuple(texts), link=link(who_keys, context))


def check_sales(frame: Frame, context: CheckContext) -> Finding | None:
    """That somebody sold or bought, in months that the Treasury's table of transactions has."""
    translator, number = context.translator, frame.number()
    if len(frame.who) != 1:
        return None
    key = frame.who[0]
    who = capitalised(name(key, context))
    is_sale = not frame.has("b")
    title = (
        translator.gettext("{who} sold US Treasuries", who=who)
        if is_sale
        else translator.gettext("{who} bought US Treasuries", who=who)
    )
    times = frame.time(Role.AT, Role.OVER)
    newest = newest_year(context)
    months = _months(times) if times else newest
    net = sold_between(key, months, context)
    if net is None and times is not None:
        return _by_holdings(title, frame, times, context)
    if net is None:
        return None
    message = (
        N_("{who} sold **{amount}** more than it bought {period}.")
        if net < 0
        else N_("{who} bought **{amount}** more than it sold {period}.")
    )
    text = translator.gettext(
        message,
        who=who,
        amount=translator.money(abs(net), 3),
        period=period_text(months, context),
    )
    texts = [text, *_beside_trading(number, context)]
    finding = Finding(title, Verdict.NONE, tuple(texts), link=link((key,), context))
    unclear = times is None or times.is_day or frame.has("g") or len(frame.when) > 1
    if unclear or times.end > _last_day(newest[1]):
        return finding
    is_towards = net < 0 if is_sale else net > 0
    by_holdings = _fits_holdings(frame, number, is_sale=is_sale, context=context)
    if by_holdings is not None:
        return replace(finding, verdict=Verdict.HOLDS, figures=(by_holdings, text))
    if not is_towards:
        return replace(finding, verdict=Verdict.FAILS, figures=(text,))
    if number is None:
        return replace(finding, verdict=Verdict.HOLDS, figures=(text,))
    verdict = judge(number, abs(net), _CHANGES)
    off = "" if verdict is Verdict.HOLDS else gap(number, abs(net), translator)
    return replace(finding, verdict=verdict, figures=(text,), gap=off)


def _months(times: When) -> tuple[date, date]:
    """First days of the first and last month in which something was sold."""
    start = times.start.replace(day=1)
    if times.role is Role.OVER and times.start.day != 1:
        start = (start + timedelta(days=32)).replace(day=1)
    return start, times.end.replace(day=1)


def _fits_holdings(
    frame: Frame, number: QuantityInText | None, *, is_sale: bool, context: CheckContext
) -> str | None:
    """Many say "sold" of a holding that fell: how it changed, where that is what is claimed."""
    if number is None:
        return None
    for first, last in _ends(series(frame.who, context), frame):
        change = first.usd - last.usd if is_sale else last.usd - first.usd
        if change > 0 and fits(number, change, _CHANGES):
            return _way(first, last, context)
    return None


def _by_holdings(title: str, frame: Frame, times: When, context: CheckContext) -> Finding | None:
    """Before the table of transactions begins: only what was held is known."""
    held = series(frame.who, context)
    ends = _ends(held, frame) if held else ()
    del times
    if not ends:
        return None
    return Finding(title, Verdict.NONE, (_way(*ends[0], context),), link=link(frame.who, context))


def _beside_trading(number: QuantityInText | None, context: CheckContext) -> list[str]:
    if number is None:
        return []
    trading = fact("daily_trading", context).value
    return [
        context.translator.gettext(
            "{amount} is {share} of an average day's trading.",
            amount=money(number, context.translator),
            share=context.translator.percent(number.high / trading),
        )
    ]


def _dollars(number: QuantityInText | None) -> QuantityInText | None:
    """ "From 700.5" beside a sum in billions is in billions too."""
    if number is None or number.low >= _BILLION / 1000:
        return number
    if number.high > _LARGEST_BARE:
        return None
    return replace(number, low=number.low * _BILLION, high=number.high * _BILLION)


def _ends(held: Sequence[Held], frame: Frame) -> tuple[tuple[Held, Held], ...]:
    """From when to when: what the times of a claim may mean, likeliest first."""
    if len(frame.when) != 1:
        return ()
    when = frame.when[0]
    last = held[-1]
    if when.role is Role.AT and not when.is_day:
        start, end = before(held, when.start), at(held, when.end)
        if when.is_year and end is None:
            rows = within(held, when.start, when.end)
            end = rows[-1] if rows else None
        return ((start, end),) if start and end and start.month < end.month else ()
    if when.role is Role.OVER:
        end = at(held, when.end) or last
        starts = [before(held, when.start), at(held, when.start)]
        if when.start.month == 1 and when.start.day == 1 and when.start.year < when.end.year:
            starts.append(at(held, date(when.start.year, 12, 31)))
        if when.end >= context_end(held):
            end = last
            starts = [at(held, _year_back(last.month, when))]
        return tuple((start, end) for start in starts if start and start.month < end.month)
    if when.role is Role.SINCE:
        rows = [row for row in held if when.start <= row.month <= when.end]
        rows = rows or [row for row in [at(held, when.start)] if row]
        return tuple((row, last) for row in rows if row.month < last.month)
    return ()


def context_end(held: Sequence[Held]) -> date:
    """The newest month of a row."""
    return held[-1].month


def _year_back(month: date, when: When) -> date:
    """As far before the newest month as the time is long."""
    return month - (when.end - when.start)


def _over_a_year(held: Sequence[Held]) -> tuple[Held, Held] | None:
    last = held[-1]
    first = at(held, last.month - _YEAR + timedelta(days=1))
    return (first, last) if first is not None else None


def _way(first: Held, last: Held, context: CheckContext) -> str:
    translator = context.translator
    return translator.gettext(
        "Holdings went from {before} ({first}) to **{after}** ({last}).",
        before=official(first.usd, translator),
        first=translator.month(first.month),
        after=official(last.usd, translator),
        last=translator.month(last.month),
    )


def _last_day(month: date) -> date:
    return (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
