"""What a sale would cost the United States: the first year and ten years, from what stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import PortfolioType

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.sale.figures import Figures


def interest_text(outcome: Outcome, figures: Figures) -> str:
    """The extra interest of the first year and over ten."""
    gettext = figures.translator.gettext
    total = outcome.interest.total_lasting_usd.central
    first = outcome.interest.first_lasting_usd.central
    numbers = {"first": figures.first_interest.bold, "ten": f"**{figures.interest.central}**"}
    if min(first, total) < 0:
        return gettext("What stays is a lower yield: the US would pay a little less interest.")
    if figures.first_interest.central == figures.interest.central:
        return gettext(
            "What stays would cost the US {ten} of interest over ten years.",
            ten=figures.interest.bold,
        )
    if outcome.scenario.portfolio_type is PortfolioType.BILLS:
        return gettext(
            "Extra US interest: {first} in the first year, {ten} over ten.",
            **numbers,
        )
    return gettext(
        "What stays would cost the US {first} of interest in the first year, {ten} over ten.",
        **numbers,
    )


def lasting_text(outcome: Outcome, figures: Figures) -> str:
    """What stays of the rise with its interest, in few words; empty where it takes more."""
    cost = figures.first_interest, figures.interest
    if (
        outcome.interest.first_lasting_usd.central < 0
        or outcome.scenario.portfolio_type is PortfolioType.BILLS
        or cost[0].central == cost[1].central
        or figures.settled.about == figures.rise.central
    ):
        return ""
    return figures.translator.sentence(
        "{points} would stay. That is {first} more US interest in the first year, {ten} over ten.",
        points=figures.settled.about,
        first=figures.first_interest.bold,
        ten=f"**{figures.interest.central}**",
    )


def household_text(outcome: Outcome, figures: Figures) -> str:
    """The same for one US household; empty where it would pay less."""
    if outcome.interest.total_lasting_usd.central < 0:
        return ""
    return figures.translator.gettext(
        "For each US household: {usd} over ten years.", usd=figures.per_household
    )
