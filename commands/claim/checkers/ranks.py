"""The place of somebody among the holders."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from calc.market import Standing
from commands.claim.checkers.holders import figure, link
from commands.claim.findings import (
    CheckContext,
    Finding,
    Verdict,
    official,
)
from commands.claim.reading.dates import Role, When
from commands.claim.regions import region_members
from commands.claim.series import DatedHolding, name, names, series
from commands.common.parsing.places_in_text import FED
from commands.common.text.names import capitalised
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.reading.frames import Frame

_FEW: Final = 5
_SOME: Final = 10
_SAME_YEAR: Final = 366
_MOST_EXCEPTIONS: Final = 0.03


def check_rank(frame: Frame, context: CheckContext) -> Finding | None:
    """That somebody stands in such a place among the holders."""
    after = frame.slots["after"].who if frame.has("after") else ()
    if len(frame.who) != 1 or (len(after) > 1 and not frame.has("o")):
        return None
    key, region = frame.who[0], _region(frame)
    if key == FED:
        return _fed_rank(frame, context)
    # "Third, behind Japan and the UK" counts them; "after Japan, the largest" does not.
    is_overtaking = _is_overtaking(frame) or len(after) > 1
    orders = [
        [
            each
            for each in order
            if (region is None or each[0] in region) and (is_overtaking or each[0] not in after)
        ]
        for order in _orders(key, context, frame.time(Role.AT))
    ]
    places = [next((n for n, each in enumerate(o, 1) if each[0] == key), None) for o in orders]
    if not places or places[-1] is None:
        return None
    counted, place = orders[-1], places[-1]
    ranks = {_has_rank(frame, o, at or len(o)) for o, at in zip(orders, places, strict=True)}
    # In some months of that time, and not in others, is neither.
    holds = ranks.pop() if len(ranks) == 1 else None
    if len(after) > 1:
        holds = holds is True and set(after) <= {each[0] for each in counted[: place - 1]}
    elif is_overtaking:
        is_ahead = after[0] not in {each[0] for each in counted[:place]}
        has_place = frame.has("s") or frame.has("o")
        holds = is_ahead and (not has_place or holds is True)
    verdict = _in_time(frame, key, context, holds=holds)
    title = _title(frame, context)
    texts = _places(counted, place, context)
    if _is_overtaking(frame) and (other := [row for row in counted if row[0] in after]):
        texts = (texts[0], figure(other[0][1], name(after[0], context), context))
    return Finding(title, verdict, texts, link=link(frame.who, context))


def _title(frame: Frame, context: CheckContext) -> str:
    """The claim in our words."""
    translator = context.translator
    values = {
        "who": capitalised(name(frame.who[0], context)),
        "whom": names(frame.slots["after"].who, context) if frame.has("after") else "",
        "place": translator.fixed(frame.value("o") or 1, 0),
    }
    top = frame.number("t")
    if top is not None:
        message = N_("{who} is among the {count} largest holders of US debt")
        return translator.gettext(message, count=translator.fixed(top.low, 0), **values)
    if _is_overtaking(frame):
        return translator.gettext("{who} holds more US debt than {whom}", **values)
    if frame.has("one"):
        return translator.gettext("{who} is one of the largest holders of US debt", **values)
    message = N_("{who} is the largest foreign holder of US debt")
    if frame.has("o"):
        message = N_("{who} is number {place} among holders of US debt")
    elif _region(frame) is not None:
        message = N_("{who} is its region's largest holder of US debt")
    elif frame.has("after"):
        message = N_("After {whom}, {who} holds the most US debt")
    return translator.gettext(message, **values)


def _is_overtaking(frame: Frame) -> bool:
    """Whether another is passed, not left out of the count."""
    if not frame.has("after") or frame.has("n0"):
        return False
    return not (frame.has("s") or frame.has("o")) or frame.says("OVERTAKE")


def _in_time(frame: Frame, key: str, context: CheckContext, *, holds: bool | None) -> Verdict:
    """The verdict, for the times of the claim."""
    after = frame.slots["after"].who if frame.has("after") else ()
    verdict = Verdict.NONE if holds is None else Verdict.HOLDS if holds else Verdict.FAILS
    times = frame.time(Role.AT)
    if len(frame.when) > 1:
        return Verdict.NONE
    if frame.when and times is None:
        return _over_time(frame, key, verdict, context)
    if times is not None and holds and _became_earlier(frame, key, times, context):
        return Verdict.NONE
    if times is not None and after and holds:
        return _overtook(key, after[0], times, context)
    is_past = "past" in frame.tense and "now" not in frame.tense
    return Verdict.NONE if times is None and is_past and not holds else verdict


def _places(
    order: Sequence[tuple[str, DatedHolding]], place: int, context: CheckContext
) -> tuple[str, ...]:
    """Its own place, and the first or the next one."""
    translator = context.translator
    key, own = order[place - 1]
    said = translator.gettext(
        "{who} is number {place} with **{amount}** ({month}).",
        who=capitalised(name(key, context)),
        place=translator.fixed(place, 0),
        amount=official(own.usd, translator),
        month=translator.month(own.month),
    )
    others = order[:1] if place > 1 else order[1:2]
    return said, *(figure(row, name(each, context), context) for each, row in others)


def _has_rank(frame: Frame, order: Sequence[tuple[str, DatedHolding]], place: int) -> bool | None:
    """Whether a place is the one claimed; None where "one of" is a matter of taste."""
    top = frame.number("t")
    if top is not None:
        return place <= top.low
    if frame.has("one") and not frame.has("o"):
        return True if place <= _FEW else None if place <= _SOME else False
    wanted = (frame.value("o") or 1.0) if frame.has("o") else 1.0
    if frame.has("after") and frame.has("o") and frame.slots["after"].who == (FED,):
        wanted -= 1
    return len(order) > 1 and place == wanted


def _region(frame: Frame) -> tuple[str, ...] | None:
    for slot in ("r", "r2", "r3"):
        if frame.has(slot):
            keys = frame.slots[slot].who
            return (region_members(keys[0]) if len(keys) == 1 else ()) or ("",)
    return None


def _orders(
    key: str, context: CheckContext, times: When | None
) -> list[list[tuple[str, DatedHolding]]]:
    """Every country by what it held, largest first: in its newest month, or each of a time."""
    own = [row.month for row in series((key,), context)]
    months = [month for month in own if times is None or times.start <= month <= times.end]
    return [_order(month, context) for month in (months[-1:] if times is None else months)]


def _order(month: date, context: CheckContext) -> list[tuple[str, DatedHolding]]:
    """Every country by what it held in a month, or last before it."""
    rows = []
    for key, holder in context.snapshot.holders.items():
        history = [row for row in holder.history if row.month <= month]
        if history and (month - history[-1].month).days < _SAME_YEAR:
            row = history[-1]
            rows.append((key, DatedHolding(row.month, row.usd, row.standing is Standing.OFFICIAL)))
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


def _became_earlier(frame: Frame, key: str, times: When, context: CheckContext) -> bool:
    """Whether who "became" that in a time was so before it."""
    if not frame.says("BECOME"):
        return False
    own = [row.month for row in series((key,), context) if row.month < times.start]
    if not own or _region(frame) is not None:
        return True
    order = _order(own[-1], context)
    place = next((n for n, each in enumerate(order, 1) if each[0] == key), len(order))
    return _has_rank(frame, order, place) is not False


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
    order = _order(context.now, context)
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
