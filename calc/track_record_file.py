"""The shape of ``data/track_record.json``, checked on reading.

The file keeps the units of the tables it comes from: billions of dollars, percent, basis points.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator

from calc.market import Standing

LONGEST_DAYS = 600

Percent = Annotated[float, Field(gt=0, le=25)]
PositiveBillions = Annotated[float, Field(gt=0, le=1e6)]
BasisPoints = Annotated[float, Field(ge=-500, le=500)]


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SourceRow(_Record):
    """One publication."""

    key: str
    publisher: str
    title: str
    url: HttpUrl


class LaterFlow(_Record):
    """What others sold or bought in the same days, in ten-year equivalents."""

    start_day: float
    end_day: float
    ten_year_equivalents: float


class CaseRow(_Record):
    """A sale, or a purchase with the sign turned."""

    key: str
    label: str
    sold: Annotated[float, Field(ge=-1e5, le=1e5)]
    trading_days: Annotated[int, Field(ge=1, le=LONGEST_DAYS)]
    relative_dv01: Annotated[float, Field(gt=0, le=2)]
    marketable: PositiveBillions
    gdp: PositiveBillions
    stress: Annotated[float, Field(ge=1, le=2.5)] = 1.0
    later: tuple[LaterFlow, ...] = ()
    is_fitted: bool = False
    source: str
    standing: Standing
    note: str | None = None

    @model_validator(mode="after")
    def _says_why_it_is_not_official(self) -> CaseRow:
        if self.standing is Standing.REPORTED and not self.note:
            msg = f"{self.key}: a reported amount needs a note"
            raise ValueError(msg)
        return self


class EpisodeRow(CaseRow):
    """A sale on dated days with the yields at their closes."""

    start: date
    end: date
    start_yield: Percent
    end_yield: Percent

    @model_validator(mode="after")
    def _takes_time(self) -> EpisodeRow:
        if not self.start < self.end:
            msg = f"{self.key}: ends before it starts"
            raise ValueError(msg)
        return self


class PublishedRow(CaseRow):
    """A sale whose effect a publication reports: least, middle and most."""

    basis_points: tuple[BasisPoints, BasisPoints, BasisPoints]
    tenor_years: Annotated[float, Field(gt=0, le=30)]

    @model_validator(mode="after")
    def _ordered(self) -> PublishedRow:
        if list(self.basis_points) != sorted(self.basis_points):
            msg = f"{self.key}: least, middle and most are not in order"
            raise ValueError(msg)
        return self


class TrackRecordFile(_Record):
    """All cases with their sources."""

    title: str
    unit: str
    yield_unit: str
    yield_source: str
    note: str
    sources: tuple[SourceRow, ...]
    episodes: tuple[EpisodeRow, ...]
    published: tuple[PublishedRow, ...]

    @model_validator(mode="after")
    def _all_cited_are_listed(self) -> TrackRecordFile:
        cited = {row.source for row in (*self.episodes, *self.published)} | {self.yield_source}
        if missing := cited - {row.key for row in self.sources}:
            msg = f"sources cited but not listed: {sorted(missing)}"
            raise ValueError(msg)
        return self
