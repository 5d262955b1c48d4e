"""Limits of prices, rates and terms; beyond them floats overflow or roots lose their meaning."""

import numpy as np

from calc.arrays import FloatOrArray
from calc.errors import CalcError

# Every Treasury fits: the longest runs 30 years, the dearest ever traded below 250 per 100.
MAX_PERIODS = 200
MIN_PRICE, MAX_PRICE = 0.01, 1_000.0
# Prices in range never need less, and 200 periods at it stay inside a float.
MIN_PERIOD_RATE = -0.95
MAX_COUPON = 1.0


def all_within(value: FloatOrArray, lowest: float, highest: float) -> bool:
    """Whether a number, or every number of an array, lies between two limits; NaN never does."""
    if isinstance(value, np.ndarray):
        return bool(((value >= lowest) & (value <= highest)).all())
    return lowest <= value <= highest


def check_coupon(coupon: float) -> None:
    """Refuse a coupon that is not a decimal between 0 and 1.

    Raises:
        CalcError: ``coupon.out_of_range``.
    """
    if not 0.0 <= coupon <= MAX_COUPON:
        raise CalcError("coupon.out_of_range", coupon=coupon, lowest=0.0, highest=MAX_COUPON)


def check_periods(periods: float) -> None:
    """Refuse a term of no or more than ``MAX_PERIODS`` payment periods.

    Raises:
        CalcError: ``term.out_of_range``.
    """
    if not 0.0 < periods <= MAX_PERIODS:
        raise CalcError("term.out_of_range", periods=periods, highest=MAX_PERIODS)


def price_error(price: float) -> CalcError:
    """The error for a price no yield belongs to."""
    return CalcError("price.out_of_range", price=price, lowest=MIN_PRICE, highest=MAX_PRICE)


def yield_error(yield_: float, frequency: int) -> CalcError:
    """The error for a yield at which payments have no present value."""
    return CalcError("yield.out_of_range", yield_=yield_, lowest=MIN_PERIOD_RATE * frequency)
