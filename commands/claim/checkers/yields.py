"""The level of a yield, now and by daily closes since 2000."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from commands.claim.findings import (
    CheckContext,
    Finding,
    Stamp,
    Verdict,
    nearest,
    percent,
    period,
    rate_of,
    worst,
)
from commands.claim.reading.dates import Role, When
from commands.claim.series import at_maturity, record_of, years_text
from commands.common.parsing.quantities_in_text import QuantityInText, Sense
from commands.common.text.small_print import Data

if TYPE_CHECKING:
    from calc.record.past_figures import DailyYields
    from commands.claim.reading.frames import Frame

_HOLDS: Final = 0.0010
_ROUGHLY: Final = 0.0025
_RECENT_YEARS: Final = 15
_CLOSE, _STEP = 0.0001, 0.00015
_INTRADAY: Final = 0.0006
_BOTH: Final = 2
_LONGEST: Final = 30.0
_THEN_YEARS: Final = 27


def check_yield(frame: Frame, context: CheckContext) -> Finding | None:
    """That a yield stands, or stood, at so much."""
    number, years = rate_of(frame.number()), frame.value("t")
    if number is None or years is None or not 0 < years <= _LONGEST:
        return None
    number = replace(number, sense=Sense.MORE) if frame.has("x") else number
    now = at_maturity(years, context)
    actual = context.snapshot.curve.at(years)
    stamp = Stamp(nearest(number, actual), actual, "percent")
    base = Finding(
        _title(frame, number, years, context),
        Verdict.NONE,
        (now,),
        link="learn yield",
        used=Data.YIELDS,
        stamp=stamp,
    )
    if frame.has("by") and not frame.when:
        return _on_a_day(base, frame, number, context)
    relative = _relative(frame, number, context)
    if relative is not None:
        return replace(base, figures=(now, relative))
    record = record_of(years)
    if frame.when:
        return _in_time(base, frame, number, record, context)
    return base if frame.has("m") else _undated(base, frame, number, record, context)


def _title(frame: Frame, number: QuantityInText, years: float, context: CheckContext) -> str:
    values = {
        "years": years_text(years, context),
        "rate": percent(number, context.translator),
    }
    when = period(frame, context.translator)
    if when:
        return context.translator.gettext(
            "The {years} US yield was {rate} {when}", when=when, **values
        )
    return context.translator.gettext("The {years} US yield: {rate}", **values)


def _on_a_day(
    base: Finding, frame: Frame, number: QuantityInText, context: CheckContext
) -> Finding:
    """By so much to so much, with no day: the newest on which it did that."""
    step, years = frame.number("by"), frame.value("t")
    record = None if years is None else record_of(years)
    if record is None or step is None:
        return base
    start = date(context.now.year - _RECENT_YEARS, 1, 1)
    rows = record.between(start, context.now)
    move = -step.low if frame.has("d") else step.low
    for (_, earlier), (day, close) in zip(rows[-2::-1], rows[::-1], strict=False):
        if abs(close - number.low) <= _CLOSE and abs(close - earlier - move) <= _STEP:
            verdict = Verdict.HOLDS if day == rows[-1][0] else Verdict.THEN
            figures = (_closed(day, close, context), *base.figures)
            return replace(base, verdict=verdict, figures=figures, stamp=None)
    return base


def _relative(frame: Frame, number: QuantityInText, context: CheckContext) -> str | None:
    """A move in percent of the yield itself, which is no level and no points."""
    translator, relative = context.translator, frame.number("rel")
    if relative is not None:
        points = number.low - number.low / (1 + relative.low)
        return translator.gettext(
            "{share} of such a yield is {points} points.",
            share=percent(relative, translator),
            points=translator.points(points),
        )
    is_move = frame.has("d") or frame.has("u")
    if is_move and not frame.has("to") and number.sense is Sense.ABOUT:
        return translator.gettext("Is that percent of the yield, or points?")
    return None


def _in_time(
    base: Finding,
    frame: Frame,
    number: QuantityInText,
    record: DailyYields | None,
    context: CheckContext,
) -> Finding:
    """By the closes of the time that is named."""
    when = frame.time(Role.AT)
    if record is None:
        return base
    if _days_of(frame) and frame.has("m"):
        return _from_day_to_day(base, frame, number, record, context)
    if len(frame.when) == 1 and frame.has("m"):
        return _within(base, frame, number, record, context)
    if when is None or len(frame.when) > 1 or frame.has("m"):
        found = record.on(frame.when[0].end)
        said = (_closed(*found, context),) if found is not None else ()
        return replace(base, figures=(*said, *base.figures))
    if when.is_day:
        return _on_day(base, number, when, record, context)
    return _in_months(base, number, when, record, context)


def _days_of(frame: Frame) -> tuple[date, date] | None:
    """The two days from and to which a yield moved."""
    if len(frame.when) == 1 and frame.when[0].role is Role.OVER:
        first, last = frame.when[0].start, frame.when[0].end
        # From day to day, not from month to month.
        is_exact = first.day != 1 or last.month == (last + timedelta(days=1)).month
        return (first, last) if is_exact else None
    if len(frame.when) == _BOTH and all(each.is_day for each in frame.when):
        return min(each.start for each in frame.when), max(each.start for each in frame.when)
    return None


def _from_day_to_day(
    base: Finding, frame: Frame, number: QuantityInText, record: DailyYields, context: CheckContext
) -> Finding:
    """Judge "from 3.97% on 27 February to 4.67% on 19 May" by both closes."""
    closes = [record.on(day) for day in _days_of(frame) or ()]
    source = rate_of(frame.number("m"))
    if source is None or closes[0] is None or closes[1] is None:
        return base
    before, after = closes[0], closes[1]
    verdicts = [
        _judge(each, close, _INTRADAY, _HOLDS)
        for each, (_, close) in ((source, before), (number, after))
    ]
    figures = (_closed(*before, context), _closed(*after, context))
    return replace(base, verdict=worst(verdicts), figures=figures, stamp=None)


def _within(
    base: Finding, frame: Frame, number: QuantityInText, record: DailyYields, context: CheckContext
) -> Finding:
    """In a month or a year: it holds where the one close came before the other."""
    when, source = frame.when[0], rate_of(frame.number("m"))
    rows = record.between(when.start, when.end)
    if source is None or not rows:
        return base
    last = rows[-1]
    before = next((row for row in rows if _is_near(source, row[1])), None)
    after = next((row for row in reversed(rows) if _is_near(number, row[1])), None)
    if before is None or after is None or before[0] >= after[0]:
        return replace(base, figures=(_closed(*last, context), *base.figures))
    figures = (_closed(*before, context), _closed(*after, context))
    return replace(base, verdict=Verdict.HOLDS, figures=figures, stamp=None)


def _undated(
    base: Finding,
    frame: Frame,
    number: QuantityInText,
    record: DailyYields | None,
    context: CheckContext,
) -> Finding:
    """By today's yield; else the day on which it was so."""
    actual = base.stamp.official if base.stamp is not None else 0.0
    verdict = _judge(number, actual)
    past: list[tuple[date, float]] = []
    if record is not None and verdict is not Verdict.HOLDS and number.sense is Sense.ABOUT:
        start = date(context.now.year - _THEN_YEARS, 1, 1)
        past = [row for row in record.between(start, context.now) if _is_near(number, row[1])]
    if past:
        best = min(past, key=lambda row: (round(_miss(number, row[1]), 4), -row[0].toordinal()))
        text = _closed(*best, context)
        return replace(base, verdict=Verdict.THEN, figures=(text, *base.figures))
    # "Was" without a time may be about any day.
    if verdict is Verdict.FAILS and "past" in frame.tense:
        return base
    return replace(base, verdict=verdict, gap=_off(number, actual, verdict, context))


