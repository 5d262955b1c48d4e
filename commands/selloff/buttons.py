"""Component state of ``/selloff``: the scenario."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.custom_id import build_custom_id
from commands.common.sale.fields import write_scenario

if TYPE_CHECKING:
    from calc import Scenario

NAME = "selloff"


def scenario_id(action: str, scenario: Scenario) -> str:
    """The id of a button that does something with a scenario."""
    return build_custom_id(NAME, action, *write_scenario(scenario))
