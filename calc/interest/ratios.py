"""Net interest as a share of revenue, outlays and GDP.

Net interest is what the deficit counts: gross interest on all Treasury securities less the interest
credited to the government's own trust funds and earned on its other lending. The Treasury's monthly
statement also prints gross interest, which is higher; the two must not be set side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from calc.arrays import FloatArray
    from calc.interest.model import InterestModel
    from calc.market.snapshot import MarketSnapshot


@dataclass(frozen=True, slots=True)
class InterestRatios:
    """Net interest as a share, decimals by fiscal year, shape (..., years)."""

    of_revenue: FloatArray
    of_outlays: FloatArray
    of_gdp: FloatArray

    def years(self, kept: slice) -> InterestRatios:
        """The same for some of the years."""
        return InterestRatios(
            self.of_revenue[..., kept], self.of_outlays[..., kept], self.of_gdp[..., kept]
        )


def interest_ratios(
    snapshot: MarketSnapshot, model: InterestModel, net_interest_usd: FloatArray
) -> InterestRatios:
    """Set net interest against the budget outlook.

    Interest above the outlook's own is added to the outlays it is measured against; revenue and GDP
    stay the outlook's.

    Args:
        snapshot: The snapshot of the model.
        model: From `interest_model`.
        net_interest_usd: By fiscal year, US dollars, shape (..., years).
    """
    rows = [snapshot.budget_year(year) for year in model.fiscal_years]
    revenue = np.array([row.revenue_usd for row in rows])
    other_outlays = np.array([row.outlays_usd - row.net_interest_usd for row in rows])
    gdp = np.array([row.gdp_usd for row in rows])
    return InterestRatios(
        of_revenue=net_interest_usd / revenue,
        of_outlays=net_interest_usd / (other_outlays + net_interest_usd),
        of_gdp=net_interest_usd / gdp,
    )
