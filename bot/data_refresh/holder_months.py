"""The holders' file with the months of another one laid over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.market.files import HolderRow, HoldersFile

if TYPE_CHECKING:
    from collections.abc import Iterable


def newest_month(file: HoldersFile) -> str:
    """The last month for which the sum of all holders is known, as ``2026-07``."""
    total = next(row for row in file.totals if row.key == "grand_total")
    return max(month for month, _, _ in total.months)


def with_months(file: HoldersFile, other: HoldersFile) -> HoldersFile:
    """The file with every month that the other one has, and with its further holders.

    Months that only the file has stay: the Treasury's table shows thirteen and drops the rest.
    """
    return HoldersFile.model_validate(
        file.model_dump()
        | {
            "holders": _laid_over(file.holders, other.holders),
            "totals": _laid_over(file.totals, other.totals),
        }
    )


def _laid_over(rows: Iterable[HolderRow], others: Iterable[HolderRow]) -> list[HolderRow]:
    result = {row.key: row for row in rows}
    for other in others:
        row = result.get(other.key, other)
        months = {month[0]: month for month in (*row.months, *other.months)}
        result[other.key] = HolderRow(
            key=row.key, name=row.name, months=[months[key] for key in sorted(months)]
        )
    return list(result.values())
