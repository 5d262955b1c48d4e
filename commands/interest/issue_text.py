"""The words of ``/interest`` on new debt: right for what is new, slow for what is old."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calc.interest.new_issue import IssueOutcome
    from calc.market import MarketSnapshot
    from commands.interest.figures import IssueFigures

_SAME = 1.0


def main_text(outcome: IssueOutcome, figures: IssueFigures) -> str:
    """The plain answer: the bill of the new debt, and how slowly the old debt follows."""
    say = figures.tongue.say
    (first_years, first), (last_years, last) = figures.repriced
    parts = (
        f"### {title(figures)}",
        _answer(outcome, figures),
        say(
            "That holds for **new** debt only. Old debt keeps its rate until it comes due and is"
            " borrowed anew."
        ),
        say(
            "**{due}** of the debt comes due within a year. After {years} years about {share}"
            " of it would pay the new rate, after {more_years} about {more}.",
            due=figures.due,
            years=first_years,
            share=first,
            more_years=last_years,
            more=last,
        ),
        _beside_all(outcome, figures),
    )
    return "\n".join(part for part in parts if part)


def title(figures: IssueFigures) -> str:
    """The question as understood."""
    return figures.tongue.say(
        "{amount} of new US debt at {to_rate} instead of {from_rate}",
        amount=figures.issue,
        to_rate=figures.to_rate,
        from_rate=figures.from_rate,
    )


def small_print(figures: IssueFigures, assumed: str) -> str:
    """What was assumed, the dates of the data, and what this is not."""
    say = figures.tongue.say
    parts = (
        assumed,
        say("Debt coming due: {date}.", date=figures.due_date),
        say("Net interest: budget office (CBO), fiscal {year}.", year=figures.net_year),
        say("Estimate, not advice."),
    )
    return "-# " + " ".join(part for part in parts if part)


def alt_text(figures: IssueFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    return figures.tongue.say(
        "Two bars: interest on {amount} of new US debt is {after} a year at {to_rate} and {before}"
        " a year at {from_rate}, a difference of {extra}.",
        amount=figures.issue,
        after=figures.after,
        to_rate=figures.to_rate,
        before=figures.before,
        from_rate=figures.from_rate,
        extra=figures.extra,
    )


def math_text(figures: IssueFigures, snapshot: MarketSnapshot) -> str:
    """The products, the roll-over and the sources."""
    say = figures.tongue.say
    repriced = ", ".join(
        say("about {share} after {years} years", share=share, years=years)
        for years, share in figures.repriced
    )
    due = snapshot.sources[snapshot.facts["due_within_12_months"].source]
    budget = snapshot.sources[snapshot.budget_source]
    return "\n".join(
        (
            say("### The math of {amount} of new debt", amount=figures.issue),
            say(
                "**1. New debt.** {amount} × {rate} = {interest} a year.",
                amount=figures.issue,
                rate=figures.from_rate,
                interest=figures.before,
            ),
            say(
                "{amount} × {rate} = {interest} a year. The difference is {extra}.",
                amount=figures.issue,
                rate=figures.to_rate,
                interest=figures.after,
                extra=figures.extra,
            ),
            say(
                "**2. Old debt.** Counted from the Treasury's list of what comes due when, rolled"
                " forward quarter by quarter: {due} within a year; {parts}. Floating-rate notes"
                " follow at once. New borrowing is not counted in.",
                due=figures.due,
                parts=repriced,
            ),
            say(
                "**3. Beside the whole bill.** {extra} ÷ {net} of net interest in fiscal {year}"
                " (it ends in September) = {share}.",
                extra=figures.extra,
                net=figures.net,
                year=figures.net_year,
                share=figures.extra_share,
            ),
            say("**Where the data come from**"),
            f"-# [{due.publisher}: {due.title}](<{due.url}>)",
            f"-# [{budget.publisher}: {budget.title}](<{budget.url}>)",
            "-# " + say("Estimate, not advice."),
        )
    )


def _answer(outcome: IssueOutcome, figures: IssueFigures) -> str:
    say = figures.tongue.say
    both = {"after": figures.after, "before": figures.before, "extra": figures.extra}
    if abs(outcome.extra_usd) < _SAME:
        return say("It would cost **{after}** a year either way.", after=figures.after)
    if outcome.extra_usd > 0:
        return say(
            "It would cost **{after}** a year in interest instead of {before}: {extra} more.",
            **both,
        )
    return say(
        "It would cost **{after}** a year in interest instead of {before}: {extra} less.", **both
    )


def _beside_all(outcome: IssueOutcome, figures: IssueFigures) -> str:
    if abs(outcome.extra_usd) < _SAME:
        return ""
    return figures.tongue.say(
        "The difference is {share} of the {net} a year that all US debt costs now, net.",
        share=figures.extra_share,
        net=figures.net,
    )
