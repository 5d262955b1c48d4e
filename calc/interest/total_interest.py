"""Interest on new debt at two rates, and on the whole federal debt at one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.errors import CalcError
from calc.interest.cost import InterestRatios, interest_ratios
from calc.interest.model import InterestModel, extra_interest, held_net_interest, interest_model
from calc.interest.roll import QUARTERS_A_YEAR
from calc.market import Standing
from calc.market.snapshot import Quarter
from calc.ranges import Range

if TYPE_CHECKING:
    from calc.market import BudgetYear, MarketSnapshot
    from calc.ranges import FloatArray

_HORIZONS = (5, 10)
_NOTES = 2.0, 10.0


@dataclass(frozen=True, slots=True)
class IssueOutcome:
    """What new debt costs a year, US dollars.

    Args:
        due_share: Part of the marketable debt that comes due within twelve months.
        repriced: Years from today, and the part of today's debt that by then pays the new rate.
        budget: The budget year that has just ended or is about to.
    """

    issue_usd: float
    from_rate: float
    to_rate: float
    due_share: float
    repriced: tuple[tuple[int, float], ...]
    budget: BudgetYear

    @property
    def before_usd(self) -> float:
        """Interest a year at the first rate."""
        return self.issue_usd * self.from_rate

    @property
    def after_usd(self) -> float:
        """Interest a year at the second rate."""
        return self.issue_usd * self.to_rate

    @property
    def extra_usd(self) -> float:
        """What the second rate costs more."""
        return self.after_usd - self.before_usd

    @property
    def extra_share(self) -> float:
        """That against the net interest of the whole budget year."""
        return self.extra_usd / self.budget.net_interest_usd


def issue_at(
    issue_usd: float, from_rate: float, to_rate: float, snapshot: MarketSnapshot
) -> IssueOutcome:
    """New debt at two rates.

    Raises:
        CalcError: ``amount.not_positive``.
    """
    if not issue_usd > 0:
        raise CalcError("amount.not_positive", amount_usd=issue_usd)
    model = interest_model(snapshot)
    return IssueOutcome(
        issue_usd=issue_usd,
        from_rate=from_rate,
        to_rate=to_rate,
        due_share=snapshot.facts["due_within_12_months"].value,
        repriced=tuple((years, repriced_within(model, years)) for years in _HORIZONS),
        budget=budget_year_now(snapshot),
    )


def budget_year_now(snapshot: MarketSnapshot) -> BudgetYear:
    """The last budget year that is over on the curve's day."""
    return snapshot.budget_year(Quarter.containing(snapshot.curve.as_of).fiscal_year - 1)


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
    baseline = model.published_interest_usd
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
        held_baseline_usd=tuple(held_net_interest(model)[kept].tolist()),
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


def repriced_within(model: InterestModel, years: float) -> float:
    """Share of today's debt that pays the new yield so many years after a parallel shift, 0 to 1.

    Floating-rate notes follow at once, everything else when it comes due: bills evenly up to twice
    their mean remaining life, the rest evenly within each quarter of the rolled ladder. All debt
    held by the public is taken as if it came due like the marketable part.
    """
    roll, now = model.roll, model.curve_quarter
    bills = roll.bill_share * min(1.0, years / (2 * roll.bill_average_maturity))
    coupons = 0.0
    for book in (roll.nominal, roll.tips):
        cumulated = np.concatenate(([0.0], np.cumsum(book.due(now))))
        quarters = np.arange(len(cumulated))
        coupons += float(np.interp(years * QUARTERS_A_YEAR, quarters, cumulated))
    return roll.frn_share + bills + coupons / float(roll.stock_end[now])
