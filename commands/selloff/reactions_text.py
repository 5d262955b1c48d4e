"""The words for what others and the Federal Reserve do about a sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Fed, Others
from commands.selloff.reactions_figures import follower_figures, pledged_text, purchase_figures

if TYPE_CHECKING:
    from calc import Outcome, Scenario
    from calc.impact.fed_response import Purchases
    from calc.impact.feedback import Followers
    from commands.common.spans import Span
    from commands.common.translator import Tongue
    from commands.selloff.space_budget import Room


def with_reactions(sentence: str, outcome: Outcome, tongue: Tongue) -> str:
    """The question, with those who react in it."""
    scenario = outcome.scenario
    if clauses := [
        clause
        for clause in (_others_clause(scenario, tongue), _fed_clause(outcome, tongue))
        if clause
    ]:
        *first, last = clauses
        start = ", ".join([sentence, *first])
        return tongue.say("{start} and {last}", start=start, last=last)
    return sentence


def _others_clause(scenario: Scenario, tongue: Tongue) -> str:
    match scenario.others:
        case Others.NOBODY:
            return ""
        case Others.FOLLOW:
            return tongue.say("others followed")
        case Others.DASH:
            return tongue.say("others dashed for cash")


def _fed_clause(outcome: Outcome, tongue: Tongue) -> str:
    match outcome.scenario.fed:
        case Fed.OUT:
            return ""
        case Fed.BUYS:
            return tongue.say("the Fed bought")
        case Fed.REPO:
            return tongue.say("the Fed lent")


def mood_clause(scenario: Scenario, tongue: Tongue) -> str:
    """The state of the market, inside the question; a calm one goes without saying.

    So does any where somebody reacts: the question would be too long to read.
    """
    if scenario.others is not Others.NOBODY or scenario.fed is not Fed.OUT:
        return ""
    names = {
        "jumpy": tongue.say("in a jumpy market"),
        "panic": tongue.say("in a panic"),
        "dash": tongue.say("in a market short of cash"),
    }
    name = names.get(scenario.mood, "")
    return f" {name}" if name else ""


def reaction_lines(outcome: Outcome, tongue: Tongue, room: Room) -> tuple[str, ...]:
    """What others and the Federal Reserve would do; empty when nobody reacts."""
    lines = []
    if outcome.followers is not None and room.for_followers:
        lines.append(_followers(outcome.followers, tongue, room))
    if outcome.purchases is not None:
        lines.append(_purchases(outcome.purchases, tongue, room))
    if outcome.scenario.fed is Fed.REPO:
        lines.append(_lending(outcome, tongue))
    return tuple(lines)


def left_out_line(outcome: Outcome, tongue: Tongue, room: Room) -> str:
    """What reacting brings that the first screen had no room for."""
    parts = []
    if outcome.followers is not None and not room.for_followers:
        parts.append(_followers(outcome.followers, tongue, room).replace("**", ""))
    if outcome.followers is not None and not room.for_reasons:
        parts.append(_unsettled(outcome.followers, tongue))
    if outcome.purchases is not None and not room.for_reasons:
        parts.append(_inflation(tongue))
    return " ".join(part for part in parts if part)


def _followers(followers: Followers, tongue: Tongue, room: Room) -> str:
    figures = follower_figures(followers, tongue)
    sold = tongue.say(
        "**Others** would sell {sold} too{range}.",
        sold=figures.sold.about,
        range=_range(figures.sold),
    )
    if not room.for_reasons:
        return sold
    if not all(followers.settles):
        return f"{sold} {_unsettled(followers, tongue)}"
    alone = tongue.say("Without them the peak would be {alone} points.", alone=figures.alone)
    return f"{sold} {alone}"


def _unsettled(followers: Followers, tongue: Tongue) -> str:
    if all(followers.settles):
        return ""
    if any(followers.settles):
        return tongue.say("At one end it would not come to rest.")
    return tongue.say("It would not come to rest: each sale brings the next.")


def _purchases(purchases: Purchases, tongue: Tongue, room: Room) -> str:
    figures = purchase_figures(purchases, tongue)
    if not purchases.is_enough[1]:
        return tongue.say("Not even buying all the market would let **the Fed** undo it.")
    numbers = {
        "day": figures.undone_day,
        "notes": figures.notes.about,
        "range": _range(figures.notes),
    }
    if not room.for_reasons:
        return tongue.say(
            "By day {day} **the Fed** would undo it. It would buy {notes} of notes{range}.",
            **numbers,
        )
    bought = tongue.say(
        "By day {day} **the Fed** would undo it, buying {notes} of ten-year notes{range}.",
        **numbers,
    )
    return f"{bought} {_inflation(tongue)}"


def _inflation(tongue: Tongue) -> str:
    return tongue.say("Such new money can feed inflation.")


def _lending(outcome: Outcome, tongue: Tongue) -> str:
    pledged, rest = pledged_text(outcome, tongue), outcome.sale.to_market_usd
    if rest <= 0:
        return tongue.say(
            "**The Fed** would lend {pledged} on its Treasuries, so that none need be sold.",
            pledged=pledged,
        )
    return tongue.say(
        "**The Fed** would lend {pledged} on its Treasuries; only the other {rest} would be sold.",
        pledged=pledged,
        rest=tongue.given_money(rest),
    )


def assumptions(outcome: Outcome, tongue: Tongue) -> str:
    """The market, the others and the Federal Reserve as the answer takes them."""
    scenario = outcome.scenario
    moods = {
        "calm": tongue.say("Calm market"),
        "jumpy": tongue.say("Jumpy market"),
        "panic": tongue.say("Strained market"),
        "dash": tongue.say("Strained market"),
    }
    is_dash = scenario.others is Others.DASH
    return tongue.say(
        "{market}, {others}, {fed}.",
        market=moods["dash" if is_dash else scenario.mood],
        others=_others_assumed(outcome, tongue),
        fed=_fed_assumed(outcome, tongue),
    )


def _others_assumed(outcome: Outcome, tongue: Tongue) -> str:
    scenario = outcome.scenario
    if scenario.others is not Others.NOBODY:
        return tongue.say("others sell as the yield rises")
    if outcome.parameters.moods[scenario.mood].contagion:
        return tongue.say("others follow")
    return tongue.say("nobody follows")


def _fed_assumed(outcome: Outcome, tongue: Tongue) -> str:
    if outcome.purchases is not None:
        figures = purchase_figures(outcome.purchases, tongue)
        return tongue.say(
            "the Fed (US central bank) buys from trading day {day}", day=figures.start_day
        )
    if outcome.scenario.fed is Fed.REPO:
        return tongue.say("the Fed (US central bank) lends overnight, day after day")
    return tongue.say("no help from the Fed (US central bank)")


def _range(span: Span) -> str:
    return f" ({span.range})" if span.range else ""
