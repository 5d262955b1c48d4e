"""Roll the debt forward: maturities and new sales by quarter.

The stock of debt follows the budget baseline. Every kind of debt keeps the share it has in the
ladder, so the sales of a quarter are what came due plus the growth of the stock, spread over the
tenors in fixed proportions.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from calc.market.snapshot import DebtType, Quarter
from calc.parameters.parameter import ParameterFile
from calc.sourced import PERCENT, load_record

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from calc.market.snapshot import LadderEntry, MarketSnapshot
    from calc.ranges import FloatArray

QUARTERS_A_YEAR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestParameters:
    """The interest model's parameters in the units of the arithmetic.

    Args:
        issue_quarter_weight: Part of its first quarter that a new coupon security is outstanding;
            the rest of a quarter is left in the quarter it matures in.
        bill_average_maturity: Mean remaining life of the stock of bills, years.
        marginal_bill_share: Part of extra borrowing that is sold as bills.
        borrowing_quarter_weight: Part of the quarter that money borrowed in it is owed.
        inflation_compensation: Growth of the principal of inflation-protected debt, a year.
        slope_weight: By tenor in years: how much of the gap between the 10-year yield and the
            3-month yield the tenor's yield stands above the 3-month yield.
        tips_mix: By tenor in years: its part of the sales of inflation-protected debt.
    """

    issue_quarter_weight: float
    bill_average_maturity: float
    marginal_bill_share: float
    borrowing_quarter_weight: float
    inflation_compensation: float
    slope_weight: Mapping[float, float]
    tips_mix: Mapping[float, float]


@cache
def load_interest_parameters() -> InterestParameters:
    """The interest parameters that ship with this version, read once."""
    file = load_record(ParameterFile, "interest", "parameters")
    return InterestParameters(
        issue_quarter_weight=file.central("issue_quarter_weight"),
        bill_average_maturity=file.central("bill_average_maturity"),
        marginal_bill_share=file.central("marginal_bill_share"),
        borrowing_quarter_weight=file.central("borrowing_quarter_weight"),
        inflation_compensation=file.central("inflation_compensation", PERCENT),
        slope_weight=dict(file.table("slope_weight").points),
        tips_mix=dict(file.table("tips_mix").points),
    )


@dataclass(frozen=True, slots=True)
class DebtPortfolio:
    """One kind of debt with a maturity date, US dollars of face.

    Args:
        old_due: What the ladder has coming due, by quarter from the first one on, shape (horizon,).
        old_rate: Average rate of what the ladder has coming due, decimals, shape (horizon,).
        sold: Sales by quarter, shape (quarters,).
        tenor_weights: Part of the sales by tenor, shape (tenors,).
        tenor_quarters: Life of each tenor in quarters.
    """

    old_due: FloatArray
    old_rate: FloatArray
    sold: FloatArray
    tenor_weights: FloatArray
    tenor_quarters: tuple[int, ...]

    def due(self, at: int) -> FloatArray:
        """What comes due in each quarter after the first ``at`` quarters, shape (horizon - at,)."""
        due = self.old_due.copy()
        for quarter, sold in enumerate(self.sold[:at]):
            for life, part in zip(self.tenor_quarters, self.tenor_weights, strict=True):
                due[quarter + life] += sold * part
        return due[at:]


@dataclass(frozen=True, slots=True)
class DebtRoll:
    """The debt rolled forward over the quarters of the baseline.

    Args:
        first_quarter: The first quarter after the day of the ladder.
        stock_end: Debt held by the public at the end of each quarter, US dollars, the day of the
            ladder first, shape (quarters + 1,).
        bill_rate: Average rate of the ladder's bills, decimal.
        nominal: Notes and bonds.
        tips: Inflation-protected notes and bonds.
    """

    first_quarter: Quarter
    stock_end: FloatArray
    tenors: tuple[float, ...]
    bill_share: float
    frn_share: float
    bill_rate: float
    bill_average_maturity: float
    nominal: DebtPortfolio
    tips: DebtPortfolio

    @property
    def quarters(self) -> int:
        """How many quarters the baseline reaches."""
        return len(self.stock_end) - 1

    @property
    def stock_average(self) -> FloatArray:
        """Mean debt over each quarter, US dollars, shape (quarters,)."""
        return (self.stock_end[1:] + self.stock_end[:-1]) / 2


def roll_forward(snapshot: MarketSnapshot, parameters: InterestParameters) -> DebtRoll:
    """Roll the snapshot's ladder forward along the budget baseline.

    The ladder lists marketable debt; it is scaled to the debt held by the public, which also holds
    a little that is not marketable.

    Raises:
        ValueError: The ladder is not of the last day of a fiscal year of the baseline, or a
            parameter names a tenor that is not auctioned.
    """
    first = Quarter.containing(snapshot.ladder_as_of).plus(1)
    stock_end = _stock_end(snapshot, first)
    tenors = tuple(auction.years for auction in snapshot.auctions)
    if unknown := parameters.tips_mix.keys() - set(tenors):
        msg = f"inflation-protected debt of tenors that are not auctioned: {sorted(unknown)}"
        raise ValueError(msg)
    horizon = len(stock_end) + int(max(tenors) * QUARTERS_A_YEAR)
    horizon = max(horizon, *(row.quarter.ordinal - first.ordinal + 1 for row in snapshot.ladder))
    scale = float(stock_end[0]) / sum(row.usd for row in snapshot.ladder)
    sizes = np.array([auction.usd_per_month for auction in snapshot.auctions])
    tips_sizes = np.array([parameters.tips_mix.get(tenor, 0.0) for tenor in tenors])

    def book(kinds: set[DebtType], lives: tuple[float, ...], sales: FloatArray) -> DebtPortfolio:
        rows = [row for row in snapshot.ladder if row.type in kinds]
        due, rate = _ladder_by_quarter(rows, first, horizon)
        return _roll_book(scale * due, rate, stock_end, lives, sales / sales.sum())

    bills = [row for row in snapshot.ladder if row.type is DebtType.BILL]
    bill_due, bill_rates = _ladder_by_quarter(bills, first, horizon)
    floating = scale * sum(row.usd for row in snapshot.ladder if row.type is DebtType.FRN)
    return DebtRoll(
        first_quarter=first,
        stock_end=stock_end,
        tenors=tenors,
        bill_share=float(scale * bill_due.sum() / stock_end[0]),
        frn_share=float(floating / stock_end[0]),
        bill_rate=float(bill_due @ bill_rates / bill_due.sum()),
        bill_average_maturity=parameters.bill_average_maturity,
        nominal=book({DebtType.NOTE, DebtType.BOND}, tenors, sizes),
        tips=book({DebtType.TIPS}, tenors, tips_sizes),
    )


def _stock_end(snapshot: MarketSnapshot, first: Quarter) -> FloatArray:
    """Debt at the ends of quarters, linear between the fiscal years' ends."""
    start_year = first.fiscal_year - 1
    known = [row for row in snapshot.budget if row.fiscal_year >= start_year]
    if first != Quarter.first_of_fiscal_year(first.fiscal_year) or (
        known[0].fiscal_year != start_year
    ):
        msg = "the ladder is not of the end of a fiscal year of the baseline"
        raise ValueError(msg)
    ends = np.arange(len(known)) * QUARTERS_A_YEAR
    debt = [row.debt_held_by_public_usd for row in known]
    return np.interp(np.arange(ends[-1] + 1), ends, debt)


