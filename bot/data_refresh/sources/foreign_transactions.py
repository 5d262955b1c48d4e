"""The Treasury's Table 3 of foreign residents: tab-separated, a line for each country and month.

Columns: country, code, month, holdings, net US sales (to them: a purchase), then holdings, net
sales and valuation change of long-term securities, holdings and net sales of bills; millions of
dollars, ``n.a.`` where nothing is published. Sums and notes follow the countries.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeAlias

from bot.data_refresh.market_files import TRANSACTION_COLUMNS, month_end, with_transactions
from bot.data_refresh.validation import (
    RefreshSource,
    RejectedDataError,
    cells_of,
    find_country,
    parse_cell,
    require_close,
    require_date,
)
from calc.market.files import TransactionsFile, TransactionsRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bot.data_refresh.market_files import MarketFiles

_MONTH = re.compile(r"\d{4}-(0[1-9]|1[0-2])")
_FOOTNOTES = re.compile(r"(\s+\d{1,2}/)+$")
_HEADER = "for_treas_pos"
_CELLS = 10
# Where the columns of `TransactionsRow` stand.
_PLACES = (3, 4, 6, 7, 8)
_TOTAL, _OFFICIAL, _PRIVATE = "total", "official", "private"
_ROUNDING_MILLION = 10.0
_SHARE = 0.30
# A tiny holding may be revised by more than its share, not by more than this.
_REVISED_MILLION = 10_000.0

_Lines: TypeAlias = dict[int, tuple[str, dict[str, tuple[int | None, ...]]]]
"""By code: the name, and the figures of each month."""


def url(_today: date) -> str:
    """The table keeps its address."""
    folder = "https://ticdata.treasury.gov/resource-center/data-chart-center/tic/Documents"
    return f"{folder}/slt_table3.txt"


def update(text: str, current: MarketFiles, today: date) -> MarketFiles:
    """Add the table's months to the transactions.

    Raises:
        ValueError: The table is not plausible.
    """
    before = current.foreign_transactions
    read = _read_table(text, before)
    require_date(month_end(read.months[-1]), current=month_end(before.months[-1]), today=today)
    known = before.countries | before.totals
    for key, row in (read.countries | read.totals).items():
        if key in known:
            holdings = dict(zip(before.months, known[key].holdings, strict=True))
            _require_like_before(row, read.months, holdings)
    last = before.totals[_TOTAL].holdings[-1]
    newest_sums = (read.totals[key].holdings[-1] for key in (_TOTAL, _OFFICIAL, _PRIVATE))
    newest, *parts = (0 if value is None else value for value in newest_sums)
    if last is None or not (newest and all(parts)):
        raise RejectedDataError("the newest month is not complete")
    require_close("the sum of both kinds of holder", sum(parts), newest, within=_ROUNDING_MILLION)
    require_close("the sum of all holders", newest, last, within=_SHARE * last)
    return current.model_copy(update={"foreign_transactions": with_transactions(before, read)})


def _read_table(text: str, known: TransactionsFile) -> TransactionsFile:
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
        if code not in totals and code not in countries and (country := find_country(name)):
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
    rows = cells_of(text)
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


def _require_like_before(
    row: TransactionsRow, months: Iterable[str], before: Mapping[str, int | None]
) -> None:
    """A line's newest known month may be revised, not become another line's."""
    for month, value in reversed(list(zip(months, row.holdings, strict=True))):
        known = before.get(month)
        if value is not None and known is not None:
            within = max(_SHARE * known, _REVISED_MILLION)
            require_close(f"{row.name} in {month}", value, known, within=within)
            return


SOURCE = RefreshSource(
    "Purchases and sales abroad",
    url,
    update,
    lambda files: month_end(files.foreign_transactions.months[-1]),
)
