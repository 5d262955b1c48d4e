"""Two families of published estimates, pooled: what a sale pushes, and what of it stays.

**Flows** are studies of what foreigners sell or buy within weeks; they speak of the push.
**Stocks** are studies of who holds how much, of central-bank purchases and of the debt; they speak
of what stays. Every effect is scaled to one sale today (`calc.estimates`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.estimates import EstimateKind, ReadIn, SaleUnit, estimates_for
from calc.evidence.pooling import Effect, Pooled, pool
from calc.run import run
from calc.sourced import BASIS_POINT, PERCENT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calc.estimates import Estimate
    from calc.market import MarketSnapshot
    from calc.ranges import Range
    from calc.run import Outcome
    from calc.scenario import Scenario

REFERENCE_SALE_USD = 200e9
"""The sale that estimates are compared at, US dollars."""

# A published range is read as 90 percent: 1.645 standard errors to either side.
_RANGE_WIDTH = 3.29
_FIGURES = 3
_LEAST_ERROR = 0.10
_ERROR_WITHOUT_RANGE = 0.35
_WITHOUT = "without "


@dataclass(frozen=True, slots=True)
class Family:
    """The studies of one family, scaled to the reference sale, and what they say together.

    Args:
        estimates: Those that are pooled, smallest first.
        pooled: Their mean and intervals, decimal.
        sensitivities: The same with some studies or the scale changed, by name of the change.
    """

    estimates: tuple[Estimate, ...]
    pooled: Pooled
    sensitivities: dict[str, Pooled]

    @property
    def papers(self) -> int:
        """How many publications the estimates come from."""
        return len({estimate.study.reference.key for estimate in self.estimates})

    @property
    def without_one(self) -> tuple[float, float]:
        """The least and the greatest mean when one estimate is left out, decimal."""
        means = [p.mean for name, p in self.sensitivities.items() if name.startswith(_WITHOUT)]
        return min(means), max(means)


def flows(
    snapshot: MarketSnapshot, relative_dv01: float, sale_usd: float = REFERENCE_SALE_USD
) -> Family:
    """Studies of sales within weeks, scaled to a sale."""
    scaled = estimates_for(sale_usd, snapshot, relative_dv01=relative_dv01)
    return _family(snapshot, [e for e in scaled if e.study.kind is EstimateKind.FLOW])


def stocks(
    snapshot: MarketSnapshot, relative_dv01: float, sale_usd: float = REFERENCE_SALE_USD
) -> Family:
    """Studies of holdings, purchases and debt, scaled to a sale."""
    scaled = estimates_for(sale_usd, snapshot, relative_dv01=relative_dv01)
    return _family(snapshot, [e for e in scaled if e.study.kind is not EstimateKind.FLOW])


def pool_estimates(estimates: Iterable[Estimate]) -> Pooled:
    """Pool scaled estimates; the result is decimal, as they are."""
    return pool([Effect(e.middle, standard_error(e)) for e in estimates])


def standard_error(estimate: Estimate) -> float:
    """Standard error of an estimate's logarithm: of the study and of the step to today.

    A study without a range gets 0.35, about that of the others.
    """
    own = _ERROR_WITHOUT_RANGE
    if estimate.most > estimate.least:
        own = max(_LEAST_ERROR, math.log(estimate.most / estimate.least) / _RANGE_WIDTH)
    return math.hypot(own, estimate.study.conversion_error)


def interval(estimate: Estimate) -> tuple[float, float]:
    """90% interval of one estimate, with the step to today, decimal."""
    factor = math.exp(_RANGE_WIDTH / 2 * standard_error(estimate))
    return estimate.middle / factor, estimate.middle * factor


def _family(snapshot: MarketSnapshot, scaled: Iterable[Estimate]) -> Family:
    chosen = tuple(e for e in scaled if e.study.pooled)
    changes = {
        "read": [e for e in chosen if e.study.read is not ReadIn.FROM_MEMORY],
        "gdp": [_by_gdp(e, snapshot) for e in chosen],
        **{f"{_WITHOUT}{e.study.key}": [o for o in chosen if o is not e] for e in chosen},
    }
    return Family(
        chosen, pool_estimates(chosen), {k: pool_estimates(v) for k, v in changes.items()}
    )


def _by_gdp(estimate: Estimate, snapshot: MarketSnapshot) -> Estimate:
    """The same study with its dollars scaled by GDP instead of the market, where it has both."""
    per = estimate.study.per
    if per.unit is not SaleUnit.DOLLARS or not (per.gdp_billion_usd and per.marketable_billion_usd):
        return estimate
    market_growth = snapshot.marketable_usd / per.marketable_billion_usd
    gdp_growth = snapshot.gdp_usd / per.gdp_billion_usd
    factor = market_growth / gdp_growth
    return type(estimate)(
        estimate.study,
        estimate.least * factor,
        estimate.middle * factor,
        estimate.most * factor,
    )


@dataclass(frozen=True, slots=True)
class StudiesOutcome:
    """Published estimates for a sale, beside the model's outcome.

    Args:
        estimates: Of all studies, smallest first.
        flows: Those about sales within weeks, to be held against the model's peak.
        stocks: Those about who holds the debt, to be held against what the model says lasts.
    """

    sale: Outcome
    estimates: tuple[Estimate, ...]
    flows: Family
    stocks: Family

    @property
    def not_pooled(self) -> tuple[Estimate, ...]:
        """A survey of others, or a second figure of one paper."""
        return tuple(e for e in self.estimates if not e.study.pooled)


def studies_of(scenario: Scenario, snapshot: MarketSnapshot) -> StudiesOutcome:
    """Published estimates for a scenario.

    Raises:
        CalcError: What `run` refuses.
    """
    sale = run(scenario, snapshot)
    sold, relative_dv01 = sale.sale.sold_usd, sale.sale.portfolio.relative_dv01
    return StudiesOutcome(
        sale,
        estimates_for(sold, snapshot, relative_dv01=relative_dv01),
        flows(snapshot, relative_dv01, sold),
        stocks(snapshot, relative_dv01, sold),
    )


@dataclass(frozen=True, slots=True)
class DerivedParameters:
    """Low, central and high of the two parameters, in the units of ``impact.json``.

    Args:
        kappa: Basis points per percent of GDP in ten-year equivalents.
        flow: Basis points per root of a percent of the market.
    """

    kappa: tuple[float, float, float]
    flow: tuple[float, float, float]


def derive_parameters(
    snapshot: MarketSnapshot, *, relative_dv01: float, half_life: Range, sale_days: int
) -> DerivedParameters:
    """Solve for the parameters that reproduce the pooled estimates at the reference sale.

    What stays of it is the pooled stock effect, what it pushes at its end is the pooled flow
    effect; low and high are the ends of the interval in which the next study would fall. Solved
    for the parameters of `calc.impact.impact`::

        kappa = stays / (100 S10 / GDP)
        flow  = (push - stays) / sqrt(100 N10 / M)

    with ``S10`` the ten-year equivalents sold and ``N10`` those not yet absorbed on the last day.

    Args:
        snapshot: The market.
        relative_dv01: Of the typical portfolio, against the ten-year note.
        half_life: Of what is not yet absorbed, trading days.
        sale_days: How long the reference sale takes, trading days.
    """
    push = _bands(flows(snapshot, relative_dv01).pooled)
    stays = _bands(stocks(snapshot, relative_dv01).pooled)
    equivalents = REFERENCE_SALE_USD * relative_dv01
    of_gdp = equivalents / snapshot.gdp_usd / PERCENT
    kappa = tuple(value / BASIS_POINT / of_gdp for value in stays)
    flow = tuple(
        (pushed - stayed)
        / BASIS_POINT
        / math.sqrt(_unabsorbed(equivalents, days, sale_days) / snapshot.marketable_usd / PERCENT)
        for pushed, stayed, days in zip(push, stays, half_life, strict=True)
    )
    return DerivedParameters(_rounded(kappa), _rounded(flow))


def _bands(pooled: Pooled) -> tuple[float, float, float]:
    return pooled.next_study[0], pooled.mean, pooled.next_study[1]


def _unabsorbed(equivalents: float, half_life: float, days: int) -> float:
    """What is left on the last day of an even sale that is absorbed by halves, US dollars."""
    tau = half_life / math.log(2)
    return equivalents * tau / days * -math.expm1(-days / tau)


def _rounded(values: tuple[float, ...]) -> tuple[float, float, float]:
    low, central, high = (float(f"{value:.{_FIGURES}g}") for value in values)
    return low, central, high
