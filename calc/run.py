"""Scenario -> Outcome: calls each mechanism once, in the order of cause and effect."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from calc.bonds import par_bond_price
from calc.errors import CalcError
from calc.history import compare
from calc.impact import TRADING_DAYS_PER_QUARTER, Flow, YieldPath, ten_year_path
from calc.interest import extra_interest, interest_model
from calc.outcome import InterestOutcome, Outcome, PriceOutcome, Sale, YieldOutcome
from calc.parameters import ImpactParameters, load_impact_parameters
from calc.quarters import Quarter
from calc.ranges import Range
from calc.snapshot import MarketSnapshot, load_snapshot

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calc.scenario import Scenario

TEN_YEARS = 10.0
FACE_USD = 100.0
_BASIS_POINT = 1e-4


def run(
    scenario: Scenario,
    snapshot: MarketSnapshot | None = None,
    parameters: ImpactParameters | None = None,
) -> Outcome:
    """Work out what a sale would do.

    Args:
        scenario: The question.
        snapshot: The market; the one shipped with this version when not given.
        parameters: The dials; those shipped with this version when not given.

    Raises:
        CalcError: ``holder.unknown``, ``amount.not_positive`` or ``amount.beyond_market``.
    """
    snapshot = snapshot or load_snapshot()
    parameters = parameters or load_impact_parameters()
    sale = _sale(scenario, snapshot, parameters)
    path = ten_year_path(
        [
            Flow(
                0,
                sale.trading_days,
                sale.ten_year_equivalents_usd,
                parameters.moods[scenario.mood].stress,
            )
        ],
        parameters=parameters,
        market_usd=snapshot.marketable_usd,
        gdp_usd=snapshot.gdp_usd,
        days=_horizon_days(snapshot),
    )
    yields = _yields(path, snapshot, parameters)
    return Outcome(
        scenario=scenario,
        sale=sale,
        yields=yields,
        price=_price(yields),
        interest=_interest(path, snapshot, parameters),
        comparison=compare(yields.peak.central, snapshot),
        snapshot=snapshot,
        parameters=parameters,
    )


def _sale(scenario: Scenario, snapshot: MarketSnapshot, parameters: ImpactParameters) -> Sale:
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
    mood = parameters.moods[scenario.mood]
    return Sale(
        holder=holder,
        holding=holding,
        asked_usd=asked,
        sold_usd=sold,
        exceeds_holding=exceeds,
        trading_days=parameters.pace_days[scenario.pace],
        ten_year_equivalents_usd=(1 + mood.contagion) * sold * parameters.delta.central,
        share_of_holding=sold / holding.usd,
        share_of_market=sold / snapshot.marketable_usd,
        share_of_gdp=sold / snapshot.gdp_usd,
        days_of_trading=sold / snapshot.facts["daily_trading"].value,
    )


def _yields(
    path: YieldPath, snapshot: MarketSnapshot, parameters: ImpactParameters
) -> YieldOutcome:
    curve = snapshot.curve
    shape = parameters.shape_at(curve.years)
    peak = path.peak
    return YieldOutcome(
        before=curve.at(TEN_YEARS),
        path=path,
        peak=peak,
        lasting=path.lasting,
        curve_years=curve.years,
        curve_before=curve.yields,
        curve_rise=tuple(peak.times(part) for part in shape.tolist()),
    )


def _price(yields: YieldOutcome) -> PriceOutcome:
    def price(rise: float) -> float:
        return float(par_bond_price(yields.before, yields.before + rise, TEN_YEARS))

    dv01 = (price(-_BASIS_POINT) - price(_BASIS_POINT)) / 2
    return PriceOutcome(
        FACE_USD, yields.before, yields.peak.map(price), yields.lasting.map(price), dv01
    )


def _horizon_days(snapshot: MarketSnapshot) -> int:
    model = interest_model(snapshot)
    quarters = model.first_quarter.plus(model.quarters).ordinal - _first_quarter(snapshot).ordinal
    return quarters * TRADING_DAYS_PER_QUARTER


def _first_quarter(snapshot: MarketSnapshot) -> Quarter:
    """The sale is taken to begin with the quarter of the curve's day."""
    return Quarter.containing(snapshot.curve.as_of)


def _interest(
    path: YieldPath, snapshot: MarketSnapshot, parameters: ImpactParameters
) -> InterestOutcome:
    model = interest_model(snapshot)
    first = _first_quarter(snapshot)
    quarterly = np.zeros((3, model.quarters))
    quarterly[:, first.ordinal - model.first_quarter.ordinal :] = path.averages(
        TRADING_DAYS_PER_QUARTER
    )
    shape = parameters.shape_at(model.tenors)
    extra = extra_interest(model, np.zeros_like(quarterly), quarterly[:, :, None] * shape)
    kept = [
        (index, year) for index, year in enumerate(model.fiscal_years) if year >= first.fiscal_year
    ]
    rows = [snapshot.budget_year(year) for _, year in kept]

    def by_year(values: NDArray[np.float64]) -> tuple[Range, ...]:
        return tuple(Range(*values[:, index].tolist()) for index, _ in kept)

    return InterestOutcome(
        fiscal_years=tuple(year for _, year in kept),
        extra_usd=by_year(extra.total_usd),
        service_usd=by_year(extra.service_usd),
        baseline_usd=tuple(row.net_interest_usd for row in rows),
        revenue_usd=tuple(row.revenue_usd for row in rows),
    )
