"""The data files that a refresh may change, and their merge with the packaged ones."""

from __future__ import annotations

import calendar
import json
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict

from calc.market.files import (
    CurveFile,
    FactRow,
    FactsFile,
    HolderRow,
    HoldersFile,
    MonthEndFile,
    SecuritiesFile,
    TransactionsFile,
)
from calc.market.load import read_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from calc import MarketSnapshot
    from calc.market import Standing
    from calc.market.files import TransactionsRow

TRANSACTION_COLUMNS = (
    "holdings",
    "net_purchases",
    "long_term_net_purchases",
    "valuation_change",
    "bills",
)
_REPLACED: dict[str, Callable[[MarketFiles], str]] = {
    "par_curve": lambda files: files.par_curve.as_of.isoformat(),
    "securities": lambda files: files.securities.as_of.isoformat(),
    "month_end_yields": lambda files: files.month_end_yields.last_month,
}
"""The files of which the newer one is taken whole, and what tells how new one is."""
_DATA = resources.files("calc") / "data"


class MarketFiles(BaseModel):
    """The files in the schemas of the packaged ones."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    par_curve: CurveFile
    holders: HoldersFile
    market_facts: FactsFile
    foreign_transactions: TransactionsFile
    securities: SecuritiesFile
    month_end_yields: MonthEndFile

    def fact(self, key: str) -> FactRow:
        """Return a single figure; raise `KeyError` where there is none of that name."""
        return {row.key: row for row in self.market_facts.facts}[key]

    def with_fact(self, key: str, value: float, as_of: date, standing: Standing) -> MarketFiles:
        """Replace a single figure."""
        newer = {"value": value, "as_of": as_of, "standing": standing}
        row = FactRow.model_validate(self.fact(key).model_dump() | newer)
        facts = [row if fact.key == key else fact for fact in self.market_facts.facts]
        return self.model_copy(
            update={"market_facts": self.market_facts.model_copy(update={"facts": facts})}
        )

    def updated_by(self, other: MarketFiles) -> MarketFiles:
        """Take from other files what is not older: they may hold revisions of the same date.

        Labels, units and lists stay: the other files may come from an older version.
        """
        newer: dict[str, object] = {
            name: getattr(other, name)
            for name, date_of in _REPLACED.items()
            if date_of(other) >= date_of(self)
        }
        if newest_month(other.holders) >= newest_month(self.holders):
            newer["holders"] = with_holders(self.holders, other.holders)
        ours, theirs = self.foreign_transactions, other.foreign_transactions
        if theirs.months[-1] >= ours.months[-1]:
            newer["foreign_transactions"] = with_transactions(ours, theirs)
        result = self.model_copy(update=newer)
        theirs_by_key = {row.key: row for row in other.market_facts.facts}
        for row in self.market_facts.facts:
            fact = theirs_by_key.get(row.key, row)
            if fact.unit == row.unit and fact.as_of >= row.as_of:
                result = result.with_fact(fact.key, fact.value, fact.as_of, fact.standing)
        return result

    def snapshot(self) -> MarketSnapshot:
        """Read the market from these files and the other packaged ones.

        Raises:
            ValueError: They do not fit together.
        """
        parts = {name: getattr(self, name) for name in type(self).model_fields}
        return read_snapshot(_DATA, {name: part.model_dump_json() for name, part in parts.items()})


def packaged_files() -> MarketFiles:
    """Read the files that ship with this version."""
    return MarketFiles.model_validate(
        {
            name: json.loads((_DATA / f"{name}.json").read_bytes())
            for name in MarketFiles.model_fields
        }
    )


def month_end(month: str) -> date:
    """Return the last day of a month such as ``2026-07``."""
    year, number = (int(part) for part in month.split("-"))
    return date(year, number, calendar.monthrange(year, number)[1])


def newest_month(file: HoldersFile) -> str:
    """Return the last month with a total of all holders, as ``2026-07``."""
    return last_month(next(row for row in file.totals if row.key == "grand_total"))


def last_month(row: HolderRow) -> str:
    """Return the last month of a holder, as ``2026-07``."""
    return max(month for month, _, _ in row.months)


def with_holders(file: HoldersFile, other: HoldersFile) -> HoldersFile:
    """Add the months and the holders of another file; its months win.

    Months that only the first file has stay: the Treasury's table shows just thirteen.
    """

    def merged(rows: Iterable[HolderRow], others: Iterable[HolderRow]) -> list[HolderRow]:
        result = {row.key: row for row in rows}
        for newer in others:
            row = result.get(newer.key, newer)
            months = {month[0]: month for month in (*row.months, *newer.months)}
            in_order = [months[name] for name in sorted(months)]
            result[newer.key] = row.model_copy(update={"months": in_order})
        return list(result.values())

    holders, totals = merged(file.holders, other.holders), merged(file.totals, other.totals)
    return HoldersFile.model_validate(file.model_dump() | {"holders": holders, "totals": totals})


def with_transactions(file: TransactionsFile, other: TransactionsFile) -> TransactionsFile:
    """Add the months and the countries of another file; its months win. Labels are the file's."""
    months = sorted({*file.months, *other.months})

    def merged(
        rows: dict[str, TransactionsRow], others: dict[str, TransactionsRow]
    ) -> dict[str, TransactionsRow]:
        result = {}
        for key in dict.fromkeys((*rows, *others)):
            known = [(file.months, rows[key])] if key in rows else []
            known += [(other.months, others[key])] if key in others else []
            columns = {}
            for name in TRANSACTION_COLUMNS:
                values: dict[str, int | None] = {}
                for its_months, row in known:
                    values |= dict(zip(its_months, getattr(row, name), strict=True))
                columns[name] = tuple(values.get(month) for month in months)
            result[key] = known[0][1].model_copy(update=columns)
        return result

    newer = {
        "months": tuple(months),
        "countries": merged(file.countries, other.countries),
        "totals": merged(file.totals, other.totals),
    }
    return file.model_copy(update=newer)
