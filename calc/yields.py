"""Effect of a sale on the 10-year yield and the rest of the curve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.impact.portfolio import local_factors
from calc.ranges import Range

if TYPE_CHECKING:
    from calc.impact.impact import YieldPath
    from calc.market import MarketSnapshot
    from calc.parameters import ImpactParameters
    from calc.scenario import PortfolioType

TEN_YEARS = 10.0


@dataclass(frozen=True, slots=True)
class YieldOutcome:
    """The 10-year yield and the curve.

    Args:
        before: 10-year par yield, decimal.
        path: Its change over the first year.
        peak: Change at the worst moment, decimal.
        permanent: Change that remains, decimal.
        curve_years: Maturities of the curve.
        curve_before: Par yields, decimals.
        curve_rise: Change of each at the worst moment.
    """

    before: float
    path: YieldPath
    peak: Range
    permanent: Range
    curve_years: tuple[float, ...]
    curve_before: tuple[float, ...]
    curve_rise: tuple[Range, ...]

    @property
    def at_peak(self) -> Range:
        """10-year yield at the worst moment, decimal."""
        return self.peak.map(lambda rise: self.before + rise)


def yields_of(
    path: YieldPath,
    portfolio_type: PortfolioType,
    snapshot: MarketSnapshot,
    parameters: ImpactParameters,
) -> YieldOutcome:
    """The curve at the worst moment of a path of the 10-year yield."""
    curve = snapshot.curve
    shape = parameters.shape_at(curve.years)
    local = local_factors(portfolio_type, curve.years, snapshot, parameters)
    peak, temporary = np.array(list(path.peak)), np.array(list(path.temporary_at_peak))
    rises = shape[:, None] * (peak + (local[:, None] - 1) * temporary)
    return YieldOutcome(
        before=curve.at(TEN_YEARS),
        path=path,
        peak=path.peak,
        permanent=path.permanent,
        curve_years=curve.years,
        curve_before=curve.yields,
        curve_rise=tuple(Range(*rise) for rise in rises.tolist()),
    )