def _closed(day: date, close: float, context: CheckContext) -> str:
    return context.translator.gettext(
        "It closed at **{rate}** on {day}.",
        rate=context.translator.rate(close),
        day=context.translator.day(day),
    )


def _miss(number: QuantityInText, close: float) -> float:
    return abs(nearest(number, close) - close)


def _is_near(number: QuantityInText, close: float) -> bool:
    return _miss(number, close) <= _INTRADAY


def _on_day(
    base: Finding, number: QuantityInText, when: When, record: DailyYields, context: CheckContext
) -> Finding:
    found = record.on(when.start)
    if found is None:
        return base
    _, close = found
    verdict = _judge(number, close, _INTRADAY, _HOLDS)
    is_close = _HOLDS < _miss(number, close) <= _ROUGHLY
    if is_close and (number.sense is Sense.ABOUT or verdict is Verdict.FAILS):
        # Within the range of a day, which closes do not show.
        verdict = Verdict.NONE
    return replace(
        base,
        verdict=verdict,
        figures=(_closed(*found, context), *base.figures),
        gap=_off(number, close, verdict, context),
        stamp=Stamp(nearest(number, close), close, "percent"),
    )


def _in_months(
    base: Finding, number: QuantityInText, when: When, record: DailyYields, context: CheckContext
) -> Finding:
    rows = record.between(when.start, when.end)
    if not rows:
        return base
    closes = [close for _, close in rows]
    text = context.translator.gettext(
        "It closed between **{least}** and **{most}** then.",
        least=context.translator.rate(min(closes)),
        most=context.translator.rate(max(closes)),
    )
    best = min(closes, key=lambda close: _miss(number, close))
    if number.sense is Sense.ABOUT:
        verdict = _judge(number, best, _INTRADAY, _HOLDS)
    else:
        best = max(closes) if number.sense is Sense.MORE else min(closes)
        verdict = _judge(number, best)
    if verdict is Verdict.FAILS and _miss(number, best) <= _ROUGHLY:
        verdict = Verdict.NONE
    off = _off(number, best, verdict, context)
    return replace(base, verdict=verdict, figures=(text, *base.figures), gap=off, stamp=None)


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
