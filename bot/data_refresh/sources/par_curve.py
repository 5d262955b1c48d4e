"""The Treasury's daily par yield curve, one CSV file a year, newest day first.

Columns are named after maturities (``1.5 Month``, ``10 Yr``); a maturity that was not sold on a day
is blank or ``N/A``.
"""

from __future__ import annotations

import csv
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.data_refresh.validation import RefusedError, need_day, need_near, read_number
from calc.market.files import CurveFile, CurvePoint
from calc.sourced import Standing

if TYPE_CHECKING:
    from bot.data_refresh.market_files import Fresh

_MATURITY = re.compile(r"(\d+(?:\.\d)?) (Mo|Month|Yr)")
_BLANK = {"", "N/A"}
_NEEDED_MONTHS = frozenset({3.0, 24.0, 60.0, 120.0, 360.0})
# The ten-year yield has not moved further within a year since the early 1980s.
_POINTS_A_YEAR = 3.0
# In the first days of January the new year's file is still empty.
_EMPTY_DAYS = timedelta(days=5)

ParPercent = Annotated[float, Field(ge=0, le=25)]


class CurveDay(BaseModel):
    """The yields of one day in percent, by maturity in months."""

    model_config = ConfigDict(frozen=True, allow_inf_nan=False)

    as_of: date
    percents: dict[float, ParPercent]


def address(today: date) -> str:
    """The file of the year."""
    year = (today - _EMPTY_DAYS).year
    return (
        "https://home.treasury.gov/resource-center/data-chart-center/interest-rates/"
        f"daily-treasury-rates.csv/{year}/all"
        f"?type=daily_treasury_yield_curve&field_tdr_date_value={year}&page&_format=csv"
    )


def read_curve(text: str) -> CurveDay:
    """The newest day of a file.

    Raises:
        RefusedError: It is no such file.
        pydantic.ValidationError: A yield is out of bounds.
    """
    # A line without its end was cut off, and its last number with it.
    lines = [line for line in text.splitlines(keepends=True) if line.endswith(("\n", "\r"))]
    try:
        header, *rows = (row for row in csv.reader(lines) if row)
    except (csv.Error, ValueError) as error:
        raise RefusedError("not a table") from error
    if header[0] != "Date" or not rows:
        raise RefusedError("no table of days")
    newest = max(rows, key=lambda row: _day(row[0]))
    if len(newest) != len(header):
        raise RefusedError("a row does not fit the header")
    percents = {
        months: read_number(cell)
        for name, cell in zip(header, newest, strict=True)
        if (months := _months(name)) is not None and cell.strip() not in _BLANK
    }
    if missing := _NEEDED_MONTHS - percents.keys():
        msg = f"no yield for these months: {sorted(missing)}"
        raise RefusedError(msg)
    return CurveDay(as_of=_day(newest[0]), percents=percents)


def update(text: str, known: Fresh, today: date) -> Fresh:
    """The curve taken from a file, everything else as it was.

    Raises:
        ValueError: The file is not to be trusted.
    """
    day, before = read_curve(text), known.par_curve
    need_day(day.as_of, known=before.as_of, today=today)
    years = 1 + (day.as_of - before.as_of).days / 365.25
    for point in before.points:
        if point.months in day.percents:
            what = f"the yield for {point.months:g} months"
            percent = day.percents[point.months]
            need_near(what, percent, point.value, within=_POINTS_A_YEAR * years)
    curve = CurveFile(
        title=before.title,
        unit=before.unit,
        source=before.source,
        as_of=day.as_of,
        standing=Standing.OFFICIAL,
        points=[
            CurvePoint(months=months, value=day.percents[months]) for months in sorted(day.percents)
        ],
    )
    return known.model_copy(update={"par_curve": curve})


def _months(name: str) -> float | None:
    match = _MATURITY.fullmatch(name.strip())
    if match is None:
        return None
    return float(match[1]) * (12 if match[2] == "Yr" else 1)


def _day(cell: str) -> date:
    try:
        return datetime.strptime(cell, "%m/%d/%Y").replace(tzinfo=UTC).date()
    except ValueError as error:
        msg = f"not a day: {cell[:40]!r}"
        raise RefusedError(msg) from error
