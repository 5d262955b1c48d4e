"""Coupon dates: they are counted back from maturity and month ends stay month ends."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from calc.errors import CalcError


def months_before(maturity: date, months: int) -> date:
    """The coupon date ``months`` months before ``maturity``.

    A security maturing on the last day of a month pays on last days only (31 CFR 356,
    Appendix B, Table 1): 30 September is preceded by 31 March.
    """
    year, month0 = divmod(maturity.year * 12 + maturity.month - 1 - months, 12)
    last = monthrange(year, month0 + 1)[1]
    is_month_end = maturity.day == monthrange(maturity.year, maturity.month)[1]
    return date(year, month0 + 1, last if is_month_end else min(maturity.day, last))


@dataclass(frozen=True, slots=True)
class CouponPeriod:
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
    if months_before(maturity, remaining * months) <= day:
        remaining -= 1
    return CouponPeriod(
        start=months_before(maturity, (remaining + 1) * months),
        end=months_before(maturity, remaining * months),
        remaining=remaining,
        months=months,
    )
