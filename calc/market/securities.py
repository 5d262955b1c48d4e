"""The Treasury securities that are outstanding, and one of them at its settlement.

The list is the Monthly Statement of the Public Debt. Coupon dates are counted back from maturity; a
short or long first period is not known from the list, so a security in its first half year accrues
as if it were in a regular period. Prices are US dollars per 100 of face.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

import numpy as np

from calc.bonds.bills import (
    bill_discount_rate,
    investment_rate,
    investment_year_days,
    price_from_investment_rate,
)
from calc.bonds.coupons import MAX_PRICE, CouponStream, price_error, yield_of
from calc.bonds.days import payments_left
from calc.market.snapshot import DebtType
from calc.ranges import Range
from calc.sourced import BASIS_POINT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calc.ranges import FloatArray
    from calc.run import Outcome

_DAYS_PER_YEAR = 365.25
TERMS: Final = (2, 3, 5, 7, 10, 20, 30)
"""Original terms of the notes and bonds that the Treasury sells, years."""
_LONGEST_NOTE = 10
_MONTH_END_TERMS = frozenset({2, 5, 7})
_MID_MONTH = 15
_ISSUE_SLACK = timedelta(days=3)
_LEAST_AGE_YEARS = 1.0


@dataclass(frozen=True, slots=True)
class Security:
    """One marketable Treasury security.

    Args:
        cusip: Its identifier, nine characters.
        type: Bill, note, bond, TIPS or floating rate note.
        maturity: Its last payment.
        outstanding_usd: Face held by the public, US dollars.
        coupon: Annual rate, decimal; None for bills and floating rate notes.
    """

    cusip: str
    type: DebtType
    maturity: date
    outstanding_usd: float
    coupon: float | None

    @property
    def is_nominal_coupon(self) -> bool:
        """A note or bond with fixed payments."""
        return self.type in {DebtType.NOTE, DebtType.BOND} and self.coupon is not None

    @property
    def is_priced(self) -> bool:
        """It is a bill, or a note or bond with fixed payments."""
        return self.is_nominal_coupon or self.type is DebtType.BILL

    def years_left(self, settlement: date) -> float:
        """Time to maturity, years."""
        return (self.maturity - settlement).days / _DAYS_PER_YEAR

    def payments(self, settlement: date) -> CouponStream:
        """The payments left for a buyer on a settlement day.

        Raises:
            ValueError: It has no fixed payments.
            CalcError: It has matured by then.
        """
        if not self.is_nominal_coupon or self.coupon is None:
            msg = f"{self.cusip} has no fixed coupons"
            raise ValueError(msg)
        return payments_left(self.coupon, self.maturity, settlement)


@dataclass(frozen=True, slots=True)
class Securities:
    """Everything outstanding on a day, by maturity."""

    as_of: date
    source: str
    rows: tuple[Security, ...]

    def alive(self, settlement: date) -> tuple[Security, ...]:
        """Those that mature after a settlement day."""
        return tuple(row for row in self.rows if row.maturity > settlement)

    def by_cusip(self, cusip: str) -> Security | None:
        """The security of an identifier, in either case of letters."""
        return next((row for row in self.rows if row.cusip == cusip.upper()), None)

    def newest(self, years: int) -> Security | None:
        """The newest note or bond of an original term.

        The list has no dates of issue. Notes of 2, 5 and 7 years end on a month's last day, all
        others on the 15th; of several that end together the highest CUSIP was issued last.

        Args:
            years: One of `TERMS`.
        """
        kind = DebtType.NOTE if years <= _LONGEST_NOTE else DebtType.BOND
        ends = [
            row
            for row in self.rows
            if row.type is kind
            and row.maturity <= _years_after(self.as_of, years) + _ISSUE_SLACK
            and (row.maturity.day == _MID_MONTH) is (years not in _MONTH_END_TERMS)
        ]
        newest = max(ends, key=lambda row: (row.maturity, row.cusip), default=None)
        # Where none was sold for long, what is left of a longer term is not it.
        if newest is None or newest.years_left(self.as_of) < years - _LEAST_AGE_YEARS:
            return None
        return newest


def _years_after(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 3, 1)
    return day.replace(year=day.year + years)


def market_value(securities: Iterable[Security], yields: FloatArray, settlement: date) -> float:
    """Market value with accrued interest, US dollars, each security at its own yield.

    Args:
        securities: Those that are priced and have not matured.
        yields: Of each, decimals; a bill earns simple interest.
        settlement: When a buyer would pay.
    """
    value = 0.0
    for row, yield_ in zip(securities, yields.tolist(), strict=True):
        if row.is_nominal_coupon:
            per_dollar = row.payments(settlement).dirty_price(yield_) / 100
        else:
            per_dollar = 1 / (1 + yield_ * row.years_left(settlement))
        value += row.outstanding_usd * per_dollar
    return value


@dataclass(frozen=True, slots=True)
class SecurityQuote:
    """A security at one price.

    Args:
        settlement: When the buyer pays and gets it.
        price: Clean price.
        yield_: By the half-year for a note or bond, the investment rate for a bill, decimal.
        accrued: Interest due to the seller on top of the price.
        discount_rate: For a bill, on a year of 360 days, decimal.
        modified_duration: Fall of the dirty price for a rise of yields, years; of a bill its time
            left.
    """

    security: Security
    settlement: date
    price: float
    yield_: float
    accrued: float
    discount_rate: float | None
    modified_duration: float

    @property
    def dirty_price(self) -> float:
        """What the buyer pays."""
        return self.price + self.accrued

    @property
    def years(self) -> float:
        """Time left."""
        return self.security.years_left(self.settlement)

    @property
    def dv01(self) -> float:
        """Fall of the price for a rise of the yield by a basis point, US dollars."""
        return (self.loss(BASIS_POINT) - self.loss(-BASIS_POINT)) / 2

    def loss(self, rise: float) -> float:
        """Fall of the price for a rise (decimal) of this security's yield, US dollars."""
        return self.price - _price(self.security, self.settlement, self.yield_ + rise)


