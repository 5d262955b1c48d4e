"""The dials of what governments can do, read from ``rescue.json``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from calc.parameters.parameter import Parameter, ParameterFile, Reference
from calc.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Mapping

_BASIS_POINT, _PERCENT, _BILLION = 1e-4, 1e-2, 1e9


@dataclass(frozen=True, slots=True)
class RescueParameters:
    """What governments can do, in the units of the arithmetic.

    Args:
        buybacks_usd: Face that the Treasury buys back in a quarter.
        bills_for_notes: Part of its notes and bonds that it would replace by bills, decimal.
        deficit_effect: Fall of long yields (decimal) for a deficit lower by 1 percent of GDP.
        dials: The same dials as published, for showing.
        references: By key.
    """

    buybacks_usd: float
    bills_for_notes: float
    deficit_effect: Range
    published: Mapping[str, Parameter]
    references: Mapping[str, Reference]


@cache
def load_rescue_parameters() -> RescueParameters:
    """The dials that ship with this version, read once.

    Raises:
        pydantic.ValidationError: A dial lacks its unit, range or reference.
    """
    path = resources.files("calc") / "parameters" / "rescue.json"
    file = ParameterFile.model_validate_json(path.read_bytes())
    published = {parameter.key: parameter for parameter in file.parameters}
    deficit = published["deficit_effect"]
    return RescueParameters(
        buybacks_usd=published["buybacks"].central * _BILLION,
        bills_for_notes=published["bills_for_notes"].central * _PERCENT,
        deficit_effect=Range(deficit.low, deficit.central, deficit.high).times(_BASIS_POINT),
        published=published,
        references={reference.key: reference for reference in file.references},
    )
