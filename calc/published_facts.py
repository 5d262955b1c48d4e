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


class ReserveShares(Cited):
    """What central banks keep their reserves in, shares in percent, gold at its market price."""

    as_of: date
    dollar_percent: Annotated[float, Field(gt=0, le=100)]
    gold_percent: Annotated[float, Field(gt=0, le=100)]
    euro_percent: Annotated[float, Field(gt=0, le=100)]
    standing: Standing


class StablecoinFlow(Cited):
    """What money that flows into stablecoins does to the yield of bills of three months.

    Args:
        inflow_billion_usd: Over five days.
        least_fall_basis_points: Of that yield.
        most_fall_basis_points: The same at most.
        days: Within which.
    """

    inflow_billion_usd: Annotated[float, Field(gt=0, le=1000)]
    least_fall_basis_points: Annotated[float, Field(gt=0, le=100)]
    most_fall_basis_points: Annotated[float, Field(gt=0, le=100)]
    days: Annotated[int, Field(ge=1, le=365)]
    standing: Standing


class PublishedFacts(SourcedFile):
    """All of them.

    Args:
        forecast: The highest share of revenue an agency put a year to.
        no_tipping_point: CBO on where interest becomes unsustainable: no set point can be named.
        own_holdings: Debt that the government owes its own funds.
        paid_to_own_funds: Interest credited to them in twelve months.
        debt_held_by_public_2022: What the public held when the Federal Reserve began to let its
            holdings shrink. The budget office's figure; the Treasury's own count is up to half a
            percent larger.
        cayman_not_counted: What the Treasury's tables miss of hedge funds in the Cayman Islands.
    """

    lost_reserve_status: LostReserveStatus
    april_2025: April2025
    downgrades: Annotated[tuple[Downgrade, ...], Field(min_length=1)]
    forecast: Forecast
    no_tipping_point: Remark
    own_holdings: DatedSum
    paid_to_own_funds: DatedSum
    debt_held_by_public_2022: DatedSum
    fed_holdings_2022: DatedSum
    reserve_shares: ReserveShares
    cayman_not_counted: DatedSum
    japan_reserves: DatedSum
    stablecoin_flow: StablecoinFlow


@cache
def load_published_facts() -> PublishedFacts:
    """Those that ship with this version, read once."""
    return load_record(PublishedFacts, "published_facts")
