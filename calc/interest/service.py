"""Debt service of extra borrowing (interest on interest)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.interest.roll import QUARTERS_A_YEAR

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calc.arrays import FloatArray
    from calc.interest.parameters import InterestParameters
    from calc.interest.roll import DebtRoll


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
        bill_share: Part borrowed as bills.
        owed: Part of the quarter paid that the money is owed, shape (pairs,).
        quarters: Number of quarters.
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
