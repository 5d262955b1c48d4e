"""Schema of ``data/events.json`` and ``data/published_effects.json``, in the files' own units."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import Field, model_validator

from calc.sourced import (
    BillionUsd,
    Cited,
    FrozenRecord,
    PositiveNumber,
    SourcedFile,
    Standing,
    YieldPercent,
    load_record,
)

LONGEST_SALE_DAYS = 600

Dates = tuple[date, date]
Closes = tuple[YieldPercent, YieldPercent]
YenPerDollar = Annotated[float, Field(gt=0, le=1000)]
BasisPoints = Annotated[float, Field(ge=-500, le=500)]


class TurnKind(StrEnum):
    """A change of US policy."""

    FED_WAITS = "fed_waits"
    """The Federal Reserve kept buying as much as before, when less was expected."""
    FED_BUYS = "fed_buys"
    """The Federal Reserve announced purchases."""
    TARIFFS_PAUSED = "tariffs_paused"
    """The President put off tariffs."""


class MovesRow(FrozenRecord):
    """Closes in percent: the last before the event and the last of it."""

    ten_year: Closes
    thirty_year: Closes | None = None


class TurnRow(Cited):
    """A change of US policy in an event."""

    kind: TurnKind
    announced: date
    close_before: date
    yield_before: YieldPercent

    @model_validator(mode="after")
    def _closed_before(self) -> TurnRow:
        if not self.close_before < self.announced:
            msg = "the close is not before the change of policy"
            raise ValueError(msg)
        return self


class YenRatesRow(FrozenRecord):
    """Yen per dollar before and after a round, and the day it was back."""

    before: tuple[date, YenPerDollar]
    after: tuple[date, YenPerDollar]
    back_day: date | None

    @model_validator(mode="after")
    def _in_order(self) -> YenRatesRow:
        days = [day for day in (self.before[0], self.after[0], self.back_day) if day is not None]
        if days != sorted(days):
            msg = "dates of yen rates are not in order"
            raise ValueError(msg)
        return self


class InterventionRow(Cited):
    """A round of purchases of yen for dollars."""

    label: str
    dates: Dates
    trillion_yen: Annotated[float, Field(gt=0, le=100)]
    rates: YenRatesRow | None = None
    standing: Standing
    note: str | None = None


class LaterFlow(FrozenRecord):
    """What others sold (bought: negative) in the same days, in ten-year equivalents."""

    start_day: float
    end_day: float
    ten_year_equivalents: float


class SaleRow(Cited):
    """A sale of known size, or a purchase as a negative amount, and the market of its time."""

    key: str | None = None
    label: str | None = None
    sold_billion_usd: Annotated[float, Field(ge=-1e5, le=1e5)] | None = None
    trading_days: Annotated[int, Field(ge=1, le=LONGEST_SALE_DAYS)]
    relative_dv01: Annotated[float, Field(gt=0, le=2)]
    marketable: Annotated[BillionUsd, Field(gt=0)]
    gdp: Annotated[BillionUsd, Field(gt=0)]
    stress: Annotated[float, Field(ge=1, le=2.5)] = 1.0
    later: tuple[LaterFlow, ...] = ()
    is_fitted: bool = False
    standing: Standing
    note: str | None = None

    @model_validator(mode="after")
    def _reported_amount_has_a_note(self) -> SaleRow:
        if self.standing is Standing.REPORTED and not self.note:
            msg = f"{self.key}: a reported amount needs a note"
            raise ValueError(msg)
        return self


class EventSaleRow(SaleRow):
    """A sale in an event; dates, closes and amount are the event's where they are left out."""

    dates: Dates | None = None
    ten_year: Closes | None = None


class PublishedRow(SaleRow):
    """A sale whose effect a publication reports: least, middle and most."""

    key: str
    label: str
    sold_billion_usd: float
    basis_points: tuple[BasisPoints, BasisPoints, BasisPoints]
    tenor_years: Annotated[float, Field(gt=0, le=30)]

    @model_validator(mode="after")
    def _ordered(self) -> PublishedRow:
        if list(self.basis_points) != sorted(self.basis_points):
            msg = f"{self.key}: least, middle and most are not in order"
            raise ValueError(msg)
        return self


class EventRow(Cited):
    """One dated event; ``sentence`` and ``noun_phrase`` say which commands show it."""

    key: str
    label: str
    short_label: str | None = None
    sentence: str | None = None
    noun_phrase: str | None = None
    dates: Dates
    moves: MovesRow | None = None
    sold_billion_usd: PositiveNumber | None = None
    standing: Standing
    policy_turn: TurnRow | None = None
    intervention: InterventionRow | None = None
    sales: tuple[EventSaleRow, ...] = ()

    @model_validator(mode="after")
    def _complete(self) -> EventRow:
        windows = [self.dates, *(sale.dates for sale in self.sales if sale.dates)]
        if self.moves and not all(start < end for start, end in windows):
            msg = f"{self.key}: ends before it starts"
            raise ValueError(msg)
        needs_moves = self.sentence or self.noun_phrase or self.policy_turn
        if needs_moves and self.moves is None:
            msg = f"{self.key}: no yields"
            raise ValueError(msg)
        for sale in self.sales:
            has_closes = sale.ten_year if sale.dates else sale.ten_year or self.moves
            if not has_closes or (sale.sold_billion_usd or self.sold_billion_usd) is None:
                msg = f"{self.key}: a sale needs closes and an amount"
                raise ValueError(msg)
        return self


class YenRatesUntil(Cited):
    """The last day with yen rates, and where all of them were published."""

    until: date


class EventsFile(SourcedFile):
    """All dated events with their sources."""

    note: str
    yen_rates: YenRatesUntil
    events: Annotated[tuple[EventRow, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _keys_are_unique(self) -> EventsFile:
        keys = [event.key for event in self.events]
        if len(keys) != len(set(keys)):
            msg = "two events have the same key"
            raise ValueError(msg)
        return self


class PublishedEffectsFile(SourcedFile):
    """All publications' findings with their sources."""

    note: str
    published: tuple[PublishedRow, ...]


@cache
def load_events_file() -> EventsFile:
    """The events that ship with this version, read once."""
    return load_record(EventsFile, "events")


@cache
def load_published_effects() -> PublishedEffectsFile:
    """The publications' findings that ship with this version, read once."""
    return load_record(PublishedEffectsFile, "published_effects")