def quote_at_yield(security: Security, settlement: date, yield_: float) -> SecurityQuote:
    """The security at a yield, for a bill an investment rate (decimal).

    Raises:
        CalcError: The price would be out of bounds, or it has matured by then.
    """
    return _quote(security, settlement, _price(security, settlement, yield_), yield_)


def quote_at_price(security: Security, settlement: date, price: float) -> SecurityQuote:
    """The security at a clean price.

    Raises:
        CalcError: The price is out of bounds, or it has matured by then.
    """
    if security.is_nominal_coupon:
        yield_ = yield_of(security.payments(settlement), price)
    else:
        days, year_days = _days(security, settlement)
        yield_ = investment_rate(price, days, year_days)
    return _quote(security, settlement, price, yield_)


def rise_at_maturity(quote: SecurityQuote, outcome: Outcome) -> Range:
    """Rise of this security's yield at the worst moment of a sale, decimal."""
    yields = outcome.yields
    rises = np.array([list(rise) for rise in yields.curve_rise])
    return Range(*(float(np.interp(quote.years, yields.curve_years, band)) for band in rises.T))


def _price(security: Security, settlement: date, yield_: float) -> float:
    if security.is_nominal_coupon:
        price = security.payments(settlement).price(yield_)
        if price > MAX_PRICE:
            raise price_error(price)
        return price
    return price_from_investment_rate(yield_, *_days(security, settlement))


def _quote(security: Security, settlement: date, price: float, yield_: float) -> SecurityQuote:
    if not security.is_nominal_coupon:
        days, _ = _days(security, settlement)
        bill = SecurityQuote(
            security, settlement, price, yield_, 0.0, bill_discount_rate(price, days), 0.0
        )
        return replace(bill, modified_duration=bill.dv01 / price / BASIS_POINT)
    stream = security.payments(settlement)
    return SecurityQuote(
        security=security,
        settlement=settlement,
        price=price,
        yield_=yield_,
        accrued=stream.official_accrued(),
        discount_rate=None,
        modified_duration=stream.modified_duration(yield_),
    )


def _days(security: Security, settlement: date) -> tuple[float, float]:
    """Days to maturity, and days of the year from settlement."""
    days = (security.maturity - settlement).days
    return float(days), float(investment_year_days(settlement))
