"""Numbers of ``/interest`` as text."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from commands.common.figures import exact_money, exact_rate, exact_short_money, money_span, span
from commands.common.locale.formats import round_significant

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from calc.interest.total_interest import IssueOutcome, TotalInterest
    from commands.common.translator import Translator


class IssueFigures:
    """Every number that an answer about new debt shows, as text."""

    def __init__(self, outcome: IssueOutcome, translator: Translator) -> None:
        before, after, extra = outcome.before_usd, outcome.after_usd, abs(outcome.extra_usd)
        self.translator: Final = translator
        self.issue: Final = translator.exact_money(outcome.issue_usd)
        self.from_rate: Final = exact_rate(outcome.from_rate, translator)
        self.to_rate: Final = exact_rate(outcome.to_rate, translator)
        self.before: Final = exact_money(before, translator)
        self.after: Final = exact_money(after, translator)
        self.extra: Final = exact_money(extra, translator)
        self.extra_short: Final = exact_short_money(extra, translator)
        self.due: Final = translator.percent(outcome.due_share)
        self.repriced: Final = tuple(
            (translator.duration(years, "year"), translator.percent(share))
            for years, share in outcome.repriced
        )


class DebtFigures:
    """Every number that an answer about the whole debt shows, as text."""

    def __init__(
        self, outcome: TotalInterest, snapshot: MarketSnapshot, translator: Translator
    ) -> None:
        # Both without sign, as words say more or less.
        extra, service = outcome.extra_usd[-1].map(abs), outcome.service_usd[-1].map(abs)
        self.translator: Final = translator
        self.level: Final = exact_rate(outcome.level, translator)
        self.lowest_note: Final = translator.rate(outcome.lowest_note)
        self.highest_note: Final = translator.rate(outcome.highest_note)
        self.debt: Final = translator.exact_money(round_significant(outcome.debt_usd, 3))
        self.at_once: Final = translator.money(outcome.at_once_usd, 3)
        self.at_once_of_revenue: Final = translator.percent(outcome.at_once_of_revenue)
        self.actual_year: Final = translator.year(outcome.last_actual.fiscal_year)
        self.average_rate: Final = translator.percent(outcome.average_rate)
        self.net: Final = translator.money(outcome.now.net_interest_usd)
        self.net_year: Final = translator.year(outcome.now.fiscal_year)
        self.first_year: Final = translator.year(outcome.fiscal_years[0])
        self.last_year: Final = translator.year(outcome.fiscal_years[-1])
        self.last: Final = span(
            outcome.last_year_usd, lambda usd: translator.money(usd, 3), translator
        )
        self.last_before: Final = translator.money(outcome.baseline_usd[-1], 3)
        self.last_held: Final = translator.money(outcome.held_baseline_usd[-1], 3)
        self.per_household: Final = _whole_dollars(
            abs(outcome.against_held_usd) / snapshot.facts["households"].value, translator
        )
        self.extra: Final = money_span(extra, translator)
        self.extra_short: Final = span(extra, translator.short_money, translator)
        self.service: Final = money_span(service, translator)
        self.vintage: Final = translator.month(date.fromisoformat(f"{snapshot.budget_vintage}-01"))
        self.curve_date: Final = translator.day(snapshot.curve.as_of)


def _whole_dollars(usd: float, translator: Translator) -> str:
    """Dollars to two figures, less than one said so."""
    if usd < 1:
        return translator.less_than(translator.dollars(1, 0))
    return translator.dollars(round_significant(usd), 0)
