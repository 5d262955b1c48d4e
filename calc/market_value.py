"""What all Treasury securities are worth on a curve, and what a shift of it costs their holders.

Every bill, note and bond is priced at the par yield of its remaining maturity, which leaves out
the small difference between a par yield and the yield of a bond away from par. TIPS and floating
rate notes are left out: a shift of nominal yields does not say what theirs would do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.bonds.batch import CouponStreams
from calc.market.snapshot import DebtType

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from calc.bonds.securities import Security
    from calc.market import ParCurve

_CENT = 0.01


@dataclass(frozen=True, slots=True)
class MarketValue:
    """Market value of securities before and after a shift of the curve, US dollars.

    Args:
        face_usd: Face of those priced.
        left_out_usd: Face of TIPS and floating rate notes.
        before_usd: Market value with accrued interest.
        after_usd: The same after the shift.
    """

    face_usd: float
    left_out_usd: float
    before_usd: float
    after_usd: float

    @property
    def loss_share(self) -> float:
        """The loss as a share of the value before, decimal."""
        return 1 - self.after_usd / self.before_usd


def reprice(
    securities: Sequence[Security],
    curve: ParCurve,
    shift: Callable[[Sequence[float]], NDArray[np.float64]],
    settlement: date,
) -> MarketValue:
    """Price securities before and after a shift of the curve.

    Args:
        securities: Those that have not matured.
        curve: Today's par yields.
        shift: Change of the yield (decimal) by maturity (years).
        settlement: When a buyer would pay.
    """
    coupons = [row for row in securities if row.is_nominal_coupon]
    bills = [row for row in securities if row.type is DebtType.BILL]
    all_usd = sum(row.outstanding_usd for row in securities)
    before = after = 0.0
    if coupons:
        streams = CouponStreams.of([row.payments(settlement) for row in coupons])
        face, yields, moved = _columns(coupons, curve, shift, settlement)
        before += float(face @ streams.dirty_price(yields)) * _CENT
        after += float(face @ streams.dirty_price(moved)) * _CENT
    if bills:
        face, yields, moved = _columns(bills, curve, shift, settlement)
        years = np.array([row.years_left(settlement) for row in bills])
        before += float(face @ (1 / (1 + yields * years)))
        after += float(face @ (1 / (1 + moved * years)))
    face_usd = sum(row.outstanding_usd for row in (*coupons, *bills))
    return MarketValue(
        face_usd=face_usd,
        left_out_usd=all_usd - face_usd,
        before_usd=before,
        after_usd=after,
    )


def _columns(
    rows: Sequence[Security],
    curve: ParCurve,
    shift: Callable[[Sequence[float]], NDArray[np.float64]],
    settlement: date,
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Face in US dollars, yields before and yields after, each of shape (securities,)."""
    years = [row.years_left(settlement) for row in rows]
    yields = np.interp(years, curve.years, curve.yields)
    face = np.array([row.outstanding_usd for row in rows])
    return face, yields, yields + shift(years)
