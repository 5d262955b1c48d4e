"""How much the 10-year yield moves in an ordinary month, and what a sale adds to that.

The standard deviation is that of changes from one month's last close to the next, which do not
overlap.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from statistics import NormalDist
from typing import Annotated, Literal

import numpy as np
from pydantic import Field

from calc.sourced import PERCENT, FrozenRecord, Month, Percent

_RECENT_MONTHS = 60


class MonthEndFile(FrozenRecord):
    """The data file: the 10-year yield at the end of each month in a row."""

    title: str
    unit: Literal["percent"]
    source: str
    standing: Literal["official"]
    first_month: Month
    last_month: Month
    yields: Annotated[tuple[Percent, ...], Field(min_length=_RECENT_MONTHS + 1)]


@dataclass(frozen=True, slots=True)
class OrdinaryMonth:
    """Standard deviations of the 10-year yield's change over a month, decimal.

    Args:
        record: Over the whole record.
        recent: Over its last five years.
        first_year: In which the record begins.
        last_month: The newest month, its first day.
        yields: The yield at the end of each month, decimal, oldest first.
    """

    record: float
    recent: float
    first_year: int
    last_month: date
    yields: tuple[float, ...]


def read_ordinary_month(file: MonthEndFile) -> OrdinaryMonth:
    """How much the yield moves in a month without any sale."""
    changes = np.diff(file.yields) * PERCENT
    return OrdinaryMonth(
        record=float(changes.std(ddof=1)),
        recent=float(changes[-_RECENT_MONTHS:].std(ddof=1)),
        first_year=int(file.first_month[:4]),
        last_month=date.fromisoformat(f"{file.last_month}-01"),
        yields=tuple(value * PERCENT for value in file.yields),
    )


def chance_of_rise(push: float, spread: float) -> float:
    """The probability that the yield is higher after a sale than before.

    Args:
        push: What the sale adds, decimal.
        spread: Standard deviation of the yield's own moves over that time, decimal, above zero.
    """
    return 1 - NormalDist(push, spread).cdf(0)
