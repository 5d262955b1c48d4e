"""Parameters of what governments can do, read from ``policy_options.json``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from calc.parameters.parameter import ParameterFile, ParameterSet
from calc.sourced import BASIS_POINT, BILLION, PERCENT, load_record

if TYPE_CHECKING:
    from calc.ranges import Range


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyParameters(ParameterSet):
    """What governments can do, in the units of the arithmetic.

    Args:
        buybacks_usd: Face that the Treasury buys back in a quarter.
        long_buybacks_usd: Of that, bonds with 10 to 30 years left.
        bills_for_notes: Part of its notes and bonds that it would replace by bills, decimal.
        deficit_effect: Fall of long yields (decimal) for a deficit lower by 1 percent of GDP.
    """

    buybacks_usd: float
    long_buybacks_usd: float
    bills_for_notes: float
    deficit_effect: Range


@cache
def load_policy_parameters() -> PolicyParameters:
    """The policy parameters that ship with this version, read once.

    Raises:
        pydantic.ValidationError: A parameter lacks its unit, range or reference.
    """
    file = load_record(ParameterFile, "policy_options", "parameters")
    return PolicyParameters(
        buybacks_usd=file.central("buybacks", BILLION),
        long_buybacks_usd=file.central("buybacks_long", BILLION),
        bills_for_notes=file.central("bills_for_notes", PERCENT),
        deficit_effect=file.band("deficit_effect", BASIS_POINT),
        **file.shown(),
    )
