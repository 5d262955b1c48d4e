"""Durations, convexity and DV01.

Sums over the payments, not derivatives of the closed form: those lose all their digits near a
zero yield.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from calc.arrays import FloatArray
from calc.bonds.limits import MIN_PERIOD_RATE

if TYPE_CHECKING:
    from calc.bonds.batch import CouponStreams
    from calc.bonds.stream import CouponStream

BASIS_POINT = 1e-4

F = TypeVar("F", float, FloatArray)


@dataclass(frozen=True, slots=True)
class Risk(Generic[F]):
    """Sensitivities of the dirty price, annual terms, numbers or arrays.

    Attributes:
        macaulay_duration: years to the average dollar of present value.
        modified_duration: -P'/P, the fall in price per unit of yield. With a broken first period
            it is not quite Macaulay / (1 + y/f), as that period earns simple interest.
        convexity: P''/P, years squared.
        dv01: dollars per 100 face lost when the yield rises a basis point.
    """

    macaulay_duration: F
    modified_duration: F
    convexity: F
    dv01: F


def risk(stream: CouponStream, yield_: float) -> Risk[float]:
    """Sensitivities of one stream at a nominal annual yield (decimal).

    Raises:
        CalcError: ``yield.out_of_range``.
    """
    dirty = stream.dirty_price(yield_)
    rate = yield_ / stream.frequency
    v = 1.0 / (1.0 + max(rate, MIN_PERIOD_RATE))
    total, first_moment, second_moment = stream.first, 0.0, 0.0
    discount, paid = 1.0, stream.payment + stream.stub
    for k in range(1, stream.periods + 1):
        discount *= v
        worth = paid * discount
        total += worth
        first_moment += k * worth
        second_moment += k * (k + 1) * worth
        paid = stream.payment
    n, face = stream.periods, 100.0 * discount
    moments = (total + face, first_moment + n * face, second_moment + n * (n + 1) * face)
    return _assemble(moments, v, rate, stream.fraction, (stream.frequency, dirty))


def risks(streams: CouponStreams, yield_: FloatArray) -> Risk[FloatArray]:
    """Sensitivities of a batch; see `risk`."""
    dirty = streams.dirty_price(yield_)
    rate = yield_ / streams.frequency
    v = 1.0 / (1.0 + np.maximum(rate, MIN_PERIOD_RATE))
    n = streams.periods
    face = 100.0 * v**n
    total = streams.first + face
    first_moment, second_moment = n * face, n * (n + 1.0) * face
    discount, paid = np.ones_like(v), streams.payment + streams.stub
    for k in range(1, int(n.max()) + 1):
        discount *= v
        worth = np.where(k <= n, paid * discount, 0.0)
        total += worth
        first_moment += k * worth
        second_moment += k * (k + 1) * worth
        paid = streams.payment
    moments = (total, first_moment, second_moment)
    return _assemble(moments, v, rate, streams.fraction, (streams.frequency, dirty))


def _assemble(moments: tuple[F, F, F], v: F, rate: F, fraction: F, quote: tuple[int, F]) -> Risk[F]:
    (total, first_moment, second_moment), (frequency, dirty) = moments, quote
    average = first_moment / total
    tilt = fraction / (1.0 + fraction * rate)
    modified = (average * v + tilt) / frequency
    bend = second_moment / total * v * v + 2.0 * average * v * tilt + 2.0 * tilt * tilt
    return Risk(
        macaulay_duration=(average + fraction) / frequency,
        modified_duration=modified,
        convexity=bend / frequency**2,
        dv01=dirty * modified * BASIS_POINT,
    )
