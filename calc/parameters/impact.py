"""Parameters of the impact model and of reactions, from ``impact.json`` and ``reactions.json``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Annotated

import numpy as np
from pydantic import Field

from calc.parameters.parameter import (
    Parameter,
    ParameterFile,
    ParameterSet,
    ParameterTable,
    Supported,
)
from calc.scenario import Others
from calc.sourced import BASIS_POINT, BILLION, PERCENT, FrozenRecord, load_record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calc.ranges import FloatArray, Range

_FOLLOWING = {Others.FOLLOW: "some_follow", Others.DASH: "dash_for_cash"}


class PaceDays(FrozenRecord):
    """How long a sale takes at one pace."""

    key: str
    trading_days: Annotated[int, Field(ge=1, le=2520)]


class MarketRegime(Supported):
    """The state of the market during a sale.

    Args:
        stress: Multiplies the temporary impact.
        contagion: What others sell for each dollar sold; negative when they buy.
    """

    key: str
    label: str
    stress: Annotated[float, Field(ge=1, le=2.5)]
    contagion: Annotated[float, Field(ge=-0.5, le=1)]


class _ImpactFile(ParameterFile):
    derived_on: date
    paces: tuple[PaceDays, ...]
    regimes: tuple[MarketRegime, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactParameters(ParameterSet):
    """The impact model's parameters in the units of the arithmetic.

    Args:
        kappa: Permanent yield change (decimal) per unit of GDP sold in ten-year equivalents.
        flow: Temporary yield change (decimal) per root of the market share not yet absorbed.
        linear_below: Unabsorbed market share below which the temporary impact is linear.
        half_life: Trading days.
        relative_dv01: DV01 of what a country typically sells over that of the ten-year note.
        relative_dv01_without_bills: The same for everything but bills.
        local_strength: How much more the kind that is sold moves.
        local_limit: The most that it can.
        bill_rise: Rise of the 3-month yield (decimal) per US dollar of bills sold.
        bill_fade_days: Trading days after the sale in which that rise fades.
        calm_share_of_trading: Share of a day's trading up to which the market stays calm.
        halt_share_of_dealers: Share of dealers' net position above which there is no price.
        curve_shape: Move of each maturity against the 10-year.
        relative_dv01_by_maturity: DV01 of each maturity against the ten-year note.
    """

    kappa: Range
    flow: Range
    linear_below: Range
    half_life: Range
    relative_dv01: Range
    relative_dv01_without_bills: Range
    local_strength: Range
    local_limit: Range
    bill_rise: Range
    bill_fade_days: float
    calm_share_of_trading: float
    halt_share_of_dealers: float
    curve_shape: ParameterTable
    relative_dv01_by_maturity: ParameterTable
    pace_days: Mapping[str, int]
    regimes: Mapping[str, MarketRegime]

    def shape_at(self, years: Sequence[float]) -> FloatArray:
        """Move of these maturities (years) against the 10-year, interpolated linearly."""
        return _between(self.curve_shape, years)

    def relative_dv01_at(self, years: Sequence[float]) -> FloatArray:
        """DV01 of these maturities (years) against the ten-year note, zero at maturity zero."""
        return _between(self.relative_dv01_by_maturity, years)


def _between(table: ParameterTable, years: Sequence[float]) -> FloatArray:
    known, values = zip(*table.points, strict=True)
    return np.asarray(np.interp(years, known, values), dtype=np.float64)


@cache
def load_impact_parameters() -> ImpactParameters:
    """The impact parameters that ship with this version, read once."""
    file = load_record(_ImpactFile, "impact", "parameters")
    return ImpactParameters(
        kappa=file.band("kappa", BASIS_POINT / PERCENT),
        flow=file.band("flow", BASIS_POINT / PERCENT**0.5),
        linear_below=file.band("linear_below", PERCENT),
        half_life=file.band("half_life"),
        relative_dv01=file.band("delta"),
        relative_dv01_without_bills=file.band("delta_without_bills"),
        local_strength=file.band("local_strength"),
        local_limit=file.band("local_limit"),
        bill_rise=file.band("bill_rise", BASIS_POINT / (100 * BILLION)),
        bill_fade_days=file.central("bill_fade_days"),
        calm_share_of_trading=file.central("calm_share_of_trading", PERCENT),
        halt_share_of_dealers=file.central("halt_share_of_dealers", PERCENT),
        curve_shape=file.table("curve_shape"),
        relative_dv01_by_maturity=file.table("relative_dv01"),
        pace_days={pace.key: pace.trading_days for pace in file.paces},
        regimes={regime.key: regime for regime in file.regimes},
        **file.shown(),
    )


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
    """The reaction parameters that ship with this version, read once."""
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
