"""How far yields moved, their records, and the curve."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from commands.claim.findings import (
    CheckContext,
    Finding,
    Verdict,
)
from commands.claim.reading.dates import Role, When
from commands.claim.series import at_maturity, record_of, years_text
from commands.common.parsing.quantities_in_text import Sense
from commands.common.text.small_print import Data

if TYPE_CHECKING:
    from calc.record.past_figures import DailyYields
    from commands.claim.reading.frames import Frame

_HOLDS: Final = 0.0010
_NEAR: Final = 0.0015
_RECENT: Final = timedelta(days=60)
_MOVE: Final = 0.0003
_MOVE_SHARE: Final = 0.10
_TEN, _TWO = 10.0, 2.0


def check_yield_change(frame: Frame, context: CheckContext) -> Finding | None:
    """That a yield moved so far."""
    number, translator = frame.number(), context.translator
    years = frame.value("t") or _TEN
    if number is None:
        return None
    points = translator.points(number.low)
    is_fall = frame.has("d")
    values = {"years": years_text(years, context), "points": points}
    title = (
        translator.gettext("The {years} US yield fell {points} points", **values)
        if is_fall
        else translator.gettext("The {years} US yield rose {points} points", **values)
    )
    now = at_maturity(years, context)
    base = Finding(title, Verdict.NONE, (now,), link="history", used=Data.YIELDS)
    record = record_of(years)
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
    record = None if years is None else record_of(years)
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
    values = {"years": years_text(years, context)}
    title = (
        translator.gettext("The {years} US yield is at a low", **values)
        if is_low
        else translator.gettext("The {years} US yield is at a high", **values)
    )
    is_ever = since is None and not is_low
    verdict = Verdict.NONE if is_ever else Verdict.HOLDS if holds else Verdict.FAILS
    return Finding(
        title, verdict, (at_maturity(years, context), text), link="history", used=Data.YIELDS
    )


def check_spread(frame: Frame, context: CheckContext) -> Finding | None:
    """That one maturity yields more than another, perhaps by so much."""
    number, translator = frame.number(), context.translator
    left, right = frame.value("t"), frame.value("v")
    if left is None or right is None or frame.when:
        return None
    curve = context.snapshot.curve
    spread = curve.at(left) - curve.at(right)
    values = {"left": years_text(left, context), "right": years_text(right, context)}
    title = translator.gettext("The {left} yield against the {right} yield", **values)
    text = translator.gettext(
        "{left}: **{here}**, {right}: **{there}**, {points} points apart ({day}).",
        here=translator.rate(curve.at(left)),
        there=translator.rate(curve.at(right)),
        points=translator.points(abs(spread)),
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
