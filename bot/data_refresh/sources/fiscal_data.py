"""Responses of the Treasury's Fiscal Data service: JSON rows in which every value is a string."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, BeforeValidator, Field

from bot.data_refresh.validation import first_complete, parse_cell, require_close, require_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.data_refresh.market_files import MarketFiles
    from calc.market import Standing

SERVICE = "https://api.fiscaldata.treasury.gov/services/api/fiscal_service"


def _parse_date(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


Number = Annotated[float | None, BeforeValidator(parse_cell)]
"""None where the service writes ``null``, nothing or a mark."""
Day = Annotated[date | None, BeforeValidator(_parse_date)]
Text = Annotated[str, BeforeValidator(str)]


class Row(BaseModel):
    """One row; other fields are ignored."""

    record_date: Day = None


class Figure(NamedTuple):
    """A new value of a single figure, and how far it may be from the current one."""

    key: str
    value: float
    within: float
    standing: Standing


_Row = TypeVar("_Row", bound=Row)


class FiscalDataPage(BaseModel, Generic[_Row]):
    """One response."""

    data: Annotated[list[_Row], Field(min_length=1, max_length=20_000)]


def update_facts(
    page: FiscalDataPage[_Row],
    read: Callable[[date, list[_Row]], tuple[Figure, ...] | None],
    current: MarketFiles,
    today: date,
) -> MarketFiles:
    """Replace single figures by those of the newest complete date.

    Args:
        page: The response.
        read: Reads the figures from the rows of one date; None if these are incomplete.
        current: The current files.
        today: No date may be later.

    Raises:
        ValueError: The response is not plausible.
    """
    by_date: dict[date, list[_Row]] = {}
    for row in page.data:
        if row.record_date is not None:
            by_date.setdefault(row.record_date, []).append(row)

    def read_day(day: date) -> tuple[date, tuple[Figure, ...]] | None:
        figures = read(day, by_date[day])
        return None if figures is None else (day, figures)

    day, figures = first_complete(sorted(by_date, reverse=True), read_day, "no complete date")
    for key, value, within, standing in figures:
        before = current.fact(key)
        require_date(day, current=before.as_of, today=today)
        require_close(key, value, before.value, within=within)
        current = current.with_fact(key, value, day, standing)
    return current
