"""The dials of the impact model, read from ``impact.json``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Annotated

import numpy as np
from pydantic import BaseModel, Field

from calc.parameters.parameter import Parameter, ParameterFile, ParameterTable, Reference, Supported
from calc.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray


class Pace(BaseModel):
    """How long the sale takes."""

    key: str
    trading_days: Annotated[int, Field(ge=1, le=2520)]


class MarketRegime(Supported):
    """The state of the market while somebody sells.

    Args:
        stress: Multiplies the passing part.
        contagion: What others sell for each dollar sold; negative when they buy.
    """

    key: str
    label: str
    stress: Annotated[float, Field(ge=1, le=2.5)]
    contagion: Annotated[float, Field(ge=-0.5, le=1)]


class _ImpactFile(ParameterFile):
    paces: tuple[Pace, ...]
    regimes: tuple[MarketRegime, ...]

    def _supported(self) -> tuple[Supported, ...]:
        return (*self.parameters, *self.tables, *self.regimes)


@dataclass(frozen=True, slots=True)
class ImpactParameters:
    """The dials of the impact model in the units of the arithmetic.

    Args:
        kappa: Lasting yield change (decimal) per unit of GDP sold in ten-year equivalents.
        flow: Passing yield change (decimal) per root of the market share not yet absorbed.
        linear_below: Market share not yet absorbed below which the passing part is linear.
        half_life: Trading days.
        delta: DV01 of what a country typically sells over that of the ten-year note.
        delta_without_bills: The same for everything but bills.
        local_strength: How much more the kind that is sold moves.
        local_limit: The most that it can.
        curve_shape: Move of each maturity against the 10-year.
        relative_dv01: DV01 of each maturity against the ten-year note.
        pace_days: Trading days by pace.
        moods: By key.
        dials: The same dials as published, for showing.
        references: By key.
    """

    kappa: Range
    flow: Range
    linear_below: Range
    half_life: Range
    relative_dv01: Range
    relative_dv01_without_bills: Range
    local_strength: Range
    local_limit: Range
    curve_shape: ParameterTable
    relative_dv01_by_maturity: ParameterTable
    pace_days: Mapping[str, int]
    regimes: Mapping[str, MarketRegime]
    published: Mapping[str, Parameter]
    references: Mapping[str, Reference]

    def shape_at(self, years: Sequence[float]) -> NDArray[np.float64]:
        """Move of these maturities (years) against the 10-year, linear between the dials."""
        return _between(self.curve_shape, years)

    def relative_dv01_at(self, years: Sequence[float]) -> NDArray[np.float64]:
        """DV01 of these maturities (years) against the ten-year note, zero at maturity zero."""
        return _between(self.relative_dv01_by_maturity, years)


def _between(table: ParameterTable, years: Sequence[float]) -> NDArray[np.float64]:
    known, values = zip(*table.points, strict=True)
    return np.asarray(np.interp(years, known, values), dtype=np.float64)


@cache
def load_impact_parameters() -> ImpactParameters:
    """The dials that ship with this version, read once.

    Raises:
        pydantic.ValidationError: A dial lacks its unit, range or reference.
    """
    path = resources.files("calc") / "parameters" / "impact.json"
    file = _ImpactFile.model_validate_json(path.read_bytes())
    published = {parameter.key: parameter for parameter in file.parameters}
    tables = {table.key: table for table in file.tables}

    def in_units(key: str, factor: float = 1.0) -> Range:
        parameter = published[key]
        return Range(parameter.low, parameter.central, parameter.high).times(factor)

    basis_point, percent = 1e-4, 1e-2
    return ImpactParameters(
        kappa=in_units("kappa", basis_point / percent),
        flow=in_units("flow", basis_point / percent**0.5),
        linear_below=in_units("linear_below", percent),
        half_life=in_units("half_life"),
        relative_dv01=in_units("delta"),
        relative_dv01_without_bills=in_units("delta_without_bills"),
        local_strength=in_units("local_strength"),
        local_limit=in_units("local_limit"),
        curve_shape=tables["curve_shape"],
        relative_dv01_by_maturity=tables["relative_dv01"],
        pace_days={pace.key: pace.trading_days for pace in file.paces},
        regimes={regime.key: regime for regime in file.regimes},
        published=published,
        references={reference.key: reference for reference in file.references},
    )
