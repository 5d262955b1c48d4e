"""Published figures behind common claims: the dollar, April 2025, the rating, debt warnings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated

from pydantic import BeforeValidator, Field

from calc.sourced import BILLION, PERCENT, Cited, Source, SourcedFile, Standing, load_record


def _first_of_month(text: object) -> object:
    return f"{text}-01" if isinstance(text, str) else text


_MonthStart = Annotated[date, BeforeValidator(_first_of_month)]


@dataclass(frozen=True, slots=True)
class LostReserveStatus:
    """Long-run effect of losing reserve-currency status altogether.

    Args:
        long_rate_rise_percent: Of long Treasury yields, percentage points.
        dollar_fall_percent: Of the dollar against other currencies.
        source: The study.
    """

    long_rate_rise_percent: float
    dollar_fall_percent: float
    source: Source


@dataclass(frozen=True, slots=True)
class MonthlyFlows:
    """Net foreign purchases of Treasuries in a month.

    Args:
        net_foreign_purchases_billion_usd: Negative for sales.
        month: Its last day.
        source: Where they were published.
        study: A study of that month.
    """

    net_foreign_purchases_billion_usd: float
    month: date
    source: Source
    study: Source


@dataclass(frozen=True, slots=True)
class Downgrade:
    """A rating agency's removal of the top rating, under the agency's key and name."""

    key: str
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
class PublishedFacts:
    """All of them.

    Args:
        lost_reserve_status: What losing it would do.
        april_2025: Foreign flows of that month.
        downgrades: By day.
        forecast: The highest share of revenue an agency put a year to.
        no_tipping_point: CBO on where interest becomes unsustainable: no set point can be named.
        own_holdings: Debt that the government owes its own funds.
        paid_to_own_funds: Interest credited to them in twelve months.
    """

    lost_reserve_status: LostReserveStatus
    april_2025: MonthlyFlows
    downgrades: tuple[Downgrade, ...]
    forecast: Forecast
    no_tipping_point: Remark
    own_holdings: DatedSum
    paid_to_own_funds: DatedSum


class _StatusRow(Cited):
    long_rate_rise_percent: Annotated[float, Field(gt=0, lt=10)]
    dollar_fall_percent: Annotated[float, Field(gt=0, lt=100)]


class _FlowsRow(Cited):
    net_foreign_purchases_billion_usd: float
    month: date
    study: Cited


class _DowngradeRow(Cited):
    key: str
    agency: str
    day: date
    before: str
    after: str
    standing: Standing


class _ForecastRow(Cited):
    agency: str
    said: _MonthStart
    fiscal_year: Annotated[int, Field(ge=2025, le=2100)]
    interest_of_revenue_percent: Annotated[float, Field(gt=0, le=100)]
    standing: Standing


class _RemarkRow(Cited):
    publisher: str
    said: _MonthStart
    standing: Standing


class _SumRow(Cited):
    value_billion_usd: Annotated[float, Field(gt=0, le=1e6)]
    as_of: date
    standing: Standing


class _PublishedFactsFile(SourcedFile):
    lost_reserve_status: _StatusRow
    april_2025: _FlowsRow
    downgrades: Annotated[tuple[_DowngradeRow, ...], Field(min_length=1)]
    forecast: _ForecastRow
    no_tipping_point: _RemarkRow
    own_holdings: _SumRow
    paid_to_own_funds: _SumRow


@cache
def load_published_facts() -> PublishedFacts:
    """Those that ship with this version, read once.

    Raises:
        pydantic.ValidationError: The file is not what it should be.
    """
    file = load_record(_PublishedFactsFile, "published_facts")
    source, worst, april, forecast = (
        file.source,
        file.lost_reserve_status,
        file.april_2025,
        file.forecast,
    )

    def dated(row: _SumRow) -> DatedSum:
        return DatedSum(row.value_billion_usd * BILLION, row.as_of, source(row.source))

    return PublishedFacts(
        lost_reserve_status=LostReserveStatus(
            worst.long_rate_rise_percent, worst.dollar_fall_percent, source(worst.source)
        ),
        april_2025=MonthlyFlows(
            april.net_foreign_purchases_billion_usd,
            april.month,
            source(april.source),
            source(april.study.source),
        ),
        downgrades=tuple(
            Downgrade(
                row.key,
                row.agency,
                row.day,
                row.before,
                row.after,
                source(row.source),
                row.standing,
            )
            for row in sorted(file.downgrades, key=lambda row: row.day)
        ),
        forecast=Forecast(
            forecast.agency,
            forecast.said,
            forecast.fiscal_year,
            forecast.interest_of_revenue_percent * PERCENT,
            source(forecast.source),
            forecast.standing,
        ),
        no_tipping_point=Remark(file.no_tipping_point.said, source(file.no_tipping_point.source)),
        own_holdings=dated(file.own_holdings),
        paid_to_own_funds=dated(file.paid_to_own_funds),
    )
