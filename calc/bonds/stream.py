"""Payments of a security after a settlement day, and their present value.

Everything a Treasury note, bond or TIPS can be on a settlement day - new or reopened, with a
regular, short or long first payment - comes down to the same few numbers, so there is one
formula (31 CFR 356, Appendix B, sections II.A-G and III.A-B):

    dirty = (first + stub v + payment a_n + 100 v^n) / (1 + fraction i/f)

with v = 1/(1 + i/f) and a_n = v + ... + v^n. The broken first period earns simple interest.
"""

from dataclasses import dataclass

from calc.bonds.annuity import NEAR_ZERO, annuity_near_zero
from calc.bonds.limits import MIN_PERIOD_RATE, yield_error
from calc.bonds.rounding import round_half_up


@dataclass(frozen=True, slots=True)
class CouponStream:
    """Payments left after a settlement day, per 100 face.

    Attributes:
        frequency: payments a year (1 or 2).
        first: interest paid at the next coupon date (0 inside the stub of a long first period).
        stub: interest of a long first period's fractional part, paid one period later.
        payment: regular interest at each later coupon date.
        periods: full periods from the next coupon date to maturity.
        fraction: part of the current period still to run, 0 < fraction <= 1.
        accrued: accrued interest, unrounded.
    """

    frequency: int
    first: float
    stub: float
    payment: float
    periods: int
    fraction: float
    accrued: float

    def dirty_price(self, yield_: float) -> float:
        """Present value with accrued interest, unrounded.

        Args:
            yield_: nominal annual yield, decimal, compounded ``frequency`` times a year.

        Raises:
            CalcError: ``yield.out_of_range``.
        """
        rate = yield_ / self.frequency
        n = self.periods
        if n == 0:
            factor = 1.0 + self.fraction * rate
            if not factor > 0.0:
                raise yield_error(yield_, self.frequency)
            return (self.first + 100.0) / factor
        if not rate > MIN_PERIOD_RATE:
            raise yield_error(yield_, self.frequency)
        growth = 1.0 + rate
        v_n = growth**-n
        if -NEAR_ZERO < rate < NEAR_ZERO:
            annuity = annuity_near_zero(rate, n)
        else:
            # growth - 1, not rate: the rounding of 1 + rate then cancels out of the quotient.
            annuity = (1.0 - v_n) / (growth - 1.0)
        value = self.first + self.stub / growth + self.payment * annuity + 100.0 * v_n
        return value / (1.0 + self.fraction * rate)

    def price(self, yield_: float) -> float:
        """Clean price, unrounded: `dirty_price` less accrued interest."""
        return self.dirty_price(yield_) - self.accrued

    def official_accrued(self) -> float:
        """Accrued interest as printed: five decimals per $1,000, here six per 100.

        Source: 31 CFR 356, Appendix B, I.D.
        """
        return round_half_up(self.accrued, 6)

    def official_price(self, yield_: float) -> float:
        """Clean price to six decimals, as auction results print it.

        Accrued interest is rounded before it is taken off; unrounded, example II.F of the
        Appendix and many real auctions come out one off in the last place.
        """
        return round_half_up(self.dirty_price(yield_) - self.official_accrued(), 6)
