"""Dated figures of markets beside that for Treasuries, read from ``data/spillover_facts.json``."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated, Literal

from pydantic import Field

from calc.sourced import BILLION, PERCENT, Cited, SourcedFile, Standing, load_record

_FACTORS = {"percent": PERCENT, "yen": 1.0, "billion USD": BILLION}


class DatedFigure(Cited):
    """One figure with its day and its source."""

    published: Annotated[float, Field(gt=0, le=1e6, alias="value")]
    unit: Literal["percent", "yen", "billion USD"]
    as_of: date
    standing: Standing

    @property
    def value(self) -> float:
        """US dollars, a decimal rate, or yen per dollar."""
        return self.published * _FACTORS[self.unit]


class SpilloverFacts(SourcedFile):
    """Figures of other markets that spillovers depend on.

    Args:
        mortgage_rate: Average 30-year fixed mortgage rate.
        ten_year_at_mortgage_rate: 10-year Treasury yield on the day of ``mortgage_rate``.
        yen_per_dollar: Exchange rate.
        japan_gdp: A year's GDP.
        japan_reserves: Foreign reserves of Japan's government.
    """

    mortgage_rate: DatedFigure
    ten_year_at_mortgage_rate: DatedFigure
    yen_per_dollar: DatedFigure
    japan_gdp: DatedFigure
    japan_reserves: DatedFigure


@cache
def load_spillover_facts() -> SpilloverFacts:
    """The figures that ship with this version, read once.

    Raises:
        pydantic.ValidationError: The data file is not what it should be.
    """
    return load_record(SpilloverFacts, "spillover_facts")
