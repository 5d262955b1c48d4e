"""Text of ``/selloff``: what would happen, in the order a person asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.sale.reactions_text import reaction_lines
from commands.common.sale.small_print import (
    INVISIBLE,
    interest_text,
    past_case_text,
    settled_text,
)
from commands.common.sale.space_budget import SpaceBudget
from commands.common.sale.text import held_when, title
from commands.common.text.names import capitalised, holder_name

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.sale.figures import Figures


def main_text(outcome: Outcome, figures: Figures) -> str:
    """The plain answer: yield, price, interest, and something to compare it with."""
    space = SpaceBudget.of(outcome)
    lines = (
        _too_much(outcome, figures),
        f"### {title(outcome, figures)}",
        _yield(outcome, figures, space),
        _price(figures),
        interest_text(figures, space) if space.for_interest else "",
        *reaction_lines(outcome, figures.translator, space),
        past_case_text(outcome, figures) if space.for_more else "",
    )
    return "\n".join(line for line in lines if line)


def alt_text(outcome: Outcome, figures: Figures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    gettext = figures.translator.gettext
    return " ".join(
        (
            gettext(
                "{title}: the 10-year US yield would rise {about} percentage points at"
                " its peak{range}, from {before} to {after}.",
                title=title(outcome, figures),
                about=figures.rise.about,
                range=figures.rise.in_brackets,
                before=figures.yield_before,
                after=figures.yield_after.central,
            ),
            gettext(
                "The price of a {face} bond would be {about}{range}.",
                face=figures.face,
                about=figures.price.about,
                range=figures.price.in_brackets,
            ),
            gettext(
                "Extra US interest in {year}: {about}{range}.",
                year=figures.last_year,
                about=figures.interest.about,
                range=figures.interest.in_brackets,
            ),
        )
    )


def _too_much(outcome: Outcome, figures: Figures) -> str:
    sale, translator = outcome.sale, figures.translator
    if not sale.exceeds_holding:
        return ""
    holds = {
        "who": capitalised(holder_name(sale.holder, translator)),
        "holding": figures.holding,
        "when": held_when(sale.holding, translator),
        "asked": figures.asked,
    }
    if sale.is_capped:
        return translator.gettext(
            "{who} holds {holding} ({when}), so it cannot sell {asked}: this is for all of it.",
            **holds,
        )
    return translator.gettext(
        "{who} holds {holding} ({when}), so it cannot sell {asked}: this is for if it could.",
        **holds,
    )


def _yield(outcome: Outcome, figures: Figures, space: SpaceBudget) -> str:
    translator = figures.translator
    rise = translator.gettext("{number} percentage points", number=figures.rise.central)
    peak = translator.gettext(
        "The **10-year yield** would peak {rise} higher{range}.",
        rise=figures.rise.bold_as(rise),
        range=figures.rise.in_brackets,
    )
    earned = translator.gettext(
        "New buyers would earn {after} a year, now {before}.",
        after=figures.yield_after.central,
        before=figures.yield_before,
    )
    parts = (
        peak,
        _against_a_month(outcome, figures) if space.for_month else "",
        earned,
        settled_text(figures) if _settles_visibly(figures, space) else "",
    )
    return " ".join(part for part in parts if part)


def _settles_visibly(figures: Figures, space: SpaceBudget) -> bool:
    """Too little to show is worth saying only where the Federal Reserve brought it about."""
    is_shown = figures.settled.about != figures.settled.central
    return space.for_settled and (is_shown or not space.for_month)


def _price(figures: Figures) -> str:
    return figures.translator.gettext(
        "**Price** of a {face} ten-year US government bond: {price}{range}.",
        face=figures.face,
        price=figures.price.bold,
        range=figures.price.in_brackets,
    )


def _against_a_month(outcome: Outcome, figures: Figures) -> str:
    comparison, translator = outcome.comparison, figures.translator
    times = comparison.times_ordinary_month
    if comparison.is_beyond_history:
        return translator.gettext("No move in our history is that big.")
    if times < INVISIBLE:
        return translator.gettext("That is far too small to see in this market.")
    if 0.85 <= times <= 1.15:
        return translator.gettext("That is about an ordinary month's move.")
    if times < 1:
        return translator.gettext(
            "That is {share} of an ordinary month's move.", share=translator.percent(times)
        )
    return translator.gettext(
        "That is {times} times an ordinary month's move.", times=translator.number(times)
    )
