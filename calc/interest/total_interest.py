"""Interest on the whole federal debt at one rate: at once, and as it is refinanced."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.interest import (
    InterestModel,
    InterestRatios,
    baseline_net_interest,
    extra_interest,
    interest_model,
    interest_ratios,
)
from calc.interest.new_issue import budget_year_now
from calc.market import Standing
from calc.market.quarters import Quarter
from calc.ranges import Range

if TYPE_CHECKING:
    from calc.arrays import FloatArray
    from calc.market import BudgetYear, MarketSnapshot


_NOTES = 2.0, 10.0


@dataclass(frozen=True, slots=True)
class TotalInterest:
    """Interest on the whole debt, US dollars.

    Args:
        level: What all debt sold from the curve's quarter on pays, decimal.
        lowest_note: The lowest par yield of the snapshot's notes, two to ten years, decimal.
        highest_note: The highest of them.
        debt_usd: The debt that is multiplied by it.
        total_usd: All public debt, what the government owes its own funds included.
        average_rate: Of all interest-bearing debt, decimal.
        last_actual: The last budget year with final figures.
        now: The last budget year that is over, final or not.
        fiscal_years: Full ones after that.
        baseline_usd: Net interest that the budget office projects, by fiscal year.
        held_baseline_usd: The same if yields stayed where the snapshot's curve has them.
        extra_usd: What the level adds to ``baseline_usd``, by fiscal year.
        service_usd: The part of it that is interest on interest.
        ratios_now: Net interest of ``now``.
        ratios_before: Of the baseline, to revenue, outlays and GDP.
        ratios_after: Of the baseline and the extra interest.
        model_error: How far the mechanism's own baseline is from the budget office's at most, as a
            part of it; no measure of how sure a figure is.
    """

    level: float
    lowest_note: float
    highest_note: float
    debt_usd: float
    total_usd: float
    average_rate: float
    last_actual: BudgetYear
    now: BudgetYear
    fiscal_years: tuple[int, ...]
    baseline_usd: tuple[float, ...]
    held_baseline_usd: tuple[float, ...]
    extra_usd: tuple[Range, ...]
    service_usd: tuple[Range, ...]
    ratios_now: InterestRatios
    ratios_before: InterestRatios
    ratios_after: InterestRatios
    model_error: float

    @property
    def at_once_usd(self) -> float:
        """All of the debt at the level, as if it could be refinanced in a day."""
        return self.debt_usd * self.level

    @property
    def at_once_of_revenue(self) -> float:
        """That against the revenue of the last final year."""
        return self.at_once_usd / self.last_actual.revenue_usd

    @property
    def last_year_usd(self) -> Range:
        """Net interest in the last fiscal year."""
        return self.extra_usd[-1].map(lambda extra: self.baseline_usd[-1] + extra)

    @property
    def against_held_usd(self) -> float:
        """What the level adds in the last fiscal year to the bill at the snapshot's yields."""
        return self.last_year_usd.central - self.held_baseline_usd[-1]

    @property
    def snowballs(self) -> bool:
        """Interest on interest adds to the last year's change, instead of taking from it."""
        return self.extra_usd[-1].central * self.service_usd[-1].central > 0

    @property
    def turns_in(self) -> int | None:
        """The first fiscal year that costs less after years that cost more, or the reverse."""
        rises = self.extra_usd[0].central >= 0
        years = zip(self.fiscal_years, self.extra_usd, strict=True)
        return next((year for year, extra in years if (extra.central >= 0) != rises), None)

    def year_above(self, share_of_outlays: float) -> int | None:
        """The first fiscal year whose interest is more than this share of outlays."""
        years = zip(self.fiscal_years, self.ratios_after.of_outlays, strict=True)
        return next((year for year, share in years if share > share_of_outlays), None)


def total_interest(
    level: float, snapshot: MarketSnapshot, debt_usd: float | None = None
) -> TotalInterest:
    """Sell all debt at one rate from today's quarter on, and hold that for ten years.

    Bills, notes and bonds all pay the level: the shift of each is what the level stands above the
    budget outlook's own path of its yield. The outlook's revenue, other spending and deficits stay.

    Args:
        level: Of all new debt, decimal.
        snapshot: The market.
        debt_usd: The debt for ``at_once_usd``; all public debt when not given.
    """
    model = interest_model(snapshot)
    now = Quarter.containing(snapshot.curve.as_of)
    kept = slice(model.fiscal_years.index(now.fiscal_year), None)
    extra = extra_interest(model, *_shift_to(level, model))
    baseline = baseline_net_interest(model)
    error = float(np.abs(model.baseline_interest_usd / baseline - 1).max())
    ratios = interest_ratios(snapshot, model, baseline)
    before = model.fiscal_years.index(now.fiscal_year - 1)
    total = snapshot.facts["total_public_debt"].value
    curve = snapshot.curve
    notes = [curve.at(years) for years in curve.years if _NOTES[0] <= years <= _NOTES[1]]
    return TotalInterest(
        level=level,
        lowest_note=min(notes),
        highest_note=max(notes),
        debt_usd=total if debt_usd is None else debt_usd,
        total_usd=total,
        average_rate=snapshot.facts["average_rate"].value,
        last_actual=max(
            (row for row in snapshot.budget if row.standing is Standing.ACTUAL),
            key=lambda row: row.fiscal_year,
        ),
        now=budget_year_now(snapshot),
        fiscal_years=model.fiscal_years[kept],
        baseline_usd=tuple(baseline[kept].tolist()),
        held_baseline_usd=tuple(baseline_net_interest(model, "curve_held")[kept].tolist()),
        extra_usd=_points(extra.total_usd[0, kept]),
        service_usd=_points(extra.service_usd[0, kept]),
        ratios_now=ratios.years(slice(before, before + 1)),
        ratios_before=ratios.years(kept),
        ratios_after=interest_ratios(snapshot, model, baseline + extra.total_usd[0]).years(kept),
        model_error=error,
    )


def _shift_to(level: float, model: InterestModel) -> tuple[FloatArray, FloatArray]:
    """Shifts that bring every yield from the outlook's path to the level, from today on."""
    bill = level - model.outlook.bill[None]
    tenor = level - model.outlook.tenor[None]
    bill[:, : model.curve_quarter] = 0.0
    tenor[:, : model.curve_quarter] = 0.0
    return bill, tenor


def _points(values: FloatArray) -> tuple[Range, ...]:
    """Values that follow from the rate asked, with no range of their own."""
    return tuple(Range(value, value, value) for value in values.tolist())
