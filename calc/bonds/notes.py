"""Fixed-principal notes and bonds by their dates: new, back-dated or reopened."""

from dataclasses import dataclass
from datetime import date
from math import floor

from calc.bonds.limits import check_coupon, check_periods
from calc.bonds.rounding import round_half_up
from calc.bonds.schedule import CouponPeriod, coupon_period, months_before
from calc.bonds.stream import CouponStream
from calc.errors import CalcError

FREQUENCY = 2

# A yield of exactly 4.125 % may sit a float step below it.
_EIGHTH_SLACK = 1e-9


@dataclass(frozen=True, slots=True)
class Note:
    """A Treasury note or bond, or a TIPS in real terms, paying twice a year.

    Attributes:
        coupon: annual interest rate, decimal.
        dated: day interest starts to run; the issue date, or the weekend or month end before.
        maturity: last payment; coupon dates are counted back from it.
        first_payment: first interest date. None means the first coupon date after ``dated``, so
            only a long first payment has to name it.

    Raises:
        CalcError: ``coupon.out_of_range``, ``date.not_before_maturity``, ``term.out_of_range``
            or ``first_payment.not_allowed`` (not one of the first two coupon dates).
    """

    coupon: float
    dated: date
    maturity: date
    first_payment: date | None = None

    def __post_init__(self) -> None:
        check_coupon(self.coupon)
        opening = coupon_period(self.maturity, self.dated)
        check_periods(opening.remaining + 1)
        first = self.first_payment
        if first not in (None, opening.end, self._second_date(opening)):
            raise CalcError("first_payment.not_allowed", first_payment=str(first))

    def at(self, settlement: date) -> CouponStream:
        """The payments left for a buyer settling on ``settlement``.

        Source: 31 CFR 356, Appendix B, I.A, I.D and II.A-G.

        Raises:
            CalcError: ``settlement.before_dated`` or ``date.not_before_maturity``.
        """
        if settlement < self.dated:
            raise CalcError(
                "settlement.before_dated", settlement=str(settlement), dated=str(self.dated)
            )
        regular = 100.0 * self.coupon / FREQUENCY
        now = coupon_period(self.maturity, settlement)
        left = (now.end - settlement).days / now.days
        first, stub, accrued = regular, 0.0, regular * (settlement - now.start).days / now.days
        if now.start <= self.dated:
            # Inside the opening period, which may have begun before interest did.
            opened = regular * (now.end - self.dated).days / now.days
            first, stub = (0.0, opened) if self._is_long(now) else (opened, 0.0)
            accrued = regular * (settlement - self.dated).days / now.days
        elif now.end == self.first_payment:
            # In the regular part of a long first period: its opening part is paid along.
            opening = coupon_period(self.maturity, self.dated)
            opened = regular * (opening.end - self.dated).days / opening.days
            first += opened
            accrued += opened
        return CouponStream(
            frequency=FREQUENCY,
            first=first,
            stub=stub,
            payment=regular,
            periods=now.remaining,
            fraction=left,
            accrued=accrued,
        )

    def first_interest(self) -> float:
        """Dollars the first payment brings on $1,000, as the Treasury works it out.

        The daily interest decimal of a short or long first period is rounded to nine decimals
        before it is multiplied by the days (31 CFR 356, Appendix B, I.A).
        """
        opening = coupon_period(self.maturity, self.dated)
        regular = 1_000.0 * self.coupon / FREQUENCY
        whole = regular if self._is_long(opening) else 0.0
        if self.dated == opening.start:
            return whole + regular
        daily = round_half_up(regular / opening.days, 9)
        return round_half_up(whole + daily * (opening.end - self.dated).days, 9)

    def _is_long(self, opening: CouponPeriod) -> bool:
        return self.first_payment is not None and self.first_payment != opening.end

    def _second_date(self, opening: CouponPeriod) -> date | None:
        if opening.remaining == 0:
            return None
        return months_before(self.maturity, (opening.remaining - 1) * opening.months)


def auction_coupon(high_yield: float) -> float:
    """Coupon a new note or bond is given: the highest multiple of 1/8 % not above its high yield.

    Never below 1/8 %, so a security sold at a lower yield goes above par. A reopening keeps the
    coupon of its first auction.

    Source: 31 CFR 356.20(b).

    Args:
        high_yield: yield of the auction, decimal.
    """
    eighths = floor(high_yield * 800.0 + _EIGHTH_SLACK)
    return max(eighths, 1) / 800.0
