"""The market snapshot: frozen values in US dollars, decimal rates, years and dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from calc.market.holders import ForeignTransactions
    from calc.market.securities import Securities
    from calc.sourced import Source, Standing

_TEXT = re.compile(r"(\d{4})Q([1-4])")


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """One calendar quarter.

    Args:
        ordinal: Quarters since year 0, so that differences count quarters.
    """

    ordinal: int

    @classmethod
    def parse(cls, text: str) -> Quarter:
        """Read ``2026Q3``.

        Raises:
            ValueError: The text is not a year and a quarter.
        """
        match = _TEXT.fullmatch(text)
        if match is None:
            msg = f"not a quarter: {text!r}"
            raise ValueError(msg)
        return cls(int(match[1]) * 4 + int(match[2]) - 1)

    @classmethod
    def containing(cls, day: date) -> Quarter:
        """The quarter a day falls into."""
        return cls(day.year * 4 + (day.month - 1) // 3)

    @classmethod
    def first_of_fiscal_year(cls, year: int) -> Quarter:
        """October to December of the year before, where the US fiscal year begins."""
        return cls((year - 1) * 4 + 3)

    @property
    def fiscal_year(self) -> int:
        """The US fiscal year, named after the calendar year it ends in."""
        return (self.ordinal + 1) // 4

    def plus(self, quarters: int) -> Quarter:
        """The quarter so many quarters later."""
        return Quarter(self.ordinal + quarters)

    def __str__(self) -> str:
        year, quarter = divmod(self.ordinal, 4)
        return f"{year}Q{quarter + 1}"


class DebtType(StrEnum):
    """The kinds of marketable Treasury security."""

    BILL = "bill"
    NOTE = "note"
    BOND = "bond"
    TIPS = "tips"
    FRN = "frn"


@dataclass(frozen=True, slots=True)
class Fact:
    """One dated figure.

    Args:
        value: US dollars, a decimal share or rate, years, or a count, as ``unit`` says.
        unit: ``USD``, ``decimal``, ``years`` or ``count``.
        as_of: The day it describes.
        source: Key of its `Source`.
        standing: How far it can be trusted.
    """

    key: str
    label: str
    value: float
    unit: str
    as_of: date
    source: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Holding:
    """What a holder held at the end of a month, at market value."""

    month: date
    usd: float
    standing: Standing


@dataclass(frozen=True, slots=True)
class Holder:
    """A country (or a sum of countries) in the Treasury's table.

    Args:
        key: ISO 3166 alpha-2 code in lower case, or the name of a sum.
        name: As the table prints it.
        history: By month, oldest first, never empty; months may be missing.
        is_custody_centre: Much of what is recorded there belongs to owners elsewhere.
    """

    key: str
    name: str
    history: tuple[Holding, ...]
    is_custody_centre: bool = False

    @property
    def latest(self) -> Holding:
        """The newest month known."""
        return self.history[-1]


@dataclass(frozen=True, slots=True)
class ParCurve:
    """Par yields (the coupon at which a new security sells at 100) by maturity.

    Args:
        years: Maturities in years, increasing.
        yields: Par yields, decimals, semiannual bond-equivalent.
    """

    as_of: date
    years: tuple[float, ...]
    yields: tuple[float, ...]
    source: str

    def at(self, years: float) -> float:
        """The par yield at a maturity, linear between the published ones, flat outside."""
        return float(np.interp(years, self.years, self.yields))


@dataclass(frozen=True, slots=True)
class BudgetYear:
    """One fiscal year of the budget, US dollars; the debt is at the year's end."""

    fiscal_year: int
    standing: Standing
    revenue_usd: float
    outlays_usd: float
    net_interest_usd: float
    deficit_usd: float
    debt_held_by_public_usd: float
    gdp_usd: float


@dataclass(frozen=True, slots=True)
class EconomyQuarter:
    """One quarter of the economic outlook: GDP in US dollars a year, yields as decimals."""

    quarter: Quarter
    gdp_usd: float
    bill_3_month_yield: float
    note_10_year_yield: float


@dataclass(frozen=True, slots=True)
class LadderEntry:
    """What comes due in a quarter: face in US dollars and its average rate (None: floating)."""

    quarter: Quarter
    type: DebtType
    usd: float
    rate: float | None


@dataclass(frozen=True, slots=True)
class OrdinaryMonth:
    """Standard deviations of the 10-year yield's change over a month, decimal.

    They are of changes from one month's last close to the next, which do not overlap.

    Args:
        record: Over the whole record.
        recent: Over its last five years.
        first_year: In which the record begins.
        last_month: The newest month, its first day.
        yields: The yield at the end of each month, decimal, oldest first.
    """

    record: float
    recent: float
    first_year: int
    last_month: date
    yields: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class AuctionSize:
    """How much of a tenor is sold in an average month."""

    years: float
    usd_per_month: float


@dataclass(frozen=True, slots=True)
class MarketSnapshot:
    """Everything about the market that an answer depends on.

    Two answers from the same snapshot and the same question are the same.

    Args:
        holders: Countries by key, with every month known of them.
        totals: The same for sums of countries.
        bills_shares: Bills as a decimal share of what each holds, and of sums such as
            ``official``, in the newest month.
    """

    sources: Mapping[str, Source]
    facts: Mapping[str, Fact]
    holders: Mapping[str, Holder]
    totals: Mapping[str, Holder]
    transactions: ForeignTransactions
    bills_shares: Mapping[str, float]
    curve: ParCurve
    budget: tuple[BudgetYear, ...]
    budget_source: str
    budget_vintage: str
    economy: tuple[EconomyQuarter, ...]
    ladder: tuple[LadderEntry, ...]
    ladder_as_of: date
    auctions: tuple[AuctionSize, ...]
    ordinary_month: OrdinaryMonth
    securities: Securities

    @property
    def marketable_usd(self) -> float:
        """Marketable Treasury securities outstanding, US dollars of face."""
        return self.facts["marketable_outstanding"].value

    @property
    def gdp_usd(self) -> float:
        """Nominal GDP at an annual rate in the newest quarter before the curve's day."""
        return self.gdp_quarter.gdp_usd

    @property
    def gdp_quarter(self) -> EconomyQuarter:
        """The last full quarter before the curve's day."""
        now = Quarter.containing(self.curve.as_of)
        return next(row for row in reversed(self.economy) if row.quarter < now)

    def budget_year(self, fiscal_year: int) -> BudgetYear:
        """The row of one fiscal year.

        Raises:
            KeyError: The baseline does not reach it.
        """
        for row in self.budget:
            if row.fiscal_year == fiscal_year:
                return row
        raise KeyError(fiscal_year)


def chance_of_rise(push: float, spread: float) -> float:
    """The probability that the yield is higher after a sale than before.

    Args:
        push: What the sale adds, decimal.
        spread: Standard deviation of the yield's own moves over that time, decimal, above zero.
    """
    return 1 - NormalDist(push, spread).cdf(0)


def month_number(day: date) -> int:
    """Months since year 0, so that differences count months."""
    return day.year * 12 + day.month
