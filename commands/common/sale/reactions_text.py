"""Text for what others and the Federal Reserve do about a sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Fed, PortfolioType
from commands.common.sale.reactions_figures import follower_figures, pledged_text, purchase_figures

if TYPE_CHECKING:
    from calc import Outcome
    from calc.impact.reactions import Feedback, Purchases
    from commands.common.translator import Translator


def reaction_lines(outcome: Outcome, translator: Translator) -> tuple[str, ...]:
    """What the Federal Reserve and others would do; empty when nobody reacts."""
    lines: list[str] = []
    if outcome.purchases is not None and outcome.scenario.portfolio_type is PortfolioType.BILLS:
        lines.append(
            translator.gettext(
                "**The Fed** (US central bank) buys notes here. That would not help bills."
            )
        )
    elif outcome.purchases is not None:
        lines += _purchases(outcome.purchases, translator)
    if outcome.scenario.fed is Fed.REPO:
        lines += _lending(outcome, translator)
    if outcome.feedback is not None:
        sold = follower_figures(outcome.feedback, translator).sold
        lines.append(
            translator.gettext("**Others** would sell {sold} of US debt too.", sold=sold.bold)
        )
    return tuple(lines)


def reaction_cautions(outcome: Outcome, translator: Translator) -> tuple[str, ...]:
    """What is less sure about the others than their best guess; empty when nobody follows."""
    feedback = outcome.feedback
    if feedback is None:
        return ()
    figures = follower_figures(feedback, translator)
    alone = translator.gettext(
        "What others sell is our guess{range}; without them the rise would be {alone} points.",
        range=figures.sold.in_brackets,
        alone=figures.alone,
    )
    return alone, _unsettled(feedback, translator)


def _unsettled(feedback: Feedback, translator: Translator) -> str:
    if all(feedback.settles):
        return ""
    if any(feedback.settles):
        return translator.gettext(
            "At the high end of the range each sale would bring the next, without an end."
        )
    return translator.gettext("Each sale would bring the next, without an end.")


def _purchases(purchases: Purchases, translator: Translator) -> tuple[str, ...]:
    figures = purchase_figures(purchases, translator)
    if not purchases.is_enough[1]:
        never = translator.gettext(
            "Not even buying all the market would let **the Fed** (US central bank) undo it."
        )
        return (never,)
    return (
        translator.gettext(
            "**The Fed** (US central bank) would undo it by day {day}.", day=figures.undone_day
        ),
        translator.gettext(
            "The Fed would buy {notes} of ten-year US government debt.", notes=figures.notes.bold
        ),
    )


def _lending(outcome: Outcome, translator: Translator) -> tuple[str, ...]:
    pledged, rest = pledged_text(outcome, translator), outcome.sale.to_market_usd
    if outcome.sale.pledged_usd <= 0:
        return (
            translator.gettext(
                "**The Fed** (US central bank) lends to central banks only. Most owners here are"
                " funds."
            ),
        )
    sold = translator.gettext("So no US government debt need be sold.")
    if rest > 0:
        rest_text = translator.exact_money(rest)
        sold = translator.gettext("Only {rest} of US debt would be sold.", rest=rest_text)
    return (
        translator.gettext("**The Fed** (US central bank) would lend {pledged}.", pledged=pledged),
        sold,
    )
