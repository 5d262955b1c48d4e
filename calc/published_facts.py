"""Published figures behind common claims: the dollar, April 2025, the rating, debt warnings."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Annotated

from pydantic import BeforeValidator, Field

from calc.sourced import BILLION, PERCENT, Cited, FrozenRecord, SourcedFile, Standing, load_record


def _first_of_month(text: object) -> object:
    return f"{text}-01" if isinstance(text, str) else text


_MonthStart = Annotated[date, BeforeValidator(_first_of_month)]


class LostReserveStatus(Cited):
    """Long-run effect of losing reserve-currency status altogether.

    Args:
        long_rate_rise_percent: Of long Treasury yields, percentage points.
        dollar_fall_percent: Of the dollar against other currencies.
    """

    long_rate_rise_percent: Annotated[float, Field(gt=0, lt=10)]
    dollar_fall_percent: Annotated[float, Field(gt=0, lt=100)]


class Speech(Cited):
    """Something said on a day."""

    said: date


class April2025(FrozenRecord):
    """What was found about the jump of yields in April 2025.

    Args:
        study: Of the orders in the market.
        speech: Of the trades that were closed.
    """

    study: Cited
    speech: Speech


class Downgrade(Cited):
    """A rating agency's removal of the top rating, under the agency's key and name."""

    key: str
    agency: str
    day: date
    before: str
    after: str
    standing: Standing


class Forecast(Cited):
    """A share of revenue that an agency expected interest to take, and the month it did."""

    agency: str
    said: _MonthStart
    fiscal_year: Annotated[int, Field(ge=2025, le=2100)]
    interest_of_revenue_percent: Annotated[float, Field(gt=0, le=100)]
    standing: Standing

    @property
    def of_revenue(self) -> float:
        """The share, decimal."""
        return self.interest_of_revenue_percent * PERCENT


class Remark(Cited):
    """Something said in a month."""

    publisher: str
    said: _MonthStart
    standing: Standing


class DatedSum(Cited):
    """A sum on a day, or in the twelve months to it."""

    value_billion_usd: Annotated[float, Field(gt=0, le=1e6)]
    as_of: date
    standing: Standing

    @property
    def usd(self) -> float:
        """The sum in US dollars."""
        return self.value_billion_usd * BILLION


class PublishedFacts(SourcedFile):
    """All of them.

    Args:
        lost_reserve_status: What losing it would do.
        april_2025: What was found about that month.
        downgrades: By day.
        forecast: The highest share of revenue an agency put a year to.
        no_tipping_point: CBO on where interest becomes unsustainable: no set point can be named.
        own_holdings: Debt that the government owes its own funds.
        paid_to_own_funds: Interest credited to them in twelve months.
    """

    lost_reserve_status: LostReserveStatus
    april_2025: April2025
    downgrades: Annotated[tuple[Downgrade, ...], Field(min_length=1)]
    forecast: Forecast
    no_tipping_point: Remark
    own_holdings: DatedSum
    paid_to_own_funds: DatedSum


@cache
def load_published_facts() -> PublishedFacts:
    """Those that ship with this version, read once.

    Raises:
        pydantic.ValidationError: The file is not what it should be.
    """
    return load_record(PublishedFacts, "published_facts")
