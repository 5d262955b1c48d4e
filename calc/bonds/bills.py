"""Treasury bills: discount rate, price and investment rate (31 CFR 356, Appendix B, VI).

The plain functions take numbers, or arrays of one shape; every figure is unrounded. `Bill` rounds
as the Treasury prints.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import inf
from typing import TypeVar

from calc.arrays import FloatArray
from calc.bonds.limits import MAX_PRICE, MIN_PRICE, all_within
from calc.bonds.rounding import round_half_up
from calc.errors import CalcError

F = TypeVar("F", float, FloatArray)

DISCOUNT_YEAR_DAYS = 360
MIN_DAYS = 1
MAX_DAYS = 366


def bill_price(discount_rate: F, days: F) -> F:
    """Price per 100 from the discount rate (VI.A).

    Args:
        discount_rate: bank discount rate on 360 days, decimal.
        days: days to maturity.

    Raises:
        CalcError: ``discount_rate.out_of_range`` (the price would be impossible)
            or ``days.out_of_range``.
    """
    _check_days(days)
    price = 100.0 * (1.0 - discount_rate * days / DISCOUNT_YEAR_DAYS)
    if not all_within(price, MIN_PRICE, MAX_PRICE):
        raise CalcError("discount_rate.out_of_range")
    return price


def bill_discount_rate(price: F, days: F) -> F:
    """Discount rate, decimal, from the price per 100 (VI.C).

    Raises:
        CalcError: ``price.out_of_range`` or ``days.out_of_range``.
    """
    _check_days(days)
    _check_price(price)
    return (100.0 - price) / 100.0 * DISCOUNT_YEAR_DAYS / days


def investment_rate(price: F, days: F, year_days: F) -> F:
    """Investment rate (coupon-equivalent yield), decimal, from the price per 100 (VI.D).

    Up to half a year it is simple interest; beyond, the root of a i^2 + b i + c = 0. Written
    with the root in the denominator the second formula becomes the first where a is 0.

    Args:
        price: price per 100.
        days: days to maturity.
        year_days: 365 or 366, see `investment_year_days`.

    Raises:
        CalcError: ``price.out_of_range`` or ``days.out_of_range``.
    """
    _check_days(days)
    _check_price(price)
    a, b = _terms(days, year_days)
    c = (price - 100.0) / price
    root: F = (b * b - 4.0 * a * c) ** 0.5
    return -2.0 * c / (b + root)


def price_from_investment_rate(rate: F, days: F, year_days: F) -> F:
    """Price per 100 from the investment rate: the inverse of `investment_rate`.

    Raises:
        CalcError: ``investment_rate.out_of_range`` or ``days.out_of_range``.
    """
    _check_days(days)
    a, b = _terms(days, year_days)
    growth = 1.0 + b * rate + a * rate * rate
    # Left of its lowest point the growth is that of a second, meaningless root.
    rises = b + 2.0 * a * rate
    if not (all_within(rises, 0.0, inf) and all_within(growth, 100.0 / MAX_PRICE, inf)):
        raise CalcError("investment_rate.out_of_range")
    return 100.0 / growth


def investment_year_days(issue: date) -> int:
    """Days in the year that follows the issue date: 366 when it holds a 29 February (VI.D)."""
    is_leap_day = (issue.month, issue.day) == (2, 29)
    anniversary = date(issue.year + 1, issue.month, 28 if is_leap_day else issue.day)
    return (anniversary - issue).days


@dataclass(frozen=True, slots=True)
class Bill:
    """A bill by its dates; figures rounded as auction results print them.

    Attributes:
        settlement: issue date, or the day a buyer pays.
        maturity: day it pays 100.

    Raises:
        CalcError: ``days.out_of_range``.
    """

    settlement: date
    maturity: date

    def __post_init__(self) -> None:
        _check_days(float(self.days))

    @property
    def days(self) -> int:
        """Days to maturity."""
        return (self.maturity - self.settlement).days

    def price(self, discount_rate: float) -> float:
        """Price per 100, six decimals, from the decimal discount rate."""
        return round_half_up(bill_price(discount_rate, float(self.days)), 6)

    def discount_rate(self, price: float) -> float:
        """Discount rate, a decimal rounded to a thousandth of a percent."""
        return round_half_up(bill_discount_rate(price, float(self.days)), 5)

    def investment_rate(self, price: float) -> float:
        """Investment rate, a decimal rounded to a thousandth of a percent."""
        year_days = float(investment_year_days(self.settlement))
        return round_half_up(investment_rate(price, float(self.days), year_days), 5)


def _terms(days: F, year_days: F) -> tuple[F, F]:
    beyond_half = days / (2.0 * year_days) - 0.25
    return (beyond_half + abs(beyond_half)) / 2.0, days / year_days


def _check_days(days: float | FloatArray) -> None:
    if not all_within(days, MIN_DAYS, MAX_DAYS):
        raise CalcError("days.out_of_range", lowest=MIN_DAYS, highest=MAX_DAYS)


def _check_price(price: float | FloatArray) -> None:
    if not all_within(price, MIN_PRICE, MAX_PRICE):
        raise CalcError("price.out_of_range", lowest=MIN_PRICE, highest=MAX_PRICE)
