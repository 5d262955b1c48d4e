"""Parameters of what other holders and the Federal Reserve do, read from ``reactions.json``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from calc.parameters.parameter import Parameter, ParameterFile, ParameterSet
from calc.scenario import Others
from calc.sourced import BASIS_POINT, BILLION, load_record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc.ranges import Range

_FOLLOWING = {Others.FOLLOW: "some_follow", Others.DASH: "dash_for_cash"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactionParameters(ParameterSet):
    """How others and the Federal Reserve react, in the units of the arithmetic.

    Args:
        reaction_threshold: Rise of the 10-year yield (decimal) at which others sell 1 percent of
            what they hold.
        fed_entry_day: Trading days from the start of the sale to the Fed's first purchase.
        fed_days: Trading days in which it undoes the rise.
        repo_limit_usd: What one central bank may borrow on its Treasuries.
    """

    reaction_threshold: Mapping[Others, Range]
    fed_entry_day: float
    fed_days: float
    repo_limit_usd: float

    def following(self, others: Others) -> Parameter:
        """The parameter behind ``reaction_threshold``."""
        return self.published[_FOLLOWING[others]]


@cache
def load_reaction_parameters() -> ReactionParameters:
    """The reaction parameters that ship with this version, read once.

    Raises:
        pydantic.ValidationError: A parameter lacks its unit, range or reference.
    """
    file = load_record(ParameterFile, "reactions", "parameters")
    return ReactionParameters(
        reaction_threshold={
            others: file.band(key, BASIS_POINT) for others, key in _FOLLOWING.items()
        },
        fed_entry_day=file.central("fed_entry_day"),
        fed_days=file.central("fed_days"),
        repo_limit_usd=file.central("repo_limit", BILLION),
        **file.shown(),
    )
