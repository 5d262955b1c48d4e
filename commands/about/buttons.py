"""Component state of ``/about``: the view, and the scenario that studies are asked about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.custom_id import SHOW, build_custom_id
from commands.common.sale.options import write_scenario

if TYPE_CHECKING:
    from calc import Scenario

NAME = "about"
RECORD = "record"
"""The track record: the model against what happened."""
CASES = "cases"
"""Every case of it, with sources."""
STUDIES = "studies"
"""What published studies would say about a sale."""
CITED = "cited"
"""Every study, with its source."""
MODEL = "model"
"""The model in ten lines."""
SOURCES = "sources"
"""Where the data come from."""


def about_id(action: str = SHOW) -> str:
    """The id of a button to one of the views that need nothing else."""
    return build_custom_id(NAME, action)


def record_id() -> str:
    """The id of a button that shows how good the model is."""
    return about_id(RECORD)


def studies_id(scenario: Scenario, action: str = STUDIES) -> str:
    """The id of a button that shows what studies say about a scenario."""
    return build_custom_id(NAME, action, *write_scenario(scenario))
