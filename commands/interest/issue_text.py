"""Text of ``/interest`` on new debt: right for what is new, slow for what is old."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.citations import titled_link
from commands.common.text.small_print import as_lines, fitted, small_line
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.interest.total_interest import IssueOutcome
    from calc.market import MarketSnapshot
    from commands.common.translator import Translator
    from commands.interest.figures import IssueFigures

_SAME = 1.0


def main_text(outcome: IssueOutcome, figures: IssueFigures) -> str:
    """The plain answer: the bill of the new debt, and how slowly the old debt follows."""
    gettext = figures.translator.gettext
    time, share = figures.repriced[0]
    return fitted(
        f"### {title(figures)}",
        _answer(outcome, figures),
        gettext("That holds for **new** debt only. Old debt keeps its rate until it comes due."),
        gettext(
            "**{due}** of the debt comes due within a year; after {time} about {share}"
            " would pay the new rate.",
            due=figures.due,
            time=time,
            share=share,
        ),
    )


def title(figures: IssueFigures) -> str:
    """The question as understood."""
    return figures.translator.gettext(
        "{amount} of new US debt at {to_rate} instead of {from_rate}",
        amount=figures.issue,
        to_rate=figures.to_rate,
        from_rate=figures.from_rate,
    )


def small_print(assumed: str, snapshot: MarketSnapshot, translator: Translator) -> str:
    """What was assumed, the dates of the data, and what this is not."""
    gettext, due = translator.gettext, snapshot.facts["due_within_12_months"]
    return small_line(
        assumed,
        gettext("Debt coming due: {date}.", date=translator.month(due.as_of)),
        gettext("Estimate, not advice."),
    )


def alt_text(figures: IssueFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    return figures.translator.gettext(
        "Two bars: interest on {amount} of new US debt is {after} a year at {to_rate} and {before}"
        " a year at {from_rate}, a difference of {extra}.",
        amount=figures.issue,
        after=figures.after,
        to_rate=figures.to_rate,
        before=figures.before,
        from_rate=figures.from_rate,
        extra=figures.extra,
    )


def math_text(outcome: IssueOutcome, figures: IssueFigures, snapshot: MarketSnapshot) -> str:
    """The products, the roll-over and the sources."""
    translator, gettext = figures.translator, figures.translator.gettext
    repriced = translator.listed(
        gettext("about {share} after {time}", share=share, time=time)
        for time, share in figures.repriced
    )
    due = snapshot.sources[snapshot.facts["due_within_12_months"].source]
    return as_lines(
        gettext("### The math of {amount} of new debt", amount=figures.issue),
        gettext(
            "**1. New debt.** {amount} × {rate} = {interest} a year.",
            amount=figures.issue,
            rate=figures.from_rate,
            interest=figures.before,
        ),
        gettext(
            "{amount} × {rate} = {interest} a year. The difference is {extra}.",
            amount=figures.issue,
            rate=figures.to_rate,
            interest=figures.after,
            extra=figures.extra,
        ),
        gettext(
            "**2. Old debt.** Counted from the Treasury's list of what comes due when, rolled"
            " forward quarter by quarter: {due} within a year; {parts}. Floating-rate notes"
            " follow at once. New borrowing is not counted in.",
            due=figures.due,
            parts=repriced,
        ),
        gettext(
            "**3. Beside the whole bill.** {extra} ÷ {net} of net interest in fiscal {year}"
            " (it ends in September) = {share}.",
            extra=figures.extra,
            net=translator.money(outcome.budget.net_interest_usd),
            year=translator.year(outcome.budget.fiscal_year),
            share=translator.percent(abs(outcome.extra_share)),
        ),
        gettext("**Where the data come from**"),
        f"-# {titled_link(due)}",
        f"-# {titled_link(snapshot.sources[snapshot.budget_source])}",
        "-# " + gettext("Estimate, not advice."),
    )


def _answer(outcome: IssueOutcome, figures: IssueFigures) -> str:
    message = N_("It would cost **{after}** a year in interest instead of {before}: {extra} less.")
    if abs(outcome.extra_usd) < _SAME:
        message = N_("It would cost **{after}** a year either way.")
    elif outcome.extra_usd > 0:
        message = N_(
            "It would cost **{after}** a year in interest instead of {before}: {extra} more."
        )
    return figures.translator.gettext(
        message, after=figures.after, before=figures.before, extra=figures.extra
    )
