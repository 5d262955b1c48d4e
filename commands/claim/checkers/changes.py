"""How holdings changed: by so much, to so much, by a factor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from commands.claim.checkers.holders import figure, is_revised, link
from commands.claim.checkers.sales import fitting_sales
from commands.claim.checkers.spans import CHANGES, ends_of, over_a_year, way
from commands.claim.findings import (
    CheckContext,
    Finding,
    Stamp,
    Tolerance,
    Verdict,
    fits,
    gap,
    judge,
    money,
    worst,
)
from commands.claim.reading.dates import Role
from commands.claim.series import DatedHolding, at, before, names, series, within
from commands.common.parsing.places_in_text import FED
from commands.common.parsing.quantities_in_text import QuantityInText, Sense
from commands.common.text.names import capitalised
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.reading.frames import Frame

_BILLION: Final = 1e9
_LARGEST_BARE: Final = 5000.0
_UNCHANGED: Final = 0.01
_LEVELS: Final = Tolerance(0.02, 0.05)
_MONTHS: Final = 12
_PRINTED: Final = Tolerance(0.01, 0.01)
_REVISED: Final = Tolerance(0.20, 0.20)
_THEN_YEARS: Final = 27


def check_change(frame: Frame, context: CheckContext) -> Finding | None:
    """That a holding rose or fell by so much, or to so much from so much."""
    number, translator = _dollars(frame.number()), context.translator
    held = series(frame.who, context)
    if number is None or not held or frame.who == (FED,):
        return None
    who = names(frame.who, context)
    source = _dollars(frame.number("m"))
    is_told = frame.has("d") or frame.has("u")
    is_fall = frame.has("d") or (not is_told and source is not None and source.low > number.low)
    values = {"who": capitalised(who), "amount": money(number, translator)}
    is_level = frame.has("to") or number.sense is not Sense.ABOUT
    messages = {
        (True, True): N_("{who} cut holdings of US Treasuries to {amount}"),
        (True, False): N_("{who} raised holdings of US Treasuries to {amount}"),
        (False, True): N_("{who} cut holdings of US Treasuries by {amount}"),
        (False, False): N_("{who} raised holdings of US Treasuries by {amount}"),
    }
    title = translator.gettext(messages[is_level, is_fall], **values)
    ends = ends_of(held, frame)
    base = Finding(
        title, Verdict.NONE, (figure(held[-1], who, context),), link=link(frame.who, context)
    )
    if is_level:
        return _to_level(base, frame, number, held, context)
    if not ends or not is_told:
        latest_year = over_a_year(held)
        if latest_year is None:
            return base
        return replace(base, figures=(way(*latest_year, frame.who, context),))
    return _by_amount(base, frame, number, context, is_fall=is_fall)


def _by_amount(
    base: Finding, frame: Frame, number: QuantityInText, context: CheckContext, *, is_fall: bool
) -> Finding:
    """By so much: as what was held changed, or as what was sold and bought comes to."""
    sign, ends = -1 if is_fall else 1, ends_of(series(frame.who, context), frame)
    first, last = min(ends, key=lambda each: abs(sign * (each[1].usd - each[0].usd) - number.low))
    change, text = sign * (last.usd - first.usd), way(first, last, frame.who, context)
    verdict = judge(number, change, CHANGES) if change > 0 else Verdict.FAILS
    if verdict is not Verdict.HOLDS and (
        sold := fitting_sales(frame, number, context, is_sale=is_fall)
    ):
        return replace(base, verdict=Verdict.HOLDS, figures=(sold, text))
    if verdict is Verdict.FAILS and is_revised(last.month, context):
        verdict = Verdict.NONE
    if change <= 0:
        return replace(base, verdict=verdict, figures=(text,))
    off = "" if verdict is Verdict.HOLDS else gap(number, change, context.translator)
    stamp = Stamp(number.low, change, "usd")
    return replace(base, verdict=verdict, figures=(text,), gap=off, stamp=stamp)


def _to_level(
    base: Finding,
    frame: Frame,
    number: QuantityInText,
    held: Sequence[DatedHolding],
    context: CheckContext,
) -> Finding:
    """Where it went to, and where it came from."""
    source = _dollars(frame.number("m"))
    if source is not None and not frame.when:
        return _undated_way(base, frame, held, context)
    ends = _levels(frame, number, held)
    if ends is None:
        return base
    start, after = ends
    verdicts = [judge(number, after.usd, _LEVELS)]
    if source is not None:
        verdicts.append(judge(source, start.usd, _LEVELS))
    verdict = worst(verdicts)
    is_fall = after.usd < start.usd
    is_told = frame.has("d") or frame.has("u")
    if is_told and frame.has("d") != is_fall and verdict is not Verdict.FAILS:
        verdict = Verdict.NONE if number.sense is Sense.ABOUT else verdict
    if verdict is Verdict.FAILS and is_revised(after.month, context):
        verdict = Verdict.NONE if fits(number, after.usd, _REVISED) else verdict
    if not frame.when and verdict is Verdict.FAILS:
        since = context.now.year - _THEN_YEARS
        past = [row for row in held if row.month.year >= since and fits(number, row.usd, _LEVELS)]
        if past:
            start, after = before(held, past[-1].month) or past[-1], past[-1]
            verdict = Verdict.THEN
    is_off = verdict in {Verdict.ROUGHLY, Verdict.FAILS}
    return replace(
        base,
        verdict=verdict,
        figures=(
            way(start, after, frame.who, context),
            *(base.figures if after is not held[-1] else ()),
        ),
        gap=gap(number, after.usd, context.translator) if is_off else "",
        stamp=Stamp(number.low, after.usd, "usd"),
    )


def _undated_way(
    base: Finding, frame: Frame, held: Sequence[DatedHolding], context: CheckContext
) -> Finding:
    """From so much to so much, with no time: in the newest month, or year, that it is true of."""
    number, source = _dollars(frame.number()), _dollars(frame.number("m"))
    if number is None or source is None:
        return base
    for length in (1, _MONTHS):
        for start, after in zip(held[-1 - length :: -1], held[::-1], strict=False):
            if fits(source, start.usd, _PRINTED) and fits(number, after.usd, _PRINTED):
                verdict = Verdict.HOLDS if after is held[-1] else Verdict.THEN
                figures = (way(start, after, frame.who, context), *base.figures)
                return replace(base, verdict=verdict, figures=figures)
    return base


def _levels(
    frame: Frame, number: QuantityInText, held: Sequence[DatedHolding]
) -> tuple[DatedHolding, DatedHolding] | None:
    """The month before and the month that the level is of."""
    roles = [when.role for when in frame.when]
    if roles == [Role.AT, Role.AT]:
        # "From 240 billion in March 2025 to 183 billion in March 2026."
        first, last = sorted(frame.when, key=lambda when: when.start)
        return _both(at(held, first.end), at(held, last.end))
    if not set(roles) <= {Role.AT, Role.OVER, Role.EARLIER}:
        return None
    times = frame.time(Role.AT, Role.OVER)
    if times is None:
        return _both(before(held, held[-1].month), held[-1])
    if times.role is Role.OVER:
        return _both(at(held, times.start), at(held, times.end) or held[-1])
    after = at(held, times.end)
    if times.is_year and frame.has("m"):
        return _both(before(held, times.start), after)
    if times.is_year:
        rows = within(held, times.start, times.end)
        signs = {Sense.MORE: -1.0, Sense.LESS: 1.0}
        sign = signs.get(number.sense)
        after = min(
            rows,
            key=lambda row: sign * row.usd if sign else abs(row.usd / number.low - 1),
            default=None,
        )
    return _both(before(held, after.month), after) if after is not None else None


def _both(
    first: DatedHolding | None, last: DatedHolding | None
) -> tuple[DatedHolding, DatedHolding] | None:
    return (first, last) if first is not None and last is not None else None


def check_direction(frame: Frame, context: CheckContext) -> Finding | None:
    """That a holding rose or fell."""
    translator = context.translator
    held = series(frame.who, context)
    if not held or frame.who == (FED,):
        return None
    is_fall = frame.has("d")
    who = capitalised(names(frame.who, context))
    title = (
        translator.gettext("{who} cut holdings of US Treasuries", who=who)
        if is_fall
        else translator.gettext("{who} raised holdings of US Treasuries", who=who)
    )
    ends = ends_of(held, frame) if frame.when else ()
    year = over_a_year(held)
    if not ends and (frame.when or year is None):
        return None
    pairs = ends or ((year,) if year else ())
    first, last = pairs[0]
    change = last.usd / first.usd - 1
    holds = change < 0 if is_fall else change > 0
    verdict = Verdict.HOLDS if holds else Verdict.FAILS
    if abs(change) < _UNCHANGED or len(frame.when) > 1:
        verdict = Verdict.NONE
    return Finding(
        title, verdict, (way(first, last, frame.who, context),), link=link(frame.who, context)
    )


def check_factor(frame: Frame, context: CheckContext) -> Finding | None:
    """That a holding halved, doubled, or changed by so many percent."""
    translator, number = context.translator, frame.number()
    held = series(frame.who, context)
    ends = ends_of(held, frame) if held and frame.when else ()
    if held and [when.role for when in frame.when] == [Role.AT, Role.AT]:
        first_time, last_time = sorted(frame.when, key=lambda when: when.start)
        pair = _both(at(held, first_time.end), at(held, last_time.end))
        ends = (pair,) if pair else ()
    if not ends or frame.who == (FED,):
        return None
    who = capitalised(names(frame.who, context))
    title = translator.gettext("{who}: how far holdings of US Treasuries changed", who=who)
    if number is not None:
        sign = -1 if frame.has("d") else 1
        first, last = min(ends, key=lambda e: abs(sign * (e[1].usd / e[0].usd - 1) - number.low))
        change = sign * (last.usd / first.usd - 1)
        verdict = judge(number, change, CHANGES) if change > 0 else Verdict.FAILS
        if abs(change - number.low) <= _UNCHANGED:
            verdict = Verdict.HOLDS
        return Finding(
            title, verdict, (way(first, last, frame.who, context),), link=link(frame.who, context)
        )
    factor = 0.5 if frame.has("h") else 2.0 if frame.has("x") else 3.0
    first, last = min(ends, key=lambda e: abs(e[1].usd / e[0].usd - factor))
    ratio = last.usd / first.usd
    holds = ratio <= factor * 1.05 if factor < 1 else ratio >= factor * 0.95
    verdict = Verdict.HOLDS if holds else Verdict.FAILS
    return Finding(
        title, verdict, (way(first, last, frame.who, context),), link=link(frame.who, context)
    )


def _dollars(number: QuantityInText | None) -> QuantityInText | None:
    """Read "from 700.5" beside a sum in billions as billions."""
    if number is None or number.low >= _BILLION / 1000:
        return number
    if number.high > _LARGEST_BARE:
        return None
    return replace(number, low=number.low * _BILLION, high=number.high * _BILLION)
