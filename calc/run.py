"""Compute the outcome of a scenario, from which text, charts and buttons are made.

Others and the Federal Reserve react to the yield, whose rise depends on the parameters; so each
band is simulated alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from calc.bonds.coupons import par_bond_price
from calc.impact.impact import BANDS, Flow, at_band, bill_path, combine_bands, path_in
from calc.impact.reactions import (
    FedResponse,
    Feedback,
    Purchases,
    fed_response,
    held_by_others,
    solve_fixed_point,
)
from calc.interest.cost import cost_of, days_to_follow
from calc.market import MarketSnapshot, load_snapshot
from calc.parameters import ImpactParameters, load_impact_parameters
from calc.parameters.impact import ReactionParameters, load_reaction_parameters
from calc.ranges import Range
from calc.sale import local_factors, sale_of
from calc.scenario import Fed, Others, PortfolioType
from calc.sourced import BASIS_POINT

if TYPE_CHECKING:
    from calc.impact.impact import YieldPath
    from calc.interest.cost import InterestOutcome
    from calc.ranges import FloatArray
    from calc.sale import Sale
    from calc.scenario import Scenario


TEN_YEARS = 10.0
FACE_USD = 100.0
_LONGEST_BILL_YEARS = 1.0
_BILL_YEARS = 0.25
_NOTHING = Range(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Simulation:
    """The path of the 10-year yield, and who acts on it.

    Args:
        feedback: What others sell; None when nobody reacts.
        purchases: What the Federal Reserve buys; None when it stays out.
    """

    path: YieldPath
    feedback: Feedback | None = None
    purchases: Purchases | None = None


@dataclass(frozen=True, slots=True)
class ModelInputs:
    """Inputs of the path apart from the scenario."""

    snapshot: MarketSnapshot
    impact: ImpactParameters
    reactions: ReactionParameters


def stress_of(scenario: Scenario, sale: Sale, parameters: ImpactParameters) -> float:
    """Stress of the market; a dash for cash and a sale too fast for it have at least their own."""
    stress = max(parameters.regimes[scenario.regime].stress, sale.day.stress)
    if scenario.others is Others.DASH:
        return max(stress, parameters.regimes["dash"].stress)
    return stress


def for_portfolio(parameters: ImpactParameters, portfolio_type: PortfolioType) -> ImpactParameters:
    """Parameters for what is sold: bills do not press on longer yields in passing."""
    if portfolio_type is PortfolioType.BILLS:
        return replace(parameters, flow=_NOTHING)
    return parameters


def simulate(scenario: Scenario, sale: Sale, inputs: ModelInputs, days: int) -> Simulation:
    """Simulate a sale over so many trading days."""
    snapshot, reactions = inputs.snapshot, inputs.reactions
    stress = stress_of(scenario, sale, inputs.impact)
    bands = [for_portfolio(at_band(inputs.impact, band), scenario.portfolio_type) for band in BANDS]

    def respond(one: ImpactParameters, others_usd: float, until: int) -> FedResponse:
        # What others hold is of the typical kind, whatever the seller sells.
        sold = sale.ten_year_equivalents_usd + others_usd * one.relative_dv01.central
        flow = Flow(0, sale.trading_days, sold, stress)
        if scenario.fed is Fed.BUYS:
            return fed_response(flow, one, reactions, snapshot, until)
        return FedResponse(path_in(snapshot, [flow], one, until), 0.0, is_enough=True)

    def peak(one: ImpactParameters, others_usd: float) -> float:
        return respond(one, others_usd, sale.trading_days).path.peak.central

    feedback, extra = None, [0.0 for _ in BANDS]
    if scenario.others is not Others.NOBODY:
        thresholds = reactions.reaction_threshold[scenario.others]
        held = held_by_others(sale.holder, snapshot.marketable_usd - sale.to_market_usd, snapshot)
        points = tuple(
            solve_fixed_point(partial(peak, one), threshold, held)
            for one, threshold in zip(bands, thresholds, strict=True)
        )
        feedback = Feedback(
            sold_usd=Range(*(point.sold_usd for point in points)),
            held_usd=held,
            settles=tuple(point.settles for point in points),
            rounds_usd=points[1].rounds_usd,
            peak_alone=Range(*(peak(one, 0.0) for one in bands)),
        )
        extra = list(feedback.sold_usd)
    responses = [respond(one, usd, days) for one, usd in zip(bands, extra, strict=True)]
    purchases = Purchases(
        ten_year_equivalents_usd=Range(*(each.bought_usd for each in responses)),
        start_day=reactions.fed_entry_day,
        undone_day=reactions.fed_entry_day + reactions.fed_days,
        is_enough=tuple(each.is_enough for each in responses),
    )
    path = combine_bands([each.path for each in responses])
    return Simulation(path, feedback, purchases if scenario.fed is Fed.BUYS else None)


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
