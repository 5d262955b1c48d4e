"""The Treasury's Fiscal Data service: JSON rows in which every value is a string."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated, TypeAlias, TypeVar

from pydantic import BaseModel, Field

from bot.data_refresh.validation import (
    Figure,
    RefreshSource,
    first_complete,
    is_close,
    parse_cell,
    parse_day,
    require_close,
    with_figures,
)
from calc.market import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from bot.data_refresh.market_files import MarketFiles

SERVICE = "https://api.fiscaldata.treasury.gov/services/api/fiscal_service"
_BILLION, _MILLIONS_PER_BILLION = 1e9, 1000
# Of the new value.
_MAX_CHANGE = 0.23
_MAX_CHANGE_POINTS, _MAX_CHANGE_RATE_POINTS = 10.0, 2.0
_ROUNDING_USD = 1e6

Rows: TypeAlias = list[dict[str, object]]
_Reading = TypeVar("_Reading")
_Read: TypeAlias = "Callable[[date, Rows], Sequence[Figure] | None]"


class FiscalDataPage(BaseModel):
    """One response."""

    data: Annotated[Rows, Field(min_length=1, max_length=20_000)]


def newest_complete(text: str, read: Callable[[date, Rows], _Reading | None]) -> _Reading:
    """Read the newest complete date.

    Args:
        text: The response.
        read: Reads the rows of one date; None if these are incomplete.

    Raises:
        ValueError: No date is complete.
    """
    by_date: dict[date, Rows] = {}
    for row in FiscalDataPage.model_validate_json(text).data:
        if (day := parse_day(row.get("record_date"))) is not None:
            by_date.setdefault(day, []).append(row)
    newest_first = sorted(by_date, reverse=True)
    return first_complete(newest_first, lambda day: read(day, by_date[day]), "no complete date")


def _update(read: _Read, text: str, current: MarketFiles, today: date) -> MarketFiles:
    return with_figures(current, newest_complete(text, read), today)


def _source(name: str, table: str, row_count: int, fact: str, read: _Read) -> RefreshSource:
    """A table whose newest rows hold single figures; the date of one of these is its date."""
    url = f"{SERVICE}/{table}?sort=-record_date&page[size]={row_count}"
    return RefreshSource(
        name, lambda _: url, partial(_update, read), lambda files: files.fact(fact).as_of
    )


def _read_debt(day: date, rows: Rows) -> Sequence[Figure] | None:
    """Read the total public debt and the debt held by the public, US dollars."""
    fields = ("tot_pub_debt_out_amt", "debt_held_public_amt", "intragov_hold_amt")
    total, public, rest = (parse_cell(rows[0].get(field)) for field in fields)
    if total is None or public is None:
        return None
    if rest is not None:
        require_close("the sum of both parts", public + rest, total, within=_ROUNDING_USD)
    sums = {"total_public_debt": total / _BILLION, "debt_held_by_public": public / _BILLION}
    return [Figure(key, round(usd, 1), day, _MAX_CHANGE * usd) for key, usd in sums.items()]


def _read_average_rate(day: date, rows: Rows) -> Sequence[Figure] | None:
    """Read the average rate on all interest-bearing debt, percent; a row for each kind."""
    rates = {row.get("security_desc"): row.get("avg_interest_rate_amt") for row in reversed(rows)}
    rate = parse_cell(rates.get("Total Interest-bearing Debt"))
    return None if rate is None else [Figure("average_rate", rate, day, _MAX_CHANGE_RATE_POINTS)]


def _read_marketable(day: date, rows: Rows) -> Sequence[Figure] | None:
    """Read the marketable debt and the share of bills; millions of dollars for each kind."""
    amounts = {
        (row.get("security_type_desc"), row.get("security_class_desc")): parse_cell(
            row.get("total_mil_amt")
        )
        for row in rows
    }
    bills, total = amounts.get(("Marketable", "Bills")), amounts.get(("Total Marketable", "_"))
    if bills is None or not total:
        return None
    kinds = [millions for (kind, _), millions in amounts.items() if kind == "Marketable"]
    known = sum(millions or 0.0 for millions in kinds)
    if None in kinds and not is_close(known, total, within=total / 1000):
        return None
    require_close("the sum of all kinds", known, total, within=total / 1000)
    billion, share = round(total / _MILLIONS_PER_BILLION, 1), round(100 * bills / total, 1)
    return [
        Figure("marketable_outstanding", billion, day, _MAX_CHANGE * billion),
        Figure("bills_share", share, day, _MAX_CHANGE_POINTS, Standing.COMPUTED),
    ]


# Days have one row, months some twenty or fifteen.
PUBLIC_DEBT = _source(
    "Public debt", "v2/accounting/od/debt_to_penny", 10, "total_public_debt", _read_debt
)
AVERAGE_RATE = _source(
    "Average rate", "v2/accounting/od/avg_interest_rates", 60, "average_rate", _read_average_rate
)
MARKETABLE_DEBT = _source(
    "Marketable debt", "v1/debt/mspd/mspd_table_1", 50, "marketable_outstanding", _read_marketable
)
