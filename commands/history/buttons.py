"""Component state of ``/history``: a scenario to place, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.custom_id import build_custom_id
from commands.common.sale.options import read_scenario, write_scenario

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import Scenario
    from commands.common.command import Request

NAME = "history"
_NOTHING = "all"


def history_id(action: str, scenario: Scenario | None = None) -> str:
    """The id of a button that shows the dated moves, with a scenario among them or without."""
    fields = (_NOTHING,) if scenario is None else write_scenario(scenario)
    return build_custom_id(NAME, action, *fields)


def read_placed(request: Request, fields: Sequence[str]) -> Scenario | None:
    """The scenario in the fields; None for the dated moves alone.

    Raises:
        StaleButtonError: Something in it is not known (any more).
    """
    if list(fields) == [_NOTHING]:
        return None
    return read_scenario(request, fields)
