"""A sale as fields of a custom id."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from calc import Fed, Others, Pace, PortfolioType, Scenario
from calc.parameters import load_impact_parameters
from commands.common.custom_id import StaleButtonError
from commands.common.parsing.amounts import FLOOR_USD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import MarketSnapshot
    from commands.common.command import Request

_NO_REACTION = (Others.NOBODY.value, Fed.OUT.value)
_DOLLARS = re.compile(r"[1-9][0-9]{0,14}")


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


def read_scenario(request: Request, fields: Sequence[str]) -> Scenario:
    """The scenario in fields that `write_scenario` made.

    Raises:
        StaleButtonError: Something in it is not known (any more) or out of bounds.
    """
    try:
        holder, dollars, pace, reach, regime, portfolio_type, *reaction = fields
        others, fed = reaction or _NO_REACTION
        if reach not in {"any", "held"} or regime not in load_impact_parameters().regimes:
            raise StaleButtonError
        return Scenario(
            read_holder_field(holder, request),
            read_sum_field(dollars, request.snapshot),
            Pace(pace),
            reach == "any",
            regime,
            PortfolioType(portfolio_type),
            Others(others),
            Fed(fed),
        )
    except ValueError as error:
        raise StaleButtonError from error


def read_holder_field(text: str, request: Request) -> str:
    """The key of a known holder.

    Raises:
        StaleButtonError: It is not known (any more).
    """
    if text not in request.snapshot.holders:
        raise StaleButtonError
    return text


def read_sum_field(text: str, snapshot: MarketSnapshot) -> int:
    """An amount that can be sold, US dollars.

    Raises:
        StaleButtonError: It is no whole number, too small to see, or more than the market.
    """
    if _DOLLARS.fullmatch(text) is None or not FLOOR_USD <= int(text) <= snapshot.marketable_usd:
        raise StaleButtonError
    return int(text)