def _ladder_by_quarter(
    rows: Iterable[LadderEntry], first: Quarter, horizon: int
) -> tuple[FloatArray, FloatArray]:
    """Face and average rate by quarter of maturity."""
    usd, interest = np.zeros(horizon), np.zeros(horizon)
    for row in rows:
        index = row.quarter.ordinal - first.ordinal
        usd[index] += row.usd
        interest[index] += row.usd * (row.rate or 0.0)
    return usd, np.divide(interest, usd, out=np.zeros(horizon), where=usd > 0)


def _roll_book(
    old_due: FloatArray,
    old_rate: FloatArray,
    stock_end: FloatArray,
    lives: tuple[float, ...],
    tenor_weights: FloatArray,
) -> DebtPortfolio:
    """Sell what keeps the book's share of the stock."""
    share = old_due.sum() / stock_end[0]
    quarters = len(stock_end) - 1
    tenor_quarters = tuple(round(life * QUARTERS_A_YEAR) for life in lives)
    due, sold = old_due.copy(), np.zeros(quarters)
    for quarter, growth in enumerate(share * np.diff(stock_end)):
        sold[quarter] = growth + due[quarter]
        for life, part in zip(tenor_quarters, tenor_weights, strict=True):
            due[quarter + life] += sold[quarter] * part
    return DebtPortfolio(old_due, old_rate, sold, tenor_weights, tenor_quarters)
