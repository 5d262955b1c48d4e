"""Show the math: the steps of what others and the Federal Reserve do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.impact.reactions import allocate
from commands.common.text.citations import linked, three_settings, three_sums
from commands.common.text.names import holder_name

if TYPE_CHECKING:
    from calc import Outcome
    from calc.impact.reactions import Feedback, Purchases
    from calc.parameters import Parameter
    from calc.parameters.impact import ReactionParameters
    from commands.common.translator import Translator

_PARTS_SHOWN = 3
_ROUNDS_SHOWN = 3


def reaction_steps(outcome: Outcome, translator: Translator) -> tuple[str, ...]:
    """A paragraph for everybody who reacts, with its sources."""
    steps = []
    if outcome.feedback is not None:
        steps.append(_followers(outcome, outcome.feedback, translator))
    if outcome.purchases is not None:
        steps.append(_purchases(outcome.purchases, outcome.reactions, translator))
    if outcome.sale.pledged_usd:
        cited = _cited(outcome.reactions.published["repo_limit"], outcome.reactions, translator)
        steps.append(
            translator.gettext(
                "-# What is lent: at most {limit} to one central bank ({cited}). It lends overnight"
                " and can be renewed; it is a bridge, not a buyer.",
                limit=translator.exact_money(outcome.reactions.repo_limit_usd),
                cited=cited,
            )
        )
    return tuple(steps)


def _followers(outcome: Outcome, feedback: Feedback, translator: Translator) -> str:
    parameter = outcome.reactions.following(outcome.scenario.others)
    rounds = (translator.short_money(usd) for usd in feedback.rounds_usd[:_ROUNDS_SHOWN])
    solve_fixed_point = translator.gettext(
        "**Others follow.** They hold {held} and sell 1% of it × (rise ÷ {value} basis points)²."
        " Round by round: {rounds}, …, at rest {sold}, × {delta} for its rate risk.",
        held=translator.money(feedback.held_usd),
        value=three_settings(parameter, translator),
        rounds=translator.listed(rounds),
        sold=three_sums(feedback.sold_usd, translator),
        delta=translator.number(outcome.parameters.relative_dv01.central),
    )
    parts = allocate(feedback.sold_usd.central, outcome.sale.holder, outcome.snapshot)
    shares = translator.listed(
        translator.gettext(
            "{who} {usd}",
            who=holder_name(part.holder, translator),
            usd=translator.short_money(part.usd),
        )
        for part in parts[:_PARTS_SHOWN]
    )
    allocation = translator.gettext(
        "Shared out by size of holdings, which is no forecast: {shares}, … ({cited}).",
        shares=shares,
        cited=_cited(parameter, outcome.reactions, translator),
    )
    unsettled = ""
    if not all(feedback.settles):
        unsettled = translator.gettext(
            "At some settings each sale would bring the next without an end; there we stop."
        )
    return translator.paragraph((solve_fixed_point, unsettled, allocation))


def _purchases(purchases: Purchases, reactions: ReactionParameters, translator: Translator) -> str:
    return translator.gettext(
        "**The Fed.** The rule of March 2020: it starts on day {start} and buys evenly until the"
        " yield is back on day {undone}, then takes what is still sold. It buys {notes} in ten-year"
        " notes, which count as sales with the sign turned. It buys faster than others sell; strain"
        " ends on day {start} ({cited}). The interest it pays on the new money is not in step 5.",
        start=translator.fixed(purchases.start_day, 0),
        undone=translator.fixed(purchases.undone_day, 0),
        notes=three_sums(purchases.ten_year_equivalents_usd, translator),
        cited=_cited(reactions.published["fed_days"], reactions, translator),
    )


def _cited(parameter: Parameter, reactions: ReactionParameters, translator: Translator) -> str:
    """The first reference of a parameter, for lack of space."""
    return linked((reactions.references[parameter.references[0]],), translator)
