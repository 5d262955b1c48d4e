"""Closes of the 10- and 30-year Treasury yield on each weekday since 2000."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from calc.sourced import PERCENT, FrozenRecord, YieldPercent, load_record

if TYPE_CHECKING:
    from collections.abc import Mapping

_SATURDAY = 5
_LONGEST_GAP = 5
Closes = Annotated[tuple[YieldPercent | None, ...], Field(min_length=2)]


class _DailyYieldsFile(FrozenRecord):
    title: str
    unit: Literal["percent"]
    source: str
    standing: Literal["official"]
    note: str
    first_day: date
    last_day: date
    ten_year: Closes
    thirty_year: Closes


@dataclass(frozen=True, slots=True)
class DailyYields:
    """Closes of one maturity by day, decimals."""

    closes: Mapping[date, float]

    def on(self, day: date) -> tuple[date, float] | None:
        """The close of a day, or of the last trading day before it; None outside the record."""
        for back in range(_LONGEST_GAP):
            before = day - timedelta(days=back)
            if before in self.closes:
                return before, self.closes[before]
        return None

    def between(self, first: date, last: date) -> tuple[tuple[date, float], ...]:
        """The closes from one day to another, both included, oldest first."""
        return tuple((day, close) for day, close in self.closes.items() if first <= day <= last)


@cache
def load_daily_yields() -> Mapping[int, DailyYields]:
    """The record that ships with this version, by maturity in years, read once.

    Raises:
        pydantic.ValidationError: The file is not what it should be.
    """
    file = load_record(_DailyYieldsFile, "daily_yields")
    days = _weekdays(file.first_day, file.last_day)
    return {
        years: DailyYields(
            {
                day: round(close * PERCENT, 6)
                for day, close in zip(days, closes, strict=True)
                if close is not None
            }
        )
        for years, closes in ((10, file.ten_year), (30, file.thirty_year))
    }


def _weekdays(first: date, last: date) -> list[date]:
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    return [day for day in days if day.weekday() < _SATURDAY]
