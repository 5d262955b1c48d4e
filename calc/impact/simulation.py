"""Simulate a sale: the path of the yield with the reactions of others and the Federal Reserve.

Both react to the yield, whose rise depends on the parameters; so each band is simulated alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from calc.impact.impact import BANDS, Flow, at_band, combine_bands, path_in
from calc.impact.reactions import (
    FedResponse,
    Feedback,
    Purchases,
    fed_response,
    held_by_others,
    solve_fixed_point,
)
from calc.ranges import Range
from calc.scenario import Fed, Others, PortfolioType

if TYPE_CHECKING:
    from calc.impact.impact import YieldPath
    from calc.market import MarketSnapshot
    from calc.parameters import ImpactParameters
    from calc.parameters.impact import ReactionParameters
    from calc.sale import Sale
    from calc.scenario import Scenario


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
        return replace(parameters, flow=Range(0.0, 0.0, 0.0))
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
