"""Numbers of ``/interest`` as text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from commands.common.figures import (
    Span,
    exact_money,
    exact_rate,
    exact_short_money,
    money_span,
    span,
)
from commands.common.locale.formats import round_significant
from commands.common.translator import ENGLISH

if TYPE_CHECKING:
    from calc import MarketSnapshot, Range
    from calc.interest.total_interest import IssueOutcome, TotalInterest
    from commands.common.translator import Translator

STORY_YEAR = 2030
"""The year the articles name for interest above a fifth of the budget."""


@dataclass(frozen=True, slots=True)
class IssueFigures:
    """Every number that an answer about new debt shows, as text.

    Args:
        issue: What is sold.
        from_rate: One rate.
        to_rate: The other.
        before: Interest a year at the first.
        after: Interest a year at the second.
        extra: The difference, without sign.
        before_short: The same three for narrow places.
        extra_share: Of the net interest of the last budget year.
        net: That net interest.
        net_year: That budget year.
        due: Part of the debt that comes due within a year.
        repriced: Part of today's debt that by then pays the new rate, by time.
        due_date: Day of the maturities.
    """

    translator: Translator
    issue: str
    from_rate: str
    to_rate: str
    before: str
    after: str
    extra: str
    before_short: str
    after_short: str
    extra_short: str
    extra_share: str
    net: str
    net_year: str
    due: str
    repriced: tuple[tuple[str, str], ...]
    due_date: str


@dataclass(frozen=True, slots=True)
class DebtFigures:
    """Every number that an answer about the whole debt shows, as text.

    Args:
        level: What all new debt pays.
        lowest_note: What new notes of two to ten years pay today at the least.
        highest_note: What they pay at the most.
        debt: The debt that is multiplied by it.
        total: All public debt; ``total_date`` says when.
        reported_total: What it has passed since, as the press reports.
        at_once: The debt at the level.
        at_once_of_revenue: Against the revenue of ``actual_year``.
        actual_year: Last budget year with final figures.
        actual_revenue: Its revenue.
        average_rate: Of all debt now.
        net: Net interest of ``net_year``.
        net_year: Last budget year that is over.
        net_of_revenue: Of its revenue.
        first_year: First budget year of the projection.
        last_year: Last budget year.
        last: Net interest in it.
        last_before: What the budget office expects for it.
        last_held: The same at today's yields.
        per_household: What it costs each US household more or less than that, without sign.
        extra: What the level adds in it, without sign.
        service: The part of it that is interest on interest, without sign.
        of_revenue_before: Of the last year's revenue, expected.
        of_revenue: Of the last year's revenue at the level.
        of_outlays_before: Of the last year's spending, expected.
        of_outlays: Of the last year's spending at the level.
        story_year: `STORY_YEAR`, or the curve's fiscal year once that is later.
        story_before: Of spending in `story_year`, expected.
        story: Of spending in `story_year` at the level.
        model_error: What the range is.
        vintage: Month of the budget office's projection.
    """

    translator: Translator
    level: str
    lowest_note: str
    highest_note: str
    debt: str
    total: str
    total_date: str
    reported_total: str
    at_once: str
    at_once_of_revenue: str
    actual_year: str
    actual_revenue: str
    average_rate: str
    net: str
    net_year: str
    net_of_revenue: str
    first_year: str
    last_year: str
    last: Span
    last_before: str
    last_held: str
    per_household: str
    extra: Span
    extra_short: Span
    service: Span
    of_revenue_before: str
    of_revenue: str
    of_outlays_before: str
    of_outlays: str
    story_year: str
    story_before: str
    story: str
    model_error: str
    vintage: str
    curve_date: str


def issue_figures(
    outcome: IssueOutcome, snapshot: MarketSnapshot, translator: Translator = ENGLISH
) -> IssueFigures:
    """The numbers of new debt as text in one language."""
    before, after, extra = outcome.before_usd, outcome.after_usd, abs(outcome.extra_usd)
    return IssueFigures(
        translator=translator,
        issue=translator.exact_money(outcome.issue_usd),
        from_rate=exact_rate(outcome.from_rate, translator),
        to_rate=exact_rate(outcome.to_rate, translator),
        before=exact_money(before, translator),
        after=exact_money(after, translator),
        extra=exact_money(extra, translator),
        before_short=exact_short_money(before, translator),
        after_short=exact_short_money(after, translator),
        extra_short=exact_short_money(extra, translator),
        extra_share=translator.percent(abs(outcome.extra_share)),
        net=translator.money(outcome.budget.net_interest_usd),
        net_year=translator.year(outcome.budget.fiscal_year),
        due=translator.percent(outcome.due_share),
        repriced=tuple(
            (translator.duration(years, "year"), translator.percent(share))
            for years, share in outcome.repriced
        ),
        due_date=translator.month(snapshot.facts["due_within_12_months"].as_of),
    )


def debt_figures(
    outcome: TotalInterest, snapshot: MarketSnapshot, translator: Translator = ENGLISH
) -> DebtFigures:
    """The numbers of the whole debt as text in one language."""
    extra, service = _sized(outcome.extra_usd[-1]), _sized(outcome.service_usd[-1])
    story_year = max(STORY_YEAR, outcome.fiscal_years[0])
    story = outcome.fiscal_years.index(story_year)
    reported = snapshot.facts["total_public_debt_reported"]
    before, after, now = outcome.ratios_before, outcome.ratios_after, outcome.ratios_now
    return DebtFigures(
        translator=translator,
        level=exact_rate(outcome.level, translator),
        lowest_note=translator.rate(outcome.lowest_note),
        highest_note=translator.rate(outcome.highest_note),
        debt=translator.exact_money(round_significant(outcome.debt_usd, 3)),
        total=translator.money(outcome.total_usd, 3),
        total_date=translator.day(snapshot.facts["total_public_debt"].as_of),
        reported_total=translator.money(reported.value),
        at_once=translator.money(outcome.at_once_usd, 3),
        at_once_of_revenue=translator.percent(outcome.at_once_of_revenue),
        actual_year=translator.year(outcome.last_actual.fiscal_year),
        actual_revenue=translator.money(outcome.last_actual.revenue_usd),
        average_rate=translator.percent(outcome.average_rate),
        net=translator.money(outcome.now.net_interest_usd),
        net_year=translator.year(outcome.now.fiscal_year),
        net_of_revenue=translator.percent(float(now.of_revenue[0])),
        first_year=translator.year(outcome.fiscal_years[0]),
        last_year=translator.year(outcome.fiscal_years[-1]),
        # Three figures: their difference is said too.
        last=span(outcome.last_year_usd, lambda usd: translator.money(usd, 3), translator),
        last_before=translator.money(outcome.baseline_usd[-1], 3),
        last_held=translator.money(outcome.held_baseline_usd[-1], 3),
        per_household=_whole_dollars(
            abs(outcome.against_held_usd) / snapshot.facts["households"].value, translator
        ),
        extra=money_span(extra, translator),
        extra_short=span(extra, translator.short_money, translator),
        service=money_span(service, translator),
        of_revenue_before=translator.percent(float(before.of_revenue[-1])),
        of_revenue=translator.percent(float(after.of_revenue[-1])),
        of_outlays_before=translator.percent(float(before.of_outlays[-1])),
        of_outlays=translator.percent(float(after.of_outlays[-1])),
        story_year=translator.year(story_year),
        story_before=translator.percent(float(before.of_outlays[story])),
        story=translator.percent(float(after.of_outlays[story])),
        model_error=translator.percent(outcome.model_error),
        vintage=translator.month(date.fromisoformat(f"{snapshot.budget_vintage}-01")),
        curve_date=translator.day(snapshot.curve.as_of),
    )


def _sized(values: Range) -> Range:
    return values.map(abs)


def _whole_dollars(usd: float, translator: Translator) -> str:
    """Dollars to two figures, less than one said so."""
    if usd < 1:
        return translator.less_than(translator.dollars(1, 0))
    return translator.dollars(round_significant(usd), 0)
