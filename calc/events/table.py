"""The table of dated events, and the publications' findings beside it."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from calc.events.event import Event, KnownSale
from calc.sourced import IN_ORDER, Cited, SourcedFile, load_record

if TYPE_CHECKING:
    from collections.abc import Iterator

BasisPoints = Annotated[float, Field(ge=-500, le=500)]


class YenRatesUntil(Cited):
    """The last day with yen rates."""

    until: date


class EventTable(SourcedFile):
    """All dated events with their sources."""

    note: str
    yen_rates: YenRatesUntil
    events: Annotated[tuple[Event, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _keys_are_unique(self) -> EventTable:
        keys = [event.key for event in self.events]
        if len(keys) != len(set(keys)):
            msg = "two events have the same key"
            raise ValueError(msg)
        return self


class PublishedEffect(KnownSale):
    """A sale whose effect a publication reports: least, middle and most, basis points."""

    key: str
    label: str
    sold_billion_usd: float
    basis_points: Annotated[tuple[BasisPoints, BasisPoints, BasisPoints], IN_ORDER]
    tenor_years: Annotated[float, Field(gt=0, le=30)]


class PublishedEffects(SourcedFile):
    """All publications' findings with their sources."""

    note: str
    published: tuple[PublishedEffect, ...]


@cache
def load_events() -> EventTable:
    """The events that ship with this version, read once."""
    return load_record(EventTable, "events")


@cache
def load_published_effects() -> PublishedEffects:
    """The publications' findings that ship with this version, read once."""
    return load_record(PublishedEffects, "published_effects")


@cache
def episodes() -> tuple[Event, ...]:
    """The events that a sale is compared with, by last day."""
    return tuple(event for event in _by_day() if event.sentence)


@cache
def past_moves() -> tuple[Event, ...]:
    """The events that a market move is compared with, by last day."""
    return tuple(event for event in _by_day() if event.noun_phrase)


def event_messages() -> Iterator[str]:
    """Every text of the table that users read, in English, for translation."""
    for event in load_events().events:
        purchase = event.intervention
        texts = (event.label, event.short_label, event.noun_phrase)
        yield from (text for text in texts if text)
        yield from (found.text for found in (event.abroad, event.known_cause) if found)
        yield from (sale.label for sale in event.sales if sale.label)
        if purchase:
            yield from (text for text in (purchase.label, purchase.note) if text)


def _by_day() -> list[Event]:
    return sorted(load_events().events, key=lambda event: (event.end, event.start))
