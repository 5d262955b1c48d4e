"""What can be tapped under a sale: ids that hold the scenario, and menus of other scenarios."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from calc import Fed, Others, Pace, Scenario
from commands.common.answer import Button, SelectMenu, SelectOption
from commands.common.custom_id import SHOW, build_custom_id
from commands.common.figures import rounded_money
from commands.common.parsing.amounts import FLOOR_USD
from commands.common.sale.options import write_scenario
from commands.common.text.names import in_time
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from calc import Outcome
    from commands.common.translator import Translator

NAME: Final = "selloff"
OPENING: Final = Scenario("jp", 200_000_000_000)
"""The sale that stands for any other where nobody named one."""
_CALM: Final = "calm"
_SELLERS: Final = (
    (_CALM, Others.NOBODY),
    (_CALM, Others.FOLLOW),
    ("panic", Others.NOBODY),
    (_CALM, Others.DASH),
)
"""The market and the others, from the least to the most that is sold beside the sale."""

_ACTORS: Final = {
    (_CALM, Others.NOBODY): {
        Fed.OUT: N_("Nobody else acts"),
        Fed.BUYS: N_("The Fed (US central bank) buys"),
        Fed.REPO: N_("The Fed (US central bank) lends"),
    },
    ("jumpy", Others.NOBODY): {
        Fed.OUT: N_("A jumpy market"),
        Fed.BUYS: N_("A jumpy market, and the Fed buys"),
        Fed.REPO: N_("A jumpy market, and the Fed lends"),
    },
    ("panic", Others.NOBODY): {
        Fed.OUT: N_("A panic"),
        Fed.BUYS: N_("A panic, and the Fed buys"),
        Fed.REPO: N_("A panic, and the Fed lends"),
    },
    (_CALM, Others.FOLLOW): {
        Fed.OUT: N_("Others follow"),
        Fed.BUYS: N_("Others follow, and the Fed buys"),
        Fed.REPO: N_("Others follow, and the Fed lends"),
    },
    ("jumpy", Others.FOLLOW): {
        Fed.OUT: N_("A jumpy market, others follow"),
        Fed.BUYS: N_("A jumpy market, others follow, and the Fed buys"),
        Fed.REPO: N_("A jumpy market, others follow, and the Fed lends"),
    },
    ("panic", Others.FOLLOW): {
        Fed.OUT: N_("A panic, others follow the yield too"),
        Fed.BUYS: N_("A panic, others follow the yield too, and the Fed buys"),
        Fed.REPO: N_("A panic, others follow the yield too, and the Fed lends"),
    },
    (_CALM, Others.DASH): {
        Fed.OUT: N_("A dash for cash, as in March 2020"),
        Fed.BUYS: N_("A dash for cash, as in March 2020, and the Fed buys"),
        Fed.REPO: N_("A dash for cash, as in March 2020, and the Fed lends"),
    },
}
"""Who acts beside the seller, by the market and the others, then by the Fed."""


def scenario_id(action: str, scenario: Scenario) -> str:
    """The id of a button that does something with a scenario."""
    return build_custom_id(NAME, action, *write_scenario(scenario))


def opening_button(translator: Translator) -> Button:
    """A button to the answer about that sale."""
    amount = translator.exact_money(OPENING.amount_usd)
    label = translator.gettext("If Japan sold {amount}", amount=amount)
    return Button(label, scenario_id(SHOW, OPENING))


def sale_menus(outcome: Outcome, translator: Translator) -> tuple[SelectMenu, ...]:
    """Amount and pace, then who else acts; each shows what the answer is for."""
    return _size_menu(outcome, translator), _actors_menu(outcome.scenario, translator)


def _size_menu(outcome: Outcome, translator: Translator) -> SelectMenu:
    """Other amounts at this pace, then this amount at other paces."""
    shown = outcome.scenario
    amounts = [replace(shown, amount_usd=usd) for usd in _other_amounts(outcome)]
    if outcome.sale.is_capped:
        amounts.append(replace(shown, beyond_holding=True))
    amounts.append(shown)
    # A sale that stops at the holding is as large as the holding, whatever was asked.
    amounts.sort(key=lambda each: (each.beyond_holding, each.amount_usd))
    paces = [replace(shown, pace=pace) for pace in Pace if pace is not shown.pace]
    return _menu(
        translator.gettext("How much, and how fast"),
        ((_size_label(each, outcome, translator), each) for each in (*amounts, *paces)),
        shown,
    )


def _other_amounts(outcome: Outcome) -> list[int]:
    """Half, double and all that is held, US dollars; beyond the holding, up to the market.

    A usual sum beside all, which many ask about because they know no sum.
    """
    shown, sold, held = outcome.scenario, int(outcome.sale.sold_usd), int(outcome.sale.holding.usd)
    most = int(outcome.snapshot.marketable_usd if shown.beyond_holding else held)
    asked = {round(sold / 2), 2 * sold, *(() if shown.beyond_holding else (held,))}
    if sold == held:
        asked.add(OPENING.amount_usd)
    return [usd for usd in asked if FLOOR_USD <= usd <= most and usd != sold]


def _size_label(scenario: Scenario, outcome: Outcome, translator: Translator) -> str:
    held = int(outcome.sale.holding.usd)
    usd = scenario.amount_usd if scenario.beyond_holding else min(scenario.amount_usd, held)
    words = {
        "amount": rounded_money(usd, translator),
        "in_time": in_time(scenario.pace, translator),
    }
    if scenario.beyond_holding and usd > held:
        return translator.gettext("{amount}, if it had it, {in_time}", **words)
    if usd == held:
        return translator.gettext("All {amount} {in_time}", **words)
    return translator.gettext("{amount} {in_time}", **words)


def _actors_menu(shown: Scenario, translator: Translator) -> SelectMenu:
    """Who else sells, without the Fed; then those of the answer, with the Fed."""
    now = _sellers(shown)
    sellers = [*_SELLERS, *(() if now in _SELLERS else (now,))]
    options = [(regime, others, Fed.OUT) for regime, others in sellers]
    options += [(*now, fed) for fed in (Fed.BUYS, Fed.REPO)]
    return _menu(
        translator.gettext("Who else acts"),
        (
            (
                _actors_label(*option, translator),
                replace(shown, regime=option[0], others=option[1], fed=option[2]),
            )
            for option in options
        ),
        replace(shown, regime=now[0]),
    )


def _sellers(scenario: Scenario) -> tuple[str, Others]:
    """A dash for cash is its own market, whichever was named."""
    regime = _CALM if scenario.others is Others.DASH else scenario.regime
    return regime, scenario.others


def _actors_label(regime: str, others: Others, fed: Fed, translator: Translator) -> str:
    row = regime if (regime, others) in _ACTORS else "panic"
    return translator.gettext(_ACTORS[row, others][fed])


def _menu(placeholder: str, choices: Iterable[tuple[str, Scenario]], shown: Scenario) -> SelectMenu:
    """A menu of scenarios, the one on show chosen."""
    return SelectMenu(
        placeholder,
        tuple(
            SelectOption(label, scenario_id(SHOW, scenario), is_chosen=scenario == shown)
            for label, scenario in choices
        ),
    )
