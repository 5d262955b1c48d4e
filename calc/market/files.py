"""The shape of each data file, checked on reading: units, dates, sources, sane bounds.

The files keep the units of the tables they come from (billions of dollars, percent), so that a
person can compare them with the source; the loader converts.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from calc.market.snapshot import DebtType
from calc.sourced import BillionUsd, Cited, FrozenRecord, Month, Percent, Source, Standing

QuarterText = Annotated[str, Field(pattern=r"^\d{4}Q[1-4]$")]


class SourcesFile(FrozenRecord):
    """All publications that the other files cite."""

    sources: Annotated[list[Source], Field(min_length=1)]


class FactRow(Cited):
    """One single figure."""

    key: str
    label: str
    value: float
    unit: Literal["billion USD", "percent", "basis points", "years"]
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


class HoldersFile(Cited):
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


class PortfoliosFile(Cited):
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


class CurveFile(Cited):
    """The par yield curve of one day."""

    title: str
    unit: Literal["percent"]
    as_of: date
    standing: Standing
    points: Annotated[list[CurvePoint], Field(min_length=2)]


class BudgetFile(Cited):
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


class EconomyFile(Cited):
    """The economic outlook by quarter."""

    title: str
    vintage: Month
    standing: Standing
    units: dict[str, str]
    columns: list[str]
    rows: list[tuple[QuarterText, BillionUsd, Percent, Percent]]


class LadderFile(Cited):
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


class AuctionsFile(Cited):
    """Sizes of coupon auctions."""

    title: str
    unit: Literal["billion USD a month"]
    as_of: date
    standing: Standing
    points: list[AuctionPoint]
