"""A loan with level monthly payments, as a fixed-rate mortgage has."""

from __future__ import annotations

import math
from dataclasses import dataclass

from calc.errors import CalcError

MONTHS_PER_YEAR = 12


@dataclass(frozen=True, slots=True)
class Loan:
    """Amount and term of a loan.

    Args:
        usd: Principal, US dollars, more than zero.
        months: Number of monthly payments, at least one.
    """

    usd: float
    months: int

    def monthly_payment(self, rate: float) -> float:
        """The level payment at the end of each month, US dollars.

        The present value of all payments at a twelfth of the yearly rate is the principal, as
        Regulation Z (12 CFR 1026, Appendix J) discounts a loan with equal monthly payments.

        Args:
            rate: A year, decimal, not negative.

        Raises:
            CalcError: ``loan.not_positive`` or ``rate.negative``.
        """
        if not (self.usd > 0 and self.months >= 1):
            raise CalcError("loan.not_positive", usd=self.usd, months=self.months)
        if rate < 0:
            raise CalcError("rate.negative", rate=rate)
        monthly = rate / MONTHS_PER_YEAR
        # The logarithm keeps the digits of a rate near zero, where 1 + rate has none.
        annuity = -math.expm1(-self.months * math.log1p(monthly))
        return self.usd * monthly / annuity if annuity > 0 else self.usd / self.months
