"""Interest on new debt at two rates, and the share of old debt that reprices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.errors import CalcError
from calc.interest import interest_model, repriced_within
from calc.market.quarters import Quarter

if TYPE_CHECKING:
    from calc.market import BudgetYear, MarketSnapshot

_HORIZONS = (5, 10)


@dataclass(frozen=True, slots=True)
class IssueOutcome:
    """What new debt costs a year, US dollars.

    Args:
        issue_usd: Sold.
        from_rate: One rate, decimal.
        to_rate: The other.
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
