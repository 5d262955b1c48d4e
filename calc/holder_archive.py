"""Earlier releases of the Treasury's table of foreign holders.

Kept apart from the snapshot: the newest table decides every answer, the older ones only say when a
figure that is still quoted was right.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from calc.market import Holding
from calc.sourced import BILLION, BillionUsd, FrozenRecord, Month, Source, Standing, Url

if TYPE_CHECKING:
    from collections.abc import Mapping


_PositiveBillions = Annotated[BillionUsd, Field(gt=0)]


class _Table(FrozenRecord):
    title: str
    url: Url
    last_month: Month
    holders: dict[str, Annotated[tuple[_PositiveBillions, ...], Field(min_length=1)]]


class _ArchiveFile(FrozenRecord):
    title: str
    unit: Literal["billion USD"]
    publisher: str
    standing: Standing
    note: str
    tables: Annotated[tuple[_Table, ...], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class OldTable:
    """One release of the table.

    Args:
        source: Where it was published.
        months: Of each holder, oldest first, as printed then; US dollars.
    """

    source: Source
    months: Mapping[str, tuple[Holding, ...]]


@cache
def old_tables() -> tuple[OldTable, ...]:
    """The older tables that ship with this version, oldest first, read once.

    Raises:
        pydantic.ValidationError: The data file is not what it should be.
    """
    path = resources.files("calc") / "data" / "holder_archive.json"
    return read_old_tables(path.read_bytes())


def read_old_tables(content: bytes | str) -> tuple[OldTable, ...]:
    """Read and check a file of older tables.

    Raises:
        pydantic.ValidationError: It is not what it should be.
    """
    file = _ArchiveFile.model_validate_json(content)
    return tuple(
        OldTable(
            Source(
                key=f"tic_{table.last_month}",
                publisher=file.publisher,
                title=table.title,
                url=table.url,
            ),
            {
                key: _dated(values, table.last_month, file.standing)
                for key, values in table.holders.items()
            },
        )
        for table in sorted(file.tables, key=lambda table: table.last_month)
    )


def _dated(
    newest_first: tuple[float, ...], last_month: str, standing: Standing
) -> tuple[Holding, ...]:
    year, month = (int(part) for part in last_month.split("-"))
    last = year * 12 + month - 1
    return tuple(
        Holding(_month_end(last - back), float(round(value * BILLION)), standing)
        for back, value in reversed(list(enumerate(newest_first)))
    )


def _month_end(months_since_year_0: int) -> date:
    year, month = divmod(months_since_year_0, 12)
    return date(year, month + 1, calendar.monthrange(year, month + 1)[1])
