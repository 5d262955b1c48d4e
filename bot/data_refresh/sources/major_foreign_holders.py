"""The Treasury's Table 5 of major foreign holders: tab-separated, thirteen months, newest first.

Named holders, ``All Other``, their sum, and of that sum the official part; notes follow. Cells are
billions of dollars with one decimal; a month that is not known says so in letters or dashes.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field

from bot.data_refresh.holder_months import newest_month, with_months
from bot.data_refresh.validation import RefusedError, need_day, need_near, read_number
from calc.market.files import HolderRow
from calc.sourced import BillionUsd, Month, Standing
from commands.common.parsing.country_table import Country, fold, names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.data_refresh.market_files import Fresh

_FOOTNOTE = re.compile(r"\s+\d{1,2}/$")
_UNKNOWN = frozenset({"", "-", "--", "n.a.", "n/a"})
_OTHERS, _TOTAL = "All Other", "Grand Total"
# Twenty rows and two sums, each rounded to a tenth of a billion.
_ROUNDING_BILLION = 2.0
_TOTAL_SHARE = 0.30
_REVISED_SHARE = 0.30
# A tiny holding may be revised by more than its share, not by more than this.
_REVISED_BILLION = 10.0


class HolderTable(BaseModel):
    """Billions of dollars by line and month; months that the table does not know are left out."""

    model_config = ConfigDict(frozen=True, allow_inf_nan=False)

    newest: Month
    lines: Annotated[dict[str, dict[Month, BillionUsd]], Field(min_length=5)]


def address(_today: date) -> str:
    """The table keeps its address."""
    return (
        "https://ticdata.treasury.gov/resource-center/data-chart-center/tic/Documents/"
        "slt_table5.txt"
    )


def read_table(text: str) -> HolderTable:
    """The table, complete and summing up.

    Raises:
        RefusedError: It is no such table.
        pydantic.ValidationError: A holding is out of bounds.
    """
    rows = [[cell.strip().strip('"') for cell in line.split("\t")] for line in text.splitlines()]
    first = [row[0] for row in rows]
    if "Country" not in first or "Notes:" not in first:
        raise RefusedError("no table, or not all of it")
    start, end = first.index("Country"), first.index("Notes:")
    months = [cell for cell in rows[start][1:] if cell]
    if not months or months != sorted(set(months), reverse=True):
        raise RefusedError("months not newest first")
    lines: dict[str, dict[str, float]] = {}
    for name, *cells in rows[start + 1 : end]:
        line = _FOOTNOTE.sub("", name)
        if not line:
            continue
        if line in lines or len(cells) < len(months):
            msg = f"a line twice or cut off: {line[:40]!r}"
            raise RefusedError(msg)
        known = zip(months, cells, strict=False)
        lines[line] = {
            month: read_number(cell) for month, cell in known if cell.lower() not in _UNKNOWN
        }
    table = HolderTable(newest=months[0], lines=lines)
    _need_sum(table)
    return table


def update(text: str, known: Fresh, today: date) -> Fresh:
    """The holders with the months of a table, everything else as it was.

    Raises:
        ValueError: The table is not to be trusted.
    """
    table, before = read_table(text), known.holders
    last = newest_month(before)
    need_day(month_end(table.newest), known=month_end(last), today=today)
    rows = {row.name: row for row in (*before.holders, *before.totals)}
    total = dict(_values(rows[_TOTAL]))[last]
    newest = table.lines[_TOTAL][table.newest]
    need_near("the sum of all holders", newest, total, within=_TOTAL_SHARE * total)
    for name, line in table.lines.items():
        if name in rows:
            _need_like_before(name, line, _values(rows[name]))
    read = before.model_copy(
        update={
            "holders": _rows(
                table, {row.name: row.key for row in before.holders} | _new(table, rows)
            ),
            "totals": _rows(table, {row.name: row.key for row in before.totals}),
        }
    )
    return known.model_copy(update={"holders": with_months(before, read)})


def month_end(month: str) -> date:
    """The last day of ``2026-07``."""
    year, number = (int(part) for part in month.split("-"))
    return date(year, number, calendar.monthrange(year, number)[1])


def _need_sum(table: HolderTable) -> None:
    """The newest month must be there for each line, and add up."""
    newest = {name: line.get(table.newest) for name, line in table.lines.items()}
    if newest.get(_OTHERS) is None or (total := newest.get(_TOTAL)) is None:
        raise RefusedError("the newest month is not complete")
    parts = [
        value or 0.0
        for name, value in newest.items()
        if name != _TOTAL and not name.startswith("Of Which")
    ]
    need_near("the sum of the lines", sum(parts), total, within=_ROUNDING_BILLION)


def _need_like_before(name: str, line: Mapping[str, float], before: Mapping[str, float]) -> None:
    """A line's newest known month may be revised, not become another line's."""
    if common := line.keys() & before.keys():
        month = max(common)
        within = max(_REVISED_SHARE * before[month], _REVISED_BILLION)
        need_near(f"{name} in {month}", line[month], before[month], within=within)


def _values(row: HolderRow) -> dict[str, float]:
    return {month: value for month, value, _ in row.months}


def _new(table: HolderTable, rows: Mapping[str, HolderRow]) -> dict[str, str]:
    """Keys of the countries that were not listed before."""
    found = {name: names().get(fold(name)) for name in table.lines if name not in rows}
    return {
        name: named.what.alpha2
        for name, named in found.items()
        if named is not None and isinstance(named.what, Country)
    }


def _rows(table: HolderTable, keys: Mapping[str, str]) -> list[HolderRow]:
    return [
        HolderRow(
            key=key,
            name=name,
            months=[
                (month, value, Standing.OFFICIAL) for month, value in table.lines[name].items()
            ],
        )
        for name, key in keys.items()
        if table.lines.get(name)
    ]
