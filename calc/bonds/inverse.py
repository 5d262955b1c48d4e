"""Yield of a coupon stream from its price.

The logarithm of the price is decreasing and convex in the rate and almost straight, so Halley's
step on it (cubic convergence) settles in two or three rounds from the yield a broker would
estimate by hand. Should it ever not, bisection on a proven bracket takes over: every price
between 0 and the limit has exactly one rate, and both loops are bounded.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING, TypeVar

from calc.arrays import FloatArray
from calc.bonds.annuity import NEAR_ZERO, annuity_derivatives_near_zero, annuity_near_zero
from calc.bonds.limits import MAX_PRICE, MIN_PERIOD_RATE, MIN_PRICE, price_error

if TYPE_CHECKING:
    from calc.bonds.stream import CouponStream

# Halley cubes the error: a step this small leaves less than a float can hold.
STEP_DONE = 1e-6
MAX_HALLEY = 12
_MAX_BISECTIONS = 200

F = TypeVar("F", float, FloatArray)


def yield_of(stream: CouponStream, price: float) -> float:
    """Nominal annual yield at which ``stream`` has this clean price: undoes `CouponStream.price`.

    Args:
        stream: payments left after a settlement day.
        price: clean price per 100, unrounded.

    Raises:
        CalcError: ``price.out_of_range``.
    """
    if not MIN_PRICE <= price <= MAX_PRICE:
        raise price_error(price)
    return period_rate(stream, price) * stream.frequency


def guess_rate(payment: F, periods: F, price: F) -> F:
    """Rate per period to start from: gain per period over the mean of price and face.

    The geometric mean, because it also serves prices far from par: the arithmetic one of the
    textbooks starts too low there, and some searches fail.
    """
    mean: F = (100.0 * price) ** 0.5
    return (payment + (100.0 - price) / periods) / mean


def period_rate(stream: CouponStream, price: float) -> float:
    """Rate per period at which ``stream`` has the clean price ``price``, which is in range."""
    first, stub, payment = stream.first, stream.stub, stream.payment
    n, fraction = stream.periods, stream.fraction
    dirty = price + stream.accrued
    if n == 0:
        return ((first + 100.0) / dirty - 1.0) / fraction
    rate = guess_rate(payment, n + fraction, price)
    for _ in range(MAX_HALLEY):
        if not rate > MIN_PERIOD_RATE:
            break
        growth = 1.0 + rate
        v = 1.0 / growth
        v_n = growth**-n
        bent = n * v_n * v
        if -NEAR_ZERO < rate < NEAR_ZERO:
            annuity = annuity_near_zero(rate, n)
            slope, curve = annuity_derivatives_near_zero(rate, n)
        else:
            annuity = (1.0 - v_n) / (growth - 1.0)
            slope = (bent - annuity) / rate
            curve = -((n + 1.0) * bent * v + 2.0 * slope) / rate
        value = first + stub * v + payment * annuity + 100.0 * v_n
        slope = (payment * slope - stub * v * v - 100.0 * bent) / value
        curve = (payment * curve + 2.0 * stub * v * v * v + 100.0 * (n + 1.0) * bent * v) / value
        simple = 1.0 + fraction * rate
        tilt = fraction / simple
        miss = log(value / (dirty * simple))
        curve += tilt * tilt - slope * slope
        slope -= tilt
        step = -miss / (slope - 0.5 * miss * curve / slope)
        rate += step
        if -STEP_DONE < step < STEP_DONE:
            return rate
    return bisect_period_rate(stream, dirty)


def bisect_period_rate(stream: CouponStream, dirty: float) -> float:
    """The rate for a dirty price by bisection: slow, and sure for every price in range."""
    low = MIN_PERIOD_RATE
    # At this rate the first payment and all later ones are each worth at most half the price.
    rest = stream.stub + stream.periods * stream.payment + 100.0
    alone = (2.0 * stream.first / dirty - 1.0) / stream.fraction
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
