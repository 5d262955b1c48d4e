"""The sale that a scenario describes: its rate risk, a day of it, and its size.

A dollar of bills carries a fortieth of the rate risk of a dollar of ten-year notes, a dollar of
thirty-year bonds almost twice as much; so what a sale does to yields depends on what is sold.

Up to a small share of a day's trading a sale meets a calm market. From there strain grows in a
straight line to that of March 2020, reached when a day's sale equals all that primary dealers hold
net. Beyond that there is no price to give: dealers would have to double what they hold in a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.errors import CalcError
from calc.market import DebtType
from calc.market.snapshot import Quarter
from calc.scenario import Fed, Others, PortfolioType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.market import Holder, Holding, MarketSnapshot
    from calc.parameters import ImpactParameters
    from calc.parameters.impact import ReactionParameters
    from calc.ranges import FloatArray
    from calc.scenario import Scenario

_TYPES = {
    PortfolioType.BILLS: DebtType.BILL,
    PortfolioType.NOTES: DebtType.NOTE,
    PortfolioType.BONDS: DebtType.BOND,
}
_LONGEST_YEARS = {DebtType.BILL: 1.0, DebtType.NOTE: 10.0, DebtType.BOND: 30.0}
_TEN_YEARS = DebtType.NOTE
_OFFICIALS = "official"
_MOST_STRAINED = "dash"


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The portfolio that is sold, in the terms of the impact model.

    Args:
        relative_dv01: Its DV01 over that of the ten-year note, per dollar of face.
        bills_share: Share of bills in it when a table publishes it, else None.
    """

    relative_dv01: float
    bills_share: float | None = None


def portfolio(
    portfolio_type: PortfolioType,
    holder: str,
    snapshot: MarketSnapshot,
    parameters: ImpactParameters,
) -> Portfolio:
    """The rate risk of what a holder sells.

    ``typical`` splits bills from the rest as the Treasury's monthly table does for the holder, or
    for officials as a whole where it does not; it is the parameter where neither is known. The
    other types are all securities of their kind outstanding, by remaining maturity.
    """
    if portfolio_type is not PortfolioType.TYPICAL:
        return Portfolio(outstanding_relative_dv01(_TYPES[portfolio_type], snapshot, parameters))
    share = snapshot.bills_shares.get(holder, snapshot.bills_shares.get(_OFFICIALS))
    if share is None:
        return Portfolio(parameters.relative_dv01.central)
    bills = outstanding_relative_dv01(DebtType.BILL, snapshot, parameters)
    rest = parameters.relative_dv01_without_bills.central
    return Portfolio(share * bills + (1 - share) * rest, share)


def outstanding_relative_dv01(
    kind: DebtType, snapshot: MarketSnapshot, parameters: ImpactParameters
) -> float:
    """Mean DV01 of all securities of a kind over that of the ten-year note."""
    today = Quarter.containing(snapshot.ladder_as_of)
    rows = [row for row in snapshot.ladder if row.type == kind]
    usd = np.array([row.usd for row in rows])
    # What matures in a quarter does so in its middle, on average.
    years = np.array([(row.quarter.ordinal - today.ordinal - 0.5) / 4 for row in rows])
    return float(usd @ parameters.relative_dv01_at(years.tolist()) / usd.sum())


def local_factors(
    portfolio_type: PortfolioType,
    years: Sequence[float],
    snapshot: MarketSnapshot,
    parameters: ImpactParameters,
) -> FloatArray:
    """How much stronger than on the 10-year the temporary part is at these maturities.

    Securities like those sold move more than others (D'Amico and King 2013). The size of the
    sector enters as its share of the market: the temporary part is multiplied by
    1 + strength x (share of the sale - share of the market) / share of the market, relative to
    the sector of the 10-year, whose own change the impact model already gives.
    """
    if portfolio_type is PortfolioType.TYPICAL:
        return np.ones(len(years))
    total = sum(row.usd for row in snapshot.ladder)

    def raw(kind: DebtType) -> float:
        market = sum(row.usd for row in snapshot.ladder if row.type == kind) / total
        sale = float(kind == _TYPES[portfolio_type])
        return 1 + parameters.local_strength.central * (sale - market) / market

    most = parameters.local_limit.central
    relative = {kind: min(raw(kind) / raw(_TEN_YEARS), most) for kind in _LONGEST_YEARS}
    return np.array([relative[_sector(maturity)] for maturity in years])


def _sector(years: float) -> DebtType:
    return next(kind for kind, longest in _LONGEST_YEARS.items() if years <= longest)


@dataclass(frozen=True, slots=True)
class DaySale:
    """What is sold in a day, against the market's capacity.

    Args:
        share_of_trading: Of what the whole market trades in a day.
        share_of_dealers: Of what primary dealers hold net.
        stress: Multiplies the temporary impact, 1 where the market takes it calmly.
        is_halt: More than dealers can take: no price, but a halt.
    """

    usd: float
    share_of_trading: float
    share_of_dealers: float
    stress: float
    is_halt: bool

    @property
    def is_strained(self) -> bool:
        """Too much in a day for a calm market."""
        return self.stress > 1


def day_sale(
    sold_usd: float, trading_days: int, snapshot: MarketSnapshot, parameters: ImpactParameters
) -> DaySale:
    """Compare a sale spread evenly over some trading days with a day's capacity."""
    usd = sold_usd / trading_days
    trading = snapshot.facts["daily_trading"].value
    calm_usd = parameters.calm_share_of_trading * trading
    halt_usd = parameters.halt_share_of_dealers * snapshot.facts["dealer_position"].value
    most = parameters.regimes[_MOST_STRAINED].stress
    strained = min(1.0, max(0.0, (usd - calm_usd) / (halt_usd - calm_usd)))
    return DaySale(
        usd=usd,
        share_of_trading=usd / trading,
        share_of_dealers=usd / snapshot.facts["dealer_position"].value,
        stress=1 + (most - 1) * strained,
        is_halt=usd > halt_usd,
    )


@dataclass(frozen=True, slots=True)
class Sale:
    """The sale that a scenario describes, and its size relative to other quantities.

    Args:
        holding: What it held, and when.
        sold_usd: What the answer is for: the amount asked, or all of the holding.
        exceeds_holding: More was asked than the holder has.
        pledged_usd: The part that is pledged at the Federal Reserve instead of being sold.
        ten_year_equivalents_usd: Ten-year notes with the same rate risk, with what the market
            regime brings along but without those who react to the yield.
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
