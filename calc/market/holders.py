"""What foreign residents held, bought and sold by month, from the Treasury's tables (TIC).

A change of a holding has three parts that the Treasury reports apart: net purchases, the change
of prices, and the rest (reclassifications and errors).
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from calc.market.snapshot import Holder, Holding, month_number
from calc.sourced import BILLION, MILLION, Standing

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from calc.market.files import (
        HistoryFile,
        HistoryRow,
        HolderRow,
        TransactionsFile,
        TransactionsRow,
    )

_MONTHS_PER_YEAR = 12
# In the year to April 2026 all lines together lost 2% and most less than 4% of their value; the UK
# lost 13%, more than the longest bonds did.
_MOST_THROUGH_PRICES = 0.05
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


@dataclass(frozen=True, slots=True)
class MonthOfTransactions:
    """One holder and month, US dollars; None where the table has no figure.

    Args:
        month: Its first day.
        holding_usd: At the end of the month, at market value.
        net_purchases_usd: Bought less sold, bills included; negative when more was sold.
        valuation_change_usd: Of notes and bonds, through prices.
    """

    month: date
    holding_usd: float | None
    net_purchases_usd: float | None
    valuation_change_usd: float | None
    bills_usd: float | None


@dataclass(frozen=True, slots=True)
class HoldingChange:
    """Why a holding changed, US dollars.

    Args:
        start: End of this month (its first day) to
        end: end of this one.
        net_purchases_usd: Bought less sold.
        valuation_usd: What the table counts as a change of value. Some lines have more of it than
            prices moved in that time.
        start_usd: Held at the start.
    """

    start: date
    end: date
    change_usd: float
    net_purchases_usd: float
    valuation_usd: float
    start_usd: float

    @property
    def is_through_prices(self) -> bool:
        """Prices alone may explain the change of value."""
        return abs(self.valuation_usd) <= _MOST_THROUGH_PRICES * self.start_usd

    @property
    def other_usd(self) -> float:
        """What neither purchases nor prices explain."""
        return self.change_usd - self.net_purchases_usd - self.valuation_usd


@dataclass(frozen=True, slots=True)
class ForeignTransactions:
    """Everybody's months, oldest first, by ISO 3166 code in lower case or name of a sum."""

    source: str
    names: Mapping[str, str]
    months: Mapping[str, tuple[MonthOfTransactions, ...]]

    def change(self, key: str, months: int = _MONTHS_PER_YEAR) -> HoldingChange | None:
        """Why a holding changed over its newest months; None where the table has gaps there.

        Raises:
            KeyError: The table has no such holder.
        """
        return self.change_between(key, self.months[key][-1].month, months)

    def change_between(self, key: str, end: date, months: int) -> HoldingChange | None:
        """The same over the months up to ``end``, the first day of the last one.

        Raises:
            KeyError: The table has no such holder.
        """
        rows = [row for row in self.months[key] if row.month <= end][-(months + 1) :]
        if len(rows) <= months:
            return None
        before, *during = rows
        bought = [row.net_purchases_usd for row in during]
        valued = [row.valuation_change_usd for row in during]
        first, last = before.holding_usd, during[-1].holding_usd
        if first is None or last is None or None in bought or None in valued:
            return None
        return HoldingChange(
            before.month,
            during[-1].month,
            last - first,
            sum(value for value in bought if value is not None),
            sum(value for value in valued if value is not None),
            first,
        )

    def bought_usd(self, key: str, first: date, last: date) -> float | None:
        """Bought less sold from one month to another, both counted; None where a month is missing.

        Args:
            key: Of the holder or sum.
            first: First day of the first month.
            last: First day of the last one.
        """
        rows = [row for row in self.months.get(key, ()) if first <= row.month <= last]
        bought = [row.net_purchases_usd for row in rows if row.net_purchases_usd is not None]
        wanted = (last.year - first.year) * _MONTHS_PER_YEAR + last.month - first.month + 1
        return sum(bought) if len(bought) == wanted else None

    def bills_share(self, key: str) -> float | None:
        """Bills as a share (decimal) of the newest holding known in full; None for no figure."""
        for row in reversed(self.months.get(key, ())):
            if row.holding_usd and row.bills_usd is not None:
                return row.bills_usd / row.holding_usd
        return None


def read_foreign_transactions(file: TransactionsFile) -> ForeignTransactions:
    """Everybody's months in dollars."""
    rows = file.countries | file.totals
    months = [date.fromisoformat(f"{month}-01") for month in file.months]
    return ForeignTransactions(
        source=file.source,
        names={key: row.name for key, row in rows.items()},
        months={key: _months(row, months) for key, row in rows.items()},
    )


def _months(row: TransactionsRow, months: list[date]) -> tuple[MonthOfTransactions, ...]:
    columns = (row.holdings, row.net_purchases, row.valuation_change, row.bills)
    return tuple(
        MonthOfTransactions(month, *(None if v is None else v * MILLION for v in values))
        for month, *values in zip(months, *columns, strict=True)
    )


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
        if month_number(newest) - month_number(holder.latest.month) <= _LISTED_MONTHS
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
                months[day] = Holding(day, _rounded(value_m * MILLION), Standing.OFFICIAL)
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
    unit = 0.1 * BILLION if usd >= _LEAST_ROUNDED_USD else MILLION
    return float(round(usd / unit) * round(unit))


def _day(text: str) -> date:
    year, month = (int(part) for part in text.split("-"))
    return month_end(year, month)
