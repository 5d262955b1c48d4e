"""Component state of ``/rescue``: the sale, as a button of ``/selloff`` does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calc import Fed
from commands.common.custom_id import build_custom_id
from commands.common.sale.options import write_scenario

if TYPE_CHECKING:
    from calc import Scenario

NAME = "rescue"


def rescue_id(action: str, scenario: Scenario) -> str:
    """The id of a button that does something about a sale; the Fed is one of the ways out."""
    return build_custom_id(NAME, action, *write_scenario(replace(scenario, fed=Fed.OUT)))
