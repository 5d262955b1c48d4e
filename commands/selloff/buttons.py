"""What a button of ``/selloff`` carries: the scenario."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calc import Fed, Others, Pace, PortfolioType, Scenario
from commands.common.custom_id import StaleButtonError, build_custom_id

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

NAME = "selloff"
_NO_REACTION = (Others.NOBODY.value, Fed.OUT.value)
_DOLLARS = re.compile(r"[1-9][0-9]{0,14}")


def scenario_id(action: str, scenario: Scenario) -> str:
    """The id of a button that does something with a scenario."""
    return build_custom_id(NAME, action, *write_scenario(scenario))


def write_scenario(scenario: Scenario) -> tuple[str, ...]:
    """The fields that hold a scenario; who reacts is left out when nobody does."""
    reach = "any" if scenario.beyond_holding else "held"
    reaction = (scenario.others.value, scenario.fed.value)
    return (
        scenario.holder,
        str(scenario.amount_usd),
        scenario.pace.value,
        reach,
        scenario.regime,
        scenario.portfolio_type.value,
        *(() if reaction == _NO_REACTION else reaction),
    )


def read_scenario(
    fields: Sequence[str], *, holders: Collection[str], regimes: Collection[str]
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
        holder, dollars, pace, reach, regime, portfolio_type, *reaction = fields
        others, fed = reaction or _NO_REACTION
        known = holder in holders and reach in {"any", "held"} and regime in regimes
        if not known or _DOLLARS.fullmatch(dollars) is None:
            raise StaleButtonError
        return Scenario(
            holder,
            int(dollars),
            Pace(pace),
            reach == "any",
            regime,
            PortfolioType(portfolio_type),
            Others(others),
            Fed(fed),
        )
    except ValueError as error:
        raise StaleButtonError from error
