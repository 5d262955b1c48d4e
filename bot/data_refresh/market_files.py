"""The data files that a refresh may change, and their merge with the packaged ones."""

from __future__ import annotations

import calendar
from datetime import date
from importlib import resources
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field

from bot.data_refresh.transaction_months import with_transactions
from calc.market.files import (
    CurveFile,
    FactRow,
    FactsFile,
    HolderRow,
    HoldersFile,
    TransactionsFile,
)
from calc.market.load import read_snapshot
from calc.market.securities import SecuritiesFile
from calc.ordinary_moves import MonthEndFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from calc import MarketSnapshot
    from calc.market import Standing

_REPLACED: dict[str, Callable[[MarketFiles], str]] = {
    "par_curve": lambda files: files.par_curve.as_of.isoformat(),
    "securities": lambda files: files.securities.as_of.isoformat(),
    "month_end_yields": lambda files: files.month_end_yields.last_month,
}
"""The files of which the newer one is taken whole, and what tells how new one is."""
_DATA = resources.files("calc") / "data"


def _packaged_securities() -> SecuritiesFile:
    return SecuritiesFile.model_validate_json((_DATA / "securities.json").read_bytes())


def _packaged_transactions() -> TransactionsFile:
    return TransactionsFile.model_validate_json((_DATA / "foreign_transactions.json").read_bytes())


def _packaged_month_ends() -> MonthEndFile:
    return MonthEndFile.model_validate_json((_DATA / "month_end_yields.json").read_bytes())


class MarketFiles(BaseModel):
    """The curve, the holders and the single figures, in the schemas of the data files.

    Where an older version stored no transactions, securities or month ends, the packaged ones
    count.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    par_curve: CurveFile
    holders: HoldersFile
    market_facts: FactsFile
    foreign_transactions: TransactionsFile = Field(default_factory=_packaged_transactions)
    securities: SecuritiesFile = Field(default_factory=_packaged_securities)
    month_end_yields: MonthEndFile = Field(default_factory=_packaged_month_ends)

    def fact(self, key: str) -> FactRow:
        """Return a single figure.

        Raises:
            KeyError: There is none of that name.
        """
        for row in self.market_facts.facts:
            if row.key == key:
                return row
        raise KeyError(key)

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
        replaced = {
            name: getattr(other, name)
            for name, date_of in _REPLACED.items()
            if date_of(other) >= date_of(self)
        }
        result = self.model_copy(update=replaced)
        if newest_month(other.holders) >= newest_month(self.holders):
            merged = merge_months(self.holders, other.holders)
            result = result.model_copy(update={"holders": merged})
        ours, theirs = self.foreign_transactions, other.foreign_transactions
        if theirs.months[-1] >= ours.months[-1]:
            newer_table = with_transactions(ours, theirs)
            result = result.model_copy(update={"foreign_transactions": newer_table})
        for row in self.market_facts.facts:
            for newer in other.market_facts.facts:
                if newer.key == row.key and newer.unit == row.unit and newer.as_of >= row.as_of:
                    result = result.with_fact(row.key, newer.value, newer.as_of, newer.standing)
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

    def text(name: str) -> bytes:
        return (_DATA / f"{name}.json").read_bytes()

    return MarketFiles(
        par_curve=CurveFile.model_validate_json(text("par_curve")),
        holders=HoldersFile.model_validate_json(text("holders")),
        market_facts=FactsFile.model_validate_json(text("market_facts")),
        foreign_transactions=_packaged_transactions(),
    )


def month_end(month: str) -> date:
    """Return the last day of a month such as ``2026-07``."""
    year, number = (int(part) for part in month.split("-"))
    return date(year, number, calendar.monthrange(year, number)[1])


def newest_month(file: HoldersFile) -> str:
    """Return the last month with a total of all holders, as ``2026-07``."""
    total = next(row for row in file.totals if row.key == "grand_total")
    return last_month(total)


def last_month(row: HolderRow) -> str:
    """Return the last month of a holder, as ``2026-07``."""
    return max(month for month, _, _ in row.months)


def merge_months(file: HoldersFile, other: HoldersFile) -> HoldersFile:
    """Add the months and the holders of another file; its months win.

    Months that only the first file has stay: the Treasury's table shows just thirteen.
    """
    return HoldersFile.model_validate(
        file.model_dump()
        | {
            "holders": _merged(file.holders, other.holders),
            "totals": _merged(file.totals, other.totals),
        }
    )


def _merged(rows: Iterable[HolderRow], others: Iterable[HolderRow]) -> list[HolderRow]:
    result = {row.key: row for row in rows}
    for other in others:
        row = result.get(other.key, other)
        months = {month[0]: month for month in (*row.months, *other.months)}
        result[other.key] = row.model_copy(
            update={"months": [months[key] for key in sorted(months)]}
        )
    return list(result.values())
