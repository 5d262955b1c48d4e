"""Component state of ``/selloff``: the scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Scenario
from commands.common.answer import Button
from commands.common.custom_id import SHOW, build_custom_id
from commands.common.sale.fields import write_scenario

if TYPE_CHECKING:
    from commands.common.translator import Translator

NAME = "selloff"
OPENING = Scenario("jp", 200_000_000_000)
"""The sale that stands for any other where nobody named one."""


def scenario_id(action: str, scenario: Scenario) -> str:
    """The id of a button that does something with a scenario."""
    return build_custom_id(NAME, action, *write_scenario(scenario))


def opening_button(translator: Translator) -> Button:
    """A button to the answer about that sale."""
    amount = translator.exact_money(OPENING.amount_usd)
    label = translator.gettext("If Japan sold {amount}", amount=amount)
    return Button(label, scenario_id(SHOW, OPENING))
