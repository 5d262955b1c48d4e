"""Each holder's months from the three tables of the Treasury that give them."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING

from calc.market.snapshot import Holder, Holding
from calc.sourced import BILLION, Standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from calc.market.files import HistoryFile, HistoryRow, HolderRow, TransactionsFile

_MILLION = 1e6
# The tables of major holders have one decimal of a billion; what is smaller needs the millions.
_LEAST_ROUNDED_USD = 10e9
# A holder whose last figure is older than this has left the tables.
_LISTED_MONTHS = 12
_TOTALS = {
    "grand_total": ("total", "total"),
    "foreign_official": ("official", "official"),
    "foreign_official_bills": ("official_bills", None),
    "foreign_official_notes_and_bonds": ("official_long_term", None),
}


def read_holders(
    rows: Mapping[str, HolderRow],
    history: HistoryFile,
    transactions: TransactionsFile,
    custody_centres: Collection[str],
) -> dict[str, Holder]:
    """Every country with a figure not older than a year before the newest one.

    Of one month the table of transactions counts, then that of major holders, then the history.
    """
    result = {}
    for key in dict.fromkeys((*rows, *transactions.countries, *history.holders)):
        if len(key) != len("jp"):
            continue
        row, line = rows.get(key), transactions.countries.get(key)
        months = _merged(history.holders.get(key), row, transactions, key)
        name = row.name if row else line.name if line else key.upper()
        if months:
            result[key] = Holder(key, name, months, key in custody_centres)
    newest = max(holder.latest.month for holder in result.values())
    return {
        key: holder
        for key, holder in result.items()
        if _count(newest) - _count(holder.latest.month) <= _LISTED_MONTHS
    }


def read_totals(
    rows: Mapping[str, HolderRow], history: HistoryFile, transactions: TransactionsFile
) -> dict[str, Holder]:
    """The sums of holders that the table of major holders prints."""
    result = {}
    for key, row in rows.items():
        old, line = _TOTALS.get(key, (None, None))
        before = history.holders.get(old) if old else None
        result[key] = Holder(key, row.name, _merged(before, row, transactions, line))
    return result


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def _merged(
    before: HistoryRow | None,
    row: HolderRow | None,
    transactions: TransactionsFile,
    line: str | None,
) -> tuple[Holding, ...]:
    months: dict[date, Holding] = {}
    if before is not None:
        months |= {held.month: held for held in _history(before)}
    for text, value, standing in row.months if row else ():
        day = _day(text)
        # A figure that others quoted never replaces one of the Treasury's own tables.
        if standing is Standing.OFFICIAL or day not in months:
            months[day] = Holding(day, _rounded(value * BILLION), standing)
    lines = transactions.countries | transactions.totals
    if line in lines:
        for text, value_m in zip(transactions.months, lines[line].holdings, strict=True):
            if value_m is not None:
                day = _day(text)
                months[day] = Holding(day, _rounded(value_m * _MILLION), Standing.OFFICIAL)
    return tuple(months[day] for day in sorted(months))


def _history(row: HistoryRow) -> Iterator[Holding]:
    first = _day(row.first_month)
    for index, value in enumerate(row.values):
        if value is None:
            continue
        year, month = divmod(first.year * 12 + first.month - 1 + index, 12)
        yield Holding(month_end(year, month + 1), _rounded(value * BILLION), Standing.OFFICIAL)


def _rounded(usd: float) -> float:
    """Floats must not turn 135.2 billion into 135.19999."""
    unit = 0.1 * BILLION if usd >= _LEAST_ROUNDED_USD else _MILLION
    return float(round(usd / unit) * round(unit))


def _day(text: str) -> date:
    year, month = (int(part) for part in text.split("-"))
    return month_end(year, month)


def _count(day: date) -> int:
    return day.year * 12 + day.month
