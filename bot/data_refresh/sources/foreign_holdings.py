"""Treasury International Capital: what residents of other countries hold, buy and sell.

Table 5 has the major holders, ``All Other``, their total and the official part of it, in billions
of dollars with one decimal: thirteen months, newest first. Table 3 has a line for each country and
month, in millions: country, code, month, holdings, net US sales (to them: a purchase), then
holdings, net sales and valuation change of long-term securities, holdings and net sales of bills.
Both are tab-separated; an unknown cell has letters, dashes or an asterisk, and notes follow.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from bot.data_refresh.market_files import (
    TRANSACTION_COLUMNS,
    last_month,
    month_end,
    newest_month,
    with_holders,
    with_transactions,
)
from bot.data_refresh.validation import (
    RefreshSource,
    RejectedDataError,
    first_complete,
    is_close,
    parse_cell,
    require_close,
    require_date,
)
from calc.market import Standing
from calc.market.files import HolderRow, TransactionsFile, TransactionsRow
from commands.common.parsing.country_table import Country, fold, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from bot.data_refresh.market_files import MarketFiles

_FOLDER = "https://ticdata.treasury.gov/resource-center/data-chart-center/tic/Documents"
_FOOTNOTES = re.compile(r"(?:[\s,]*(?:\d{1,2}/|\(\d{1,2}\)|\*|[¹²³⁴⁵⁶⁷⁸⁹]))+$")
_NOTES = re.compile(r"(?:foot)?notes?\b", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4}-(?:0[1-9]|1[0-2]))(?:\s*\(?[rpe]\)?)?", re.IGNORECASE)
_MAX_CHANGE = 0.30
# A tiny holding may be revised by more than its share, not by more than this.
_MAX_REVISION_BILLION = 10.0

_ALL_OTHER, _GRAND_TOTAL = "all_other", "grand_total"
_PARTS_OF_ALL = ("foreign_official", "of which")
# Twenty rows and two sums, each rounded to a tenth of a billion.
_ROUNDING_BILLION = 2.0

_TOTAL, _OFFICIAL, _PRIVATE = "total", "official", "private"
_HEADER = "for_treas_pos"
# Where the columns of `TransactionsRow` stand, and how many cells a line has.
_PLACES, _CELLS = (3, 4, 6, 7, 8), 10
_ROUNDING_MILLION = 10.0

_Months: TypeAlias = dict[str, float]
"""A value by month; unknown ones are left out."""
_Lines: TypeAlias = dict[int, tuple[str, dict[str, tuple[int | None, ...]]]]
"""Table 3 by code: the name, and the figures of each month."""


def update_holders(text: str, current: MarketFiles, today: date) -> MarketFiles:
    """Add the months of Table 5 to the holders.

    Raises:
        ValueError: The table is not plausible.
    """
    file = current.holders
    known = {row.key: row for row in (*file.holders, *file.totals)}
    months, lines = _read_holders(text, {fold(row.name): key for key, row in known.items()})
    newest = first_complete(months, partial(_complete_month, lines), "no complete month")
    last = newest_month(file)
    require_date(month_end(newest), current=month_end(last), today=today)
    total, before = lines[_GRAND_TOTAL][newest], _values(known[_GRAND_TOTAL])[last]
    require_close("the total of all holders", total, before, within=_MAX_CHANGE * before)
    if 2 * len(lines.keys() & known.keys()) < len(known):
        raise RejectedDataError("most holders are missing")

    def rows(names_by_key: Mapping[str, str]) -> list[HolderRow]:
        result = []
        for key in (key for key in lines if key in names_by_key):
            line = {month: value for month, value in lines[key].items() if month <= newest}
            known_months = _values(known[key]) if key in known else {}
            line = _plausible(names_by_key[key], line, known_months, _MAX_REVISION_BILLION)
            if official := [(month, value, Standing.OFFICIAL) for month, value in line.items()]:
                result.append(HolderRow(key=key, name=names_by_key[key], months=official))
        return result

    newcomers = {key: country.name for key in lines if (country := _find_country(key))}
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


def _read_holders(text: str, known: Mapping[str, str]) -> tuple[list[str], dict[str, _Months]]:
    """Read the months, newest first, and the lines by key, or by name where there is no key.

    Args:
        text: The file.
        known: Keys of the current holders and totals by folded name.
    """
    rows = _cells(text)
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
    lines: dict[str, _Months] = {}
    for name, *cells in rows[start + 1 : end]:
        if not (folded := fold(_FOOTNOTES.sub("", name))):
            continue
        country = _find_country(folded)
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


def _complete_month(lines: Mapping[str, _Months], month: str) -> str | None:
    """Return the month if it has a total that is the sum of the lines.

    Raises:
        RejectedDataError: All lines are known, but they have another sum.
    """
    values = {key: line.get(month) for key, line in lines.items()}
    total = values.pop(_GRAND_TOTAL, None)
    if total is None or values.get(_ALL_OTHER) is None:
        return None
    parts = [value for key, value in values.items() if not key.startswith(_PARTS_OF_ALL)]
    known = sum(value or 0.0 for value in parts)
    if None in parts and not is_close(known, total, within=_ROUNDING_BILLION):
        return None
    require_close("the sum of the lines", known, total, within=_ROUNDING_BILLION)
    return month


def _values(row: HolderRow) -> _Months:
    return {month: value for month, value, _ in row.months}


def update_transactions(text: str, current: MarketFiles, today: date) -> MarketFiles:
    """Add the months of Table 3 to the transactions.

    Raises:
        ValueError: The table is not plausible.
    """
    before = current.foreign_transactions
    read = _read_transactions(text, before)
    require_date(month_end(read.months[-1]), current=month_end(before.months[-1]), today=today)
    known = before.countries | before.totals
    for key, row in (read.countries | read.totals).items():
        if key in known:
            holdings = _known(before.months, known[key].holdings)
            _plausible(
                row.name, _known(read.months, row.holdings), holdings, 1000 * _MAX_REVISION_BILLION
            )
    last = before.totals[_TOTAL].holdings[-1]
    newest_sums = (read.totals[key].holdings[-1] for key in (_TOTAL, _OFFICIAL, _PRIVATE))
    newest, *parts = (0 if value is None else value for value in newest_sums)
    if last is None or not (newest and all(parts)):
        raise RejectedDataError("the newest month is not complete")
    require_close("the sum of both kinds of holder", sum(parts), newest, within=_ROUNDING_MILLION)
    require_close("the sum of all holders", newest, last, within=_MAX_CHANGE * last)
    return current.model_copy(update={"foreign_transactions": with_transactions(before, read)})


def _read_transactions(text: str, known: TransactionsFile) -> TransactionsFile:
    """Read the months from the first one that is known on; lines are known by their codes.

    Raises:
        ValueError: It is no such table, or a figure is out of bounds.
    """
    lines = _read_lines(text)
    months = sorted({month for _, cells in lines.values() for month in cells})
    months = [month for month in months if month >= known.months[0]]
    totals = {row.code: key for key, row in known.totals.items()}
    countries = {row.code: key for key, row in known.countries.items()}
    for code, (name, _) in lines.items():
        if code not in totals and code not in countries and (country := _find_country(name)):
            countries[code] = country.alpha2
    if not months or not totals.keys() <= lines.keys():
        raise RejectedDataError("a sum is missing")
    newer = {
        "months": months,
        "countries": _rows(lines, countries, months),
        "totals": _rows(lines, totals, months),
    }
    return TransactionsFile.model_validate(known.model_dump() | newer)


def _read_lines(text: str) -> _Lines:
    rows = _cells(text)
    if not any(_HEADER in row for row in rows) or not any(row[0] == "Notes:" for row in rows):
        raise RejectedDataError("no table, or not all of it")
    found: _Lines = {}
    for row in rows:
        if len(row) < _CELLS or not (row[1].isdecimal() and _MONTH.fullmatch(row[2])):
            continue
        name, cells = found.setdefault(int(row[1]), (_FOOTNOTES.sub("", row[0]), {}))
        if row[2] in cells:
            msg = f"a month twice: {name[:40]!r} {row[2]}"
            raise RejectedDataError(msg)
        values = (parse_cell(row[place]) for place in _PLACES)
        cells[row[2]] = tuple(None if value is None else round(value) for value in values)
    return found


def _rows(
    lines: _Lines, keys: Mapping[int, str], months: Iterable[str]
) -> dict[str, TransactionsRow]:
    nothing = (None,) * len(_PLACES)
    result = {}
    for code, key in keys.items():
        if code in lines:
            name, cells = lines[code]
            columns = zip(*(cells.get(month, nothing) for month in months), strict=True)
            fields = dict(zip(TRANSACTION_COLUMNS, columns, strict=True))
            result[key] = TransactionsRow(name=name, code=code, **fields)
    return result


def _known(months: Sequence[str], values: Sequence[int | None]) -> _Months:
    pairs = zip(months, values, strict=True)
    return {month: float(value) for month, value in pairs if value is not None}


def _plausible(name: str, line: _Months, before: _Months, max_revision: float) -> _Months:
    """Drop older months that are too far from the current figures.

    Raises:
        RejectedDataError: The newest common month is: the line may be another holder's.
    """
    common = line.keys() & before.keys()
    within = {month: max(_MAX_CHANGE * before[month], max_revision) for month in common}
    if common:
        month = max(common)
        require_close(f"{name} in {month}", line[month], before[month], within=within[month])
    return {
        month: value
        for month, value in line.items()
        if month not in common or is_close(value, before[month], within=within[month])
    }


def _cells(text: str) -> list[list[str]]:
    """Split a tab-separated table, with or without quotes around its cells."""
    return [[cell.strip().strip('"') for cell in line.split("\t")] for line in text.splitlines()]


def _find_country(name: str) -> Country | None:
    """Find a country by its code or one of its full names."""
    named = names().get(fold(name))
    if named is None or named.is_loose or not isinstance(named.what, Country):
        return None
    return named.what


HOLDERS = RefreshSource(
    "Holders abroad",
    lambda _: f"{_FOLDER}/slt_table5.txt",
    update_holders,
    lambda files: month_end(newest_month(files.holders)),
    notes=unlisted,
)
TRANSACTIONS = RefreshSource(
    "Purchases and sales abroad",
    lambda _: f"{_FOLDER}/slt_table3.txt",
    update_transactions,
    lambda files: month_end(files.foreign_transactions.months[-1]),
)
