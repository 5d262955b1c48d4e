"""Pass-throughs of a rise of yields to other markets, and dated figures of those markets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from calc.parameters.parameter import ParameterFile, ParameterSet
from calc.sourced import BILLION, PERCENT, Cited, SourcedFile, Standing, load_record

if TYPE_CHECKING:
    from calc.ranges import Range

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
        ten_year_at_mortgage_rate: 10-year Treasury yield on the day of ``mortgage_rate``.
    """

    mortgage_rate: DatedFigure
    ten_year_at_mortgage_rate: DatedFigure
    yen_per_dollar: DatedFigure
    japan_gdp: DatedFigure
    japan_reserves: DatedFigure


@cache
def load_spillover_facts() -> SpilloverFacts:
    """The figures that ship with this version, read once."""
    return load_record(SpilloverFacts, "spillover_facts")


@dataclass(frozen=True, slots=True, kw_only=True)
class SpilloverParameters(ParameterSet):
    """The pass-throughs in the units of the arithmetic: decimals and US dollars.

    Args:
        mortgage: Rise of the mortgage rate per rise of the 10-year yield.
        company: The same for medium-grade company bonds.
        dollar: Relative rise of the broad dollar per rise (decimal) of the 10-year yield.
        dollar_if_status_lost: Relative fall of the dollar, positive.
        emerging_debt_usd: US dollars in local money per relative rise of the dollar.
        shares: Relative fall of share prices per rise (decimal) of the 10-year yield, positive.
        repatriation: Relative rise of a currency per share of its GDP turned into it.
        repatriation_limit: Share of GDP beyond which that is not used.
        yen_by_rates: Relative rise of the dollar in yen per rise (decimal) of the 10-year yield.
        yen_by_rates_kept: The part of that which holds for a sale by foreigners.
    """

    mortgage: Range
    company: Range
    dollar: Range
    dollar_if_status_lost: float
    emerging_debt_usd: Range
    shares: Range
    repatriation: Range
    repatriation_limit: float
    yen_by_rates: Range
    yen_by_rates_kept: float


@cache
def load_spillover_parameters() -> SpilloverParameters:
    """The pass-throughs that ship with this version, read once."""
    file = load_record(ParameterFile, "spillovers", "parameters")
    # Percent per point is a ratio of hundredths and needs no factor.
    return SpilloverParameters(
        mortgage=file.band("mortgage"),
        company=file.band("company"),
        dollar=file.band("dollar"),
        dollar_if_status_lost=file.central("dollar_if_status_lost", PERCENT),
        emerging_debt_usd=file.band("emerging_debt", BILLION / PERCENT),
        shares=file.band("shares"),
        repatriation=file.band("repatriation"),
        repatriation_limit=file.central("repatriation_limit", PERCENT),
        yen_by_rates=file.band("yen_by_rates"),
        yen_by_rates_kept=file.central("yen_by_rates_kept"),
        **file.shown(),
    )
