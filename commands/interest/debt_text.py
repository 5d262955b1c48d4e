"""Text of ``/interest`` on the whole debt: against today's yields, in ten years, or all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.locale.sentences import paragraph
from commands.common.text.small_print import fitted, small_line
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.interest.total_interest import TotalInterest
    from commands.interest.figures import DebtFigures


def main_text(outcome: TotalInterest, figures: DebtFigures, *, is_debt_given: bool) -> str:
    """The plain answer: where the rate lies, and the bill in ten years, of a given debt at once."""
    gettext, heading = figures.translator.gettext, f"### {title(figures)}"
    if is_debt_given:
        return fitted(
            heading,
            _against_today(outcome, figures),
            gettext(
                "All {debt} at once would cost **{at_once}** a year, {share} of {year} revenue.",
                debt=figures.debt,
                at_once=figures.at_once,
                share=figures.at_once_of_revenue,
                year=figures.actual_year,
            ),
            gettext(
                "But old debt keeps its old rates: {average} on average. The budget office (CBO)"
                " projected {net} net for {now}.",
                average=figures.average_rate,
                net=figures.net,
                now=figures.net_year,
            ),
        )
    return fitted(
        heading,
        _against_today(outcome, figures),
        gettext(
            "At today's yields US interest would reach {held} in {year}, at {level} **{last}**.",
            year=figures.last_year,
            level=figures.level,
            last=figures.last.about,
            held=figures.last_held,
        ),
        _consequence(outcome, figures),
        gettext(
            "The budget office (CBO) expected {before} in {vintage}.",
            before=figures.last_before,
            vintage=figures.vintage,
        ),
    )


def title(figures: DebtFigures) -> str:
    """The question as understood."""
    return figures.translator.gettext(
        "If all new US debt paid {level} from now on", level=figures.level
    )


def small_print(figures: DebtFigures, *, is_debt_given: bool) -> str:
    """What the words mean, the dates of the data, and what this is not."""
    gettext = figures.translator.gettext
    return small_line(
        gettext("Yields of {date}.", date=figures.curve_date),
        gettext("Estimate, not advice."),
        "" if is_debt_given else gettext("Net of what the US pays its own funds."),
    )


def alt_text(outcome: TotalInterest, figures: DebtFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    gettext = figures.translator.gettext
    parts = [
        gettext(
            "With all new US debt at {level}, US interest in {year} would be {last}; at today's"
            " yields {held}; the budget office (CBO) expected {before}.",
            level=figures.level,
            year=figures.last_year,
            last=figures.last.about,
            held=figures.last_held,
            before=figures.last_before,
        ),
        gettext("One bar for each year from {first_year}.", first_year=figures.first_year),
    ]
    if outcome.snowballs and outcome.extra_usd[-1].central > 0:
        parts.append(
            gettext(
                "Interest on interest in {year}: {service}.",
                year=figures.last_year,
                service=figures.service.about,
            )
        )
    return paragraph(parts)


def _against_today(outcome: TotalInterest, figures: DebtFigures) -> str:
    """Where the rate lies against what new debt pays today."""
    gettext = figures.translator.gettext
    message = N_("**{level} is about what new US notes earn today**: {low} to {high}.")
    if outcome.level < outcome.lowest_note:
        message = N_("**{level} is less than new US notes earn today**: {low} to {high}.")
    elif outcome.level > outcome.highest_note:
        message = N_("**{level} is more than new US notes earn today**: {low} to {high}.")
    return gettext(message, level=figures.level, low=figures.lowest_note, high=figures.highest_note)


def _consequence(outcome: TotalInterest, figures: DebtFigures) -> str:
    """The difference from today's yields for one US household, where a budget could bear it."""
    gettext = figures.translator.gettext
    if outcome.ratios_after.of_revenue.max() >= 1:
        return gettext("That is more than all revenue, so budgets would change first.")
    if outcome.against_held_usd < 0:
        return gettext(
            "That is {usd} less that year for each US household.", usd=figures.per_household
        )
    return gettext("That is {usd} more that year for each US household.", usd=figures.per_household)
