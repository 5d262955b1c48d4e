"""The sale as understood, and how big it is beside other things."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.errors import CalcError
from calc.mix import Portfolio, portfolio

if TYPE_CHECKING:
    from calc.parameters import ImpactParameters
    from calc.scenario import Scenario
    from calc.snapshot import Holder, Holding, MarketSnapshot


@dataclass(frozen=True, slots=True)
class Sale:
    """The sale as understood, and how big it is beside other things.

    Args:
        holder: Who sells.
        holding: What it held, and when.
        asked_usd: What was asked.
        sold_usd: What the answer is for: the amount asked, or all of the holding.
        exceeds_holding: More was asked than the holder has.
        trading_days: How long the sale takes.
        portfolio: What is sold.
        ten_year_equivalents_usd: Ten-year notes with the same rate risk, others' sales included.
        share_of_holding: Of what the holder has.
        share_of_market: Of all marketable Treasury securities.
        share_of_gdp: Of a year's GDP.
        days_of_trading: In average days of trading in the whole market.
    """

    holder: Holder
    holding: Holding
    asked_usd: float
    sold_usd: float
    exceeds_holding: bool
    trading_days: int
    portfolio: Portfolio
    ten_year_equivalents_usd: float
    share_of_holding: float
    share_of_market: float
    share_of_gdp: float
    days_of_trading: float

    @property
    def is_capped(self) -> bool:
        """The answer is for less than was asked."""
        return self.sold_usd < self.asked_usd


def sale_of(scenario: Scenario, snapshot: MarketSnapshot, parameters: ImpactParameters) -> Sale:
    """The sale that a scenario asks about.

    Raises:
        CalcError: ``holder.unknown``, ``amount.not_positive`` or ``amount.beyond_market``.
    """
    holder = snapshot.holders.get(scenario.holder)
    if holder is None:
        raise CalcError("holder.unknown", holder=scenario.holder)
    asked = float(scenario.amount_usd)
    if not asked > 0:
        raise CalcError("amount.not_positive", amount_usd=asked)
    if asked > snapshot.marketable_usd:
        raise CalcError("amount.beyond_market", amount_usd=asked)
    holding = holder.latest
    exceeds = asked > holding.usd
    sold = holding.usd if exceeds and not scenario.beyond_holding else asked
    kind = portfolio(scenario.mix, holder.key, snapshot, parameters)
    followed = 1 + parameters.moods[scenario.mood].contagion
    return Sale(
        holder=holder,
        holding=holding,
        asked_usd=asked,
        sold_usd=sold,
        exceeds_holding=exceeds,
        trading_days=parameters.pace_days[scenario.pace],
        portfolio=kind,
        ten_year_equivalents_usd=followed * sold * kind.delta,
        share_of_holding=sold / holding.usd,
        share_of_market=sold / snapshot.marketable_usd,
        share_of_gdp=sold / snapshot.gdp_usd,
        days_of_trading=sold / snapshot.facts["daily_trading"].value,
    )
