"""The sale that a scenario describes, and its size relative to other quantities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.errors import CalcError
from calc.impact.market_capacity import DaySale, day_sale
from calc.impact.portfolio import Portfolio, portfolio
from calc.scenario import Fed, Others, PortfolioType

if TYPE_CHECKING:
    from calc.market import Holder, Holding, MarketSnapshot
    from calc.parameters import ImpactParameters
    from calc.parameters.reactions import ReactionParameters
    from calc.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Sale:
    """The sale that a scenario describes, and its size relative to other quantities.

    Args:
        holder: Who sells.
        holding: What it held, and when.
        asked_usd: What was asked.
        sold_usd: What the answer is for: the amount asked, or all of the holding.
        exceeds_holding: More was asked than the holder has.
        pledged_usd: The part that is pledged at the Federal Reserve instead of being sold.
        trading_days: How long the sale takes.
        portfolio: What is sold.
        ten_year_equivalents_usd: Ten-year notes with the same rate risk, with what the market
            regime brings along but without those who react to the yield.
        share_of_holding: Of what the holder has.
        share_of_market: Of all marketable Treasury securities.
        share_of_gdp: Of a year's GDP.
        day: What is sold in a day, against what the market can take.
        bills_usd: Face of bills that comes to the market where only bills are sold, with what the
            market regime brings along.
    """

    holder: Holder
    holding: Holding
    asked_usd: float
    sold_usd: float
    exceeds_holding: bool
    pledged_usd: float
    trading_days: int
    portfolio: Portfolio
    ten_year_equivalents_usd: float
    share_of_holding: float
    share_of_market: float
    share_of_gdp: float
    day: DaySale
    bills_usd: float

    @property
    def is_capped(self) -> bool:
        """The answer is for less than was asked."""
        return self.sold_usd < self.asked_usd

    @property
    def to_market_usd(self) -> float:
        """What comes to the market."""
        return self.sold_usd - self.pledged_usd


def sale_of(
    scenario: Scenario,
    snapshot: MarketSnapshot,
    parameters: ImpactParameters,
    reactions: ReactionParameters,
) -> Sale:
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
    kind = portfolio(scenario.portfolio_type, holder.key, snapshot, parameters)
    lends = scenario.fed is Fed.REPO and can_borrow(holder)
    pledged = min(sold, reactions.repo_limit_usd) if lends else 0.0
    # Who reacts to the yield is worked out from the yield and must not be counted twice.
    nobody_reacts = scenario.others is Others.NOBODY
    contagion = parameters.regimes[scenario.regime].contagion if nobody_reacts else 0.0
    to_market = sold - pledged
    days = parameters.pace_days[scenario.pace]
    is_bills = scenario.portfolio_type is PortfolioType.BILLS
    return Sale(
        holder=holder,
        holding=holding,
        asked_usd=asked,
        sold_usd=sold,
        exceeds_holding=exceeds,
        pledged_usd=pledged,
        trading_days=days,
        portfolio=kind,
        ten_year_equivalents_usd=(1 + contagion) * to_market * kind.relative_dv01,
        share_of_holding=sold / holding.usd,
        share_of_market=sold / snapshot.marketable_usd,
        share_of_gdp=sold / snapshot.gdp_usd,
        day=day_sale(to_market, days, snapshot, parameters),
        bills_usd=(1 + contagion) * to_market if is_bills else 0.0,
    )


def can_borrow(holder: Holder) -> bool:
    """The Federal Reserve could lend to the holder, as far as it is a central bank.

    The facility is open to central banks and monetary authorities with an account at the New York
    Fed (https://www.federalreserve.gov/monetarypolicy/fima-repo-facility.htm). What is recorded in
    a custody centre belongs mostly to funds, which cannot use it.
    """
    return not holder.is_custody_centre
