"""The Treasury's Table 5 of major foreign holders: tab-separated, thirteen months, newest first.

Named holders, ``All Other``, their total, and the official part of it; notes follow. Cells are
billions of dollars with one decimal; an unknown one has letters, dashes or an asterisk.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from bot.data_refresh.market_files import last_month, month_end, newest_month, with_holders
from bot.data_refresh.validation import (
    RefreshSource,
    RejectedDataError,
    cells_of,
    find_country,
    first_complete,
    is_close,
    parse_cell,
    require_close,
    require_date,
)
from calc.market import Standing
from calc.market.files import HolderRow
from commands.common.parsing.country_table import fold

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.data_refresh.market_files import MarketFiles

Months: TypeAlias = dict[str, float]
"""Billions of dollars by month; unknown ones are left out."""

_FOOTNOTES = re.compile(r"(?:[\s,]*(?:\d{1,2}/|\(\d{1,2}\)|\*|[¹²³⁴⁵⁶⁷⁸⁹]))+$")
_NOTES = re.compile(r"(?:foot)?notes?\b", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2]))(?:\s*\(?[rpe]\)?)?", re.IGNORECASE)
_OTHERS, _TOTAL, _OFFICIAL, _PART = "all_other", "grand_total", "foreign_official", "of which"
# Twenty rows and two sums, each rounded to a tenth of a billion.
_ROUNDING_BILLION = 2.0
_MAX_CHANGE = 0.30
# A tiny holding may be revised by more than its share.
_MAX_REVISION_BILLION = 10.0


def url(_today: date) -> str:
    """Return the address of the table."""
    folder = "https://ticdata.treasury.gov/resource-center/data-chart-center/tic/Documents"
    return f"{folder}/slt_table5.txt"


def update(text: str, current: MarketFiles, today: date) -> MarketFiles:
    """Add the table's months to the holders.

    Raises:
        ValueError: The table is not plausible.
    """
    file = current.holders
    known = {row.key: row for row in (*file.holders, *file.totals)}
    months, lines = _read_table(text, {fold(row.name): key for key, row in known.items()})
    newest = first_complete(months, partial(_complete, lines), "no complete month")
    last = newest_month(file)
    require_date(month_end(newest), current=month_end(last), today=today)
    total, before = lines[_TOTAL][newest], _values(known[_TOTAL])[last]
    require_close("the total of all holders", total, before, within=_MAX_CHANGE * before)
    if 2 * len(lines.keys() & known.keys()) < len(known):
        raise RejectedDataError("most holders are missing")

    def rows(names: Mapping[str, str]) -> list[HolderRow]:
        result = []
        for key in (key for key in lines if key in names):
            known_months = _values(known[key]) if key in known else {}
            line = {month: value for month, value in lines[key].items() if month <= newest}
            line = _plausible(names[key], line, known_months)
            if official := [(month, value, Standing.OFFICIAL) for month, value in line.items()]:
                result.append(HolderRow(key=key, name=names[key], months=official))
        return result

    newcomers = {key: country.name for key in lines if (country := find_country(key))}
    holders = newcomers | {row.key: row.name for row in file.holders}
    totals = {row.key: row.name for row in file.totals}
    read = file.model_copy(update={"holders": rows(holders), "totals": rows(totals)})
    return current.model_copy(update={"holders": with_holders(file, read)})


def unlisted(files: MarketFiles) -> tuple[str, ...]:
    """Name the holders and totals without a figure for the newest month, with their last one."""
    newest = newest_month(files.holders)
    return tuple(
        f"{row.name}, last listed {last_month(row)}"
        for row in (*files.holders.holders, *files.holders.totals)
        if last_month(row) < newest
    )


def _read_table(text: str, known: Mapping[str, str]) -> tuple[list[str], dict[str, Months]]:
    """Read the months, newest first, and the lines by key, or by name where there is no key.

    Args:
        text: The file.
        known: Keys of the current holders and totals by folded name.
    """
    rows = cells_of(text)
    start = next((i for i, row in enumerate(rows) if row[0].casefold() == "country"), None)
    end = next((i for i, row in enumerate(rows) if _NOTES.match(row[0])), None)
    if start is None or end is None:
        raise RejectedDataError("no table, or one that is cut off")
    columns = {
        i: match[1] for i, cell in enumerate(rows[start]) if (match := _MONTH.fullmatch(cell))
    }
    months = list(columns.values())
    if not months or any(month <= older for month, older in pairwise(months)):
        raise RejectedDataError("months not newest first")
    lines: dict[str, Months] = {}
    for name, *cells in rows[start + 1 : end]:
        if not (folded := fold(_FOOTNOTES.sub("", name))):
            continue
        country = find_country(folded)
        key = known.get(folded) or (country.alpha2 if country else folded)
        if key in lines:
            msg = f"a line twice: {name[:40]!r}"
            raise RejectedDataError(msg)
        lines[key] = {
            columns[i]: value
            for i, cell in enumerate(cells, 1)
            if i in columns and (value := parse_cell(cell)) is not None and value >= 0
        }
    return months, lines


def _complete(lines: Mapping[str, Months], month: str) -> str | None:
    """Return the month if it has a total that is the sum of the lines.

    Raises:
        RejectedDataError: All lines are known, but they have another sum.
    """
    values = {key: line.get(month) for key, line in lines.items()}
    total = values.pop(_TOTAL, None)
    if total is None or values.get(_OTHERS) is None:
        return None
    parts = [value for key, value in values.items() if not key.startswith((_OFFICIAL, _PART))]
    known = sum(value or 0.0 for value in parts)
    if None in parts and not is_close(known, total, within=_ROUNDING_BILLION):
        return None
    require_close("the sum of the lines", known, total, within=_ROUNDING_BILLION)
    return month


def _plausible(name: str, line: Months, before: Months) -> Months:
    """Drop older months that are too far from the current figures.

    Raises:
        RejectedDataError: The newest common month is: the line may be another holder's.
    """
    common = line.keys() & before.keys()
    within = {month: max(_MAX_CHANGE * before[month], _MAX_REVISION_BILLION) for month in common}
    if common:
        month = max(common)
        require_close(f"{name} in {month}", line[month], before[month], within=within[month])
    return {
        month: value
        for month, value in line.items()
        if month not in common or is_close(value, before[month], within=within[month])
    }


def _values(row: HolderRow) -> Months:
    return {month: value for month, value, _ in row.months}


SOURCE = RefreshSource(
    "Holders abroad",
    url,
    update,
    lambda files: month_end(newest_month(files.holders)),
    notes=unlisted,
)
