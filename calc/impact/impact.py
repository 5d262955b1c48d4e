"""The impact model: permanent and temporary effect of sales on the 10-year yield.

The 10-year yield moves by a permanent part, linear in the stock of rate risk that others must now
hold (as a share of GDP, as in the Federal Reserve's FRB/US rule), and a temporary part, concave in
what the market has not yet absorbed (as a share of the market)::

    shift(t)  = kappa * S10(t) / GDP  +  flow * stress * sqrt(N10(t) / M)
    dN10/dt   = selling rate - N10 / tau,          tau = half-life / ln 2

Below a small share of the market the root is continued to zero along a straight line. ``S10`` and
``N10`` count in ten-year equivalents: dollars of face times the DV01 of what is sold over that of
the ten-year note. A buyer is a seller with the sign turned.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from calc.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from calc.market import MarketSnapshot
    from calc.parameters import ImpactParameters
    from calc.ranges import FloatArray

TRADING_DAYS_PER_YEAR = 252
TRADING_DAYS_PER_QUARTER = 63
BANDS = range(3)
"""Low, central and high, as places in a `Range`."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A net sale spread evenly over some trading days.

    Args:
        start_day: First moment, trading days from now.
        end_day: Last moment, later than the first.
        ten_year_equivalents_usd: US dollars of ten-year notes with the same rate risk; negative
            when somebody buys.
        stress: Multiplies the temporary part while this flow lasts and after it.
    """

    start_day: float
    end_day: float
    ten_year_equivalents_usd: float
    stress: float = 1.0


@dataclass(frozen=True, slots=True)
class YieldPath:
    """The change of the 10-year yield over time, at the three parameter bands.

    Args:
        days: Trading days from the start of the sale, shape (n,).
        shift: Change of the yield, decimal, shape (3, n): low, central, high.
        temporary: The part of ``shift`` that fades, shape (3, n).
        unabsorbed_usd: Ten-year equivalents sold and not yet absorbed, shape (3, n).
        permanent: What remains for good, decimal.
    """

    days: FloatArray
    shift: FloatArray
    temporary: FloatArray
    unabsorbed_usd: FloatArray
    permanent: Range

    @property
    def peak(self) -> Range:
        """The greatest rise; where the yield never rises, the greatest fall. Decimal."""
        return Range(*self.shift[np.arange(3), self._peaks()].tolist())

    @property
    def temporary_at_peak(self) -> Range:
        """The part of the peak that fades, decimal."""
        return Range(*self.temporary[np.arange(3), self._peaks()].tolist())

    @property
    def unabsorbed_at_peak_usd(self) -> Range:
        """Ten-year equivalents not yet absorbed when the change is at its peak, US dollars."""
        return Range(*self.unabsorbed_usd[np.arange(3), self._peaks()].tolist())

    @property
    def peak_day(self) -> float:
        """When the central path is at its peak, trading days."""
        return float(self.days[self._peaks()[1]])

    def _peaks(self) -> NDArray[np.intp]:
        rises = self.shift.max(axis=1) > 0
        furthest: NDArray[np.intp] = np.where(
            rises, self.shift.argmax(axis=1), self.shift.argmin(axis=1)
        )
        return furthest


def _concave(share: FloatArray, linear_below: float) -> FloatArray:
    """The root of a share with its sign, continued to zero along a straight line."""
    size = np.abs(share)
    root = np.where(size < linear_below, size / linear_below**0.5, np.sqrt(size))
    return np.copysign(root, share)


def span_means(daily: FloatArray, days_each: int) -> FloatArray:
    """Means over consecutive spans of trading days.

    Args:
        daily: Values on days 0, 1, 2, …, shape (3, n); the start is not part of the first span.
        days_each: Length of a span, trading days.

    Returns:
        Shape (3, spans), whole spans only.
    """
    spans = (daily.shape[1] - 1) // days_each
    whole = daily[:, 1 : spans * days_each + 1].reshape(3, spans, days_each)
    return np.asarray(whole.mean(axis=2), dtype=np.float64)


def ten_year_path(
    flows: Sequence[Flow],
    *,
    parameters: ImpactParameters,
    market_usd: float,
    gdp_usd: float,
    days: int = TRADING_DAYS_PER_YEAR,
) -> YieldPath:
    """Compute the change of the 10-year yield that sales cause.

    Args:
        flows: Sales and purchases; they may overlap.
        parameters: The parameters.
        market_usd: Marketable Treasury securities outstanding, US dollars.
        gdp_usd: Nominal GDP at an annual rate, US dollars.
        days: How far to look, trading days.

    Returns:
        The path on whole days 0 to ``days``.
    """
    grid = np.arange(days + 1, dtype=np.float64)
    kappa, flow, half_life = (
        np.array(list(parameter))[:, None]
        for parameter in (parameters.kappa, parameters.flow, parameters.half_life)
    )
    tau = half_life / math.log(2)
    sold = np.zeros_like(grid)
    unabsorbed = np.zeros((3, grid.size))
    stress = np.ones_like(grid)
    for sale in flows:
        length = sale.end_day - sale.start_day
        rate = sale.ten_year_equivalents_usd / length
        during = np.clip(grid - sale.start_day, 0, length)
        after = np.maximum(grid - sale.end_day, 0)
        sold += rate * during
        # The exact solution of dN/dt = rate - N/tau, by superposition of the flows.
        unabsorbed += rate * tau * -np.expm1(-during / tau) * np.exp(-after / tau)
        stress = np.where(grid > sale.start_day, np.maximum(stress, sale.stress), stress)
    temporary = flow * stress * _concave(unabsorbed / market_usd, parameters.linear_below.central)
    total = sum(sale.ten_year_equivalents_usd for sale in flows)
    permanent = parameters.kappa.times(total / gdp_usd)
    shift: FloatArray = kappa * sold / gdp_usd + temporary
    return YieldPath(grid, shift, temporary, unabsorbed, permanent)


def path_in(
    snapshot: MarketSnapshot, flows: Sequence[Flow], parameters: ImpactParameters, days: int
) -> YieldPath:
    """The path of the 10-year yield in a market; see `ten_year_path`."""
    return ten_year_path(
        flows,
        parameters=parameters,
        market_usd=snapshot.marketable_usd,
        gdp_usd=snapshot.gdp_usd,
        days=days,
    )


def bill_path(
    bills_usd: float, trading_days: int, parameters: ImpactParameters, days: int
) -> FloatArray:
    """Compute the rise of the 3-month yield on whole days 0 to ``days``.

    Bill yields rise in proportion to the bills sold and not yet due; all are due within a year, so
    the rise fades in a straight line over the year after the sale. Longer yields are left to the
    rate risk of the bills, which is small: Ahmed and Aldasoro (2025) find limited to no spillover.

    Args:
        bills_usd: Face of bills sold evenly, US dollars.
        trading_days: How long that takes.
        parameters: Give the rise per dollar and the days in which it fades.
        days: How far to look, trading days.

    Returns:
        Decimals, shape (3, days + 1): low, central, high.
    """
    grid = np.arange(days + 1, dtype=np.float64)
    sold = np.clip(grid / trading_days, 0, 1)
    left = np.clip(1 - (grid - trading_days) / parameters.bill_fade_days, 0, 1)
    rise = np.array(list(parameters.bill_rise))[:, None]
    return np.asarray(rise * bills_usd * sold * left, dtype=np.float64)


def at_band(parameters: ImpactParameters, band: int) -> ImpactParameters:
    """Parameters with the values of one band at all three places."""

    def fixed(parameter: Range) -> Range:
        value = list(parameter)[band]
        return Range(value, value, value)

    return replace(
        parameters,
        kappa=fixed(parameters.kappa),
        flow=fixed(parameters.flow),
        half_life=fixed(parameters.half_life),
        bill_rise=fixed(parameters.bill_rise),
    )


def combine_bands(paths: Sequence[YieldPath]) -> YieldPath:
    """One path from those of the low, the central and the high band, over the same days."""

    def rows(name: str) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        return np.array([getattr(path, name)[band] for band, path in enumerate(paths)])

    permanent = (list(path.permanent)[band] for band, path in enumerate(paths))
    return YieldPath(
        paths[0].days, rows("shift"), rows("temporary"), rows("unabsorbed_usd"), Range(*permanent)
    )
