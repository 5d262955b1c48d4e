"""The small print under a sale: what was understood, the data's dates, and what had no space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Fed, Others, PortfolioType
from commands.common.sale.interest_text import interest_text
from commands.common.sale.reactions_text import left_out_line
from commands.common.sale.space_budget import SpaceBudget
from commands.common.sale.text import assumptions, held_when, read_as
from commands.common.text.names import capitalised, holder_name, mix_name

if TYPE_CHECKING:
    from calc import Outcome
    from calc.market import Holder
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator


def small_print(outcome: Outcome, figures: Figures, corrected_from: str | None = None) -> str:
    """What was understood, the dates of the data, and what this is not."""
    translator, holder = figures.translator, outcome.sale.holder
    space = SpaceBudget.of(outcome)
    parts = [
        read_as(outcome, translator) if corrected_from else "",
        translator.gettext(
            "{who}: {share} of its {holding} ({when}).",
            who=capitalised(holder_name(holder, translator)),
            share=figures.share_of_holding,
            holding=translator.money(outcome.sale.holding.usd, 3),
            when=held_when(outcome.sale.holding, translator),
        ),
        _custody(holder, translator),
        _sold(outcome.scenario.portfolio_type, translator),
        "" if space.for_interest else interest_text(outcome, figures).replace("**", ""),
        left_out_line(outcome, translator, space),
        translator.gettext("Yields, what buyers earn a year: {date}.", date=figures.curve_date),
        "" if _goes_without_saying(outcome) else assumptions(outcome, translator),
        translator.gettext("Estimate, not advice."),
    ]
    return "-# " + " ".join(part for part in parts if part)


def _goes_without_saying(outcome: Outcome) -> bool:
    """A calm market in which nobody reacts."""
    scenario = outcome.scenario
    return (
        scenario.regime == "calm"
        and not outcome.sale.day.is_strained
        and scenario.others is Others.NOBODY
        and scenario.fed is Fed.OUT
    )


def _sold(portfolio_type: PortfolioType, translator: Translator) -> str:
    match portfolio_type:
        case PortfolioType.TYPICAL:
            return ""
        case PortfolioType.BONDS:
            return translator.gettext(
                "Sold: {mix}, counted at face value; most trade well below it.",
                mix=mix_name(portfolio_type, translator),
            )
        case _:
            return translator.gettext("Sold: {mix}.", mix=mix_name(portfolio_type, translator))


def _custody(holder: Holder, translator: Translator) -> str:
    if not holder.is_custody_centre:
        return ""
    return translator.gettext("Much of it is kept there for owners elsewhere.")
