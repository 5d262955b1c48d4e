"""The words for what others and the Federal Reserve do about a sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Fed, Others
from commands.figures_reactions import follower_figures, pledged_text, purchase_figures

if TYPE_CHECKING:
    from calc import Outcome, Scenario
    from calc.followers import Followers
    from calc.responses import Purchases
    from commands.figures import Span
    from commands.tongue import Tongue


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
            return tongue.say("the Fed lent {pledged}", pledged=pledged_text(outcome, tongue))


def mood_clause(scenario: Scenario, tongue: Tongue) -> str:
    """The state of the market, inside the question; a calm one goes without saying."""
    names = {
        "jumpy": tongue.say("in a jumpy market"),
        "panic": tongue.say("in a panic"),
        "dash": tongue.say("in a market short of cash"),
    }
    name = names.get(scenario.mood, "")
    return f" {name}" if name else ""


def reaction_lines(outcome: Outcome, tongue: Tongue) -> tuple[str, ...]:
    """What others and the Federal Reserve would do; empty when nobody reacts."""
    lines = []
    if outcome.followers is not None:
        lines.append(_followers(outcome.followers, tongue, is_only=outcome.purchases is None))
    if outcome.purchases is not None:
        lines.append(_purchases(outcome.purchases, tongue))
    if outcome.scenario.fed is Fed.REPO:
        lines.append(_lending(outcome, tongue))
    return tuple(lines)


def _followers(followers: Followers, tongue: Tongue, *, is_only: bool) -> str:
    figures = follower_figures(followers, tongue)
    sold = tongue.say(
        "**Others** would sell {sold} too{range}.",
        sold=figures.sold.about,
        range=_range(figures.sold),
    )
    if not all(followers.settles):
        return f"{sold} {_unsettled(followers, tongue)}"
    if not is_only:
        return sold
    alone = tongue.say("Without them the peak would be {alone} points.", alone=figures.alone)
    return f"{sold} {alone}"


def _unsettled(followers: Followers, tongue: Tongue) -> str:
    if any(followers.settles):
        return tongue.say("At one end it would not come to rest.")
    return tongue.say("It would not come to rest: each sale brings the next.")


def _purchases(purchases: Purchases, tongue: Tongue) -> str:
    figures = purchase_figures(purchases, tongue)
    if not purchases.is_enough[1]:
        return tongue.say("Not even buying all the market would let **the Fed** undo it.")
    bought = tongue.say(
        "By day {day} **the Fed** would undo it, buying {notes} of ten-year notes{range}.",
        day=figures.undone_day,
        notes=figures.notes.about,
        range=_range(figures.notes),
    )
    return f"{bought} {tongue.say('Such new money can feed inflation.')}"


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
        return tongue.say("the Fed buys from trading day {day}", day=figures.start_day)
    if outcome.scenario.fed is Fed.REPO:
        return tongue.say("the Fed lends overnight, day after day")
    return tongue.say("no help from the Fed")


def _range(span: Span) -> str:
    return f" ({span.range})" if span.range else ""
