"""The past on record: closes of yields since 2000, and federal budgets by fiscal year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from calc.sourced import (
    BILLION,
    PERCENT,
    Cited,
    FrozenRecord,
    SourcedFile,
    YieldPercent,
    load_record,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_SATURDAY = 5
_LONGEST_GAP = 5
Closes = Annotated[tuple[YieldPercent | None, ...], Field(min_length=2)]


class _DailyYieldsFile(FrozenRecord):
    title: str
    unit: Literal["percent"]
    source: str
    standing: Literal["official"]
    note: str
    first_day: date
    last_day: date
    ten_year: Closes
    thirty_year: Closes


@dataclass(frozen=True, slots=True)
class DailyYields:
    """Closes of one maturity by day, decimals."""

    closes: Mapping[date, float]

    def on(self, day: date) -> tuple[date, float] | None:
        """The close of a day, or of the last trading day before it; None outside the record."""
        for back in range(_LONGEST_GAP):
            before = day - timedelta(days=back)
            if before in self.closes:
                return before, self.closes[before]
        return None

    def between(self, first: date, last: date) -> tuple[tuple[date, float], ...]:
        """The closes from one day to another, both included, oldest first."""
        return tuple((day, close) for day, close in self.closes.items() if first <= day <= last)


@cache
def load_daily_yields() -> Mapping[int, DailyYields]:
    """The record that ships with this version, by maturity in years, read once."""
    file = load_record(_DailyYieldsFile, "daily_yields")
    days = _weekdays(file.first_day, file.last_day)
    return {
        years: DailyYields(
            {
                day: round(close * PERCENT, 6)
                for day, close in zip(days, closes, strict=True)
                if close is not None
            }
        )
        for years, closes in ((10, file.ten_year), (30, file.thirty_year))
    }


def _weekdays(first: date, last: date) -> list[date]:
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    return [day for day in days if day.weekday() < _SATURDAY]


_Row = tuple[float, float | None, float, float | None, float, float]
_Columns = tuple[
    Literal["revenue"],
    Literal["outlays"],
    Literal["net_interest"],
    Literal["deficit"],
    Literal["debt_held_by_public"],
    Literal["gdp"],
]


class _TotalDebt(Cited):
    unit: Literal["billion USD"]
    first_year: int
    values: Annotated[tuple[float, ...], Field(min_length=2)]


class _Budget(Cited):
    unit: Literal["billion USD"]
    first_year: int
    columns: _Columns
    rows: Annotated[tuple[_Row, ...], Field(min_length=2)]


class _FiscalHistoryFile(SourcedFile):
    note: str
    total_debt: _TotalDebt
    budget: _Budget


@dataclass(frozen=True, slots=True)
class PastFiscalYear:
    """What happened in one fiscal year, US dollars; the debt is at its end.

    ``outlays_usd`` and ``deficit_usd`` are None where they were not read.
    """

    fiscal_year: int
    revenue_usd: float
    outlays_usd: float | None
    net_interest_usd: float
    deficit_usd: float | None
    debt_held_by_public_usd: float
    gdp_usd: float


@dataclass(frozen=True, slots=True)
class FiscalHistory:
    """Total debt at the end of each fiscal year (US dollars), and the budgets, by year."""

    total_debt_usd: Mapping[int, float]
    budgets: Mapping[int, PastFiscalYear]


@cache
def load_fiscal_history() -> FiscalHistory:
    """The history that ships with this version, read once."""
    file = load_record(_FiscalHistoryFile, "fiscal_history")
    first = file.total_debt.first_year
    totals = {year: value * BILLION for year, value in enumerate(file.total_debt.values, first)}
    budgets = enumerate(file.budget.rows, file.budget.first_year)
    return FiscalHistory(totals, {year: _past(year, row) for year, row in budgets})


def _past(year: int, row: _Row) -> PastFiscalYear:
    revenue, outlays, interest, deficit, debt, gdp = row
    return PastFiscalYear(
        year,
        revenue * BILLION,
        None if outlays is None else outlays * BILLION,
        interest * BILLION,
        None if deficit is None else deficit * BILLION,
        debt * BILLION,
        gdp * BILLION,
    )
