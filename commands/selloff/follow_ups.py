"""Where a sale leads next: buttons under the math and the explanation of a sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.one_bond import BondTerms
from calc.reverse import Target, TargetKind
from commands.about.buttons import record_id, studies_id
from commands.bond.buttons import MOST_RATE, BondQuestion, bond_id
from commands.common.answer import Button
from commands.common.custom_id import SHOW
from commands.common.locale.formats import shown_rise
from commands.history.buttons import history_id
from commands.holders.buttons import holders_id
from commands.interest.buttons import DebtQuestion, debt_id
from commands.learn.buttons import term_id
from commands.rescue.buttons import rescue_id
from commands.ripple.buttons import ripple_id
from commands.target.buttons import target_id

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.translator import Translator

# A round level above today's, as people ask it.
_ROUND_YIELD = 0.06
_YEARS = 10


def buttons_after_math(outcome: Outcome, translator: Translator) -> tuple[Button, ...]:
    """What to ask after the math of a sale."""
    scenario = outcome.scenario
    target = Target(TargetKind.YIELD, _ROUND_YIELD, scenario.pace)
    interest = debt_id(SHOW, DebtQuestion(_ROUND_YIELD, None))
    buttons = (
        Button(translator.gettext("What do studies say?"), studies_id(scenario)),
        Button(translator.gettext("How good is this model?"), record_id()),
        Button(translator.gettext("What else would move?"), ripple_id(SHOW, scenario)),
        Button(translator.gettext("Who holds the debt?"), holders_id(SHOW)),
        Button(translator.gettext("When did yields jump?"), history_id(SHOW, scenario)),
        Button(translator.gettext("What would all debt cost?"), interest),
    )
    if outcome.yields.before >= _ROUND_YIELD:
        return buttons
    reach = translator.gettext("What would it take to reach 6%?")
    return (*buttons, Button(reach, target_id(SHOW, target)))


def buttons_after_explanation(outcome: Outcome, translator: Translator) -> tuple[Button, ...]:
    """The seesaw to try out, its words, and what could be done about the rise."""
    after = round(outcome.yields.before, 4) + shown_rise(outcome.yields.peak.central)
    terms = BondTerms(round(outcome.yields.before, 4), _YEARS, outcome.price.face)
    note = BondQuestion(terms, "yield", min(after, MOST_RATE))
    return (
        Button(translator.gettext("Try the seesaw"), bond_id(SHOW, note)),
        Button(translator.gettext("What is a yield?"), term_id(SHOW, "yield")),
        Button(translator.gettext("What is rollover?"), term_id(SHOW, "rollover")),
        Button(translator.gettext("Ways out"), rescue_id(SHOW, outcome.scenario)),
    )
