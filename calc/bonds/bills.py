"""Treasury bills: discount rate, price and investment rate (31 CFR 356, Appendix B, VI).

Every figure is unrounded; prices are US dollars per 100, rates decimals.
"""

from __future__ import annotations

from datetime import date
from math import inf

from calc.bonds.coupons import MAX_PRICE, MIN_PRICE, price_error
from calc.errors import CalcError

_DISCOUNT_YEAR_DAYS = 360
_MIN_DAYS, _MAX_DAYS = 1, 366


def bill_discount_rate(price: float, days: float) -> float:
    """Discount rate on a year of 360 days, from the price (VI.C).

    Raises:
        CalcError: ``price.out_of_range`` or ``days.out_of_range``.
    """
    _check(price, days)
    return (100.0 - price) / 100.0 * _DISCOUNT_YEAR_DAYS / days


def investment_rate(price: float, days: float, year_days: float) -> float:
    """Investment rate (coupon-equivalent yield), from the price (VI.D).

    Up to half a year it is simple interest; beyond, the root of a i^2 + b i + c = 0. Written
    with the root in the denominator the second formula becomes the first where a is 0.

    Args:
        price: price per 100.
        days: days to maturity.
        year_days: 365 or 366, see `investment_year_days`.

    Raises:
        CalcError: ``price.out_of_range`` or ``days.out_of_range``.
    """
    _check(price, days)
    a, b = _terms(days, year_days)
    c = (price - 100.0) / price
    root: float = (b * b - 4.0 * a * c) ** 0.5
    return -2.0 * c / (b + root)


def price_from_investment_rate(rate: float, days: float, year_days: float) -> float:
    """Price from the investment rate: the inverse of `investment_rate`.

    Raises:
        CalcError: ``investment_rate.out_of_range`` or ``days.out_of_range``.
    """
    _check(100.0, days)
    a, b = _terms(days, year_days)
    growth = 1.0 + b * rate + a * rate * rate
    # Left of its lowest point the growth is that of a second, meaningless root.
    rises = b + 2.0 * a * rate
    if not (0.0 <= rises <= inf and 100.0 / MAX_PRICE <= growth <= inf):
        raise CalcError("investment_rate.out_of_range")
    return 100.0 / growth


def investment_year_days(issue: date) -> int:
    """Days in the year that follows the issue date: 366 when it holds a 29 February (VI.D)."""
    is_leap_day = (issue.month, issue.day) == (2, 29)
    anniversary = date(issue.year + 1, issue.month, 28 if is_leap_day else issue.day)
    return (anniversary - issue).days


def _terms(days: float, year_days: float) -> tuple[float, float]:
    beyond_half = days / (2.0 * year_days) - 0.25
    return (beyond_half + abs(beyond_half)) / 2.0, days / year_days


def _check(price: float, days: float) -> None:
    if not _MIN_DAYS <= days <= _MAX_DAYS:
        raise CalcError("days.out_of_range", lowest=_MIN_DAYS, highest=_MAX_DAYS)
    if not MIN_PRICE <= price <= MAX_PRICE:
        raise price_error(price)
