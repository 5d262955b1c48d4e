"""Coupon dates, counted back from maturity; month ends stay month ends."""

from calendar import isleap
from datetime import date
from typing import NamedTuple

from calc.errors import CalcError

_LAST_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def months_before(maturity: date, months: int) -> date:
    """The coupon date ``months`` months before ``maturity``.

    A security maturing on the last day of a month pays on last days only (31 CFR 356,
    Appendix B, Table 1): 30 September is preceded by 31 March.
    """
    year, month0 = divmod(maturity.year * 12 + maturity.month - 1 - months, 12)
    last = _last_day(year, month0)
    is_month_end = maturity.day == _last_day(maturity.year, maturity.month - 1)
    return date(year, month0 + 1, last if is_month_end else min(maturity.day, last))


def _last_day(year: int, month0: int) -> int:
    return 29 if month0 == 1 and isleap(year) else _LAST_DAYS[month0]


class CouponPeriod(NamedTuple):
    """The regular period a day falls in.

    Attributes:
        start: coupon date on or before the day.
        end: coupon date after the day.
        remaining: full periods from ``end`` to maturity.
        months: length of the period.
    """

    start: date
    end: date
    remaining: int
    months: int

    @property
    def days(self) -> int:
        """Actual days in the period."""
        return (self.end - self.start).days


def coupon_period(maturity: date, day: date, months: int = 6) -> CouponPeriod:
    """The period of ``months`` months, counted back from ``maturity``, that holds ``day``.

    A coupon date opens a period, it does not close one.

    Raises:
        CalcError: ``date.not_before_maturity``.
    """
    if day >= maturity:
        raise CalcError("date.not_before_maturity", date=str(day), maturity=str(maturity))
    apart = (maturity.year - day.year) * 12 + maturity.month - day.month
    # Counting months is right up to the day of the month, so at most one step remains.
    remaining = apart // months
    near = months_before(maturity, remaining * months)
    if near <= day:
        end = months_before(maturity, (remaining - 1) * months)
        return CouponPeriod(near, end, remaining - 1, months)
    start = months_before(maturity, (remaining + 1) * months)
    return CouponPeriod(start, near, remaining, months)
