"""What rating agencies and the budget office have said, and what the government owes itself.

Read from ``data/debt_warnings.json``; every entry has its date and where it was read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, HttpUrl

from calc.market import Source, Standing

_BILLION = 1e9


def _first_of_month(text: object) -> object:
    return f"{text}-01" if isinstance(text, str) else text


_Month = Annotated[date, BeforeValidator(_first_of_month)]


@dataclass(frozen=True, slots=True)
class Downgrade:
    """A rating agency took its top mark away."""

    agency: str
    day: date
    before: str
    after: str
    source: Source
    standing: Standing


@dataclass(frozen=True, slots=True)
class Forecast:
    """A share of revenue (decimal) that an agency expected interest to take; the month it did."""

    agency: str
    said: date
    fiscal_year: int
    of_revenue: float
    source: Source
    standing: Standing


@dataclass(frozen=True, slots=True)
class Remark:
    """Something said in a month."""

    said: date
    source: Source


@dataclass(frozen=True, slots=True)
class DatedSum:
    """US dollars on a day, or in the twelve months to it."""

    usd: float
    as_of: date
    source: Source


@dataclass(frozen=True, slots=True)
class DebtWarnings:
    """All of them.

    Args:
        downgrades: By day.
        forecast: The highest share of revenue an agency put a year to.
        no_tipping_point: CBO on where interest becomes unsustainable: no set point can be named.
        own_holdings: Debt that the government owes its own funds.
        paid_to_own_funds: Interest credited to them in twelve months.
    """

    downgrades: tuple[Downgrade, ...]
    forecast: Forecast
    no_tipping_point: Remark
    own_holdings: DatedSum
    paid_to_own_funds: DatedSum


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _SourceRow(_Record):
    key: str
    publisher: str
    title: str
    url: HttpUrl


class _Cited(_Record):
    source: str
    standing: Standing


class _DowngradeRow(_Cited):
    agency: str
    day: date
    before: str
    after: str


class _ForecastRow(_Cited):
    agency: str
    said: _Month
    fiscal_year: Annotated[int, Field(ge=2025, le=2100)]
    interest_of_revenue_percent: Annotated[float, Field(gt=0, le=100)]


class _RemarkRow(_Cited):
    publisher: str
    said: _Month


class _SumRow(_Cited):
    value_billion_usd: Annotated[float, Field(gt=0, le=1e6)]
    as_of: date


class _File(_Record):
    title: str
    sources: tuple[_SourceRow, ...]
    downgrades: Annotated[tuple[_DowngradeRow, ...], Field(min_length=1)]
    forecast: _ForecastRow
    no_tipping_point: _RemarkRow
    own_holdings: _SumRow
    paid_to_own_funds: _SumRow


@cache
def load_debt_warnings() -> DebtWarnings:
    """Those that ship with this version, read once.

    Raises:
        pydantic.ValidationError: The file is not what it should be.
        KeyError: An entry names a source that is not listed.
    """
    path = resources.files("calc") / "data" / "debt_warnings.json"
    file = _File.model_validate_json(path.read_bytes())
    sources = {
        row.key: Source(row.key, row.publisher, row.title, str(row.url)) for row in file.sources
    }

    def dated(row: _SumRow) -> DatedSum:
        return DatedSum(row.value_billion_usd * _BILLION, row.as_of, sources[row.source])

    downgrades = (
        Downgrade(row.agency, row.day, row.before, row.after, sources[row.source], row.standing)
        for row in file.downgrades
    )
    forecast = file.forecast
    return DebtWarnings(
        downgrades=tuple(sorted(downgrades, key=lambda downgrade: downgrade.day)),
        forecast=Forecast(
            forecast.agency,
            forecast.said,
            forecast.fiscal_year,
            forecast.interest_of_revenue_percent / 100,
            sources[forecast.source],
            forecast.standing,
        ),
        no_tipping_point=Remark(file.no_tipping_point.said, sources[file.no_tipping_point.source]),
        own_holdings=dated(file.own_holdings),
        paid_to_own_funds=dated(file.paid_to_own_funds),
    )
