"""Yields of `calc.bonds.inverse`, vectorised."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from calc.bonds.annuity import NEAR_ZERO, annuity_derivatives_near_zero, annuity_near_zero
from calc.bonds.inverse import MAX_HALLEY, STEP_DONE, guess_rate, period_rate
from calc.bonds.limits import MAX_PRICE, MIN_PERIOD_RATE, MIN_PRICE, price_error

if TYPE_CHECKING:
    from calc.arrays import FloatArray, FloatOrArray
    from calc.bonds.batch import CouponStreams


def yields_of(streams: CouponStreams, price: FloatOrArray) -> FloatArray:
    """Nominal annual yields at which ``streams`` have these clean prices; see `yield_of`.

    Args:
        streams: payments left after a settlement day, many side by side.
        price: clean prices per 100, unrounded; one for all or one a stream.

    Raises:
        CalcError: ``price.out_of_range``.
    """
    clean = np.broadcast_to(np.asarray(price, dtype=float), streams.first.shape)
    fits = (clean >= MIN_PRICE) & (clean <= MAX_PRICE)
    if not fits.all():
        raise price_error(float(clean[~fits][0]))
    return _period_rates(streams, clean) * streams.frequency


def _period_rates(streams: CouponStreams, price: FloatArray) -> FloatArray:
    rates = guess_rate(streams.payment, streams.periods + streams.fraction, price)
    part, dirty, rate = streams, price + streams.accrued, rates
    unsettled = np.arange(len(streams))
    for _ in range(MAX_HALLEY):
        with np.errstate(all="ignore"):
            step = _halley_steps(part, dirty, rate)
        rate = rate + step
        rates[unsettled] = rate
        # A search that left the range has NaN steps from then on, so it never counts as settled.
        moving = ~(np.abs(step) < STEP_DONE)
        count = np.count_nonzero(moving)
        if count == 0:
            return rates
        if 2 * count < len(part):
            part, dirty, rate = part.take(moving), dirty[moving], rate[moving]
            unsettled, moving = unsettled[moving], moving[moving]
    for position in unsettled[moving].tolist():
        rates[position] = period_rate(streams[position], float(price[position]))
    return rates


def _halley_steps(s: CouponStreams, dirty: FloatArray, rate: FloatArray) -> FloatArray:
    n = s.periods
    growth = 1.0 + rate
    if not rate.min() > MIN_PERIOD_RATE:
        growth[~(rate > MIN_PERIOD_RATE)] = np.nan
    v = 1.0 / growth
    v_n = growth**-n
    bent = n * v_n
    bent *= v
    sharp = (n + 1.0) * bent
    sharp *= v
    annuity = (1.0 - v_n) / (growth - 1.0)
    slope = (bent - annuity) / rate
    curve = (sharp + 2.0 * slope) / -rate
    near_zero = np.abs(rate) < NEAR_ZERO
    if near_zero.any():
        small, few = rate[near_zero], n[near_zero]
        annuity[near_zero] = annuity_near_zero(small, few)
        slope[near_zero], curve[near_zero] = annuity_derivatives_near_zero(small, few)
    # From the annuity and its derivatives to the payments' value and its derivatives.
    value = s.payment * annuity
    value += 100.0 * v_n
    value += s.first
    slope *= s.payment
    slope -= 100.0 * bent
    curve *= s.payment
    curve += 100.0 * sharp
    if s.stub.any():
        stub = s.stub * v
        value += stub
        slope -= stub * v
        curve += 2.0 * stub * v * v
    simple = 1.0 + s.fraction * rate
    tilt = s.fraction / simple
    simple *= dirty
    slope /= value
    curve /= value
    curve += tilt * tilt
    curve -= slope * slope
    slope -= tilt
    miss = np.log(value / simple)
    curve *= miss
    curve /= slope
    slope -= 0.5 * curve
    miss /= slope
    return -miss
