"""Linear sensitivity of the interest bill to yields, and the debt service of extra borrowing.

The bill is linear in the yields at which debt is sold: the interest of a quarter is what the
securities of the ladder still pay, plus each later sale times the yield it was sold at times the
part of the quarter it is outstanding.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.interest.roll import QUARTERS_A_YEAR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calc.interest.roll import DebtPortfolio, DebtRoll, InterestParameters
    from calc.ranges import FloatArray


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Linear sensitivity of the interest bill to yields, US dollars.

    Args:
        bill: Per unit of the bill yield, shape (quarters paid, quarters sold).
        tenor: Per unit of each tenor's yield, shape (quarters paid, quarters sold, tenors).
        old: What the ladder itself pays whatever yields do, shape (quarters paid,).
    """

    bill: FloatArray
    tenor: FloatArray
    old: FloatArray

    def interest(self, bill: FloatArray, tenor: FloatArray) -> FloatArray:
        """Interest by quarter at these yields, shape (..., quarters), without what is old.

        Args:
            bill: Bill yields, decimals, shape (..., quarters).
            tenor: Tenor yields, decimals, shape (..., quarters, tenors).
        """
        quarters = len(self.old)
        flat = tenor.reshape(*tenor.shape[:-2], -1)
        return bill @ self.bill.T + flat @ self.tenor.reshape(quarters, -1).T


def sensitivity(roll: DebtRoll, parameters: InterestParameters) -> Sensitivity:
    """Linear sensitivity of the interest on the rolled debt."""
    kernel = bill_kernel(roll.bill_average_maturity, roll.quarters)
    lag = np.subtract.outer(np.arange(roll.quarters), np.arange(roll.quarters))
    repriced = np.where(lag >= 0, kernel[np.maximum(lag, 0)], 0.0)
    bills = roll.bill_share * roll.stock_average
    floaters = roll.frn_share * roll.stock_average
    weight = parameters.issue_quarter_weight
    old = (
        bills * (1 - repriced.sum(axis=1)) * roll.bill_rate
        + _old_interest(roll.nominal, roll.quarters, weight, 0.0)
        + _old_interest(roll.tips, roll.quarters, weight, parameters.inflation_compensation)
    )
    return Sensitivity(
        bill=(bills[:, None] * repriced + np.diag(floaters)) / QUARTERS_A_YEAR,
        tenor=(_new_debt(roll.nominal, lag, weight) + _new_debt(roll.tips, lag, weight))
        / QUARTERS_A_YEAR,
        old=old / QUARTERS_A_YEAR,
    )


def bill_kernel(average_maturity: float, quarters: int) -> FloatArray:
    """Part of a quarter's bills that were sold in that quarter, the one before, and so on.

    A stock that is sold evenly and whose mean remaining life is m has ages spread evenly from 0 to
    2m; the parts are the mean over the quarter of the ages that fall into each earlier one.

    Args:
        average_maturity: Mean remaining life, years.
        quarters: How many parts, at least as many as quarters in 2m.

    Returns:
        Parts by lag in quarters, summing to 1, shape (quarters,).
    """
    oldest = 2 * average_maturity * QUARTERS_A_YEAR

    def younger(age: FloatArray) -> FloatArray:
        """Integral from 0 to ``age`` of the part of the stock younger than that."""
        inside = np.clip(age, 0, oldest)
        return np.asarray(inside**2 / (2 * oldest) + (np.maximum(age, 0) - inside))

    lags = np.arange(quarters, dtype=np.float64)
    return younger(lags + 1) - 2 * younger(lags) + younger(lags - 1)


def outstanding(lag: NDArray[np.int_], life: int, weight: float) -> FloatArray:
    """Part of a quarter that a security sold ``lag`` quarters before is outstanding.

    Args:
        lag: Quarters since the quarter of the sale.
        life: Quarters from sale to maturity.
        weight: Part of the first quarter.
    """
    parts = np.where((lag > 0) & (lag < life), 1.0, 0.0)
    parts[lag == 0] = weight
    parts[lag == life] = 1 - weight
    return parts


def _new_debt(book: DebtPortfolio, lag: NDArray[np.int_], weight: float) -> FloatArray:
    """Mean face of each sale over each quarter, shape (quarters, quarters sold, tenors)."""
    parts = np.stack([outstanding(lag, life, weight) for life in book.tenor_quarters], axis=-1)
    sales: FloatArray = book.sold[:, None] * book.tenor_weights
    return parts * sales


def _old_interest(book: DebtPortfolio, quarters: int, weight: float, uplift: float) -> FloatArray:
    """A year's interest on what is left of the ladder, by quarter."""
    interest = book.old_due * (book.old_rate + uplift)
    later: FloatArray = interest.sum() - np.cumsum(interest)
    paid: FloatArray = later + (1 - weight) * interest
    return paid[:quarters]


@dataclass(frozen=True, slots=True)
class MarginalBorrowing:
    """Financing of a dollar of extra borrowing.

    Bills are rolled at the yield of each quarter. Coupon securities keep the yield of the quarter
    they were sold in and are renewed at the same tenor when they mature.

    Args:
        paid: Quarter of each pair (quarter paid, quarter borrowed) with paid >= borrowed.
        borrowed: Quarter borrowed of each pair.
        sold_at: Flat position of (quarter last sold, tenor) of each pair, shape (pairs, tenors).
        tenor_weights: Part of coupon borrowing by tenor.
        owed: Part of the quarter paid that the money is owed, shape (pairs,).
    """

    paid: NDArray[np.int_]
    borrowed: NDArray[np.int_]
    sold_at: NDArray[np.int_]
    tenor_weights: FloatArray
    bill_share: float
    owed: FloatArray
    quarters: int

    def service(self, bill: FloatArray, tenor: FloatArray) -> FloatArray:
        """Interest in a quarter per dollar borrowed in a quarter, linear in the yields.

        Args:
            bill: Bill yields or shifts, decimals, shape (levels, quarters).
            tenor: Tenor yields or shifts, decimals, shape (levels, quarters, tenors).

        Returns:
            Shape (levels, quarters paid, quarters borrowed), lower triangular.
        """
        levels = len(bill)
        coupons = tenor.reshape(levels, -1).take(self.sold_at, axis=1) @ self.tenor_weights
        rate = self.bill_share * bill[:, self.paid] + (1 - self.bill_share) * coupons
        matrix = np.zeros((levels, self.quarters, self.quarters))
        matrix[:, self.paid, self.borrowed] = rate * self.owed / QUARTERS_A_YEAR
        return matrix


def marginal_borrowing(roll: DebtRoll, parameters: InterestParameters) -> MarginalBorrowing:
    """Finance extra borrowing as the parameters say, in the tenor weights of the auctions."""
    paid, borrowed = np.tril_indices(roll.quarters)
    lives = np.array(roll.nominal.tenor_quarters)
    age = (paid - borrowed)[:, None]
    sold = borrowed[:, None] + age // lives * lives
    return MarginalBorrowing(
        paid=paid,
        borrowed=borrowed,
        sold_at=sold * len(lives) + np.arange(len(lives)),
        tenor_weights=roll.nominal.tenor_weights,
        bill_share=parameters.marginal_bill_share,
        owed=np.where(paid == borrowed, parameters.borrowing_quarter_weight, 1.0),
        quarters=roll.quarters,
    )
