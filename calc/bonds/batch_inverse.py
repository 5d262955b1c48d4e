"""The rates of `calc.bonds.inverse` for a whole batch, a Halley step at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from calc.bonds.annuity import NEAR_ZERO, annuity_near_zero
from calc.bonds.inverse import MAX_HALLEY, STEP_DONE, bisect_period_rate, guess_rate
from calc.bonds.limits import MIN_PERIOD_RATE

if TYPE_CHECKING:
    from calc.bonds.arrays import FloatArray
    from calc.bonds.batch import CouponStreams


def solve_period_rates(streams: CouponStreams, dirty: FloatArray) -> FloatArray:
    """Rates per period at which the streams, all compounding, are worth ``dirty``."""
    rates = np.empty(len(streams))
    unsettled = np.arange(len(streams))
    part, target = streams, dirty
    rate = guess_rate(part.payment, part.periods + part.fraction, dirty - part.accrued)
    for _ in range(MAX_HALLEY):
        with np.errstate(all="ignore"):
            step = _halley_steps(part, target, rate)
        rate = rate + step
        rates[unsettled] = rate
        # A lost search turns into NaN steps, so it stays unsettled to the end.
        moving = ~(np.abs(step) < STEP_DONE)
        if not moving.any():
            return rates
        unsettled, rate, target = unsettled[moving], rate[moving], target[moving]
        part = part.take(moving)
    for position in unsettled:
        rates[position] = bisect_period_rate(streams[position], float(dirty[position]))
    return rates


def _halley_steps(s: CouponStreams, dirty: FloatArray, rate: FloatArray) -> FloatArray:
    n = s.periods
    v = 1.0 / np.where(rate > MIN_PERIOD_RATE, 1.0 + rate, np.nan)
    v_n = v**n
    bent = n * v_n * v
    sharp = (n + 1.0) * bent * v
    annuity = (1.0 - v_n) / rate
    slope = (bent - annuity) / rate
    curve = -(sharp + 2.0 * slope) / rate
    near_zero = np.abs(rate) < NEAR_ZERO
    if near_zero.any():
        few = n[near_zero]
        annuity[near_zero] = annuity_near_zero(rate[near_zero], few)
        slope[near_zero] = -few * (few + 1.0) / 2.0
        curve[near_zero] = few * (few + 1.0) * (few + 2.0) / 3.0
    stub = s.stub * v
    value = s.first + stub + s.payment * annuity + 100.0 * v_n
    slope = (s.payment * slope - stub * v - 100.0 * bent) / value
    curve = (s.payment * curve + 2.0 * stub * v * v + 100.0 * sharp) / value
    simple = 1.0 + s.fraction * rate
    tilt = s.fraction / simple
    miss = np.log(value / (dirty * simple))
    curve += tilt * tilt - slope * slope
    slope -= tilt
    return -miss / (slope - 0.5 * miss * curve / slope)
