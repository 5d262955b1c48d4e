"""Notes and bonds: price, yield and duration, as 31 CFR 356, Appendix B, II rules.

Units: dollars per 100 face, yields, rates and coupons as decimals. What is left of a security on a
settlement day comes down to a few numbers, so there is one formula (II.A and II.D):

    dirty = (payment + payment a_n + 100 v^n) / (1 + fraction i/f)

with v = 1/(1 + i/f) and a_n = v + ... + v^n. The broken first period earns simple interest.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log

from calc.errors import CalcError

# Every Treasury fits: the longest runs 30 years, the dearest ever traded below 250 per 100.
MAX_PERIODS = 200
MIN_PRICE, MAX_PRICE = 0.01, 1_000.0
_MAX_COUPON = 1.0
_FREQUENCY = 2
# Prices in range never need less, and 200 periods at it stay inside a float.
_MIN_PERIOD_RATE = -0.95
# Below this rate per period (1 - v^n)/rate loses digits and the series has them all: with 200
# periods its first dropped term is 3e-11 of one payment.
_NEAR_ZERO = 1e-5
# Halley cubes the error: a step this small leaves less than a float can hold.
_STEP_DONE = 1e-6
_MAX_HALLEY = 12
_MAX_BISECTIONS = 200
# Years that come out of a division may miss a whole number of periods by a float's breadth.
_WHOLE = 1e-9
# A figure that is an exact tie on paper (accrued interest of 0.0078125) may sit one float step
# below it. A millionth of the last printed unit is far wider than that and far below any figure.
_TIE = 1e-6


@dataclass(frozen=True, slots=True)
class CouponStream:
    """Payments left after a settlement day, per 100 face.

    Attributes:
        frequency: payments a year (1 or 2).
        payment: interest at each coupon date.
        periods: full periods from the next coupon date to maturity.
        fraction: part of the current period still to run, 0 < fraction <= 1.
        accrued: accrued interest, unrounded.
    """

    frequency: int
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
        simple = 1.0 + self.fraction * rate
        n = self.periods
        # In the last period nothing compounds.
        if not (rate > _MIN_PERIOD_RATE if n else simple > 0.0):
            lowest = _MIN_PERIOD_RATE * self.frequency
            raise CalcError("yield.out_of_range", yield_=yield_, lowest=lowest)
        if n == 0:
            return (self.payment + 100.0) / simple
        growth = 1.0 + rate
        v_n = growth**-n
        if -_NEAR_ZERO < rate < _NEAR_ZERO:
            annuity = _annuity_near_zero(rate, n)
        else:
            # growth - 1, not rate: the rounding of 1 + rate then cancels out of the quotient.
            annuity = (1.0 - v_n) / (growth - 1.0)
        return (self.payment + self.payment * annuity + 100.0 * v_n) / simple

    def price(self, yield_: float) -> float:
        """Clean price, unrounded: `dirty_price` less accrued interest."""
        return self.dirty_price(yield_) - self.accrued

    def official_accrued(self) -> float:
        """Accrued interest as printed: five decimals per $1,000, six here, half up (I.D)."""
        return floor(self.accrued * 1e6 + 0.5 + _TIE) / 1e6

    def modified_duration(self, yield_: float) -> float:
        """-P'/P of the dirty price, the fall per unit of yield, years.

        A sum over the payments: the derivative of the closed form loses its digits near zero.
        """
        rate = yield_ / self.frequency
        v = 1.0 / (1.0 + max(rate, _MIN_PERIOD_RATE))
        total, first_moment, discount = self.payment, 0.0, 1.0
        for k in range(1, self.periods + 1):
            discount *= v
            worth = self.payment * discount
            total += worth
            first_moment += k * worth
        face = 100.0 * discount
        average = (first_moment + self.periods * face) / (total + face)
        return (average * v + self.fraction / (1.0 + self.fraction * rate)) / self.frequency


def par_stream(coupon: float, years: float) -> CouponStream:
    """The payments of a bond without dates that pays twice a year.

    Args:
        coupon: annual interest rate, decimal.
        years: years to maturity, any positive number up to `MAX_PERIODS` payments.

    Raises:
        CalcError: ``coupon.out_of_range`` or ``term.out_of_range``.
    """
    check_coupon(coupon)
    halves = years * _FREQUENCY
    if not 0.0 < halves <= MAX_PERIODS:
        raise CalcError("term.out_of_range", periods=halves, highest=MAX_PERIODS)
    periods = ceil(halves - _WHOLE) - 1
    fraction = min(halves - periods, 1.0)
    payment = 100.0 * coupon / _FREQUENCY
    return CouponStream(_FREQUENCY, payment, periods, fraction, payment * (1.0 - fraction))


def par_bond_price(coupon: float, yield_: float, years: float) -> float:
    """Clean price of 100 dollars face, from its yield.

    Raises:
        CalcError: ``coupon.out_of_range``, ``term.out_of_range`` or ``yield.out_of_range``.
    """
    return par_stream(coupon, years).price(yield_)


def check_coupon(coupon: float) -> None:
    """Refuse a coupon that is not a decimal between 0 and 1.

    Raises:
        CalcError: ``coupon.out_of_range``.
    """
    if not 0.0 <= coupon <= _MAX_COUPON:
        raise CalcError("coupon.out_of_range", coupon=coupon, lowest=0.0, highest=_MAX_COUPON)


def price_error(price: float) -> CalcError:
    """The error for a price no yield belongs to."""
    return CalcError("price.out_of_range", price=price, lowest=MIN_PRICE, highest=MAX_PRICE)


def yield_of(stream: CouponStream, price: float) -> float:
    """Nominal annual yield at which ``stream`` has this clean price: undoes `CouponStream.price`.

    The logarithm of the price is decreasing and convex in the rate and almost straight, so Halley's
    step on it (cubic convergence) settles in two or three rounds from the yield a broker would
    estimate by hand. Should it ever not, bisection on a proven bracket takes over: every price
    between 0 and the limit has exactly one rate, and both loops are bounded.

    Raises:
        CalcError: ``price.out_of_range``.
    """
    if not MIN_PRICE <= price <= MAX_PRICE:
        raise price_error(price)
    return _period_rate(stream, price) * stream.frequency


def _period_rate(stream: CouponStream, price: float) -> float:
    payment, n, fraction = stream.payment, stream.periods, stream.fraction
    dirty = price + stream.accrued
    if n == 0:
        return ((payment + 100.0) / dirty - 1.0) / fraction
    # Gain per period over the mean of price and face. The geometric mean also serves prices far
    # from par: the arithmetic one of the textbooks starts too low there, and some searches fail.
    rate: float = (payment + (100.0 - price) / (n + fraction)) / (100.0 * price) ** 0.5
    for _ in range(_MAX_HALLEY):
        if not rate > _MIN_PERIOD_RATE:
            break
        growth = 1.0 + rate
        v = 1.0 / growth
        v_n = growth**-n
        bent = n * v_n * v
        if -_NEAR_ZERO < rate < _NEAR_ZERO:
            annuity = _annuity_near_zero(rate, n)
            second = n * (n + 1.0) / 2.0
            third = second * (n + 2.0) / 3.0
            # Good enough to steer by.
            slope, curve = 2.0 * third * rate - second, 2.0 * third
        else:
            annuity = (1.0 - v_n) / (growth - 1.0)
            slope = (bent - annuity) / rate
            curve = -((n + 1.0) * bent * v + 2.0 * slope) / rate
        value = payment + payment * annuity + 100.0 * v_n
        slope = (payment * slope - 100.0 * bent) / value
        curve = (payment * curve + 100.0 * (n + 1.0) * bent * v) / value
        simple = 1.0 + fraction * rate
        tilt = fraction / simple
        miss = log(value / (dirty * simple))
        curve += tilt * tilt - slope * slope
        slope -= tilt
        step = -miss / (slope - 0.5 * miss * curve / slope)
        rate += step
        if -_STEP_DONE < step < _STEP_DONE:
            return rate
    return bisect_period_rate(stream, dirty)


def bisect_period_rate(stream: CouponStream, dirty: float) -> float:
    """The rate for a dirty price by bisection: slow, and sure for every price in range."""
    low = _MIN_PERIOD_RATE
    # At this rate the first payment and all later ones are each worth at most half the price.
    rest = stream.periods * stream.payment + 100.0
    alone = (2.0 * stream.payment / dirty - 1.0) / stream.fraction
    high = max(alone, 2.0 * rest / dirty - 1.0, 0.0)
    for _ in range(_MAX_BISECTIONS):
        rate = 0.5 * (low + high)
        if rate in (low, high):
            break
        if stream.dirty_price(rate * stream.frequency) > dirty:
            low = rate
        else:
            high = rate
    return rate


def _annuity_near_zero(rate: float, n: int) -> float:
    """The annuity where its closed form divides by almost nothing; at zero it is n (II)."""
    second = n * (n + 1.0) / 2.0
    third = second * (n + 2.0) / 3.0
    fourth = third * (n + 3.0) / 4.0
    return n - rate * (second - rate * (third - rate * fourth))
