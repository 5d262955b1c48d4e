"""Component state of ``/compare``: two sales in one market."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commands.common.custom_id import StaleButtonError, build_custom_id
from commands.common.sale.options import read_scenario, write_scenario

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import Fed, Others, Scenario
    from commands.common.command import Request

NAME = "compare"
_TYPICAL = "typical"
# The fields of a scenario in which two sales of one market can differ.
_OWN = 4


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sales of typical mixes; the market, the others and the Fed are the same for both."""

    first: Scenario
    second: Scenario

    def with_market(self, regime: str, others: Others, fed: Fed) -> Pair:
        """The same sales in another market."""
        return Pair(
            replace(self.first, regime=regime, others=others, fed=fed),
            replace(self.second, regime=regime, others=others, fed=fed),
        )


def pair_id(action: str, pair: Pair) -> str:
    """The id of a button that does something with a pair."""
    return build_custom_id(NAME, action, *write_pair(pair))


def write_pair(pair: Pair) -> tuple[str, ...]:
    """The fields that hold a pair; what both share is written once, for lack of room."""
    market = pair.first
    return (
        market.regime,
        market.others.value,
        market.fed.value,
        *write_scenario(pair.first)[:_OWN],
        *write_scenario(pair.second)[:_OWN],
    )


def read_pair(request: Request, fields: Sequence[str]) -> Pair:
    """The pair in fields that `write_pair` made.

    Raises:
        StaleButtonError: Something in it is not known (any more).
    """
    try:
        regime, others, fed, *sales = fields
        first, second = sales[:_OWN], sales[_OWN:]
    except ValueError as error:
        raise StaleButtonError from error
    market = (regime, _TYPICAL, others, fed)
    one, two = (read_scenario(request, [*sale, *market]) for sale in (first, second))
    return Pair(one, two)
