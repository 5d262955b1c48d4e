"""The extra federal interest that follows a shift of the yield curve."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from calc.interest.roll import QUARTERS_A_YEAR, DebtRoll, load_interest_parameters, roll_forward
from calc.interest.sensitivity import (
    MarginalBorrowing,
    Sensitivity,
    marginal_borrowing,
    sensitivity,
)
from calc.market.snapshot import Quarter

if TYPE_CHECKING:
    from calc.interest.roll import InterestParameters
    from calc.market.snapshot import MarketSnapshot, ParCurve
    from calc.ranges import FloatArray

BILL_YEARS = 0.25


@dataclass(frozen=True, slots=True)
class RefinancingYields:
    """Yields by quarter, decimals.

    Args:
        bill: 3-month bill, shape (quarters,).
        tenor: By tenor of coupon auctions, shape (quarters, tenors).
    """

    bill: FloatArray
    tenor: FloatArray


def outlook_yields(
    snapshot: MarketSnapshot, roll: DebtRoll, parameters: InterestParameters
) -> RefinancingYields:
    """The outlook's 3-month and 10-year yields, spread over the tenors by the slope weights.

    Raises:
        KeyError: The outlook lacks a quarter, or an auctioned tenor has no slope weight.
    """
    by_quarter = {row.quarter: row for row in snapshot.economy}
    rows = [by_quarter[roll.first_quarter.plus(index)] for index in range(roll.quarters)]
    bill = np.array([row.bill_3_month_yield for row in rows])
    slope = np.array([row.note_10_year_yield for row in rows]) - bill
    weights = np.array([parameters.slope_weight[tenor] for tenor in roll.tenors])
    return RefinancingYields(bill, bill[:, None] + slope[:, None] * weights)


def held_yields(outlook: RefinancingYields, roll: DebtRoll, curve: ParCurve) -> RefinancingYields:
    """The outlook up to the curve's quarter, then the curve as it stands on its day."""
    now = Quarter.containing(curve.as_of).ordinal - roll.first_quarter.ordinal
    bill, tenor = outlook.bill.copy(), outlook.tenor.copy()
    bill[now:] = curve.at(BILL_YEARS)
    tenor[now:] = [curve.at(years) for years in roll.tenors]
    return RefinancingYields(bill, tenor)


@dataclass(frozen=True, slots=True)
class InterestModel:
    """The interest model of one snapshot.

    Args:
        fiscal_years: Fiscal years covered, each with all four quarters.
        curve_quarter: Index of the quarter the snapshot's curve is of: where scenarios begin.
        baseline_interest_usd: Net interest by fiscal year as this mechanism has it; the outlook's
            own figure differs by a few percent (fees, other interest income, discounts).
        published_interest_usd: Net interest by fiscal year as the budget outlook has it.
        held: The outlook's yields up to the curve's quarter, the curve from then on.
        baseline_service: Interest per dollar borrowed at the outlook's yields, shape (quarters
            paid, quarters borrowed).
    """

    quarters: int
    fiscal_years: tuple[int, ...]
    tenors: tuple[float, ...]
    curve_quarter: int
    baseline_interest_usd: FloatArray
    published_interest_usd: FloatArray
    outlook: RefinancingYields
    held: RefinancingYields
    roll: DebtRoll
    sensitivity: Sensitivity
    borrowing: MarginalBorrowing
    baseline_service: FloatArray


@dataclass(frozen=True, slots=True)
class ExtraInterest:
    """Extra interest by fiscal year against the baseline, US dollars, shape (levels, years).

    Args:
        refinancing_usd: On the baseline's debt, as it is sold at the shifted yields.
        service_usd: On the money borrowed to pay extra interest.
    """

    refinancing_usd: FloatArray
    service_usd: FloatArray

    @property
    def total_usd(self) -> FloatArray:
        """Both together."""
        return self.refinancing_usd + self.service_usd


