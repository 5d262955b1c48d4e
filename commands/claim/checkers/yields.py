"""Yields: their level, how they moved, and the curve, by daily closes since 2000."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from calc.record.daily_yields import load_daily_yields
from commands.claim.findings import Finding, Stamp, Verdict, nearest, percent, period
from commands.claim.reading.dates import Role
from commands.common.parsing.quantities_in_text import Sense
from commands.common.text.staleness import Data

if TYPE_CHECKING:
    from calc.record.daily_yields import DailyYields
    from commands.claim.findings import CheckContext
    from commands.claim.reading.dates import When
    from commands.claim.reading.frames import Frame
    from commands.common.parsing.quantities_in_text import QuantityInText

_HOLDS: Final = 0.0010
_ROUGHLY: Final = 0.0025
_INTRADAY: Final = 0.0006
_LONGEST: Final = 30.0
_THEN_YEARS: Final = 15
_NEAR: Final = 0.0015
_RECENT: Final = timedelta(days=60)
_MOVE: Final = 0.0003
_MOVE_SHARE: Final = 0.10
_TEN, _TWO = 10.0, 2.0


def check_yield(frame: Frame, context: CheckContext) -> Finding | None:
    """That a yield stands, or stood, at so much."""
    number, translator, years = frame.number(), context.translator, frame.value("t")
    if number is None or years is None or not 0 < years <= _LONGEST:
        return None
    if "PASS" in {name for name in ("PASS",) if frame.has("x")}:
        number = replace(number, sense=Sense.MORE)
    actual = context.snapshot.curve.at(years)
    values = {"years": _years(years, context), "rate": percent(number, translator)}
    when = period(frame, translator)
    title = (
        translator.gettext("The {years} US yield was {rate} {when}", when=when, **values)
        if when
        else translator.gettext("The {years} US yield: {rate}", **values)
    )
    now = _at(years, actual, context)
    base = Finding(
        title,
        Verdict.NONE,
        (now,),
        link="learn yield",
        used=Data.YIELDS,
        stamp=Stamp(nearest(number, actual), actual, "percent"),
    )
    is_move = frame.has("d") or frame.has("u")
    if is_move and not frame.has("to") and number.sense is Sense.ABOUT:
        # "Rose 3%" is a share of the yield itself, or a slip for points.
        text = translator.gettext("A rise of 3% would take a yield of 5% to 5.15%.")
        return replace(base, figures=(now, text))
    relative = frame.number("rel")
    if relative is not None:
        # Of the yield itself, not in points.
        points = translator.points(number.low - number.low / (1 + relative.low))
        text = translator.gettext(
            "{share} of such a yield is {points} points.",
            share=percent(relative, translator),
            points=points,
        )
        base = replace(base, figures=(now, text))
    record = load_daily_yields().get(round(years)) if years in load_daily_yields() else None
    if frame.when and relative is None:
        times = frame.time(Role.AT)
        if record is None or times is None or len(frame.when) > 1 or frame.has("m"):
            return (
                base
                if record is None
                else replace(base, figures=_nearby(record, frame, now, context))
            )
        return _dated(base, number, times, record, context)
    if frame.has("m") or frame.has("rel"):
        return base
    verdict = _judge(number, actual)
    if verdict is Verdict.HOLDS or record is None:
        return replace(
            base, verdict=_plain(verdict, frame), gap=_off(number, actual, verdict, context)
        )
    start = date(context.now.year - _THEN_YEARS, 1, 1)
    past = [
        row
        for row in record.between(start, context.now)
        if abs(nearest(number, row[1]) - row[1]) <= _INTRADAY
    ]
    if past and number.sense is Sense.ABOUT:
        day, close = min(
            reversed(past), key=lambda row: round(abs(nearest(number, row[1]) - row[1]), 4)
        )
        text = translator.gettext(
            "It closed at {rate} on {day}.",
            rate=translator.rate(close),
            day=translator.day(day),
        )
        return replace(base, verdict=Verdict.THEN, figures=(text, now))
    return replace(base, verdict=_plain(verdict, frame), gap=_off(number, actual, verdict, context))


def _plain(verdict: Verdict, frame: Frame) -> Verdict:
    """ "Was" without a time may be about any day."""
    return Verdict.NONE if verdict is Verdict.FAILS and "past" in frame.tense else verdict


def _dated(
    base: Finding, number: QuantityInText, times: When, record: DailyYields, context: CheckContext
) -> Finding:
    translator = context.translator
    if times.is_day:
        found = record.on(times.start)
        if found is None:
            return base
        day, close = found
        text = translator.gettext(
            "It closed at **{rate}** on {day}.",
            rate=translator.rate(close),
            day=translator.day(day),
        )
        miss = abs(nearest(number, close) - close)
        verdict = _judge(number, close, _INTRADAY, _HOLDS)
        if number.sense is Sense.ABOUT and _HOLDS < miss <= _ROUGHLY:
            # Within the range of a day, which closes do not show.
            verdict = Verdict.NONE
        off = _off(number, close, verdict, context)
        stamp = Stamp(nearest(number, close), close, "percent")
        return replace(base, verdict=verdict, figures=(text, *base.figures), gap=off, stamp=stamp)
    rows = record.between(times.start, times.end)
    if not rows:
        return base
    least, most = min(rows, key=lambda row: row[1]), max(rows, key=lambda row: row[1])
    text = translator.gettext(
        "It closed between **{least}** and **{most}** then.",
        least=translator.rate(least[1]),
        most=translator.rate(most[1]),
    )
    best = min(rows, key=lambda row: abs(nearest(number, row[1]) - row[1]))[1]
    verdict = _judge(number, best, _INTRADAY, _HOLDS)
    if number.sense is Sense.MORE:
        verdict = Verdict.HOLDS if most[1] >= number.low else Verdict.FAILS
    if number.sense is Sense.LESS:
        verdict = Verdict.HOLDS if least[1] <= number.high else Verdict.FAILS
    if verdict is Verdict.FAILS and abs(nearest(number, best) - best) <= _ROUGHLY:
        verdict = Verdict.NONE
    off = _off(number, best, verdict, context)
    return replace(base, verdict=verdict, figures=(text, *base.figures), gap=off, stamp=None)


def _nearby(record: DailyYields, frame: Frame, now: str, context: CheckContext) -> tuple[str, ...]:
    found = record.on(frame.when[0].end)
    if found is None:
        return (now,)
    translator = context.translator
    text = translator.gettext(
        "It closed at **{rate}** on {day}.",
        rate=translator.rate(found[1]),
        day=translator.day(found[0]),
    )
    return text, now


def check_yield_change(frame: Frame, context: CheckContext) -> Finding | None:
    """That a yield moved so far."""
    number, translator = frame.number(), context.translator
    years = frame.value("t") or _TEN
    if number is None:
        return None
    points = translator.points(number.low)
    is_fall = frame.has("d")
    values = {"years": _years(years, context), "points": points}
    title = (
        translator.gettext("The {years} US yield fell {points} points", **values)
        if is_fall
        else translator.gettext("The {years} US yield rose {points} points", **values)
    )
    now = _at(years, context.snapshot.curve.at(years), context)
    base = Finding(title, Verdict.NONE, (now,), link="history", used=Data.YIELDS)
    record = load_daily_yields().get(round(years)) if years in load_daily_yields() else None
    if record is None or len(frame.when) != 1:
        return base
    ends = _ends(frame.when[0], record)
    if not ends:
        return base
    moves = [(first, last, round(last[1] - first[1], 6)) for first, last in ends]
    first, last, move = min(
        moves, key=lambda each: abs((-each[2] if is_fall else each[2]) - number.low)
    )
    text = translator.gettext(
        "It went from {before} ({first}) to **{after}** ({last}): {points} points.",
        before=translator.rate(first[1]),
        first=translator.day(first[0]),
        after=translator.rate(last[1]),
        last=translator.day(last[0]),
        points=translator.points(move),
    )
    claimed = -number.low if is_fall else number.low
    miss = abs(claimed - move)
    allowed = max(_MOVE, _MOVE_SHARE * abs(move))
    verdict = Verdict.HOLDS if miss <= allowed else Verdict.FAILS
    if number.sense is Sense.MORE and claimed * move > 0 and abs(move) >= number.low:
        verdict = Verdict.HOLDS
    if verdict is Verdict.FAILS and miss <= max(_HOLDS, 2 * allowed):
        verdict = Verdict.NONE
    if verdict is Verdict.FAILS and not frame.has("t"):
        # "Yields" may be those of any maturity.
        verdict = Verdict.NONE
    return replace(base, verdict=verdict, figures=(text,))


def _ends(when: When, record: DailyYields) -> list[tuple[tuple[date, float], tuple[date, float]]]:
    """Closes between which it moved: of two days, or the extremes where months are named."""
    if when.role is Role.AT and when.is_day:
        first, last = record.on(when.start - timedelta(days=1)), record.on(when.start)
        return [(first, last)] if first and last and first[0] < last[0] else []
    if when.role not in {Role.OVER, Role.AT}:
        return []
    rows = record.between(when.start, when.end)
    if len(rows) < 2:
        return []
    first, last = record.on(when.start), rows[-1]
    pairs = [(first or rows[0], last)]
    is_exact = when.role is Role.OVER and when.start.day != 1
    if not is_exact:
        low, high = min(rows, key=lambda row: row[1]), max(rows, key=lambda row: row[1])
        pairs.append((low, high) if low[0] < high[0] else (high, low))
        before = record.on(when.start - timedelta(days=1))
        if before:
            pairs.append((before, last))
    return pairs


def check_yield_extreme(frame: Frame, context: CheckContext) -> Finding | None:
    """That a yield is at its highest or lowest, since a time or ever."""
    translator, years = context.translator, frame.value("t")
    record = load_daily_yields().get(round(years)) if years in load_daily_yields() else None
    if record is None or years is None or len(frame.when) > 1:
        return None
    is_low = frame.has("l")
    since = frame.time(Role.SINCE)
    if frame.when and since is None:
        return None
    actual = context.snapshot.curve.at(years)
    start = since.end if since is not None else date.min
    rows = [row for row in record.between(start, context.now - _RECENT) if row[0] > start]
    if not rows:
        return None
    best = min(rows, key=lambda row: row[1]) if is_low else max(rows, key=lambda row: row[1])
    holds = actual <= best[1] + _NEAR if is_low else actual >= best[1] - _NEAR
    text = translator.gettext(
        "Before the last two months it closed at {rate} at most ({day}).",
        rate=translator.rate(best[1]),
        day=translator.day(best[0]),
    )
    if is_low:
        text = translator.gettext(
            "Before the last two months it closed at {rate} at least ({day}).",
            rate=translator.rate(best[1]),
            day=translator.day(best[0]),
        )
    values = {"years": _years(years, context)}
    title = (
        translator.gettext("The {years} US yield is at a low", **values)
        if is_low
        else translator.gettext("The {years} US yield is at a high", **values)
    )
    is_ever = since is None and not is_low
    verdict = Verdict.NONE if is_ever else Verdict.HOLDS if holds else Verdict.FAILS
    return Finding(
        title, verdict, (_at(years, actual, context), text), link="history", used=Data.YIELDS
    )


def check_spread(frame: Frame, context: CheckContext) -> Finding | None:
    """That one maturity yields more than another, perhaps by so much."""
    number, translator = frame.number(), context.translator
    left, right = frame.value("t"), frame.value("v")
    if left is None or right is None or frame.when:
        return None
    curve = context.snapshot.curve
    spread = curve.at(left) - curve.at(right)
    values = {"left": _years(left, context), "right": _years(right, context)}
    title = translator.gettext("The {left} yield against the {right} yield", **values)
    text = translator.gettext(
        "{left}: **{here}**, {right}: **{there}**, {points} points apart ({day}).",
        here=translator.rate(curve.at(left)),
        there=translator.rate(curve.at(right)),
        points=translator.points(spread),
        day=translator.day(curve.as_of),
        **values,
    )
    sign = 1 if frame.has("m") else -1
    holds = sign * spread > 0
    if holds and number is not None:
        miss = abs(abs(spread) - number.low)
        holds = miss <= max(_MOVE, _MOVE_SHARE * abs(spread))
    return Finding(
        title,
        Verdict.HOLDS if holds else Verdict.FAILS,
        (text,),
        link="learn yieldcurve",
        used=Data.YIELDS,
    )


def check_curve(frame: Frame, context: CheckContext) -> Finding | None:
    """That the curve is inverted, or no longer is."""
    translator, curve = context.translator, context.snapshot.curve
    if frame.when:
        return None
    is_inverted = curve.at(_TEN) < curve.at(_TWO)
    claims_inverted = not frame.has("no")
    title = (
        translator.gettext("The US yield curve is inverted")
        if claims_inverted
        else translator.gettext("The US yield curve is not inverted")
    )
    text = translator.gettext(
        "2-year: **{two}**, 10-year: **{ten}** ({day}).",
        two=translator.rate(curve.at(_TWO)),
        ten=translator.rate(curve.at(_TEN)),
        day=translator.day(curve.as_of),
    )
    verdict = Verdict.HOLDS if is_inverted == claims_inverted else Verdict.FAILS
    if "past" in frame.tense:
        verdict = Verdict.NONE
    return Finding(title, verdict, (text,), link="learn invertedcurve", used=Data.YIELDS)


def _at(years: float, actual: float, context: CheckContext) -> str:
    return context.translator.gettext(
        "The {years} yield: **{rate}** ({day}).",
        years=_years(years, context),
        rate=context.translator.rate(actual),
        day=context.translator.day(context.now),
    )


def _years(years: float, context: CheckContext) -> str:
    if years < 1:
        return context.translator.gettext(
            "{count}-month", count=context.translator.fixed(years * 12, 0)
        )
    return context.translator.gettext("{count}-year", count=context.translator.bound(years))


def _judge(
    number: QuantityInText, actual: float, holds: float = _HOLDS, roughly: float = _ROUGHLY
) -> Verdict:
    if number.sense is Sense.MORE:
        return Verdict.HOLDS if actual >= number.low else Verdict.FAILS
    if number.sense is Sense.LESS:
        return Verdict.HOLDS if actual <= number.high else Verdict.FAILS
    miss = 0.0 if number.low <= actual <= number.high else abs(nearest(number, actual) - actual)
    if miss <= max(holds, number.step) + 1e-9:
        return Verdict.HOLDS if number.step <= _ROUGHLY or miss <= roughly else Verdict.ROUGHLY
    return Verdict.ROUGHLY if miss <= roughly else Verdict.FAILS


def _off(number: QuantityInText, actual: float, verdict: Verdict, context: CheckContext) -> str:
    if verdict not in {Verdict.ROUGHLY, Verdict.FAILS}:
        return ""
    miss = abs(nearest(number, actual) - actual)
    return context.translator.gettext(
        "off by {points} points", points=context.translator.points(miss)
    )
