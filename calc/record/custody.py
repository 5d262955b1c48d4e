"""Weeks in which foreign officials sold, by the Fed's weekly custody figures, and the yield then.

The Federal Reserve keeps about two thirds of what foreign officials hold and publishes the face
value each Wednesday (H.4.1). A spell is four weeks in a row, none overlapping another, over which
that value fell by at least a given sum.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from statistics import fmean, stdev
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from calc.impact.impact import Flow, ten_year_path
from calc.parameters import load_impact_parameters
from calc.sourced import BILLION, PERCENT, TRILLION, FrozenRecord, load_record

if TYPE_CHECKING:
    from calc.parameters import ImpactParameters
    from calc.ranges import Range

LEAST_FALL_USD = 20e9
WEEKS = 4
TRADING_DAYS = 20
# Nine in ten draws of a normal variable lie within this many standard deviations.
_NINE_IN_TEN = 1.645


class _CustodyFile(FrozenRecord):
    title: str
    custody_unit: Literal["billion USD"]
    yield_unit: Literal["percent"]
    source: str
    yield_source: str
    standing: Literal["official"]
    note: str
    first_week: date
    last_week: date
    custody: Annotated[tuple[float, ...], Field(min_length=2)]
    yields: Annotated[tuple[float, ...], Field(min_length=2)]
    columns: tuple[str, str, str]
    sizes: tuple[tuple[int, float, float], ...]


@dataclass(frozen=True, slots=True)
class Week:
    """One Wednesday: securities in custody (US dollars of face) and the 10-year yield (decimal)."""

    day: date
    custody_usd: float
    ten_year: float


@dataclass(frozen=True, slots=True)
class Spell:
    """Four weeks of falling custody.

    Args:
        start: The Wednesday before it.
        end: Its last Wednesday.
        sold_usd: By how much custody fell, US dollars of face.
        seen: Change of the 10-year yield, decimal.
        model: What the model says of such a sale at its end, decimal.
    """

    start: date
    end: date
    sold_usd: float
    seen: float
    model: Range


@dataclass(frozen=True, slots=True)
class CustodyRecord:
    """Every spell of falling custody, and how the yield moves over four weeks anyway.

    Args:
        spread: Standard deviation of the yield's change over four weeks, decimal.
    """

    spells: tuple[Spell, ...]
    spread: float
    first: date
    last: date

    @property
    def rose(self) -> int:
        """Spells in which the yield rose."""
        return sum(spell.seen > 0 for spell in self.spells)

    @property
    def mean_seen(self) -> float:
        """Mean change of the yield, decimal."""
        return fmean(spell.seen for spell in self.spells)

    @property
    def mean_model(self) -> float:
        """Mean of the model's best guesses, decimal."""
        return fmean(spell.model.central for spell in self.spells)

    @property
    def within_model(self) -> int:
        """Spells that nine in ten would be in if the model's best guess were exactly true."""
        return sum(
            abs(spell.seen - spell.model.central) <= _NINE_IN_TEN * self.spread
            for spell in self.spells
        )

    @property
    def within_nothing(self) -> int:
        """Spells that nine in ten would be in if sales moved nothing at all."""
        return sum(abs(spell.seen) <= _NINE_IN_TEN * self.spread for spell in self.spells)


@cache
def load_custody_weeks() -> tuple[Week, ...]:
    """The packaged weeks, oldest first."""
    file = _load()
    return tuple(
        Week(file.first_week + timedelta(weeks=index), held * BILLION, rate * PERCENT)
        for index, (held, rate) in enumerate(zip(file.custody, file.yields, strict=True))
    )


@cache
def custody_record() -> CustodyRecord:
    """The record with the parameters that ship."""
    parameters = load_impact_parameters()
    weeks = load_custody_weeks()[::WEEKS]
    spells = tuple(
        _spell(before, after, parameters)
        for before, after in pairwise(weeks)
        if before.custody_usd - after.custody_usd >= LEAST_FALL_USD
    )
    changes = [after.ten_year - before.ten_year for before, after in pairwise(weeks)]
    return CustodyRecord(spells, stdev(changes), weeks[0].day, weeks[-1].day)


def _spell(before: Week, after: Week, parameters: ImpactParameters) -> Spell:
    sold = before.custody_usd - after.custody_usd
    market, gdp = _sizes(after.day.year)
    equivalents = sold * parameters.relative_dv01.central
    path = ten_year_path(
        [Flow(0, TRADING_DAYS, equivalents)],
        parameters=parameters,
        market_usd=market,
        gdp_usd=gdp,
        days=TRADING_DAYS,
    )
    return Spell(before.day, after.day, sold, round(after.ten_year - before.ten_year, 6), path.peak)


def _sizes(year: int) -> tuple[float, float]:
    """Marketable debt and GDP of a year, US dollars."""
    market, gdp = next((m, g) for known, m, g in _load().sizes if known == year)
    return market * TRILLION, gdp * BILLION


@cache
def _load() -> _CustodyFile:
    return load_record(_CustodyFile, "fed_custody")
