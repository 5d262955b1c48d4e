"""The dials of the impact model, read from ``impact.json``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Annotated

import numpy as np
from pydantic import BaseModel, Field

from calc.parameters.dials import Dial, DialFile, DialTable, Reference, Supported
from calc.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray


class Pace(BaseModel):
    """How long the sale takes."""

    key: str
    trading_days: Annotated[int, Field(ge=1, le=2520)]


class Mood(Supported):
    """The state of the market while somebody sells.

    Args:
        stress: Multiplies the passing part.
        contagion: What others sell for each dollar sold; negative when they buy.
    """

    key: str
    label: str
    stress: Annotated[float, Field(ge=1, le=2.5)]
    contagion: Annotated[float, Field(ge=-0.5, le=1)]


class _ImpactFile(DialFile):
    paces: tuple[Pace, ...]
    moods: tuple[Mood, ...]

    def _supported(self) -> tuple[Supported, ...]:
        return (*self.dials, *self.tables, *self.moods)


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
    delta: Range
    delta_without_bills: Range
    local_strength: Range
    local_limit: Range
    curve_shape: DialTable
    relative_dv01: DialTable
    pace_days: Mapping[str, int]
    moods: Mapping[str, Mood]
    dials: Mapping[str, Dial]
    references: Mapping[str, Reference]

    def shape_at(self, years: Sequence[float]) -> NDArray[np.float64]:
        """Move of these maturities (years) against the 10-year, linear between the dials."""
        return _between(self.curve_shape, years)

    def relative_dv01_at(self, years: Sequence[float]) -> NDArray[np.float64]:
        """DV01 of these maturities (years) against the ten-year note, zero at maturity zero."""
        return _between(self.relative_dv01, years)


def _between(table: DialTable, years: Sequence[float]) -> NDArray[np.float64]:
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
    dials = {dial.key: dial for dial in file.dials}
    tables = {table.key: table for table in file.tables}

    def in_units(key: str, factor: float = 1.0) -> Range:
        dial = dials[key]
        return Range(dial.low, dial.central, dial.high).times(factor)

    basis_point, percent = 1e-4, 1e-2
    return ImpactParameters(
        kappa=in_units("kappa", basis_point / percent),
        flow=in_units("flow", basis_point / percent**0.5),
        linear_below=in_units("linear_below", percent),
        half_life=in_units("half_life"),
        delta=in_units("delta"),
        delta_without_bills=in_units("delta_without_bills"),
        local_strength=in_units("local_strength"),
        local_limit=in_units("local_limit"),
        curve_shape=tables["curve_shape"],
        relative_dv01=tables["relative_dv01"],
        pace_days={pace.key: pace.trading_days for pace in file.paces},
        moods={mood.key: mood for mood in file.moods},
        dials=dials,
        references={reference.key: reference for reference in file.references},
    )
