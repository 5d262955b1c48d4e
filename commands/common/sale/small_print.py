"""The small print under a sale: what was understood, the data's dates, and what had no space."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import PortfolioType
from commands.common.sale.reactions_text import left_out_line
from commands.common.sale.space_budget import SpaceBudget
from commands.common.sale.text import assumptions, held_when, read_as
from commands.common.text.names import capitalised, episode_sentence, holder_name, mix_name

if TYPE_CHECKING:
    from calc import Outcome
    from calc.market import Holder
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator

INVISIBLE: Final = 0.05
"""A move that is too small to see, as a share of an ordinary month's."""


def small_print(outcome: Outcome, figures: Figures, corrected_from: str | None = None) -> str:
    """What was understood, the dates of the data, and what this is not."""
    translator, holder = figures.translator, outcome.sale.holder
    who = capitalised(holder_name(holder, translator))
    parts = [
        read_as(outcome, translator) if corrected_from else "",
        translator.gettext(
            "{who}, {amount} = {share} of what it holds ({when}).",
            who=who,
            amount=figures.amount,
            share=figures.share_of_holding,
            when=held_when(outcome.sale.holding, translator),
        ),
        _custody(holder, translator),
        _sold(outcome.scenario.portfolio_type, translator),
        *_left_out(outcome, figures),
        translator.gettext("Rates of {date}.", date=figures.curve_date),
        assumptions(outcome, translator),
        translator.gettext("Estimate, not advice."),
    ]
    return "-# " + " ".join(part for part in parts if part)


def _sold(portfolio_type: PortfolioType, translator: Translator) -> str:
    return (
        ""
        if portfolio_type is PortfolioType.TYPICAL
        else translator.gettext("Sold: {mix}.", mix=mix_name(portfolio_type, translator))
    )


def _left_out(outcome: Outcome, figures: Figures) -> tuple[str, ...]:
    """What the first screen had no room for, and the measure of its comparison."""
    translator, space = figures.translator, SpaceBudget.of(outcome)
    month = translator.gettext("An ordinary month: {month} points.", month=figures.ordinary_month)
    return (
        "" if space.for_settled else settled_text(figures),
        "" if space.for_interest else interest_text(figures, space).replace("**", ""),
        left_out_line(outcome, translator, space),
        month if space.for_month else "",
        _past_sale(outcome, figures) if space.for_more else "",
    )


def _custody(holder: Holder, translator: Translator) -> str:
    if not holder.is_custody_centre:
        return ""
    return translator.gettext("Much of it is kept there for owners elsewhere.")


def settled_text(figures: Figures) -> str:
    """Where the yield settles."""
    return figures.translator.gettext(
        "It would settle {settled} higher.", settled=figures.settled.about
    )


def interest_text(figures: Figures, space: SpaceBudget) -> str:
    """The extra interest, beside what is expected anyway where there is space."""
    extra = figures.translator.gettext(
        "**US interest in {year}:** {extra} more{range}",
        extra=figures.interest.bold,
        year=figures.last_year,
        range=figures.interest.in_brackets,
    )
    if not space.for_more:
        return f"{extra}."
    return figures.translator.gettext(
        "{extra} than the {before} expected.", extra=extra, before=figures.interest_before
    )


def past_case_text(outcome: Outcome, figures: Figures) -> str:
    """A dated move of about this size; empty when there is none to compare with."""
    comparison = outcome.comparison
    if comparison.is_beyond_history or comparison.times_ordinary_month < INVISIBLE:
        return ""
    return episode_sentence(comparison.episode, figures.translator)


def _past_sale(outcome: Outcome, figures: Figures) -> str:
    """Why a past sale of dollars need not have done what this sale of Treasuries would."""
    is_known_sale = outcome.comparison.episode.sold_usd is not None and figures.past_sale
    if not is_known_sale or not past_case_text(outcome, figures):
        return ""
    return figures.translator.gettext(
        "For that past sale we would say {rise} points higher. How much of it was Treasuries is"
        " not published.",
        rise=figures.past_sale,
    )
