"""Bonds given by coupon, yield and years to maturity, without dates."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Literal, TypeGuard, get_args, overload

import numpy as np

from calc.bonds.batch import CouponStreams
from calc.bonds.batch_inverse import yields_of
from calc.bonds.inverse import yield_of
from calc.bonds.limits import check_coupon, check_periods
from calc.bonds.stream import CouponStream
from calc.errors import CalcError

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc.arrays import FloatArray, FloatOrArray

Frequency = Literal[1, 2]

# Years that come out of a division may miss a whole number of periods by a float's breadth.
_WHOLE = 1e-9


@overload
def par_bond_price(
    coupon: float, yield_: float, years: float, frequency: Frequency = 2
) -> float: ...
@overload
def par_bond_price(
    coupon: FloatArray, yield_: FloatOrArray, years: FloatOrArray, frequency: Frequency = 2
) -> FloatArray: ...
@overload
def par_bond_price(
    coupon: float, yield_: FloatArray, years: FloatOrArray, frequency: Frequency = 2
) -> FloatArray: ...
@overload
def par_bond_price(
    coupon: float, yield_: float, years: FloatArray, frequency: Frequency = 2
) -> FloatArray: ...
def par_bond_price(
    coupon: FloatOrArray, yield_: FloatOrArray, years: FloatOrArray, frequency: Frequency = 2
) -> FloatOrArray:
    """Clean price of 100 dollars face, from its yield.

    Arguments may be numbers or arrays that broadcast; with numbers only the answer is a number.
    Between coupon dates the broken period earns simple interest, as the Treasury counts it
    (31 CFR 356, Appendix B, II.A and II.D), and accrued interest is taken off.

    Args:
        coupon: annual interest rate, decimal.
        yield_: annual yield, decimal, compounded ``frequency`` times a year.
        years: years to maturity, any positive number up to `MAX_PERIODS` payments.
        frequency: payments a year, 2 as the Treasury pays, or 1.

    Raises:
        CalcError: ``coupon.out_of_range``, ``term.out_of_range``, ``frequency.unknown`` or
            ``yield.out_of_range``.
    """
    if _is_number(coupon) and _is_number(yield_) and _is_number(years):
        return par_stream(coupon, years, frequency).price(yield_)
    return _many(coupon, yield_, years, frequency, CouponStreams.price)


@overload
def yield_from_price(
    coupon: float, price: float, years: float, frequency: Frequency = 2
) -> float: ...
@overload
def yield_from_price(
    coupon: FloatArray, price: FloatOrArray, years: FloatOrArray, frequency: Frequency = 2
) -> FloatArray: ...
@overload
def yield_from_price(
    coupon: float, price: FloatArray, years: FloatOrArray, frequency: Frequency = 2
) -> FloatArray: ...
@overload
def yield_from_price(
    coupon: float, price: float, years: FloatArray, frequency: Frequency = 2
) -> FloatArray: ...
def yield_from_price(
    coupon: FloatOrArray, price: FloatOrArray, years: FloatOrArray, frequency: Frequency = 2
) -> FloatOrArray:
    """Annual yield of a bond bought at a clean price: the inverse of `par_bond_price`.

    A note paying 3 % once more in a year's time and bought at 90 earns 103/90 - 1.

    Args:
        coupon: annual interest rate, decimal.
        price: clean price of 100 dollars face, from `MIN_PRICE` to `MAX_PRICE`.
        years: years to maturity.
        frequency: payments a year, 2 or 1; the yield is compounded as often.

    Raises:
        CalcError: ``price.out_of_range`` or, as in `par_bond_price`, a coupon, term or frequency.
    """
    if _is_number(coupon) and _is_number(price) and _is_number(years):
        return yield_of(par_stream(coupon, years, frequency), price)
    return _many(coupon, price, years, frequency, yields_of)


def par_stream(coupon: float, years: float, frequency: Frequency = 2) -> CouponStream:
    """The payments of such a bond, for `calc.bonds.risk`; arguments as in `par_bond_price`."""
    _check(coupon, coupon, years, years, frequency)
    periods = ceil(years * frequency - _WHOLE) - 1
    fraction = min(years * frequency - periods, 1.0)
    payment = 100.0 * coupon / frequency
    return CouponStream(
        frequency=frequency,
        first=payment,
        stub=0.0,
        payment=payment,
        periods=periods,
        fraction=fraction,
        accrued=payment * (1.0 - fraction),
    )


def _is_number(value: FloatOrArray) -> TypeGuard[float]:
    return isinstance(value, int | float)


def _many(
    coupon: FloatOrArray,
    quote: FloatOrArray,
    years: FloatOrArray,
    frequency: Frequency,
    solve: Callable[[CouponStreams, FloatArray], FloatArray],
) -> FloatArray:
    coupons, quotes, terms = np.broadcast_arrays(
        np.asarray(coupon, dtype=float), np.asarray(quote, dtype=float), years
    )
    if coupons.size == 0:
        return np.empty(coupons.shape)
    _check(coupons.min(), coupons.max(), terms.min(), terms.max(), frequency)
    periods = np.ceil(terms.ravel() * frequency - _WHOLE) - 1.0
    fraction = np.minimum(terms.ravel() * frequency - periods, 1.0)
    payment = 100.0 * coupons.ravel() / frequency
    streams = CouponStreams(
        frequency=frequency,
        first=payment,
        stub=np.zeros_like(payment),
        payment=payment,
        periods=periods,
        fraction=fraction,
        accrued=payment * (1.0 - fraction),
    )
    return solve(streams, quotes.ravel()).reshape(quotes.shape)


def _check(
    lowest_coupon: float,
    highest_coupon: float,
    shortest: float,
    longest: float,
    frequency: Frequency,
) -> None:
    if frequency not in get_args(Frequency):
        raise CalcError("frequency.unknown", frequency=frequency)
    check_coupon(lowest_coupon)
    check_coupon(highest_coupon)
    check_periods(shortest * frequency)
    check_periods(longest * frequency)
