"""From which month to which a change is claimed, and how a holding went."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from commands.claim.findings import (
    CheckContext,
    Tolerance,
    official,
)
from commands.claim.reading.dates import Role, When
from commands.claim.series import DatedHolding, at, before, names, within
from commands.common.text.names import capitalised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.reading.frames import Frame

CHANGES: Final = Tolerance(0.05, 0.12)
"""How far off a claimed change may be."""

_Pairs = list[tuple["DatedHolding | None", "DatedHolding | None"]]
_YEAR: Final = timedelta(days=366)


def ends_of(
    held: Sequence[DatedHolding], frame: Frame
) -> tuple[tuple[DatedHolding, DatedHolding], ...]:
    """From when to when: what the times of a claim may mean, likeliest first."""
    if len(frame.when) != 1 or not held:
        return ()
    when = frame.when[0]
    pairs: _Pairs = []
    match when.role:
        case Role.AT if not when.is_day:
            pairs = [(before(held, when.start), _end_of(held, when))]
        case Role.OVER:
            pairs = _over(held, when)
        case Role.SINCE:
            rows: list[DatedHolding | None] = list(within(held, when.start, when.end))
            pairs = [(row, held[-1]) for row in rows or [at(held, when.start)]]
    return tuple((start, end) for start, end in pairs if start and end and start.month < end.month)


def _end_of(held: Sequence[DatedHolding], when: When) -> DatedHolding | None:
    """The last month of a time; of a year that has not ended, the last one known."""
    is_so_far = when.is_year or (
        (when.start.month, when.start.day) == (1, 1) and _is_open(held, when)
    )
    rows = within(held, when.start, when.end) if is_so_far else ()
    return rows[-1] if rows else at(held, when.end)


def _is_open(held: Sequence[DatedHolding], when: When) -> bool:
    """Whether a time reaches beyond the newest month."""
    return when.end > held[-1].month


def _over(held: Sequence[DatedHolding], when: When) -> _Pairs:
    last = held[-1]
    if when.end >= last.month:
        # As long a time, up to the newest month.
        return [(at(held, last.month - (when.end - when.start)), last)]
    starts = [before(held, when.start), at(held, when.start)]
    if when.is_year and when.start.year < when.end.year:
        starts.append(at(held, date(when.start.year, 12, 31)))
    return [(start, at(held, when.end) or last) for start in starts]


def over_a_year(held: Sequence[DatedHolding]) -> tuple[DatedHolding, DatedHolding] | None:
    """The newest month and the one a year before it."""
    last = held[-1]
    first = at(held, last.month - _YEAR + timedelta(days=1))
    return (first, last) if first is not None else None


def way(first: DatedHolding, last: DatedHolding, who: Sequence[str], context: CheckContext) -> str:
    """From how much to how much a holding went."""
    translator = context.translator
    return translator.gettext(
        "{who}: from {before} ({first}) to **{after}** ({last}).",
        who=capitalised(names(who, context)),
        before=official(first.usd, translator),
        first=translator.month(first.month),
        after=official(last.usd, translator),
        last=translator.month(last.month),
    )
