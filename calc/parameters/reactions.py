"""The dials of what others and the Federal Reserve do, read from ``reactions.json``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from calc.parameters.parameter import Parameter, ParameterFile, Reference
from calc.ranges import Range
from calc.scenario import Others

if TYPE_CHECKING:
    from collections.abc import Mapping

_BASIS_POINT = 1e-4
_BILLION = 1e9
_FOLLOWING = {Others.FOLLOW: "some_follow", Others.DASH: "dash_for_cash"}


@dataclass(frozen=True, slots=True)
class ReactionParameters:
    """How others and the Federal Reserve react, in the units of the arithmetic.

    Args:
        alarming_rise: Rise of the 10-year yield (decimal) at which others sell 1 percent of what
            they hold.
        fed_entry_day: Trading days from the start of the sale to the Fed's first purchase.
        fed_days: Trading days in which it undoes the rise.
        repo_limit_usd: What one central bank may borrow on its Treasuries.
        dials: The same dials as published, for showing.
        references: By key.
    """

    reaction_threshold: Mapping[Others, Range]
    fed_entry_day: float
    fed_days: float
    repo_limit_usd: float
    published: Mapping[str, Parameter]
    references: Mapping[str, Reference]

    def following(self, others: Others) -> Parameter:
        """The dial behind ``alarming_rise``."""
        return self.published[_FOLLOWING[others]]


@cache
def load_reaction_parameters() -> ReactionParameters:
    """The dials that ship with this version, read once.

    Raises:
        pydantic.ValidationError: A dial lacks its unit, range or reference.
    """
    path = resources.files("calc") / "parameters" / "reactions.json"
    file = ParameterFile.model_validate_json(path.read_bytes())
    published = {parameter.key: parameter for parameter in file.parameters}

    def rise(key: str) -> Range:
        parameter = published[key]
        return Range(parameter.low, parameter.central, parameter.high).times(_BASIS_POINT)

    return ReactionParameters(
        reaction_threshold={others: rise(key) for others, key in _FOLLOWING.items()},
        fed_entry_day=published["fed_entry_day"].central,
        fed_days=published["fed_days"].central,
        repo_limit_usd=published["repo_limit"].central * _BILLION,
        published=published,
        references={reference.key: reference for reference in file.references},
    )
