"""The sentences about a sale that several commands use: its title, its assumptions, its holder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Fed, Others, PortfolioType
from commands.common.figures import money_span, rounded_money
from commands.common.text.names import holder_name, in_time, of_what
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc import Outcome, Scenario
    from calc.impact.reactions import Purchases
    from calc.market import Holding
    from calc.sale import Sale
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator


# A dash for cash names the state of the market itself.
_TITLES = {
    (Others.NOBODY, Fed.OUT): N_("If {who} sold {amount} of {what} {in_time}"),
    (Others.NOBODY, Fed.BUYS): N_("If {who} sold {amount} of {what} {in_time} and the Fed bought"),
    (Others.NOBODY, Fed.REPO): N_("If {who} sold {amount} of {what} {in_time} and the Fed lent"),
    (Others.FOLLOW, Fed.OUT): N_("If {who} sold {amount} of {what} {in_time} and others followed"),
    (Others.FOLLOW, Fed.BUYS): N_(
        "If {who} sold {amount} of {what} {in_time}, others followed and the Fed bought"
    ),
    (Others.FOLLOW, Fed.REPO): N_(
        "If {who} sold {amount} of {what} {in_time}, others followed and the Fed lent"
    ),
    (Others.DASH, Fed.OUT): N_(
        "If {who} sold {amount} of {what} {in_time} and others dashed for cash"
    ),
    (Others.DASH, Fed.BUYS): N_(
        "If {who} sold {amount} of {what} {in_time}, others dashed for cash and the Fed bought"
    ),
    (Others.DASH, Fed.REPO): N_(
        "If {who} sold {amount} of {what} {in_time}, others dashed for cash and the Fed lent"
    ),
}
_TITLES_IN_MARKET = {
    # TRANSLATORS: {in_market} is one of: in a jumpy market, in a panic, in a market short of cash.
    (Others.NOBODY, Fed.OUT): N_("If {who} sold {amount} of {what} {in_time} {in_market}"),
    (Others.NOBODY, Fed.BUYS): N_(
        "If {who} sold {amount} of {what} {in_time} {in_market} and the Fed bought"
    ),
    (Others.NOBODY, Fed.REPO): N_(
        "If {who} sold {amount} of {what} {in_time} {in_market} and the Fed lent"
    ),
    (Others.FOLLOW, Fed.OUT): N_(
        "If {who} sold {amount} of {what} {in_time} {in_market} and others followed"
    ),
    (Others.FOLLOW, Fed.BUYS): N_(
        "If {who} sold {amount} of {what} {in_time} {in_market}, others followed and the Fed bought"
    ),
    (Others.FOLLOW, Fed.REPO): N_(
        "If {who} sold {amount} of {what} {in_time} {in_market}, others followed and the Fed lent"
    ),
}


def title(outcome: Outcome, figures: Figures) -> str:
    """The question as understood, with those who react in it."""
    scenario, translator = outcome.scenario, figures.translator
    in_market = in_market_text(scenario, translator)
    titles = _TITLES_IN_MARKET if in_market else _TITLES
    return translator.gettext(
        titles[scenario.others, scenario.fed],
        who=holder_name(outcome.sale.holder, translator),
        amount=figures.amount,
        what=of_what(scenario.portfolio_type, translator),
        in_time=in_time(scenario.pace, translator),
        in_market=in_market,
    )


def is_calm(scenario: Scenario) -> bool:
    """Whether the market is calm and nobody reacts, which goes without saying."""
    reactions = scenario.others, scenario.fed
    return scenario.regime == "calm" and reactions == (Others.NOBODY, Fed.OUT)


def in_market_text(scenario: Scenario, translator: Translator) -> str:
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


def conditions(scenario: Scenario, translator: Translator) -> list[str]:
    """The market and who reacts, in a few words each; none in calm with nobody reacting."""
    gettext = translator.gettext
    regimes = {"jumpy": gettext("jumpy market"), "panic": gettext("a panic")}
    others = {
        Others.NOBODY: "",
        Others.FOLLOW: gettext("others follow"),
        Others.DASH: gettext("a dash for cash"),
    }
    fed = {Fed.OUT: "", Fed.BUYS: gettext("the Fed buys"), Fed.REPO: gettext("the Fed lends")}
    # A dash for cash is a panic of its own.
    regime = "" if scenario.others is Others.DASH else regimes.get(scenario.regime, "")
    return [words for words in (regime, others[scenario.others], fed[scenario.fed]) if words]


def seller_text(outcome: Outcome, translator: Translator) -> str:
    """Who sells how much, in a picture: ``Japan sells $200bn``."""
    return translator.sentence(
        "{who} sells {amount}",
        who=holder_name(outcome.sale.holder, translator),
        amount=translator.brief_money(outcome.sale.sold_usd),
    )


def held_when(holding: Holding, translator: Translator) -> str:
    """The month of a holding, and whether it comes from the Treasury's own table."""
    when = translator.month(holding.month)
    if holding.standing == "official":
        return when
    return translator.gettext("{when}, press", when=when)


