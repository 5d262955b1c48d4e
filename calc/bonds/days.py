"""Days on which Treasury securities pay and settle."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from calc.bonds.coupons import CouponStream
from calc.errors import CalcError

_MONDAY, _THURSDAY, _SATURDAY, _SUNDAY = 0, 3, 5, 6
_JUNETEENTH_SINCE: Final = 2022
_FIXED: Final = ((1, 1), (7, 4), (11, 11), (12, 25))
# Month, weekday, which one of the month.
_FLOATING: Final = (
    (1, _MONDAY, 3),
    (2, _MONDAY, 3),
    (9, _MONDAY, 1),
    (10, _MONDAY, 2),
    (11, _THURSDAY, 4),
)
_MONTHS = 6


class CouponPeriod(NamedTuple):
    """The regular half-year a day falls in, and the full ones from its end to maturity."""

    start: date
    end: date
    remaining: int

    @property
    def days(self) -> int:
        """Actual days in the period."""
        return (self.end - self.start).days


def coupon_period(maturity: date, day: date) -> CouponPeriod:
    """The half-year, counted back from ``maturity``, that holds ``day``.

    A coupon date opens a period, it does not close one.

    Raises:
        CalcError: ``date.not_before_maturity``.
    """
    if day >= maturity:
        raise CalcError("date.not_before_maturity", date=str(day), maturity=str(maturity))
    apart = (maturity.year - day.year) * 12 + maturity.month - day.month
    # Counting months is right up to the day of the month, so at most one step remains.
    remaining = apart // _MONTHS
    near = months_before(maturity, remaining * _MONTHS)
    if near <= day:
        end = months_before(maturity, (remaining - 1) * _MONTHS)
        return CouponPeriod(near, end, remaining - 1)
    return CouponPeriod(months_before(maturity, (remaining + 1) * _MONTHS), near, remaining)


def months_before(maturity: date, months: int) -> date:
    """The coupon date ``months`` months before ``maturity``.

    A security maturing on the last day of a month pays on last days only (31 CFR 356,
    Appendix B, Table 1): 30 September is preceded by 31 March.
    """
    year, month0 = divmod(maturity.year * 12 + maturity.month - 1 - months, 12)
    last = monthrange(year, month0 + 1)[1]
    is_month_end = maturity.day == monthrange(maturity.year, maturity.month)[1]
    return date(year, month0 + 1, last if is_month_end else min(maturity.day, last))


def payments_left(coupon: float, maturity: date, settlement: date) -> CouponStream:
    """The payments left of a note or bond for a buyer settling on a day.

    Source: 31 CFR 356, Appendix B, II.A and II.D; the first payment is taken as a regular one.

    Raises:
        CalcError: ``date.not_before_maturity``.
    """
    now = coupon_period(maturity, settlement)
    regular = 100.0 * coupon / 2
    return CouponStream(
        frequency=2,
        payment=regular,
        periods=now.remaining,
        fraction=(now.end - settlement).days / now.days,
        accrued=regular * (settlement - now.start).days / now.days,
    )


def settlement_day(trade: date) -> date:
    """The business day after a trade (T+1); a trade on a free day counts as of the day before."""
    free = sorted(holidays(trade.year) | holidays(trade.year + 1))
    next_day = np.busday_offset(trade, 1, roll="backward", holidays=free)
    return date.fromisoformat(str(next_day))


@cache
def holidays(year: int) -> frozenset[date]:
    """The weekdays of a year on which the Federal Reserve is closed.

    Source: Federal Reserve Banks, holiday schedule (5 USC 6103): a holiday on a Sunday is kept on
    the Monday, one on a Saturday is not kept at all.
    """
    fixed = [date(year, month, day) for month, day in _FIXED]
    if year >= _JUNETEENTH_SINCE:
        fixed.append(date(year, 6, 19))
    kept = {day + timedelta(days=day.weekday() == _SUNDAY) for day in fixed}
    floating = {_nth(year, month, weekday, count) for month, weekday, count in _FLOATING}
    memorial = date(year, 5, 31)
    memorial -= timedelta(days=(memorial.weekday() - _MONDAY) % 7)
    return frozenset({day for day in kept if day.weekday() < _SATURDAY} | floating | {memorial})


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))
