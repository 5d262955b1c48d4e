"""The federal budget and debt of past fiscal years."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from calc.sourced import BILLION, Cited, SourcedFile, load_record

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    """The history that ships with this version, read once.

    Raises:
        pydantic.ValidationError: The file is not what it should be.
    """
    file = load_record(_FiscalHistoryFile, "fiscal_history")
    first = file.total_debt.first_year
    totals = {year: value * BILLION for year, value in enumerate(file.total_debt.values, first)}
    return FiscalHistory(
        totals,
        {
            year: _past(year, row)
            for year, row in enumerate(file.budget.rows, file.budget.first_year)
        },
    )


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
