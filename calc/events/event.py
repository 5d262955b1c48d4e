"""Dated moves of Treasury yields, by event."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from calc.events.file import load_events_file
from calc.sourced import BILLION, PERCENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from calc.events.file import EventRow, EventsFile, MovesRow, TurnKind, TurnRow
    from calc.sourced import Source


@dataclass(frozen=True, slots=True)
class PolicyTurn:
    """A change of US policy after a rise of the yield.

    Args:
        kind: What changed.
        announced: When.
        close_before: The last close before that.
        yield_before: The 10-year yield then, decimal.
        source: The announcement.
    """

    kind: TurnKind
    announced: date
    close_before: date
    yield_before: float
    source: Source


@dataclass(frozen=True, slots=True)
class Event:
    """A dated move of Treasury yields.

    Args:
        key: Its name in ``data/events.json``.
        label: What happened, in English.
        short_label: A few words for a chart, with ``{year}``, like the next two the label where
            the table has none.
        sentence: The start of a sentence, with ``{sold}`` where an amount is known.
        noun_phrase: What it is called inside a sentence.
        start: Last close before the move.
        end: Last close of the move.
        start_yield: 10-year yield at the start, decimal.
        end_yield: 10-year yield at the end, decimal.
        thirty_year_change: Change of the 30-year yield, decimal; None where closes are missing.
        sold_usd: Official sales in that time, US dollars, where known.
        turn: The change of US policy that followed.
    """

    key: str
    label: str
    short_label: str
    sentence: str
    noun_phrase: str
    start: date
    end: date
    start_yield: float
    end_yield: float
    thirty_year_change: float | None
    sold_usd: float | None
    turn: PolicyTurn | None

    @property
    def change(self) -> float:
        """Change of the 10-year yield, decimal."""
        return close_change(self.start_yield, self.end_yield)


def close_change(before: float, after: float) -> float:
    """Difference of two closes, decimals, to the hundredth of a basis point."""
    return round(after - before, 6)


@cache
def episodes() -> tuple[Event, ...]:
    """The events that a sale is compared with, by last day: those with a sentence."""
    return _events(load_events_file(), lambda row: bool(row.sentence))


@cache
def past_moves() -> tuple[Event, ...]:
    """The events that a market move is compared with, by last day: those with a noun phrase."""
    return _events(load_events_file(), lambda row: bool(row.noun_phrase))


def event_messages() -> Iterator[str]:
    """Every text of the table that users read, in English, for translation."""
    for row in load_events_file().events:
        texts = (row.label, row.short_label, row.sentence, row.noun_phrase)
        yield from (text for text in texts if text)
        if row.intervention:
            yield row.intervention.label
            yield from (row.intervention.note,) if row.intervention.note else ()
        yield from (sale.label for sale in row.sales if sale.label)


def _events(file: EventsFile, is_shown: Callable[[EventRow], bool]) -> tuple[Event, ...]:
    rows = sorted(file.events, key=lambda row: (row.dates[1], row.dates[0]))
    return tuple(
        _event(row, row.moves, file) for row in rows if row.moves is not None and is_shown(row)
    )


def _event(row: EventRow, moves: MovesRow, file: EventsFile) -> Event:
    ten, thirty, turn = moves.ten_year, moves.thirty_year, row.policy_turn
    return Event(
        key=row.key,
        label=row.label,
        short_label=row.short_label or row.label,
        sentence=row.sentence or row.label,
        noun_phrase=row.noun_phrase or row.label,
        start=row.dates[0],
        end=row.dates[1],
        start_yield=ten[0] * PERCENT,
        end_yield=ten[1] * PERCENT,
        thirty_year_change=thirty and close_change(thirty[0] * PERCENT, thirty[1] * PERCENT),
        sold_usd=row.sold_billion_usd and row.sold_billion_usd * BILLION,
        turn=None if turn is None else _turn(turn, file.source(turn.source)),
    )


def _turn(row: TurnRow, source: Source) -> PolicyTurn:
    return PolicyTurn(row.kind, row.announced, row.close_before, row.yield_before * PERCENT, source)
