"""Schemas of the market's data files: units, dates, sources and bounds.

The files keep the units of the tables they come from (billions of dollars, percent), so that a
person can compare them with the source; the loader converts.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field, model_validator

from calc.market.snapshot import DebtType
from calc.sourced import BillionUsd, FrozenRecord, Month, Percent, Source, Standing

RECENT_MONTHS = 60
"""Months of the newest part of the record of yields."""
QuarterText = Annotated[str, Field(pattern=r"^\d{4}Q[1-4]$")]


class CitedByKey(FrozenRecord):
    """A record that names the key of its source, listed in another file."""

    source: str


class MarketTable(CitedByKey):
    """A table of one source."""

    title: str
    note: str | None = None
    columns: tuple[str, ...] = ()


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


class HoldersFile(MarketTable):
    """Major foreign holders."""

    unit: Literal["billion USD"]
    columns: tuple[Literal["month"], Literal["value"], Literal["standing"]]
    custody_centres: list[str]
    holders: Annotated[list[HolderRow], Field(min_length=1)]
    totals: list[HolderRow]


class HistoryRow(FrozenRecord):
    """One holder's months in a row from the first one on; None where the table left it out."""

    first_month: Month
    values: Annotated[tuple[BillionUsd | None, ...], Field(min_length=1)]


class HistoryFile(MarketTable):
    """Major foreign holders since 2000."""

    unit: Literal["billion USD"]
    standing: Standing
    holders: dict[str, HistoryRow]


Millions = tuple[Annotated[int, Field(ge=-100_000_000, le=100_000_000)] | None, ...]


class TransactionsRow(FrozenRecord):
    """One line of the table of transactions: a value for each month of the file, or None."""

    name: str
    code: int
    holdings: Millions
    net_purchases: Millions
    long_term_net_purchases: Millions
    valuation_change: Millions
    bills: Millions

    @property
    def columns(self) -> tuple[Millions, ...]:
        """The columns in the order of the fields."""
        return (
            self.holdings,
            self.net_purchases,
            self.long_term_net_purchases,
            self.valuation_change,
            self.bills,
        )


class TransactionsFile(MarketTable):
    """What foreign residents held, bought and sold, by country and month."""

    unit: Literal["million USD"]
    standing: Literal["official"]
    months: Annotated[tuple[Month, ...], Field(min_length=2)]
    countries: dict[str, TransactionsRow]
    totals: dict[str, TransactionsRow]

    @model_validator(mode="after")
    def _every_column_has_every_month(self) -> TransactionsFile:
        for key, row in (self.countries | self.totals).items():
            if any(len(column) != len(self.months) for column in row.columns):
                msg = f"{key}: a column does not have {len(self.months)} months"
                raise ValueError(msg)
        return self


class CurvePoint(FrozenRecord):
    """One maturity of the par curve."""

    months: Annotated[float, Field(gt=0, le=360)]
    value: Percent


class CurveFile(MarketTable):
    """The par yield curve of one day."""

    unit: Literal["percent"]
    as_of: date
    standing: Standing
    points: Annotated[list[CurvePoint], Field(min_length=2)]


class BudgetFile(MarketTable):
    """The budget baseline by fiscal year."""

    vintage: Month
    unit: Literal["billion USD"]
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


class EconomyFile(MarketTable):
    """The economic outlook by quarter."""

    vintage: Month
    standing: Standing
    units: dict[str, str]
    rows: list[tuple[QuarterText, BillionUsd, Percent, Percent]]


class LadderFile(MarketTable):
    """What comes due when, by quarter and kind."""

    unit: Literal["billion USD"]
    rate_unit: Literal["percent"]
    as_of: date
    standing: Standing
    rows: list[tuple[QuarterText, DebtType, BillionUsd, Percent | None]]


class AuctionPoint(FrozenRecord):
    """One tenor."""

    years: Annotated[float, Field(gt=0, le=30)]
    value: BillionUsd


class AuctionsFile(MarketTable):
    """Sizes of coupon auctions."""

    unit: Literal["billion USD a month"]
    as_of: date
    standing: Standing
    points: list[AuctionPoint]


class MonthEndFile(MarketTable):
    """The data file: the 10-year yield at the end of each month in a row."""

    unit: Literal["percent"]
    standing: Literal["official"]
    first_month: Month
    last_month: Month
    yields: Annotated[tuple[Percent, ...], Field(min_length=RECENT_MONTHS + 1)]


class SecuritiesFile(MarketTable):
    """The data file: billions of dollars and percent, as the statement prints them."""

    unit: Literal["billion USD"]
    coupon_unit: Literal["percent"]
    standing: Literal["official"]
    as_of: date
    securities: Annotated[
        tuple[
            tuple[
                Annotated[str, Field(pattern="^[0-9A-Z]{9}$")],
                DebtType,
                date,
                Annotated[float, Field(gt=0)],
                Annotated[float, Field(ge=0, le=25)] | None,
            ],
            ...,
        ],
        Field(min_length=1),
    ]
