"""What a button of ``/selloff`` carries: the scenario."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calc import Fed, Mix, Others, Pace, Scenario
from commands.common.custom_id import StaleButtonError, write_id

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

NAME = "selloff"
_NO_REACTION = (Others.NOBODY.value, Fed.OUT.value)
_DOLLARS = re.compile(r"[1-9][0-9]{0,14}")


def scenario_id(action: str, scenario: Scenario) -> str:
    """The id of a button that does something with a scenario."""
    return write_id(NAME, action, *write_scenario(scenario))


def write_scenario(scenario: Scenario) -> tuple[str, ...]:
    """The fields that hold a scenario; who reacts is left out when nobody does."""
    reach = "any" if scenario.beyond_holding else "held"
    reaction = (scenario.others.value, scenario.fed.value)
    return (
        scenario.holder,
        str(scenario.amount_usd),
        scenario.pace.value,
        reach,
        scenario.mood,
        scenario.mix.value,
        *(() if reaction == _NO_REACTION else reaction),
    )


def read_scenario(
    fields: Sequence[str], *, holders: Collection[str], moods: Collection[str]
) -> Scenario:
    """The scenario in the fields.

    Args:
        fields: As `write_scenario` made them.
        holders: Keys of the holders known now.
        moods: Keys of the market moods known now.

    Raises:
        StaleButtonError: Something in it is not known (any more).
    """
    try:
        holder, dollars, pace, reach, mood, mix, *reaction = fields
        others, fed = reaction or _NO_REACTION
        known = holder in holders and reach in {"any", "held"} and mood in moods
        if not known or _DOLLARS.fullmatch(dollars) is None:
            raise StaleButtonError
        return Scenario(
            holder,
            int(dollars),
            Pace(pace),
            reach == "any",
            mood,
            Mix(mix),
            Others(others),
            Fed(fed),
        )
    except ValueError as error:
        raise StaleButtonError from error
