"""Yields at which debt is refinanced: the outlook's path, or today's curve held constant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.market.quarters import Quarter

if TYPE_CHECKING:
    from calc.arrays import FloatArray
    from calc.interest.parameters import InterestParameters
    from calc.interest.roll import DebtRoll
    from calc.market.snapshot import MarketSnapshot, ParCurve

BILL_YEARS = 0.25


@dataclass(frozen=True, slots=True)
class RefinancingYields:
    """Yields by quarter, decimals.

    Args:
        bill: 3-month bill, shape (quarters,).
        tenor: By tenor of coupon auctions, shape (quarters, tenors).
    """

    bill: FloatArray
    tenor: FloatArray


def outlook_yields(
    snapshot: MarketSnapshot, roll: DebtRoll, parameters: InterestParameters
) -> RefinancingYields:
    """The outlook's 3-month and 10-year yields, spread over the tenors by the slope weights.

    Raises:
        KeyError: The outlook lacks a quarter, or an auctioned tenor has no slope weight.
    """
    by_quarter = {row.quarter: row for row in snapshot.economy}
    rows = [by_quarter[roll.first_quarter.plus(index)] for index in range(roll.quarters)]
    bill = np.array([row.bill_3_month_yield for row in rows])
    slope = np.array([row.note_10_year_yield for row in rows]) - bill
    weights = np.array([parameters.slope_weight[tenor] for tenor in roll.tenors])
    return RefinancingYields(bill, bill[:, None] + slope[:, None] * weights)


def held_yields(outlook: RefinancingYields, roll: DebtRoll, curve: ParCurve) -> RefinancingYields:
    """The outlook up to the curve's quarter, then the curve as it stands on its day."""
    now = Quarter.containing(curve.as_of).ordinal - roll.first_quarter.ordinal
    bill, tenor = outlook.bill.copy(), outlook.tenor.copy()
    bill[now:] = curve.at(BILL_YEARS)
    tenor[now:] = [curve.at(years) for years in roll.tenors]
    return RefinancingYields(bill, tenor)
