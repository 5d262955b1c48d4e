"""Floating rate notes: index rate, accrued interest, price <-> discount margin.

Source: 31 CFR 356, Appendix B, I.C and IV. Rates are simple interest on 360 days; what a note
earns a day, its index rate plus spread, never falls below zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import inf
from typing import TYPE_CHECKING

from calc.bonds.limits import MAX_PRICE, MIN_PRICE, price_error
from calc.bonds.rounding import round_half_up
from calc.bonds.schedule import coupon_period, months_before
from calc.errors import CalcError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

YEAR_DAYS = 360.0
QUARTER_MONTHS = 3

_MAX_STEPS = 200
_MARGIN_DONE = 1e-13


def frn_index_rate(discount_rate: float, days: int) -> float:
    """Index rate from a 13-week bill's high rate: its simple yield on 360 days (I.C, IV.A).

    Args:
        discount_rate: high rate of the auction, decimal.
        days: days the bill runs.

    Returns:
        A decimal, rounded to nine decimals of a percent.
    """
    return round_half_up(discount_rate / (1.0 - discount_rate * days / YEAR_DAYS), 11)


def frn_accrued(spread: float, index_rates: Sequence[tuple[int, float]]) -> float:
    """Accrued interest per 100, a sum of daily amounts of nine decimals (IV.C).

    Args:
        spread: spread of the note, decimal.
        index_rates: (days, index rate) for each run of days with one rate.
    """
    return sum(days * _daily_interest(rate + spread) for days, rate in index_rates)


def _daily_interest(rate: float) -> float:
    # Per 100 and day, nine decimals: the examples' later figures only follow from these.
    return round_half_up(100.0 * max(rate, 0.0) / YEAR_DAYS, 9)


@dataclass(frozen=True, slots=True)
class FloatingRateNote:
    """A two-year note paying each quarter the 13-week bill rate plus a spread.

    Attributes:
        spread: decimal, fixed at the first auction.
        dated: day interest starts to run.
        maturity: last payment; payment dates are counted back from it by quarters.
    """

    spread: float
    dated: date
    maturity: date

    def at(
        self,
        settlement: date,
        index_rate: float,
        past_index_rates: Sequence[tuple[int, float]] = (),
    ) -> FloatingStream:
        """The payments a buyer settling on ``settlement`` can project.

        Args:
            settlement: issue or reopening date.
            index_rate: index rate of that day, held for all later days.
            past_index_rates: (days, index rate) from the last payment, or the dated date, up to
                settlement.

        Raises:
            CalcError: ``settlement.before_dated``, ``date.not_before_maturity`` or
                ``accrual.days_mismatch``.
        """
        if settlement < self.dated:
            raise CalcError(
                "settlement.before_dated", settlement=str(settlement), dated=str(self.dated)
            )
        quarter = coupon_period(self.maturity, settlement, QUARTER_MONTHS)
        elapsed = (settlement - max(quarter.start, self.dated)).days
        told = sum(days for days, _ in past_index_rates)
        if told != elapsed:
            raise CalcError("accrual.days_mismatch", told=told, elapsed=elapsed)
        dates = [settlement] + [
            months_before(self.maturity, QUARTER_MONTHS * left)
            for left in range(quarter.remaining, -1, -1)
        ]
        return FloatingStream(
            days=tuple((b - a).days for a, b in pairwise(dates)),
            index_rate=index_rate,
            spread=self.spread,
            accrued=frn_accrued(self.spread, past_index_rates),
        )


@dataclass(frozen=True, slots=True)
class FloatingStream:
    """Projected payments of a floating rate note after a settlement day, per 100 face.

    Attributes:
        days: days to the first payment, then between payments.
        index_rate: index rate on the settlement day.
        spread: spread of the note.
        accrued: accrued interest, as from `frn_accrued`.
    """

    days: tuple[int, ...]
    index_rate: float
    spread: float
    accrued: float

    def payments(self) -> list[float]:
        """Projected payments per 100, the last with the principal (IV.D)."""
        a_day = _daily_interest(self.index_rate + self.spread)
        flows = [a_day * days for days in self.days]
        flows[0] += self.accrued
        flows[-1] += 100.0
        return flows

    def dirty_price(self, margin: float) -> float:
        """Price with accrued interest at a discount margin (decimal), unrounded.

        Raises:
            CalcError: ``margin.out_of_range``.
        """
        return self._price_and_slope(margin)[0]

    def price(self, margin: float) -> float:
        """Clean price, unrounded."""
        return self.dirty_price(margin) - self.accrued

    def official_dirty_price(self, margin: float) -> float:
        """Price with accrued interest as the examples step to it, before the last rounding.

        They carry compound factors to nine decimals: without that, the printed prices of IV.C
        and IV.E do not both come out.

        Raises:
            CalcError: ``margin.out_of_range``.
        """
        self._check_margin(margin)
        compounded, value = 1.0, 0.0
        for days, paid in zip(self.days, self.payments(), strict=True):
            growth = round_half_up(1.0 + (self.index_rate + margin) * days / YEAR_DAYS, 9)
            compounded = round_half_up(compounded * growth, 9)
            value += paid / compounded
        return value

    def official_price(self, margin: float) -> float:
        """Clean price to six decimals; here accrued interest is not rounded first (IV.C, IV.E)."""
        return round_half_up(self.official_dirty_price(margin) - self.accrued, 6)

    def margin_from_price(self, price: float) -> float:
        """Discount margin at which the clean price is ``price``.

        Newton's method kept inside a bracket: where a step leaves it, the bracket is halved.

        Raises:
            CalcError: ``price.out_of_range``.
        """
        if not MIN_PRICE <= price <= MAX_PRICE:
            raise price_error(price)
        dirty = price + self.accrued
        low = self._lowest_margin()
        # At this margin the first period alone discounts all payments to the price.
        high = sum(self.payments()) / dirty * YEAR_DAYS / self.days[0] - self.index_rate
        margin = min(self.spread, high)
        for _ in range(_MAX_STEPS):
            value, slope = self._price_and_slope(margin)
            if value > dirty:
                low = margin
            else:
                high = margin
            newton = margin - (value - dirty) / slope
            # Before the bracket is asked: a last, tiny step may well lie just outside it.
            if abs(newton - margin) < _MARGIN_DONE:
                return newton
            margin = newton if low < newton < high else 0.5 * (low + high)
        return margin

    def _lowest_margin(self) -> float:
        return -YEAR_DAYS / max(self.days) - self.index_rate

    def _check_margin(self, margin: float) -> None:
        lowest = self._lowest_margin()
        if not lowest < margin < inf:
            raise CalcError("margin.out_of_range", margin=margin, lowest=lowest)

    def _price_and_slope(self, margin: float) -> tuple[float, float]:
        self._check_margin(margin)
        rate = self.index_rate + margin
        discount, delay, value, slope = 1.0, 0.0, 0.0, 0.0
        for days, paid in zip(self.days, self.payments(), strict=True):
            growth = 1.0 + rate * days / YEAR_DAYS
            discount /= growth
            delay += days / YEAR_DAYS / growth
            value += paid * discount
            slope -= paid * discount * delay
        return value, slope
