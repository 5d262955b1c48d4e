"""The Treasury's Table 3 of foreign residents: tab-separated, a line for each country and month.

Columns: country, code, month, holdings, net US sales (to them: a purchase), then holdings, net
sales and valuation change of long-term securities, holdings and net sales of bills; millions of
dollars, ``n.a.`` where nothing is published. Sums and notes follow the countries.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.data_refresh.market_files import month_end
from bot.data_refresh.transaction_months import COLUMNS, with_transactions
from bot.data_refresh.validation import RejectedDataError, parse_cell, require_close, require_date
from calc.market.files import TransactionsFile, TransactionsRow
from commands.common.parsing.country_table import Country, fold, names

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

_Cells = dict[str, tuple[int | None, ...]]


def url(_today: date) -> str:
    """The table keeps its address."""
    return (
        "https://ticdata.treasury.gov/resource-center/data-chart-center/tic/Documents/"
        "slt_table3.txt"
    )


def update(text: str, known: MarketFiles, today: date) -> MarketFiles:
    """The transactions with the months of a table, everything else as it was.

    Raises:
        ValueError: The table is not to be trusted.
    """
    before = known.foreign_transactions
    read = read_table(text, before)
    require_date(month_end(read.months[-1]), current=month_end(before.months[-1]), today=today)
    for key, row in (read.countries | read.totals).items():
        old = (before.countries | before.totals).get(key)
        if old is not None:
            _need_like_before(row, read.months, dict(zip(before.months, old.holdings, strict=True)))
    newest, last = read.totals[_TOTAL].holdings[-1], before.totals[_TOTAL].holdings[-1]
    if newest is None or last is None:
        raise RejectedDataError("the newest month has no sum")
    require_close("the sum of all holders", newest, last, within=_SHARE * last)
    laid_over = with_transactions(before, read)
    return known.model_copy(update={"foreign_transactions": laid_over})


def read_table(text: str, known: TransactionsFile) -> TransactionsFile:
    """The table's months from the first one that is known, complete and summing up.

    Args:
        text: As served.
        known: Tells the lines by their codes.

    Raises:
        RejectedDataError: It is no such table.
        pydantic.ValidationError: A figure is out of bounds.
    """
    lines = _lines(text)
    months = sorted({month for _, cells in lines.values() for month in cells})
    months = [month for month in months if month >= known.months[0]]
    if not months:
        raise RejectedDataError("no table, or not all of it")
    totals = {row.code: key for key, row in known.totals.items()}
    countries = {row.code: key for key, row in known.countries.items()}
    for code, (name, _) in lines.items():
        if code not in totals and code not in countries and (key := _country(name)):
            countries[code] = key
    if not totals.keys() <= lines.keys():
        raise RejectedDataError("a sum is missing")
    file = known.model_copy(
        update={
            "months": tuple(months),
            "countries": _rows(lines, countries, months),
            "totals": _rows(lines, totals, months),
        }
    )
    checked = TransactionsFile.model_validate(file.model_dump())
    total, *parts = (checked.totals[key].holdings[-1] for key in (_TOTAL, _OFFICIAL, _PRIVATE))
    if total is None or None in parts:
        raise RejectedDataError("the newest month is not complete")
    together = sum(part for part in parts if part is not None)
    require_close("the sum of both kinds of holder", together, total, within=_ROUNDING_MILLION)
    return checked


def _lines(text: str) -> dict[int, tuple[str, _Cells]]:
    """Each line's name and figures by its code."""
    rows = [[cell.strip().strip('"') for cell in line.split("\t")] for line in text.splitlines()]
    if not any(_HEADER in row for row in rows) or not any(row[0] == "Notes:" for row in rows):
        raise RejectedDataError("no table, or not all of it")
    found: dict[int, tuple[str, _Cells]] = {}
    for row in rows:
        if len(row) < _CELLS or not (row[1].isdecimal() and _MONTH.fullmatch(row[2])):
            continue
        name, cells = found.setdefault(int(row[1]), (_FOOTNOTES.sub("", row[0]), {}))
        if row[2] in cells:
            msg = f"a month twice: {name[:40]!r} {row[2]}"
            raise RejectedDataError(msg)
        cells[row[2]] = tuple(_number(row[place]) for place in _PLACES)
    if not found:
        raise RejectedDataError("no line with a figure")
    return found


def _number(cell: str) -> int | None:
    """A whole number of millions; what is no number is as good as missing."""
    value = parse_cell(cell)
    return None if value is None else round(value)


def _country(name: str) -> str | None:
    named = names().get(fold(name))
    if named is None or named.is_loose or not isinstance(named.what, Country):
        return None
    return named.what.alpha2


def _rows(
    lines: Mapping[int, tuple[str, _Cells]], keys: Mapping[int, str], months: Iterable[str]
) -> dict[str, TransactionsRow]:
    nothing = (None,) * len(_PLACES)
    result = {}
    for code, key in keys.items():
        if code in lines:
            name, cells = lines[code]
            columns = zip(*(cells.get(month, nothing) for month in months), strict=True)
            fields = dict(zip(COLUMNS, columns, strict=True))
            result[key] = TransactionsRow(name=name, code=code, **fields)
    return result


def _need_like_before(
    row: TransactionsRow, months: Iterable[str], before: Mapping[str, int | None]
) -> None:
    """A line's newest known month may be revised, not become another line's."""
    for month, value in reversed(list(zip(months, row.holdings, strict=True))):
        known = before.get(month)
        if value is not None and known is not None:
            within = max(_SHARE * known, _REVISED_MILLION)
            require_close(f"{row.name} in {month}", value, known, within=within)
            return
