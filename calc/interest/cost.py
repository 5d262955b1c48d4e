"""Extra federal interest by fiscal year after a rise of yields, and its ratio to the budget.

Net interest is what the deficit counts: gross interest on all Treasury securities less the interest
credited to the government's own trust funds and earned on its other lending. The Treasury's monthly
statement also prints gross interest, which is higher; the two must not be set side by side.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.impact.impact import TRADING_DAYS_PER_QUARTER, span_means
from calc.interest.model import extra_interest, held_net_interest, interest_model
from calc.market.snapshot import Quarter
from calc.ranges import Range
from calc.sale import local_factors

if TYPE_CHECKING:
    from calc.impact.impact import YieldPath
    from calc.interest.model import InterestModel
    from calc.market.snapshot import MarketSnapshot
    from calc.parameters import ImpactParameters
    from calc.ranges import FloatArray
    from calc.scenario import PortfolioType


@dataclass(frozen=True, slots=True)
class InterestRatios:
    """Net interest as a share, decimals by fiscal year, shape (..., years)."""

    of_revenue: FloatArray
    of_outlays: FloatArray
    of_gdp: FloatArray

    def years(self, kept: slice) -> InterestRatios:
        """The same for some of the years."""
        return InterestRatios(
            self.of_revenue[..., kept], self.of_outlays[..., kept], self.of_gdp[..., kept]
        )


def interest_ratios(
    snapshot: MarketSnapshot, model: InterestModel, net_interest_usd: FloatArray
) -> InterestRatios:
    """Set net interest against the budget outlook.

    Interest above the outlook's own is added to the outlays it is measured against; revenue and GDP
    stay the outlook's.

    Args:
        snapshot: The snapshot of the model.
        model: From `interest_model`.
        net_interest_usd: By fiscal year, US dollars, shape (..., years).
    """
    rows = [snapshot.budget_year(year) for year in model.fiscal_years]
    revenue = np.array([row.revenue_usd for row in rows])
    other_outlays = np.array([row.outlays_usd - row.net_interest_usd for row in rows])
    gdp = np.array([row.gdp_usd for row in rows])
    return InterestRatios(
        of_revenue=net_interest_usd / revenue,
        of_outlays=net_interest_usd / (other_outlays + net_interest_usd),
        of_gdp=net_interest_usd / gdp,
    )


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
    bills: FloatArray,
    portfolio_type: PortfolioType,
    snapshot: MarketSnapshot,
    parameters: ImpactParameters,
) -> InterestOutcome:
    """The interest that follows a path of the 10-year yield.

    The sale is taken to begin with the quarter of the curve's day. Bills do not move with it; they
    move where they are sold.

    Args:
        path: Over at least `days_to_follow`.
        bills: Rise of the 3-month yield on the same days, decimals, shape (3, n).
        portfolio_type: What is sold.
        snapshot: The market.
        parameters: The parameters.
    """
    model = interest_model(snapshot)

    def quarterly(daily: FloatArray) -> FloatArray:
        means = np.zeros((3, model.quarters))
        means[:, model.curve_quarter :] = span_means(daily, TRADING_DAYS_PER_QUARTER)
        return means

    local = local_factors(portfolio_type, model.tenors, snapshot, parameters)
    shape = parameters.shape_at(model.tenors)
    permanent = quarterly(path.shift - path.temporary)[:, :, None]
    temporary = quarterly(path.temporary)[:, :, None]
    by_quarter = quarterly(bills)
    extra = extra_interest(model, by_quarter, shape * (permanent + local * temporary))
    lasting = extra_interest(model, by_quarter, shape * permanent)
    # Years before the sale have no extra interest to show.
    first = Quarter.containing(snapshot.curve.as_of).fiscal_year
    kept = slice(model.fiscal_years.index(first), None)
    baseline = model.published_interest_usd

    def by_year(values: FloatArray) -> tuple[Range, ...]:
        return tuple(Range(*year) for year in values.T[kept].tolist())

    return InterestOutcome(
        fiscal_years=model.fiscal_years[kept],
        extra_usd=by_year(extra.total_usd),
        lasting_usd=by_year(lasting.total_usd),
        service_usd=by_year(extra.service_usd),
        baseline_usd=tuple(baseline[kept].tolist()),
        held_baseline_usd=tuple(held_net_interest(model)[kept].tolist()),
        ratios_before=interest_ratios(snapshot, model, baseline).years(kept),
        ratios_after=interest_ratios(snapshot, model, baseline + extra.total_usd[1]).years(kept),
    )


def days_to_follow(snapshot: MarketSnapshot) -> int:
    """Trading days from the sale to the end of the budget outlook."""
    model = interest_model(snapshot)
    return (model.quarters - model.curve_quarter) * TRADING_DAYS_PER_QUARTER
