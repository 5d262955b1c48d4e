"""Published estimates of what sales and purchases do to yields, scaled to a sale.

Each row says how it was read and how firm the step is from its own unit to a percent of the market.
Each effect is taken as linear in the sale and scaled to today in the unit that the study counts
in. For an effect per dollar that is the share of the market of its time: a sale of $100 billion
was one percent of the market in 2011 and is a third of a percent today. Taking the share of GDP
instead would double the older ones, since the debt has grown faster than the economy.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field, model_validator

from calc.errors import CalcError
from calc.parameters import load_impact_parameters
from calc.parameters.parameter import Evidence, Reference
from calc.sourced import (
    BASIS_POINT,
    IN_ORDER,
    FrozenRecord,
    PositiveNumber,
    load_record,
    with_listed,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc.market import MarketSnapshot


class EstimateKind(StrEnum):
    """What a study looked at."""

    FLOW = "flow"
    """What foreigners sell or buy within a month or a year."""
    STOCK = "stock"
    """How much of the debt foreigners hold."""
    PURCHASES = "purchases"
    """What the Federal Reserve buys or sells."""
    DEBT = "debt"
    """How much debt there is for everybody to hold."""


class ReadIn(StrEnum):
    """Where the effect of a study was read."""

    OFFICIAL_TEXT = "official text"
    ABSTRACT = "abstract"
    SECOND_HAND = "second-hand"
    FROM_MEMORY = "from memory"
    """Quoted from memory and not checked; always said where it is shown."""


class SaleUnit(StrEnum):
    """What a study's effect is per."""

    MARKETABLE = "percent of marketable"
    GDP = "percent of GDP"
    GDP_TEN_YEAR = "percent of GDP in ten-year equivalents"
    DOLLARS = "billion USD"


class SaleSize(FrozenRecord):
    """The sale that has a study's effect.

    Args:
        marketable_billion_usd: Marketable debt at the time; only for an amount in dollars.
        gdp_billion_usd: GDP of that time, where known.
    """

    amount: PositiveNumber
    unit: SaleUnit
    marketable_billion_usd: PositiveNumber | None = None
    gdp_billion_usd: PositiveNumber | None = None

    @model_validator(mode="after")
    def _dollars_need_their_market(self) -> SaleSize:
        if (self.unit is SaleUnit.DOLLARS) != (self.marketable_billion_usd is not None):
            msg = "an amount in dollars, and only that, needs the market of its time"
            raise ValueError(msg)
        return self

    @property
    def percent(self) -> float:
        """The amount in percent of the market or of GDP, whichever the unit is of."""
        if self.marketable_billion_usd is None:
            return self.amount
        return 100 * self.amount / self.marketable_billion_usd


class Study(FrozenRecord):
    """One published effect.

    Args:
        measured: The change it is the effect of.
        horizon: When.
        basis_points: Least, middle and most that it reports; the middle of a range when it names
            none. A purchase counts with the sign turned.
        identification: How cause was told from effect.
        conversion_error: Standard error of the logarithm that the step to today's market adds.
        pooled: It enters the pooled estimate; a survey of others or a second figure of one paper
            does not.
        evidence: Always published: what is not does not belong here.
        conversion: ``published`` when the study itself counts in percent, ``computed`` when we
            divide by the market of its time, ``judgement`` when its amount is ours as well.
    """

    key: str
    reference: Reference
    kind: EstimateKind
    measured: str
    maturity: str
    horizon: str
    basis_points: Annotated[tuple[PositiveNumber, PositiveNumber, PositiveNumber], IN_ORDER]
    per: SaleSize
    sample: str
    identification: str
    read: ReadIn
    conversion_error: Annotated[float, Field(gt=0, le=1)]
    pooled: bool
    evidence: Literal[Evidence.PUBLISHED] = Evidence.PUBLISHED
    conversion: Evidence
    note: str | None = None


class StudiesFile(FrozenRecord):
    """The data file, which names the reference of each study by key."""

    title: str
    note: str
    references: tuple[Reference, ...]
    studies: tuple[Study, ...]

    @model_validator(mode="before")
    @classmethod
    def _resolve_references(cls, content: dict[str, Any]) -> object:
        return with_listed(content, "reference", content["references"])


@cache
def load_studies() -> Mapping[str, Study]:
    """The published estimates that ship with this version, by key, read once."""
    return {row.key: row for row in load_record(StudiesFile, "estimates", "parameters").studies}


@dataclass(frozen=True, slots=True)
class Estimate:
    """One study's effect scaled to a sale.

    Args:
        least: Rise of the yield that the study is about, decimal.
        middle: Its own best guess, or the middle of its range.
        most: The other end.
    """

    study: Study
    least: float
    middle: float
    most: float


def estimates_for(
    sale_usd: float,
    snapshot: MarketSnapshot,
    relative_dv01: float | None = None,
) -> tuple[Estimate, ...]:
    """Each study's effect scaled to a sale, smallest first.

    Args:
        sale_usd: Face sold, US dollars.
        snapshot: The market.
        relative_dv01: Rate risk (DV01) of what is sold against a ten-year note, for studies that
            count in ten-year equivalents; the central parameter when not given.

    Raises:
        CalcError: ``amount.not_positive``.
    """
    if not sale_usd > 0:
        raise CalcError("amount.not_positive", amount_usd=sale_usd)
    relative_dv01 = (
        load_impact_parameters().relative_dv01.central if relative_dv01 is None else relative_dv01
    )
    of_market = 100 * sale_usd / snapshot.marketable_usd
    of_gdp = 100 * sale_usd / snapshot.gdp_usd
    percent = {
        SaleUnit.MARKETABLE: of_market,
        SaleUnit.DOLLARS: of_market,
        SaleUnit.GDP: of_gdp,
        SaleUnit.GDP_TEN_YEAR: of_gdp * relative_dv01,
    }
    scaled = []
    for study in load_studies().values():
        times = BASIS_POINT * percent[study.per.unit] / study.per.percent
        scaled.append(Estimate(study, *(times * effect for effect in study.basis_points)))
    return tuple(sorted(scaled, key=lambda estimate: (estimate.middle, estimate.study.key)))