def read_as(outcome: Outcome, translator: Translator) -> str:
    """Whom a misspelt country was taken for."""
    # TRANSLATORS: {who} is a country that was misspelt.
    return translator.sentence("Read as {who}.", who=holder_name(outcome.sale.holder, translator))


_HOLDS_LESS = {
    True: N_("{who} holds {holding} of US debt, not {asked}: this is for all of it."),
    False: N_("{who} holds {holding} of US debt, not {asked}: suppose it had that much."),
}
_HOLDS_LESS_IN_SHORT = {
    True: N_("{who} holds {holding}, not {asked}: this is for all of it."),
    False: N_("{who} holds {holding}, not {asked}: suppose it had that much."),
}
"""By whether only what it holds is sold."""


def holds_less(outcome: Outcome, figures: Figures) -> str:
    """That it holds less than was asked; empty when it holds enough."""
    return _holds_less(
        _HOLDS_LESS, outcome.sale, figures.holding, figures.asked, figures.translator
    )


def holds_less_in_short(sale: Sale, translator: Translator) -> str:
    """The same where the title says that it is about US debt."""
    holding = rounded_money(sale.holding.usd, translator)
    asked = translator.exact_money(sale.asked_usd)
    return _holds_less(_HOLDS_LESS_IN_SHORT, sale, holding, asked, translator)


def _holds_less(
    messages: Mapping[bool, str], sale: Sale, holding: str, asked: str, translator: Translator
) -> str:
    if not sale.exceeds_holding:
        return ""
    return translator.sentence(
        messages[sale.is_capped],
        who=holder_name(sale.holder, translator),
        holding=holding,
        asked=asked,
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
        times=figures.translator.number(outcome.sale.day.share_of_dealers),
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
        # TRANSLATORS: Three clauses: Calm market, nobody follows, no help from the Fed.
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
        return translator.gettext(
            "the Fed (US central bank) buys from trading day {day}",
            day=translator.fixed(outcome.purchases.start_day, 0),
        )
    if outcome.scenario.fed is Fed.REPO:
        return translator.gettext("the Fed (US central bank) lends overnight, day after day")
    return translator.gettext("no help from the Fed (US central bank)")


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
        sold = money_span(outcome.feedback.sold_usd, translator)
        lines.append(
            translator.gettext("**Others** would sell {sold} of US debt too.", sold=sold.bold)
        )
    return tuple(lines)


def _purchases(purchases: Purchases, translator: Translator) -> tuple[str, ...]:
    if not purchases.is_enough[1]:
        never = translator.gettext(
            "Not even buying all the market would let **the Fed** (US central bank) undo it."
        )
        return (never,)
    return (
        translator.gettext(
            "**The Fed** (US central bank) would undo it by day {day}.",
            day=translator.fixed(purchases.undone_day, 0),
        ),
        translator.gettext(
            "The Fed would buy {notes} of ten-year US government debt.",
            notes=money_span(purchases.ten_year_equivalents_usd, translator).bold,
        ),
    )


def _lending(outcome: Outcome, translator: Translator) -> tuple[str, ...]:
    if outcome.sale.pledged_usd <= 0:
        return (
            translator.gettext(
                "**The Fed** (US central bank) lends to central banks only. Most owners here are"
                " funds."
            ),
        )
    sold = translator.gettext("So no US government debt need be sold.")
    if outcome.sale.to_market_usd > 0:
        rest = translator.exact_money(outcome.sale.to_market_usd)
        sold = translator.gettext("Only {rest} of US debt would be sold.", rest=rest)
    pledged = translator.exact_money(outcome.sale.pledged_usd)
    return (
        translator.gettext("**The Fed** (US central bank) would lend {pledged}.", pledged=pledged),
        sold,
    )
