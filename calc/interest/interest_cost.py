"""Extra federal interest by fiscal year after a rise of yields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.impact.impact import TRADING_DAYS_PER_QUARTER, span_means
from calc.impact.portfolio import local_factors
from calc.interest import (
    InterestRatios,
    baseline_net_interest,
    extra_interest,
    interest_model,
    interest_ratios,
)
from calc.market.quarters import Quarter
from calc.ranges import Range

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from calc.impact.impact import YieldPath
    from calc.market import MarketSnapshot
    from calc.parameters import ImpactParameters
    from calc.scenario import PortfolioType


@dataclass(frozen=True, slots=True)
class InterestOutcome:
    """The extra net interest that the United States pays.

    Args:
        fiscal_years: Ten full ones, the first contains or follows the sale.
        extra_usd: By fiscal year, US dollars.
        lasting_usd: The part of it that comes from what stays of the rise, and from bills.
        baseline_usd: Net interest that the budget office projected, by fiscal year.
        held_baseline_usd: The same if yields stayed where the snapshot's curve has them.
        service_usd: The part of ``extra_usd`` that is interest on the extra interest.
        ratios_before: Of the projected net interest to revenue, outlays and GDP.
        ratios_after: Of that and the central extra interest.
    """

    fiscal_years: tuple[int, ...]
    extra_usd: tuple[Range, ...]
    lasting_usd: tuple[Range, ...]
    service_usd: tuple[Range, ...]
    baseline_usd: tuple[float, ...]
    held_baseline_usd: tuple[float, ...]
    ratios_before: InterestRatios
    ratios_after: InterestRatios

    @property
    def last_year_usd(self) -> Range:
        """Extra interest in the last fiscal year, US dollars."""
        return self.extra_usd[-1]

    @property
    def first_lasting_usd(self) -> Range:
        """What stays of the rise costs in the first fiscal year, US dollars."""
        return self.lasting_usd[0]

    @property
    def total_lasting_usd(self) -> Range:
        """What stays of the rise costs over all the fiscal years, US dollars."""
        return _total(self.lasting_usd)

    @property
    def total_usd(self) -> Range:
        """Extra interest over all the fiscal years, US dollars."""
        return _total(self.extra_usd)


def _total(years: tuple[Range, ...]) -> Range:
    return Range(*(sum(values) for values in zip(*years, strict=True)))


def cost_of(
    path: YieldPath,
    portfolio_type: PortfolioType,
    snapshot: MarketSnapshot,
    parameters: ImpactParameters,
    bill_path: NDArray[np.float64] | None = None,
) -> InterestOutcome:
    """The interest that follows a path of the 10-year yield.

    The sale is taken to begin with the quarter of the curve's day. Bills do not move with it; they
    move where they are sold.

    Args:
        path: Over at least `days_to_follow`.
        portfolio_type: What is sold.
        snapshot: The market.
        parameters: The parameters.
        bill_path: Rise of the 3-month yield on the same days, decimals, shape (3, n); none when
            not given.
    """
    model = interest_model(snapshot)

    def quarterly(daily: NDArray[np.float64]) -> NDArray[np.float64]:
        by_quarter = np.zeros((3, model.quarters))
        by_quarter[:, model.curve_quarter :] = span_means(daily, TRADING_DAYS_PER_QUARTER)
        return by_quarter

    local = local_factors(portfolio_type, model.tenors, snapshot, parameters)
    shape = parameters.shape_at(model.tenors)
    permanent = quarterly(path.shift - path.temporary)[:, :, None]
    temporary = quarterly(path.temporary)[:, :, None]
    bills = np.zeros(permanent.shape[:2]) if bill_path is None else quarterly(bill_path)
    extra = extra_interest(model, bills, shape * (permanent + local * temporary))
    lasting = extra_interest(model, bills, shape * permanent)
    # Years before the sale have no extra interest to show.
    first = Quarter.containing(snapshot.curve.as_of).fiscal_year
    kept = slice(model.fiscal_years.index(first), None)
    baseline = baseline_net_interest(model)

    def by_year(values: NDArray[np.float64]) -> tuple[Range, ...]:
        return tuple(Range(*year) for year in values.T[kept].tolist())

    return InterestOutcome(
        fiscal_years=model.fiscal_years[kept],
        extra_usd=by_year(extra.total_usd),
        lasting_usd=by_year(lasting.total_usd),
        service_usd=by_year(extra.service_usd),
        baseline_usd=tuple(baseline[kept].tolist()),
        held_baseline_usd=tuple(baseline_net_interest(model, "curve_held")[kept].tolist()),
        ratios_before=interest_ratios(snapshot, model, baseline).years(kept),
        ratios_after=interest_ratios(snapshot, model, baseline + extra.total_usd[1]).years(kept),
    )


def days_to_follow(snapshot: MarketSnapshot) -> int:
    """Trading days from the sale to the end of the budget outlook."""
    model = interest_model(snapshot)
    return (model.quarters - model.curve_quarter) * TRADING_DAYS_PER_QUARTER
