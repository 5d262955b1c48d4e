"""Dated figures of markets beside that for Treasuries, read from ``data/spillover_facts.json``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from calc.sourced import BILLION, PERCENT, Cited, Source, SourcedFile, Standing, load_record

_FACTORS = {"percent": PERCENT, "yen": 1.0, "billion USD": BILLION}


class _FigureRow(Cited):
    value: Annotated[float, Field(gt=0, le=1e6)]
    unit: Literal["percent", "yen", "billion USD"]
    as_of: date
    standing: Standing


class _SpilloverFactsFile(SourcedFile):
    mortgage_rate: _FigureRow
    yen_per_dollar: _FigureRow
    japan_gdp: _FigureRow
    japan_reserves: _FigureRow


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
class SpilloverFacts:
    """Figures of other markets that spillovers depend on.

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
def load_spillover_facts() -> SpilloverFacts:
    """The figures that ship with this version, read once.

    Raises:
        pydantic.ValidationError: The data file is not what it should be.
    """
    file = load_record(_SpilloverFactsFile, "spillover_facts")

    def figure(row: _FigureRow) -> DatedFigure:
        value = row.value * _FACTORS[row.unit]
        return DatedFigure(value, row.as_of, file.source(row.source), row.standing)

    return SpilloverFacts(
        mortgage_rate=figure(file.mortgage_rate),
        yen_per_dollar=figure(file.yen_per_dollar),
        japan_gdp=figure(file.japan_gdp),
        japan_reserves=figure(file.japan_reserves),
    )
