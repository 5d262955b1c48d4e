"""Text for what others and the Federal Reserve do about a sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Fed
from commands.common.sale.reactions_figures import follower_figures, pledged_text, purchase_figures

if TYPE_CHECKING:
    from calc import Outcome
    from calc.impact.fed_response import Purchases
    from calc.impact.feedback import Feedback
    from commands.common.sale.space_budget import SpaceBudget
    from commands.common.translator import Translator


def reaction_lines(outcome: Outcome, translator: Translator, space: SpaceBudget) -> tuple[str, ...]:
    """What others and the Federal Reserve would do; empty when nobody reacts."""
    lines = []
    if outcome.feedback is not None and space.for_followers:
        lines.append(_followers(outcome.feedback, translator, space))
    if outcome.purchases is not None:
        lines.append(_purchases(outcome.purchases, translator, space))
    if outcome.scenario.fed is Fed.REPO:
        lines.append(_lending(outcome, translator))
    return tuple(lines)


def left_out_line(outcome: Outcome, translator: Translator, space: SpaceBudget) -> str:
    """What reacting brings that the first screen had no room for."""
    parts = []
    if outcome.feedback is not None and not space.for_followers:
        parts.append(_followers(outcome.feedback, translator, space).replace("**", ""))
    if outcome.feedback is not None and not space.for_reasons:
        parts.append(_unsettled(outcome.feedback, translator))
    if outcome.purchases is not None and not space.for_reasons:
        parts.append(_inflation(translator))
    return " ".join(part for part in parts if part)


def _followers(feedback: Feedback, translator: Translator, space: SpaceBudget) -> str:
    figures = follower_figures(feedback, translator)
    sold = translator.gettext(
        "**Others** would sell {sold} too{range}.",
        sold=figures.sold.about,
        range=figures.sold.in_brackets,
    )
    if not space.for_reasons:
        return sold
    if not all(feedback.settles):
        return f"{sold} {_unsettled(feedback, translator)}"
    alone = translator.gettext(
        "Without them the peak would be {alone} points.", alone=figures.alone
    )
    return f"{sold} {alone}"


def _unsettled(feedback: Feedback, translator: Translator) -> str:
    if all(feedback.settles):
        return ""
    if any(feedback.settles):
        return translator.gettext("At one end it would not come to rest.")
    return translator.gettext("It would not come to rest: each sale brings the next.")


def _purchases(purchases: Purchases, translator: Translator, space: SpaceBudget) -> str:
    figures = purchase_figures(purchases, translator)
    if not purchases.is_enough[1]:
        return translator.gettext("Not even buying all the market would let **the Fed** undo it.")
    numbers = {
        "day": figures.undone_day,
        "notes": figures.notes.about,
        "range": figures.notes.in_brackets,
    }
    if not space.for_reasons:
        return translator.gettext(
            "By day {day} **the Fed** would undo it. It would buy {notes} of notes{range}.",
            **numbers,
        )
    bought = translator.gettext(
        "By day {day} **the Fed** would undo it, buying {notes} of ten-year notes{range}.",
        **numbers,
    )
    return f"{bought} {_inflation(translator)}"


def _inflation(translator: Translator) -> str:
    return translator.gettext("Such new money can feed inflation.")


def _lending(outcome: Outcome, translator: Translator) -> str:
    pledged, rest = pledged_text(outcome, translator), outcome.sale.to_market_usd
    if rest <= 0:
        return translator.gettext(
            "**The Fed** would lend {pledged} on its Treasuries, so that none need be sold.",
            pledged=pledged,
        )
    return translator.gettext(
        "**The Fed** would lend {pledged} on its Treasuries; only the other {rest} would be sold.",
        pledged=pledged,
        rest=translator.exact_money(rest),
    )
