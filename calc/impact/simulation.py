"""Simulate a sale: the path of the yield with the reactions of others and the Federal Reserve.

Both react to the yield, whose rise depends on the parameters; so each band is simulated alone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calc.impact.impact import BANDS, Flow, at_band, combine_bands, ten_year_path
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
        path: At the three parameter bands.
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
    bands = [_BandSimulation(scenario, sale, inputs, band) for band in BANDS]
    feedback = None
    extra = [0.0 for _ in BANDS]
    if scenario.others is not Others.NOBODY:
        thresholds = list(inputs.reactions.reaction_threshold[scenario.others])
        left = inputs.snapshot.marketable_usd - sale.to_market_usd
        held = held_by_others(sale.holder, left, inputs.snapshot)
        points = tuple(solve_fixed_point(one.peak, thresholds[one.band], held) for one in bands)
        alone = Range(*(one.peak(0.0) for one in bands))
        feedback = Feedback.of(points, held, alone)
        extra = list(feedback.sold_usd)
    responses = [one.follow(extra[one.band], days) for one in bands]
    return Simulation(
        combine_bands([each.path for each in responses]),
        feedback,
        _purchases(responses, inputs) if scenario.fed is Fed.BUYS else None,
    )


def _purchases(responses: list[FedResponse], inputs: ModelInputs) -> Purchases:
    start = inputs.reactions.fed_entry_day
    return Purchases(
        ten_year_equivalents_usd=Range(*(each.bought_usd for each in responses)),
        start_day=start,
        undone_day=start + inputs.reactions.fed_days,
        is_enough=tuple(each.is_enough for each in responses),
    )


class _BandSimulation:
    """A sale at one parameter band."""

    def __init__(self, scenario: Scenario, sale: Sale, inputs: ModelInputs, band: int) -> None:
        self.band = band
        self._sale = sale
        self._inputs = inputs
        self._one = for_portfolio(at_band(inputs.impact, band), scenario.portfolio_type)
        self._stress = stress_of(scenario, sale, inputs.impact)
        self._fed_buys = scenario.fed is Fed.BUYS

    def peak(self, others_usd: float) -> float:
        """The greatest rise of the yield, decimal, when others sell so much as well."""
        return self.follow(others_usd, self._sale.trading_days).path.peak.central

    def follow(self, others_usd: float, days: int) -> FedResponse:
        """The path over so many trading days, and what the Federal Reserve buys on it."""
        # What others hold is of the typical kind, whatever the seller sells.
        sold = self._sale.ten_year_equivalents_usd + others_usd * self._one.relative_dv01.central
        flow = Flow(0, self._sale.trading_days, sold, self._stress)
        snapshot = self._inputs.snapshot
        if self._fed_buys:
            return fed_response(flow, self._one, self._inputs.reactions, snapshot, days)
        path = ten_year_path(
            [flow],
            parameters=self._one,
            market_usd=snapshot.marketable_usd,
            gdp_usd=snapshot.gdp_usd,
            days=days,
        )
        return FedResponse(path, 0.0, is_enough=True)
