"""Text of ``/selloff``: what would happen, in the order a person asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import PortfolioType
from commands.common.sale.interest_text import interest_text
from commands.common.sale.reactions_text import reaction_lines
from commands.common.sale.space_budget import SpaceBudget
from commands.common.sale.text import halt_text, held_when, title
from commands.common.text.names import capitalised, holder_name

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.sale.figures import Figures


def main_text(outcome: Outcome, figures: Figures) -> str:
    """The plain answer: yield, price and interest."""
    space = SpaceBudget.of(outcome)
    lines = (
        _too_much(outcome, figures),
        f"### {title(outcome, figures)}",
        halt_text(outcome, figures),
        _yield(outcome, figures),
        _price(figures) if space.for_price else "",
        interest_text(outcome, figures) if space.for_interest else "",
        *reaction_lines(outcome, figures.translator, space),
    )
    return "\n".join(line for line in lines if line)


def alt_text(outcome: Outcome, figures: Figures) -> str:
    """The picture for those who do not see it: the same numbers in the same order."""
    gettext = figures.translator.gettext
    price = gettext(
        "{title}: the price of a {face} bond would be {about}{range}.",
        title=title(outcome, figures),
        face=figures.face,
        about=figures.price.about,
        range=figures.price.in_brackets,
    )
    if _is_bills(outcome):
        rise = gettext(
            "The 3-month yield would go from {before} to {after}; the 10-year yield would rise"
            " {points} points.",
            before=figures.bill_before,
            after=figures.bill_after,
            points=figures.rise.about,
        )
    else:
        rise = gettext(
            "The 10-year yield would go from {before} to {after}{range}, up {points} points.",
            before=figures.yield_before,
            after=figures.yield_after.central,
            range=figures.yield_after.in_brackets,
            points=figures.rise.central,
        )
    cost = gettext(
        "Extra US interest over ten years: {about}{range}.",
        about=figures.interest.about,
        range=figures.interest.in_brackets,
    )
    return f"{price} {rise} {cost}"


def _is_bills(outcome: Outcome) -> bool:
    return outcome.scenario.portfolio_type is PortfolioType.BILLS


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
            "{who} holds {holding} ({when}), not {asked}: this is for all of it.", **holds
        )
    return translator.gettext(
        "{who} holds {holding} ({when}), not {asked}: this is for if it could.", **holds
    )


def _yield(outcome: Outcome, figures: Figures) -> str:
    gettext = figures.translator.gettext
    if _is_bills(outcome):
        rise = gettext("{number} points", number=figures.bill_rise.central)
        return gettext(
            "The **3-month yield** would be pushed up {rise}{range}, the 10-year yield {ten}.",
            rise=figures.bill_rise.bold_as(rise),
            range=figures.bill_rise.in_brackets,
            ten=figures.rise.about,
        )
    rise = gettext("{number} points", number=figures.rise.central)
    return gettext(
        "The **10-year yield** would be pushed up {rise}{range}. Of that, {stays} would stay.",
        rise=figures.rise.bold_as(rise),
        range=figures.rise.in_brackets,
        stays=figures.settled.about,
    )


def _price(figures: Figures) -> str:
    numbers = {"face": figures.face, "price": figures.price.bold}
    if figures.price.about == figures.price.central:
        # "less than 1 cent below $100" is no price to dip to.
        return figures.translator.gettext(
            "A {face} ten-year US government bond would trade {price}.", **numbers
        )
    return figures.translator.gettext(
        "A {face} ten-year US government bond would dip to {price}.", **numbers
    )
