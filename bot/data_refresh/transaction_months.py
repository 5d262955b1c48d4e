"""The file of transactions with the months of another one laid over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calc.market.files import TransactionsFile, TransactionsRow

COLUMNS = (
    "holdings",
    "net_purchases",
    "long_term_net_purchases",
    "valuation_change",
    "bills",
)


def with_transactions(file: TransactionsFile, other: TransactionsFile) -> TransactionsFile:
    """The file with each month that the other one has, and with its further countries.

    Months and countries that only the file has stay; labels and lists are the file's.
    """
    months = sorted({*file.months, *other.months})

    def laid_over(
        rows: dict[str, TransactionsRow], others: dict[str, TransactionsRow]
    ) -> dict[str, TransactionsRow]:
        return {
            key: _row(months, (file, rows.get(key)), (other, others.get(key)))
            for key in dict.fromkeys((*rows, *others))
        }

    return file.model_copy(
        update={
            "months": tuple(months),
            "countries": laid_over(file.countries, other.countries),
            "totals": laid_over(file.totals, other.totals),
        }
    )


def _row(
    months: list[str], *sources: tuple[TransactionsFile, TransactionsRow | None]
) -> TransactionsRow:
    known = [(file, row) for file, row in sources if row is not None]
    columns = {}
    for name in COLUMNS:
        values: dict[str, int | None] = {}
        for file, row in known:
            values |= dict(zip(file.months, getattr(row, name), strict=True))
        columns[name] = tuple(values.get(month) for month in months)
    return known[0][1].model_copy(update=columns)
