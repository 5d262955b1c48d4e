"""How much the 10-year yield moves in an ordinary month, and what a sale adds to that.

The standard deviation is that of changes from one month's last close to the next, which do not
overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from itertools import pairwise
from statistics import NormalDist, stdev
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

_PERCENT = 1e-2
_RECENT_MONTHS = 60


class _MonthEndFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    title: str
    unit: Literal["percent"]
    source: str
    standing: Literal["official"]
    first_month: str
    last_month: str
    yields: Annotated[tuple[float, ...], Field(min_length=_RECENT_MONTHS + 1)]


@dataclass(frozen=True, slots=True)
class OrdinaryMonth:
    """Standard deviations of the 10-year yield's change over a month, decimal.

    Args:
        record: Over the whole record.
        recent: Over its last five years.
        first_year: In which the record begins.
        last_month: The newest month, its first day.
    """

    record: float
    recent: float
    first_year: int
    last_month: date


@cache
def load_month_end_yields() -> tuple[float, ...]:
    """The 10-year yield at the end of each month, decimal, oldest first."""
    return tuple(value * _PERCENT for value in _load().yields)


@cache
def ordinary_month() -> OrdinaryMonth:
    """How much the yield moves in a month without any sale."""
    file, yields = _load(), load_month_end_yields()
    changes = [after - before for before, after in pairwise(yields)]
    return OrdinaryMonth(
        record=stdev(changes),
        recent=stdev(changes[-_RECENT_MONTHS:]),
        first_year=int(file.first_month[:4]),
        last_month=date.fromisoformat(f"{file.last_month}-01"),
    )


def chance_of_rise(push: float, spread: float) -> float:
    """The probability that the yield is higher after a sale than before.

    Args:
        push: What the sale adds, decimal.
        spread: Standard deviation of the yield's own moves over that time, decimal, above zero.
    """
    return 1 - NormalDist(push, spread).cdf(0)


@cache
def _load() -> _MonthEndFile:
    path = resources.files("calc") / "data" / "month_end_yields.json"
    return _MonthEndFile.model_validate_json(path.read_bytes())
