"""Price and yield of one outstanding security at its settlement, and what a sale would do to it.

Notes and bonds by 31 CFR 356, Appendix B, II (price, yield, accrued interest), bills by VI
(discount rate, price, investment rate). Prices are US dollars per 100 of face.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from calc.bonds import (
    MAX_PRICE,
    bill_discount_rate,
    investment_rate,
    investment_year_days,
    price_from_investment_rate,
    risk,
    yield_of,
)
from calc.bonds.limits import price_error
from calc.bonds.schedule import coupon_period
from calc.market.snapshot import DebtType
from calc.ranges import Range

if TYPE_CHECKING:
    from datetime import date

    from calc.bonds.securities import Security
    from calc.bonds.stream import CouponStream
    from calc.market import ParCurve
    from calc.outcome import Outcome

_BASIS_POINT = 1e-4


@dataclass(frozen=True, slots=True)
class SecurityQuote:
    """A security at one price.

    Args:
        security: A bill, or a note or bond with fixed payments.
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
        return (self.loss(_BASIS_POINT) - self.loss(-_BASIS_POINT)) / 2

    def loss(self, rise: float) -> float:
        """Fall of the price for a rise (decimal) of this security's yield, US dollars."""
        return self.price - _price(self.security, self.settlement, self.yield_ + rise)


def is_priced(security: Security) -> bool:
    """It is a bill, or a note or bond with fixed payments."""
    return security.is_nominal_coupon or security.type is DebtType.BILL


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


def market_yield(security: Security, settlement: date, curve: ParCurve) -> float:
    """The par yield of the time that is left, decimal: near to what the security itself yields."""
    return curve.at(security.years_left(settlement))


def rise_at_maturity(quote: SecurityQuote, outcome: Outcome) -> Range:
    """Rise of this security's yield at the worst moment of a sale, decimal."""
    yields = outcome.yields
    rises = np.array([list(rise) for rise in yields.curve_rise])
    return Range(*(float(np.interp(quote.years, yields.curve_years, band)) for band in rises.T))


def accrued_days(quote: SecurityQuote) -> tuple[int, int]:
    """Days since the last payment of interest, and days of that half-year."""
    period = coupon_period(quote.security.maturity, quote.settlement)
    return (quote.settlement - period.start).days, period.days


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
        return replace(bill, modified_duration=bill.dv01 / price / _BASIS_POINT)
    stream: CouponStream = security.payments(settlement)
    return SecurityQuote(
        security=security,
        settlement=settlement,
        price=price,
        yield_=yield_,
        accrued=stream.official_accrued(),
        discount_rate=None,
        modified_duration=risk(stream, yield_).modified_duration,
    )


def _days(security: Security, settlement: date) -> tuple[float, float]:
    """Days to maturity, and days of the year from settlement."""
    days = (security.maturity - settlement).days
    return float(days), float(investment_year_days(settlement))
