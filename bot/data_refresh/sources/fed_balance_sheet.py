"""The Federal Reserve's weekly balance sheet (H.4.1): its own Treasuries and those it keeps.

FRED gives both series as one CSV file, oldest week first, in millions of dollars.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.data_refresh.validation import (
    RejectedDataError,
    first_complete,
    parse_cell,
    require_close,
    require_date,
)
from calc.market import Standing

if TYPE_CHECKING:
    from bot.data_refresh.market_files import MarketFiles

_CUSTODY, _HOLDINGS = "WMTSECL1", "TREAST"
_SPELL = timedelta(weeks=4)
_SHOWN = timedelta(weeks=16)
_MILLIONS_PER_BILLION = 1000
# Of the current value.
_MAX_CHANGE = 0.4


def url(today: date) -> str:
    """Return the address of the newest weeks."""
    since = f"&cosd={today - _SHOWN}"
    return f"https://fred.stlouisfed.org/graph/fredgraph.csv?id={_CUSTODY},{_HOLDINGS}{since}"


def update(text: str, current: MarketFiles, today: date) -> MarketFiles:
    """Replace what the Federal Reserve holds, and what it keeps for officials now and before."""
    weeks = _read_weeks(text)
    custody = {day: row[_CUSTODY] for day, row in weeks.items() if _CUSTODY in row}

    def read(day: date) -> tuple[date, float, float] | None:
        before = custody.get(day - _SPELL)
        return None if before is None else (day, custody[day], before)

    day, newest, before = first_complete(
        sorted(custody, reverse=True), read, f"no two weeks of {_CUSTODY} four weeks apart"
    )
    holdings_day, holdings = first_complete(
        sorted(weeks, reverse=True),
        lambda week: (week, weeks[week][_HOLDINGS]) if _HOLDINGS in weeks[week] else None,
        f"no week of {_HOLDINGS}",
    )
    figures = (
        ("fed_custody", newest, day),
        ("fed_custody_before", before, day - _SPELL),
        ("fed_holdings", holdings, holdings_day),
    )
    for key, value, as_of in figures:
        known = current.fact(key)
        require_date(as_of, current=known.as_of, today=today)
        require_close(key, value, known.value, within=_MAX_CHANGE * known.value)
        current = current.with_fact(key, value, as_of, Standing.OFFICIAL)
    return current


def _read_weeks(text: str) -> dict[date, dict[str, float]]:
    """Read the positive values of each week, billions of dollars by series."""
    # A line without its end may be cut off in a number.
    lines = [line for line in text.splitlines(keepends=True) if line.endswith(("\n", "\r"))]
    try:
        rows = list(csv.DictReader(lines))
    except csv.Error as error:
        raise RejectedDataError("not a table") from error
    weeks = {}
    for row in rows:
        try:
            day = date.fromisoformat(str(row.get("observation_date")))
        except ValueError:
            continue
        values = {name: parse_cell(row.get(name)) for name in (_CUSTODY, _HOLDINGS)}
        weeks[day] = {
            name: round(value / _MILLIONS_PER_BILLION, 1)
            for name, value in values.items()
            if value is not None and value > 0
        }
    return weeks
