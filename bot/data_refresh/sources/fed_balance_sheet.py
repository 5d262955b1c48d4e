"""The Federal Reserve's weekly balance sheet (H.4.1): its own Treasuries and those it keeps.

FRED gives both series as one CSV file, oldest week first, in millions of dollars.
"""

from __future__ import annotations

import csv
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.data_refresh.validation import (
    Figure,
    RefreshSource,
    RejectedDataError,
    first_complete,
    parse_cell,
    parse_day,
    whole_lines,
    with_figures,
)

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
    custody, holdings = (_read_weeks(text, series) for series in (_CUSTODY, _HOLDINGS))
    day = first_complete(
        sorted(custody, reverse=True),
        lambda day: day if day - _SPELL in custody else None,
        f"no two weeks of {_CUSTODY} four weeks apart",
    )
    if not holdings:
        msg = f"no week of {_HOLDINGS}"
        raise RejectedDataError(msg)
    values = {
        "fed_custody": (custody[day], day),
        "fed_custody_before": (custody[day - _SPELL], day - _SPELL),
        "fed_holdings": (holdings[max(holdings)], max(holdings)),
    }
    figures = (
        Figure(key, value, as_of, _MAX_CHANGE * current.fact(key).value)
        for key, (value, as_of) in values.items()
    )
    return with_figures(current, figures, today)


def _read_weeks(text: str, series: str) -> dict[date, float]:
    """Read the positive values of a series, billions of dollars by week."""
    try:
        rows = list(csv.DictReader(whole_lines(text)))
    except csv.Error as error:
        raise RejectedDataError("not a table") from error
    cells = ((parse_day(row.get("observation_date")), parse_cell(row.get(series))) for row in rows)
    return {
        day: round(millions / _MILLIONS_PER_BILLION, 1)
        for day, millions in cells
        if day is not None and millions is not None and millions > 0
    }


SOURCE = RefreshSource(
    "Federal Reserve", url, update, lambda files: files.fact("fed_custody").as_of
)
