"""Compute the outcome of a scenario, from which text, charts and buttons are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.bonds.coupons import par_bond_price
from calc.impact.impact import bill_path
from calc.impact.simulation import ModelInputs, simulate
from calc.interest.cost import cost_of, days_to_follow
from calc.market import MarketSnapshot, load_snapshot
from calc.parameters import ImpactParameters, load_impact_parameters
from calc.parameters.impact import ReactionParameters, load_reaction_parameters
from calc.ranges import Range
from calc.sale import local_factors, sale_of
from calc.sourced import BASIS_POINT

if TYPE_CHECKING:
    from calc.impact.impact import YieldPath
    from calc.impact.reactions import Feedback, Purchases
    from calc.interest.cost import InterestOutcome
    from calc.ranges import FloatArray
    from calc.sale import Sale
    from calc.scenario import PortfolioType, Scenario

TEN_YEARS = 10.0
FACE_USD = 100.0
_LONGEST_BILL_YEARS = 1.0
_BILL_YEARS = 0.25
_NOTHING = Range(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class YieldOutcome:
    """The 10-year yield and the curve, decimals.

    Args:
        before: 10-year par yield.
        path: Its change over time.
        peak: Its change at the worst moment.
        bill_before: 3-month par yield.
        bill_rise: Its change at the worst moment where bills are sold.
        curve_years: Maturities of the curve.
        curve_rise: Change of each at the worst moment.
    """

    before: float
    path: YieldPath
    peak: Range
    permanent: Range
    bill_before: float
    bill_rise: Range
    curve_years: tuple[float, ...]
    curve_rise: tuple[Range, ...]

    @property
    def at_peak(self) -> Range:
        """10-year yield at the worst moment, decimal."""
        return self.peak.map(lambda rise: self.before + rise)


@dataclass(frozen=True, slots=True)
class PriceOutcome:
    """The clean price of a ten-year note that stood at its face before the sale, US dollars.

    Args:
        face: And price before.
        coupon: A year, decimal: the 10-year par yield before the sale.
        dv01: Fall for a rise of one basis point.
    """

    face: float
    coupon: float
    at_peak: Range
    permanent: Range
    dv01: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a scenario; ``feedback`` and ``purchases`` are None where nobody reacts."""

    scenario: Scenario
    sale: Sale
    yields: YieldOutcome
    price: PriceOutcome
    interest: InterestOutcome
    feedback: Feedback | None
    purchases: Purchases | None
    snapshot: MarketSnapshot
    parameters: ImpactParameters
    reactions: ReactionParameters

    @property
    def net_ten_year_equivalents_usd(self) -> Range:
        """What is left for the market to hold for good: all sales less the Fed's purchases."""
        others, bought = _NOTHING, _NOTHING
        if self.feedback is not None:
            # As the path has it: what others hold is of the typical kind.
            others = self.feedback.sold_usd.times(self.parameters.relative_dv01.central)
        if self.purchases is not None:
            bought = self.purchases.ten_year_equivalents_usd
        sold = self.sale.ten_year_equivalents_usd
        return Range(*(sold + more - less for more, less in zip(others, bought, strict=True)))


def run(
    scenario: Scenario,
    snapshot: MarketSnapshot | None = None,
    parameters: ImpactParameters | None = None,
) -> Outcome:
    """Compute the outcome of a scenario, with what ships with this version where not given.

    Raises:
        CalcError: ``holder.unknown``, ``amount.not_positive`` or ``amount.beyond_market``.
    """
    snapshot = snapshot or load_snapshot()
    parameters = parameters or load_impact_parameters()
    reactions = load_reaction_parameters()
    kind = scenario.portfolio_type
    sale = sale_of(scenario, snapshot, parameters, reactions)
    days = days_to_follow(snapshot)
    simulation = simulate(scenario, sale, ModelInputs(snapshot, parameters, reactions), days)
    bills = bill_path(sale.bills_usd, sale.trading_days, parameters, days)
    yields = _yields(simulation.path, bills, kind, snapshot, parameters)
    return Outcome(
        scenario=scenario,
        sale=sale,
        yields=yields,
        price=_price(yields),
        interest=cost_of(simulation.path, bills, kind, snapshot, parameters),
        feedback=simulation.feedback,
        purchases=simulation.purchases,
        snapshot=snapshot,
        parameters=parameters,
        reactions=reactions,
    )


def _yields(
    path: YieldPath,
    bills: FloatArray,
    portfolio_type: PortfolioType,
    snapshot: MarketSnapshot,
    parameters: ImpactParameters,
) -> YieldOutcome:
    """The curve at the worst moment of a path of the 10-year yield and of that of bills."""
    curve = snapshot.curve
    shape = parameters.shape_at(curve.years)
    local = local_factors(portfolio_type, curve.years, snapshot, parameters)
    peak, temporary = np.array(list(path.peak)), np.array(list(path.temporary_at_peak))
    rises = shape[:, None] * (peak + (local[:, None] - 1) * temporary)
    bill_rise = Range(*bills.max(axis=1).tolist())
    rises[np.array(curve.years) <= _LONGEST_BILL_YEARS] += list(bill_rise)
    return YieldOutcome(
        before=curve.at(TEN_YEARS),
        path=path,
        peak=path.peak,
        permanent=path.permanent,
        bill_before=curve.at(_BILL_YEARS),
        bill_rise=bill_rise,
        curve_years=curve.years,
        curve_rise=tuple(Range(*rise) for rise in rises.tolist()),
    )


def _price(yields: YieldOutcome) -> PriceOutcome:
    """The price of a note issued at par just before the sale."""

    def price(rise: float) -> float:
        return par_bond_price(yields.before, yields.before + rise, TEN_YEARS)

    dv01 = (price(-BASIS_POINT) - price(BASIS_POINT)) / 2
    return PriceOutcome(
        FACE_USD, yields.before, yields.peak.map(price), yields.permanent.map(price), dv01
    )
