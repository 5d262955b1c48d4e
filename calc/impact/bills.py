"""Rise of bill yields when bills are sold.

Bill yields rise in proportion to the bills sold and not yet due; all are due within a year, so the
rise fades in a straight line over the year after the sale. Longer yields are left to the rate risk
of the bills, which is small: Ahmed and Aldasoro (2025) find limited to no spillover.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calc.parameters import ImpactParameters


def bill_path(
    bills_usd: float, trading_days: int, parameters: ImpactParameters, days: int
) -> NDArray[np.float64]:
    """Compute the rise of the 3-month yield on whole days 0 to ``days``.

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
