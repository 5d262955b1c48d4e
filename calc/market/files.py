"""Schemas of the market's data files: units, dates, sources and bounds.

The files keep the units of the tables they come from (billions of dollars, percent), so that a
person can compare them with the source; the loader converts.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from calc.market.snapshot import DebtType
from calc.sourced import BillionUsd, FrozenRecord, Month, Percent, Source, Standing

QuarterText = Annotated[str, Field(pattern=r"^\d{4}Q[1-4]$")]


class CitedByKey(FrozenRecord):
    """A record that names the key of its source, listed in another file."""

    source: str


class SourcesFile(FrozenRecord):
    """All publications that the other files cite."""

    sources: Annotated[list[Source], Field(min_length=1)]


class FactRow(CitedByKey):
    """One single figure."""

    key: str
    label: str
    value: float
    unit: Literal["billion USD", "percent", "basis points", "years", "million"]
    as_of: date
    standing: Standing


class FactsFile(FrozenRecord):
    """Single figures of the market."""

    title: str
    facts: list[FactRow]


class HolderRow(FrozenRecord):
    """One line of the Treasury's table over time."""

    key: str
    name: str
    months: Annotated[list[tuple[Month, BillionUsd, Standing]], Field(min_length=1)]


class HoldersFile(CitedByKey):
    """Major foreign holders."""

    title: str
    unit: Literal["billion USD"]
    note: str
    columns: tuple[Literal["month"], Literal["value"], Literal["standing"]]
    custody_centres: list[str]
    holders: Annotated[list[HolderRow], Field(min_length=1)]
    totals: list[HolderRow]


class PortfolioRow(FrozenRecord):
    """One holder's bills and everything longer."""

    key: str
    bills: BillionUsd
    long_term: BillionUsd


class PortfoliosFile(CitedByKey):
    """What kinds of Treasuries holders have."""

    title: str
    unit: Literal["billion USD"]
    as_of: date
    standing: Standing
    portfolios: list[PortfolioRow]


class CurvePoint(FrozenRecord):
    """One maturity of the par curve."""

    months: Annotated[float, Field(gt=0, le=360)]
    value: Percent


class CurveFile(CitedByKey):
    """The par yield curve of one day."""

    title: str
    unit: Literal["percent"]
    as_of: date
    standing: Standing
    points: Annotated[list[CurvePoint], Field(min_length=2)]


class BudgetFile(CitedByKey):
    """The budget baseline by fiscal year."""

    title: str
    vintage: Month
    unit: Literal["billion USD"]
    columns: list[str]
    rows: list[
        tuple[
            int,
            Standing,
            BillionUsd,
            BillionUsd,
            BillionUsd,
            float,
            BillionUsd,
            BillionUsd,
        ]
    ]


class EconomyFile(CitedByKey):
    """The economic outlook by quarter."""

    title: str
    vintage: Month
    standing: Standing
    units: dict[str, str]
    columns: list[str]
    rows: list[tuple[QuarterText, BillionUsd, Percent, Percent]]


class LadderFile(CitedByKey):
    """What comes due when, by quarter and kind."""

    title: str
    unit: Literal["billion USD"]
    rate_unit: Literal["percent"]
    as_of: date
    standing: Standing
    note: str
    columns: list[str]
    rows: list[tuple[QuarterText, DebtType, BillionUsd, Percent | None]]


class AuctionPoint(FrozenRecord):
    """One tenor."""

    years: Annotated[float, Field(gt=0, le=30)]
    value: BillionUsd


class AuctionsFile(CitedByKey):
    """Sizes of coupon auctions."""

    title: str
    unit: Literal["billion USD a month"]
    as_of: date
    standing: Standing
    points: list[AuctionPoint]