def interest_model(snapshot: MarketSnapshot) -> InterestModel:
    """The model of a snapshot, built once for the snapshots used last.

    Raises:
        ValueError: The ladder does not start with a fiscal year of the baseline, or a parameter
            names a tenor that is not auctioned.
        KeyError: The outlook lacks a quarter, or an auctioned tenor has no slope weight.
    """
    return _built_once(_SameObject(snapshot))


class _SameObject:
    """A key that stands for one snapshot object, since snapshots hold mappings and do not hash."""

    __slots__ = ("snapshot",)

    def __init__(self, snapshot: MarketSnapshot) -> None:
        self.snapshot = snapshot

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SameObject) and self.snapshot is other.snapshot

    def __hash__(self) -> int:
        return id(self.snapshot)


@lru_cache(maxsize=4)
def _built_once(key: _SameObject) -> InterestModel:
    snapshot, parameters = key.snapshot, load_interest_parameters()
    roll = roll_forward(snapshot, parameters)
    outlook = outlook_yields(snapshot, roll, parameters)
    response = sensitivity(roll, parameters)
    borrowing = marginal_borrowing(roll, parameters)
    first_year = roll.first_quarter.fiscal_year
    years = tuple(range(first_year, first_year + roll.quarters // QUARTERS_A_YEAR))
    published = [snapshot.budget_year(year).net_interest_usd for year in years]
    return InterestModel(
        quarters=roll.quarters,
        fiscal_years=years,
        tenors=roll.tenors,
        curve_quarter=Quarter.containing(snapshot.curve.as_of).ordinal - roll.first_quarter.ordinal,
        baseline_interest_usd=_by_year(
            response.old + response.interest(outlook.bill, outlook.tenor)
        ),
        published_interest_usd=np.array(published),
        outlook=outlook,
        held=held_yields(outlook, roll, snapshot.curve),
        roll=roll,
        sensitivity=response,
        borrowing=borrowing,
        baseline_service=borrowing.service(outlook.bill[None], outlook.tenor[None])[0],
    )


def extra_interest(
    model: InterestModel, bill_shift: FloatArray, tenor_shift: FloatArray
) -> ExtraInterest:
    """Extra interest when yields stand above the outlook's by these shifts.

    Extra interest is borrowed, at the shifted yields: the total D solves D = E + (C + K) D, where
    E is the extra interest on the baseline's debt, C the interest per dollar borrowed at the
    outlook's yields and K what the shift adds to it.

    Args:
        model: From `interest_model`.
        bill_shift: Of the bill yield, decimals, shape (levels, quarters).
        tenor_shift: Of each tenor's yield, decimals, shape (levels, quarters, tenors).
    """
    first_order = model.sensitivity.interest(bill_shift, tenor_shift)
    service = model.baseline_service + model.borrowing.service(bill_shift, tenor_shift)
    total = _with_interest_on_it(first_order, service)
    return ExtraInterest(_by_year(first_order), _by_year(total - first_order))


def held_net_interest(model: InterestModel) -> FloatArray:
    """Net interest by fiscal year if yields stayed where the snapshot's curve has them.

    It is the outlook's figure plus what this mechanism adds when debt is sold at that curve from
    its quarter on, in place of the outlook's yields.
    """
    held, outlook = model.held, model.outlook
    shift = (held.bill - outlook.bill)[None], (held.tenor - outlook.tenor)[None]
    extra: FloatArray = extra_interest(model, *shift).total_usd[0]
    return model.published_interest_usd + extra


def _with_interest_on_it(spending: FloatArray, service: FloatArray) -> FloatArray:
    """Solve total = spending + service @ total, by quarter."""
    system = np.eye(service.shape[-1]) - service
    return np.asarray(np.linalg.solve(system, spending[..., None])[..., 0], dtype=np.float64)


def _by_year(quarterly: FloatArray) -> FloatArray:
    """Sum whole fiscal years; the first quarter of the model begins one."""
    years = quarterly.reshape(*quarterly.shape[:-1], -1, QUARTERS_A_YEAR)
    return np.asarray(years.sum(axis=-1), dtype=np.float64)
