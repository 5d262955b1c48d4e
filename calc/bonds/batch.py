"""Coupon streams in arrays: the formulas of `calc.bonds.stream`, vectorised."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

import numpy as np

from calc.bonds.annuity import annuities
from calc.bonds.limits import MIN_PERIOD_RATE, yield_error
from calc.bonds.stream import CouponStream
from calc.errors import CalcError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from calc.arrays import FloatArray, FloatOrArray


@dataclass(frozen=True, slots=True)
class CouponStreams:
    """Many `CouponStream` side by side: the same attributes, each an array of one length.

    ``frequency`` is one number: a batch pays at one rhythm.
    """

    frequency: int
    first: FloatArray
    stub: FloatArray
    payment: FloatArray
    periods: FloatArray
    fraction: FloatArray
    accrued: FloatArray

    @classmethod
    def of(cls, streams: Sequence[CouponStream]) -> CouponStreams:
        """Lay single streams side by side.

        Raises:
            CalcError: ``frequency.mixed``.
        """
        frequencies = {stream.frequency for stream in streams}
        if len(frequencies) != 1:
            raise CalcError("frequency.mixed", kinds=len(frequencies))
        columns = {
            field.name: np.array([getattr(stream, field.name) for stream in streams], dtype=float)
            for field in fields(CouponStream)
            if field.name != "frequency"
        }
        return cls(frequency=frequencies.pop(), **columns)

    def __len__(self) -> int:
        return len(self.first)

    def dirty_price(self, yield_: FloatOrArray) -> FloatArray:
        """Present values with accrued interest; see `CouponStream.dirty_price`.

        Args:
            yield_: nominal annual yields, decimals; one for all or one a stream.

        Raises:
            CalcError: ``yield.out_of_range``.
        """
        rate = np.asarray(yield_, dtype=float) / self.frequency
        simple = 1.0 + self.fraction * rate
        growth = 1.0 + rate
        if not np.min(rate) > MIN_PERIOD_RATE:
            fits = (rate > MIN_PERIOD_RATE) | ((self.periods == 0.0) & (simple > 0.0))
            if not fits.all():
                raise yield_error(float(np.min(rate)) * self.frequency, self.frequency)
            # In the last period nothing compounds: any growth keeps the powers finite.
            growth = np.maximum(growth, 1.0 + MIN_PERIOD_RATE)
        v_n = growth**-self.periods
        value = self.payment * annuities(growth - 1.0, self.periods, v_n)
        value += 100.0 * v_n
        value += self.first
        value += self.stub / growth
        value /= simple
        return value

    def price(self, yield_: FloatOrArray) -> FloatArray:
        """Clean prices, unrounded; see `CouponStream.price`."""
        return self.dirty_price(yield_) - self.accrued

    def take(self, chosen: NDArray[np.bool_]) -> CouponStreams:
        """The streams where ``chosen`` is true, as a batch."""
        return CouponStreams(
            self.frequency,
            *(
                getattr(self, field.name)[chosen]
                for field in fields(self)
                if field.name != "frequency"
            ),
        )

    def __getitem__(self, position: int) -> CouponStream:
        return CouponStream(
            frequency=self.frequency,
            first=float(self.first[position]),
            stub=float(self.stub[position]),
            payment=float(self.payment[position]),
            periods=int(self.periods[position]),
            fraction=float(self.fraction[position]),
            accrued=float(self.accrued[position]),
        )
