"""The dials of what a rise of yields passes on, read from ``ripple.json``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from calc.parameters.parameter import Parameter, ParameterFile, Reference
from calc.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Mapping

_PERCENT = 1e-2
_BILLION = 1e9


@dataclass(frozen=True, slots=True)
class RippleParameters:
    """The pass-throughs in the units of the arithmetic: decimals and US dollars.

    Args:
        mortgage: Rise of the mortgage rate per rise of the 10-year yield.
        company: The same for medium-grade company bonds.
        dollar: Relative rise of the broad dollar per rise (decimal) of the 10-year yield.
        dollar_if_status_lost: Relative fall of the dollar, positive.
        emerging_debt_usd: US dollars in local money per relative rise of the dollar.
        shares: Relative fall of share prices per rise (decimal) of the 10-year yield, positive.
        repatriation: Relative rise of a currency per share of its GDP turned into it.
        repatriation_limit: Share of GDP beyond which that is not used.
        yen_by_rates: Relative rise of the dollar in yen per rise (decimal) of the 10-year yield.
        yen_by_rates_kept: The part of that which holds for a sale by foreigners.
        dials: The same dials as published, for showing.
        references: By key.
    """

    mortgage: Range
    company: Range
    dollar: Range
    dollar_if_status_lost: float
    emerging_debt_usd: Range
    shares: Range
    repatriation: Range
    repatriation_limit: float
    yen_by_rates: Range
    yen_by_rates_kept: float
    published: Mapping[str, Parameter]
    references: Mapping[str, Reference]


@cache
def load_ripple_parameters() -> RippleParameters:
    """The pass-throughs that ship with this version, read once.

    Raises:
        pydantic.ValidationError: A dial lacks its unit, range or reference.
    """
    path = resources.files("calc") / "parameters" / "ripple.json"
    file = ParameterFile.model_validate_json(path.read_bytes())
    published = {parameter.key: parameter for parameter in file.parameters}

    # Percent per point is a ratio of hundredths and needs no factor.
    def in_units(key: str, factor: float = 1.0) -> Range:
        parameter = published[key]
        return Range(parameter.low, parameter.central, parameter.high).times(factor)

    return RippleParameters(
        mortgage=in_units("mortgage"),
        company=in_units("company"),
        dollar=in_units("dollar"),
        dollar_if_status_lost=in_units("dollar_if_status_lost", _PERCENT).central,
        emerging_debt_usd=in_units("emerging_debt", _BILLION / _PERCENT),
        shares=in_units("shares"),
        repatriation=in_units("repatriation"),
        repatriation_limit=in_units("repatriation_limit", _PERCENT).central,
        yen_by_rates=in_units("yen_by_rates"),
        yen_by_rates_kept=in_units("yen_by_rates_kept").central,
        published=published,
        references={reference.key: reference for reference in file.references},
    )
