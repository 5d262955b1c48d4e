"""Compute the outcome of a scenario by calling each part of the model once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.impact.bills import bill_path
from calc.impact.simulation import ModelInputs, simulate
from calc.interest.interest_cost import cost_of, days_to_follow
from calc.market import MarketSnapshot, load_snapshot
from calc.outcome import Outcome
from calc.parameters import ImpactParameters, load_impact_parameters
from calc.parameters.reactions import ReactionParameters, load_reaction_parameters
from calc.price import price_of
from calc.sale import sale_of
from calc.yields import yields_of

if TYPE_CHECKING:
    from calc.scenario import Scenario


def run(
    scenario: Scenario,
    snapshot: MarketSnapshot | None = None,
    parameters: ImpactParameters | None = None,
    reactions: ReactionParameters | None = None,
) -> Outcome:
    """Compute the outcome of a scenario.

    Args:
        scenario: The question.
        snapshot: The market; the one shipped with this version when not given.
        parameters: The parameters; those shipped with this version when not given.
        reactions: The parameters of what others and the Federal Reserve do; likewise.

    Raises:
        CalcError: ``holder.unknown``, ``amount.not_positive`` or ``amount.beyond_market``.
    """
    snapshot = snapshot or load_snapshot()
    parameters = parameters or load_impact_parameters()
    reactions = reactions or load_reaction_parameters()
    sale = sale_of(scenario, snapshot, parameters, reactions)
    inputs = ModelInputs(snapshot, parameters, reactions)
    days = days_to_follow(snapshot)
    simulation = simulate(scenario, sale, inputs, days)
    path = simulation.path
    bills = bill_path(sale.bills_usd, sale.trading_days, parameters, days)
    yields = yields_of(path, scenario.portfolio_type, snapshot, parameters, bills)
    return Outcome(
        scenario=scenario,
        sale=sale,
        yields=yields,
        price=price_of(yields),
        interest=cost_of(path, scenario.portfolio_type, snapshot, parameters, bills),
        feedback=simulation.feedback,
        purchases=simulation.purchases,
        snapshot=snapshot,
        parameters=parameters,
        reactions=reactions,
    )
