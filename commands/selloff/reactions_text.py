"""The words for what others and the Federal Reserve do about a sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Fed, Others
from commands.selloff.reactions_figures import follower_figures, pledged_text, purchase_figures

if TYPE_CHECKING:
    from calc import Outcome, Scenario
    from calc.impact.fed_response import Purchases
    from calc.impact.feedback import Feedback
    from commands.common.spans import Span
    from commands.common.translator import Translator
    from commands.selloff.space_budget import Room


def with_reactions(sentence: str, outcome: Outcome, translator: Translator) -> str:
    """The question, with those who react in it."""
    scenario = outcome.scenario
    if clauses := [
        clause
        for clause in (_others_clause(scenario, translator), _fed_clause(outcome, translator))
        if clause
    ]:
        *first, last = clauses
        start = ", ".join([sentence, *first])
        return translator.gettext("{start} and {last}", start=start, last=last)
    return sentence


def _others_clause(scenario: Scenario, translator: Translator) -> str:
    match scenario.others:
        case Others.NOBODY:
            return ""
        case Others.FOLLOW:
            return translator.gettext("others followed")
        case Others.DASH:
            return translator.gettext("others dashed for cash")


def _fed_clause(outcome: Outcome, translator: Translator) -> str:
    match outcome.scenario.fed:
        case Fed.OUT:
            return ""
        case Fed.BUYS:
            return translator.gettext("the Fed bought")
        case Fed.REPO:
            return translator.gettext("the Fed lent")


def mood_clause(scenario: Scenario, translator: Translator) -> str:
    """The state of the market, inside the question; a calm one goes without saying.

    So does any where somebody reacts: the question would be too long to read.
    """
    if scenario.others is not Others.NOBODY or scenario.fed is not Fed.OUT:
        return ""
    names = {
        "jumpy": translator.gettext("in a jumpy market"),
        "panic": translator.gettext("in a panic"),
        "dash": translator.gettext("in a market short of cash"),
    }
    name = names.get(scenario.regime, "")
    return f" {name}" if name else ""


def reaction_lines(outcome: Outcome, translator: Translator, room: Room) -> tuple[str, ...]:
    """What others and the Federal Reserve would do; empty when nobody reacts."""
    lines = []
    if outcome.feedback is not None and room.for_followers:
        lines.append(_followers(outcome.feedback, translator, room))
    if outcome.purchases is not None:
        lines.append(_purchases(outcome.purchases, translator, room))
    if outcome.scenario.fed is Fed.REPO:
        lines.append(_lending(outcome, translator))
    return tuple(lines)


def left_out_line(outcome: Outcome, translator: Translator, room: Room) -> str:
    """What reacting brings that the first screen had no room for."""
    parts = []
    if outcome.feedback is not None and not room.for_followers:
        parts.append(_followers(outcome.feedback, translator, room).replace("**", ""))
    if outcome.feedback is not None and not room.for_reasons:
        parts.append(_unsettled(outcome.feedback, translator))
    if outcome.purchases is not None and not room.for_reasons:
        parts.append(_inflation(translator))
    return " ".join(part for part in parts if part)


def _followers(feedback: Feedback, translator: Translator, room: Room) -> str:
    figures = follower_figures(feedback, translator)
    sold = translator.gettext(
        "**Others** would sell {sold} too{range}.",
        sold=figures.sold.about,
        range=_range(figures.sold),
    )
    if not room.for_reasons:
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


def _purchases(purchases: Purchases, translator: Translator, room: Room) -> str:
    figures = purchase_figures(purchases, translator)
    if not purchases.is_enough[1]:
        return translator.gettext("Not even buying all the market would let **the Fed** undo it.")
    numbers = {
        "day": figures.undone_day,
        "notes": figures.notes.about,
        "range": _range(figures.notes),
    }
    if not room.for_reasons:
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


def assumptions(outcome: Outcome, translator: Translator) -> str:
    """The market, the others and the Federal Reserve as the answer takes them."""
    scenario = outcome.scenario
    regimes = {
        "calm": translator.gettext("Calm market"),
        "jumpy": translator.gettext("Jumpy market"),
        "panic": translator.gettext("Strained market"),
        "dash": translator.gettext("Strained market"),
    }
    is_dash = scenario.others is Others.DASH
    return translator.gettext(
        "{market}, {others}, {fed}.",
        market=regimes["dash" if is_dash else scenario.regime],
        others=_others_assumed(outcome, translator),
        fed=_fed_assumed(outcome, translator),
    )


def _others_assumed(outcome: Outcome, translator: Translator) -> str:
    scenario = outcome.scenario
    if scenario.others is not Others.NOBODY:
        return translator.gettext("others sell as the yield rises")
    if outcome.parameters.regimes[scenario.regime].contagion:
        return translator.gettext("others follow")
    return translator.gettext("nobody follows")


def _fed_assumed(outcome: Outcome, translator: Translator) -> str:
    if outcome.purchases is not None:
        figures = purchase_figures(outcome.purchases, translator)
        return translator.gettext(
            "the Fed (US central bank) buys from trading day {day}", day=figures.start_day
        )
    if outcome.scenario.fed is Fed.REPO:
        return translator.gettext("the Fed (US central bank) lends overnight, day after day")
    return translator.gettext("no help from the Fed (US central bank)")


def _range(span: Span) -> str:
    return f" ({span.range})" if span.range else ""
