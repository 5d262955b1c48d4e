"""Dated figures beside the Treasury market, read from ``data/ripple_facts.json``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, model_validator

from calc.market import Source, Standing

_FACTORS = {"percent": 1e-2, "yen": 1.0, "billion USD": 1e9}


class SourceRow(BaseModel):
    """One publication."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: str
    publisher: str
    title: str
    url: HttpUrl

    def to_source(self) -> Source:
        """The same for the arithmetic's side."""
        return Source(self.key, self.publisher, self.title, str(self.url))


class _FactRow(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    value: Annotated[float, Field(gt=0, le=1e6)]
    unit: Literal["percent", "yen", "billion USD"]
    as_of: date
    source: str
    standing: Standing


class _FactsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    sources: tuple[SourceRow, ...]
    mortgage_rate: _FactRow
    yen_per_dollar: _FactRow
    japan_gdp: _FactRow
    japan_reserves: _FactRow

    @model_validator(mode="after")
    def _all_cited_are_listed(self) -> _FactsFile:
        facts = (self.mortgage_rate, self.yen_per_dollar, self.japan_gdp, self.japan_reserves)
        if missing := {fact.source for fact in facts} - {row.key for row in self.sources}:
            msg = f"sources cited but not listed: {sorted(missing)}"
            raise ValueError(msg)
        return self


@dataclass(frozen=True, slots=True)
class DatedFigure:
    """One figure with its day and its source.

    Args:
        value: US dollars, a decimal rate, or yen per dollar.
        as_of: The day it describes.
        source: Where it was published.
        standing: How far it can be trusted.
    """

    value: float
    as_of: date
    source: Source
    standing: Standing


@dataclass(frozen=True, slots=True)
class RippleFacts:
    """What the ripples of a sale depend on beside the Treasury market.

    Args:
        mortgage_rate: Average 30-year fixed mortgage rate, decimal.
        yen_per_dollar: Exchange rate.
        japan_gdp: A year's GDP, US dollars.
        japan_reserves: Foreign reserves of Japan's government, US dollars.
    """

    mortgage_rate: DatedFigure
    yen_per_dollar: DatedFigure
    japan_gdp: DatedFigure
    japan_reserves: DatedFigure


@cache
def load_ripple_facts() -> RippleFacts:
    """The figures that ship with this version, read once.

    Raises:
        pydantic.ValidationError: The data file is not what it should be.
    """
    path = resources.files("calc") / "data" / "ripple_facts.json"
    file = _FactsFile.model_validate_json(path.read_bytes())
    sources = {row.key: row.to_source() for row in file.sources}

    def figure(row: _FactRow) -> DatedFigure:
        value = row.value * _FACTORS[row.unit]
        return DatedFigure(value, row.as_of, sources[row.source], row.standing)

    return RippleFacts(
        mortgage_rate=figure(file.mortgage_rate),
        yen_per_dollar=figure(file.yen_per_dollar),
        japan_gdp=figure(file.japan_gdp),
        japan_reserves=figure(file.japan_reserves),
    )
