"""The Treasury's daily par yield curve: one CSV file a year, newest day first.

Columns are named after maturities (``1.5 Month``, ``10 Yr``); a maturity that was not sold on a day
is blank or ``N/A``.
"""

from __future__ import annotations

import csv
import re
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from bot.data_refresh.market_files import month_end
from bot.data_refresh.validation import (
    RefreshSource,
    RejectedDataError,
    is_close,
    parse_cell,
    require_close,
    require_date,
    whole_lines,
)
from calc.market import Standing
from calc.market.files import CurveFile, MonthEndFile

if TYPE_CHECKING:
    from bot.data_refresh.market_files import MarketFiles

_MATURITY = re.compile(r"(\d{1,3}(?:\.\d)?) ?(mo|month|yr|year)s?\.?", re.IGNORECASE)
_REQUIRED_MONTHS = frozenset({3.0, 24.0, 60.0, 120.0, 360.0})
_MAX_MONTHS = 360.0
_TEN_YEARS_MONTHS = 120.0
_MAX_PERCENT = 25.0
# The ten-year yield has not moved further within a year since the early 1980s.
_MAX_CHANGE_POINTS_PER_YEAR = 3.0
# In the first days of January the new year's file is still empty.
_EMPTY_DAYS = timedelta(days=5)


def url(today: date) -> str:
    """Return the address of the year's file."""
    folder = "https://home.treasury.gov/resource-center/data-chart-center/interest-rates"
    year = (today - _EMPTY_DAYS).year
    query = f"type=daily_treasury_yield_curve&field_tdr_date_value={year}&page&_format=csv"
    return f"{folder}/daily-treasury-rates.csv/{year}/all?{query}"


def update(text: str, current: MarketFiles, today: date) -> MarketFiles:
    """Replace the curve."""
    days, before = _read_days(text), current.par_curve
    day, percents = days[0]
    require_date(day, current=before.as_of, today=today)
    known = {point.months: point.value for point in before.points}
    within = _MAX_CHANGE_POINTS_PER_YEAR * (1 + (day - before.as_of).days / 365.25)
    for months in _REQUIRED_MONTHS & known.keys():
        require_close(f"{months:g} months", percents[months], known[months], within=within)
    points = [
        {"months": months, "value": percent}
        for months, percent in sorted(percents.items())
        if is_close(percent, known.get(months, percent), within=within)
    ]
    newer = {"as_of": day, "standing": Standing.OFFICIAL, "points": points}
    curve = CurveFile.model_validate(before.model_dump() | newer)
    month_ends = _with_month_ends(current.month_end_yields, days)
    return current.model_copy(update={"par_curve": curve, "month_end_yields": month_ends})


def _with_month_ends(
    file: MonthEndFile, days: list[tuple[date, dict[float, float]]]
) -> MonthEndFile:
    """Add the 10-year yield at the end of each month that is over and follows the last one."""
    last_days: dict[str, float] = {}
    for day, percents in days:
        last_days.setdefault(f"{day:%Y-%m}", percents[_TEN_YEARS_MONTHS])
    del last_days[f"{days[0][0]:%Y-%m}"]
    last, yields = file.last_month, list(file.yields)
    while (following := f"{month_end(last) + timedelta(days=1):%Y-%m}") in last_days:
        yields.append(last_days[following])
        last = following
    newer = {"last_month": last, "yields": yields}
    return MonthEndFile.model_validate(file.model_dump() | newer)


def _read_days(text: str) -> list[tuple[date, dict[float, float]]]:
    """Read the complete days, newest first: percents by maturity in months.

    Raises:
        RejectedDataError: There is none.
    """
    try:
        rows = [row for row in csv.reader(whole_lines(text)) if row]
    except csv.Error as error:
        raise RejectedDataError("not a table") from error
    start = next((i for i, row in enumerate(rows) if row[0].strip().lower() == "date"), None)
    if start is None:
        raise RejectedDataError("no table of days")
    maturities = [_months(name) for name in rows[start]]
    days = {
        day: percents
        for row in rows[start + 1 :]
        if (day := _parse_day(row[0])) is not None
        # More cells than columns: they may have moved.
        and not any(cell.strip() for cell in row[len(maturities) :])
        and (percents := _percents(maturities, row)).keys() >= _REQUIRED_MONTHS
    }
    if not days:
        msg = f"no day with yields for these months: {sorted(_REQUIRED_MONTHS)}"
        raise RejectedDataError(msg)
    return sorted(days.items(), reverse=True)


def _percents(maturities: list[float | None], row: list[str]) -> dict[float, float]:
    return {
        months: percent
        for months, cell in zip(maturities, row, strict=False)
        if months is not None
        and (percent := parse_cell(cell)) is not None
        and 0 <= percent <= _MAX_PERCENT
    }


def _months(name: str) -> float | None:
    """Return the maturity of a column in months; None for other columns and beyond 30 years."""
    match = _MATURITY.fullmatch(name.strip())
    if match is None:
        return None
    months = float(match[1]) * (12 if match[2].lower().startswith("y") else 1)
    return months if 0 < months <= _MAX_MONTHS else None


def _parse_day(cell: str) -> date | None:
    try:
        return datetime.strptime(cell.strip(), "%m/%d/%Y").replace(tzinfo=UTC).date()
    except ValueError:
        return None


SOURCE = RefreshSource("Par yield curve", url, update, lambda files: files.par_curve.as_of)
