"""The sentences about a sale that several commands use: its title, its assumptions, its holder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Fed, Others
from commands.common.sale.reactions_figures import purchase_figures
from commands.common.text.names import capitalised, holder_name, in_time, of_what
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc import Outcome, Scenario
    from calc.market import Holding
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator


# By whether the market is named, and how many react.
_TITLES = {
    (False, 0): N_("If {who} sold {amount} of {what} {in_time}"),
    (True, 0): N_("If {who} sold {amount} of {what} {in_time} {in_market}"),
    (False, 1): N_("If {who} sold {amount} of {what} {in_time} and {reaction}"),
    (True, 1): N_("If {who} sold {amount} of {what} {in_time} {in_market} and {reaction}"),
    (False, 2): N_("If {who} sold {amount} of {what} {in_time}, {reaction} and {fed}"),
    (True, 2): N_("If {who} sold {amount} of {what} {in_time} {in_market}, {reaction} and {fed}"),
}


def title(outcome: Outcome, figures: Figures) -> str:
    """The question as understood, with those who react in it."""
    scenario, translator = outcome.scenario, figures.translator
    in_market = _in_market(scenario, translator)
    reactions = _others_clause(scenario, translator), _fed_clause(outcome, translator)
    first, *second = [clause for clause in reactions if clause] or [""]
    return translator.gettext(
        _TITLES[bool(in_market), bool(first) + len(second)],
        who=holder_name(outcome.sale.holder, translator),
        amount=figures.amount,
        what=of_what(scenario.portfolio_type, translator),
        in_time=in_time(scenario.pace, translator),
        in_market=in_market,
        reaction=first,
        fed="".join(second),
    )


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


def _in_market(scenario: Scenario, translator: Translator) -> str:
    """The state of the market, inside the question; a calm one goes without saying.

    So does that of a dash for cash, which names it.
    """
    if scenario.others is Others.DASH:
        return ""
    names = {
        "jumpy": translator.gettext("in a jumpy market"),
        "panic": translator.gettext("in a panic"),
        "dash": translator.gettext("in a market short of cash"),
    }
    return names.get(scenario.regime, "")


def held_when(holding: Holding, translator: Translator) -> str:
    """The month of a holding, and whether it comes from the Treasury's own table."""
    when = translator.month(holding.month)
    if holding.standing == "official":
        return when
    return translator.gettext("{when}, press", when=when)


def read_as(outcome: Outcome, translator: Translator) -> str:
    """Whom a misspelt country was taken for."""
    return translator.gettext(
        "Read as {who}.", who=capitalised(holder_name(outcome.sale.holder, translator))
    )


def holds_less(outcome: Outcome, figures: Figures) -> str:
    """In short that it holds less than was asked; empty when it holds enough."""
    sale, translator = outcome.sale, figures.translator
    if not sale.exceeds_holding:
        return ""
    holds = {
        "who": capitalised(holder_name(sale.holder, translator)),
        "holding": figures.holding,
        "asked": figures.asked,
    }
    if sale.is_capped:
        return translator.gettext(
            "{who} holds {holding} of US debt, not {asked}: this is for all of it.", **holds
        )
    return translator.gettext(
        "{who} holds {holding} of US debt, not {asked}: this is if it had that much.", **holds
    )


def halt_text(outcome: Outcome, figures: Figures) -> str:
    """That a sale in so little time finds no price; empty where it does."""
    if not outcome.sale.day.is_halt:
        return ""
    gettext = figures.translator.gettext
    if outcome.sale.exceeds_holding:
        # What it holds is compared already.
        return gettext("**Trading would halt.** What follows is a minimum.")
    return gettext(
        "**Trading would halt:** each day's sale is {times} times what dealers hold of US debt."
        " What follows is a minimum.",
        times=figures.times_dealers,
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
    market = regimes["dash" if scenario.others is Others.DASH else scenario.regime]
    if outcome.sale.day.is_strained and scenario.regime == "calm":
        market = translator.gettext("A market strained by so fast a sale")
    return translator.gettext(
        "{market}, {others}, {fed}.",
        market=market,
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
