"""Show the math: the steps of what others and the Federal Reserve do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.impact.feedback import allocate
from commands.common.text.names import holder_name
from commands.selloff.reactions_figures import follower_figures, purchase_figures

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calc import Outcome, Range
    from calc.impact.fed_response import Purchases
    from calc.impact.feedback import Followers
    from calc.parameters import Dial
    from calc.parameters.reactions import ReactionParameters
    from commands.common.translator import Tongue

_PARTS_SHOWN = 3
_ROUNDS_SHOWN = 3


def three(texts: Iterable[str]) -> str:
    """A number at the three settings, the central one in bold."""
    low, central, high = texts
    return f"{low} / **{central}** / {high}"


def short_three(values: Range, tongue: Tongue) -> str:
    """Three sums of money, or one when they are the same."""
    texts = [tongue.short_money(usd, 3) for usd in values]
    return texts[0] if len(set(texts)) == 1 else three(texts)


def reaction_steps(outcome: Outcome, tongue: Tongue) -> tuple[str, ...]:
    """A paragraph for everybody who reacts, with its sources."""
    steps = []
    if outcome.followers is not None:
        steps.append(_followers(outcome, outcome.followers, tongue))
    if outcome.purchases is not None:
        steps.append(_purchases(outcome.purchases, outcome.reactions, tongue))
    if outcome.sale.pledged_usd:
        cited = _cited(outcome.reactions.dials["repo_limit"], outcome.reactions)
        steps.append(
            tongue.say(
                "-# What is lent: at most {limit} to one central bank ({cited}). It lends overnight"
                " and can be renewed; it is a bridge, not a buyer.",
                limit=tongue.given_money(outcome.reactions.repo_limit_usd),
                cited=cited,
            )
        )
    return tuple(steps)


def _followers(outcome: Outcome, followers: Followers, tongue: Tongue) -> str:
    figures = follower_figures(followers, tongue)
    dial = outcome.reactions.following(outcome.scenario.others)
    rounds = (tongue.short_money(usd) for usd in followers.rounds_usd[:_ROUNDS_SHOWN])
    loop = tongue.say(
        "**Others follow.** They hold {held} and sell 1% of it × (rise ÷ {dial} basis points)²."
        " Round by round: {rounds}, …, at rest {sold}, × {delta} for its rate risk.",
        held=figures.held,
        dial=three(tongue.number(value) for value in (dial.low, dial.central, dial.high)),
        rounds=", ".join(rounds),
        sold=short_three(followers.sold_usd, tongue),
        delta=tongue.number(outcome.parameters.delta.central),
    )
    parts = allocate(followers.sold_usd.central, outcome.sale.holder, outcome.snapshot)
    shares = ", ".join(
        tongue.say(
            "{who} {usd}", who=holder_name(part.holder, tongue), usd=tongue.short_money(part.usd)
        )
        for part in parts[:_PARTS_SHOWN]
    )
    allocation = tongue.say(
        "Shared out by size of holdings, which is no forecast: {shares}, … ({cited}).",
        shares=shares,
        cited=_cited(dial, outcome.reactions),
    )
    unsettled = ""
    if not all(followers.settles):
        unsettled = tongue.say(" Not every setting comes to rest; there it is stopped.")
    return f"{loop}{unsettled} {allocation}"


def _purchases(purchases: Purchases, reactions: ReactionParameters, tongue: Tongue) -> str:
    figures = purchase_figures(purchases, tongue)
    return tongue.say(
        "**The Fed.** The rule of March 2020: it starts on day {start} and buys evenly until the"
        " yield is back on day {undone}, then takes what is still sold. It buys {notes} in ten-year"
        " notes, which count as sales with the sign turned. It buys faster than others sell; strain"
        " ends on day {start} ({cited}). The interest it pays on the new money is not in step 5.",
        start=figures.start_day,
        undone=figures.undone_day,
        notes=short_three(purchases.ten_year_equivalents_usd, tongue),
        cited=_cited(reactions.dials["fed_days"], reactions),
    )


def _cited(dial: Dial, reactions: ReactionParameters) -> str:
    """The first reference of a dial, for lack of room."""
    first = reactions.references[dial.references[0]]
    return f"[{first.authors} {first.year}](<{first.url}>)"
