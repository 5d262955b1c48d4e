"""The two leading parameters of the impact model, as the pooled estimates give them.

What stays of the reference sale is the pooled stock effect, what it pushes at its end is the pooled
flow effect; low and high are the ends of the interval in which the next study would fall. Solved
for the parameters of `calc.impact.impact`::

    kappa = stays / (100 S10 / GDP)
    flow  = (push - stays) / sqrt(100 N10 / M)

with ``S10`` the ten-year equivalents sold and ``N10`` those not yet absorbed on the last day.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.evidence.families import REFERENCE_SALE_USD, flows, stocks

if TYPE_CHECKING:
    from calc.evidence.pooling import Pooled
    from calc.market import MarketSnapshot
    from calc.ranges import Range

_PERCENT, _BASIS_POINT = 1e-2, 1e-4
_FIGURES = 3


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

    Args:
        snapshot: The market.
        relative_dv01: Of the typical portfolio, against the ten-year note.
        half_life: Of what is not yet absorbed, trading days.
        sale_days: How long the reference sale takes, trading days.
    """
    push = _bands(flows(snapshot, relative_dv01).pooled)
    stays = _bands(stocks(snapshot, relative_dv01).pooled)
    equivalents = REFERENCE_SALE_USD * relative_dv01
    of_gdp = equivalents / snapshot.gdp_usd / _PERCENT
    kappa = tuple(value / _BASIS_POINT / of_gdp for value in stays)
    flow = tuple(
        (pushed - stayed)
        / _BASIS_POINT
        / math.sqrt(_unabsorbed(equivalents, days, sale_days) / snapshot.marketable_usd / _PERCENT)
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
