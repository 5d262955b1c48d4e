"""Effect of a sale on the 10-year yield and the rest of the curve."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.impact.portfolio import local_factors
from calc.ranges import Range

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calc.impact.impact import YieldPath
    from calc.market import MarketSnapshot
    from calc.parameters import ImpactParameters
    from calc.scenario import PortfolioType

TEN_YEARS = 10.0
_LONGEST_BILL_YEARS = 1.0
_BILL_YEARS = 0.25


@dataclass(frozen=True, slots=True)
class YieldOutcome:
    """The 10-year yield and the curve.

    Args:
        before: 10-year par yield, decimal.
        path: Its change over the first year.
        peak: Change at the worst moment, decimal.
        permanent: Change that remains, decimal.
        bill_before: 3-month par yield, decimal.
        bill_rise: Its change at the worst moment where bills are sold, decimal.
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


def yields_of(
    path: YieldPath,
    portfolio_type: PortfolioType,
    snapshot: MarketSnapshot,
    parameters: ImpactParameters,
    bill_path: NDArray[np.float64] | None = None,
) -> YieldOutcome:
    """The curve at the worst moment of a path of the 10-year yield.

    Args:
        path: Of the 10-year yield.
        portfolio_type: What is sold.
        snapshot: The market.
        parameters: The parameters.
        bill_path: Rise of the 3-month yield on the same days, decimals, shape (3, n); none when
            not given.
    """
    curve = snapshot.curve
    shape = parameters.shape_at(curve.years)
    local = local_factors(portfolio_type, curve.years, snapshot, parameters)
    peak, temporary = np.array(list(path.peak)), np.array(list(path.temporary_at_peak))
    rises = shape[:, None] * (peak + (local[:, None] - 1) * temporary)
    bill_rise = Range(0.0, 0.0, 0.0)
    if bill_path is not None:
        bill_rise = Range(*bill_path.max(axis=1).tolist())
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
