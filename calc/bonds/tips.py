"""Treasury inflation-protected securities: index ratios, adjusted prices, stripped interest.

In real terms a TIPS is a `calc.bonds.notes.Note`; this module turns real figures into dollars
(31 CFR 356, Appendix B, I.B, III and V). CPI is the non-seasonally adjusted CPI-U.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.bonds.rounding import round_half_up
from calc.errors import CalcError

if TYPE_CHECKING:
    from datetime import date

_LAG_MONTHS = 3


def reference_months(day: date) -> tuple[tuple[int, int], tuple[int, int]]:
    """The two (year, month) whose CPI is interpolated for ``day``: three and two months back."""
    count = day.year * 12 + day.month - 1 - _LAG_MONTHS
    (year, month0), (next_year, next_month0) = divmod(count, 12), divmod(count + 1, 12)
    return (year, month0 + 1), (next_year, next_month0 + 1)


def reference_cpi(day: date, cpi: float, next_cpi: float) -> float:
    """Reference CPI for a day, five decimals (I.B.3).

    Args:
        day: valuation date.
        cpi: CPI of the first of `reference_months`.
        next_cpi: CPI of the second.

    Raises:
        CalcError: ``cpi.not_positive``.
    """
    length = monthrange(day.year, day.month)[1]
    low, high = _units(cpi), _units(next_cpi)
    return _truncated_then_rounded(low * length + (day.day - 1) * (high - low), length * 10**5)


def index_ratio(reference: float, base_reference: float) -> float:
    """Growth of the principal since the dated date, five decimals (I.B.2).

    Args:
        reference: reference CPI of the day.
        base_reference: reference CPI of the dated date (the issue date when they are one).

    Raises:
        CalcError: ``cpi.not_positive``.
    """
    return _truncated_then_rounded(_units(reference), _units(base_reference))


def missing_cpi(last: float, year_earlier: float, months: int = 1) -> float:
    """Index the Treasury sets, three decimals, when a month's CPI is not reported (I.B.4.iv).

    Args:
        last: last reported CPI.
        year_earlier: CPI twelve months before that.
        months: months from the last report to the missing one.

    Raises:
        CalcError: ``cpi.not_positive``.
    """
    if not (last > 0.0 and year_earlier > 0.0):
        raise CalcError("cpi.not_positive", cpi=min(last, year_earlier))
    return round_half_up(last * (last / year_earlier) ** (months / 12), 3)


def tips_interest(par: float, coupon: float, ratio: float) -> float:
    """Dollars of one regular interest payment on ``par`` dollars, to the cent (I.B.5)."""
    return round_half_up(par * ratio * coupon / 2.0, 2)


@dataclass(frozen=True, slots=True)
class TipsSettlement:
    """What a TIPS costs, current dollars per 100 of original principal, six decimals.

    Attributes:
        price: inflation-adjusted clean price.
        accrued: inflation-adjusted accrued interest.
        amount: both, the settlement amount.
    """

    price: float
    accrued: float
    amount: float


def tips_settlement(real_price: float, real_accrued: float, ratio: float) -> TipsSettlement:
    """Turn real figures per 100, as printed, into current dollars (III.A-B)."""
    price = round_half_up(real_price * ratio, 6)
    accrued = round_half_up(real_accrued * ratio, 6)
    return TipsSettlement(price, accrued, round_half_up(price + accrued, 6))


def stripped_adjusted_value(par: float, coupon: float, base_reference: float) -> float:
    """Adjusted value of an interest component stripped from ``par`` dollars, to the cent (V).

    Raises:
        CalcError: ``cpi.not_positive``.
    """
    if not base_reference > 0.0:
        raise CalcError("cpi.not_positive", cpi=base_reference)
    return round_half_up(par * coupon / 2.0 * 100.0 / base_reference, 2)


def stripped_payment(adjusted_value: float, reference: float) -> float:
    """Dollars a stripped component pays at maturity, to the cent (V)."""
    return round_half_up(adjusted_value * reference / 100.0, 2)


def _units(cpi: float) -> int:
    # Whole hundred-thousandths: truncation must not depend on how a float falls.
    if not cpi > 0.0:
        raise CalcError("cpi.not_positive", cpi=cpi)
    return round(cpi * 1e5)


def _truncated_then_rounded(numerator: int, denominator: int) -> float:
    millionths = numerator * 10**6 // denominator
    return (millionths + 5) // 10 / 1e5
