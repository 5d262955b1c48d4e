"""Table 3 of the Monthly Statement of the Public Debt: every marketable security.

A re-opened security has one row per auction; only one of them has the outstanding amount, which
includes the little that other government accounts hold. Rows with subtotals have no CUSIP. Rows
that lack something are left out, and a month of which that is more than a little is not complete.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeAlias

from bot.data_refresh.sources.fiscal_data import SERVICE, newest_complete
from bot.data_refresh.validation import (
    Figure,
    RefreshSource,
    is_close,
    parse_cell,
    parse_day,
    require_date,
    with_figures,
)
from calc.market import Standing
from calc.market.files import SecuritiesFile
from calc.market.snapshot import DebtType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.data_refresh.market_files import MarketFiles
    from bot.data_refresh.sources.fiscal_data import Rows

_FIELDS: Final = (
    "record_date,security_class1_desc,security_class2_desc,interest_rate_pct,maturity_date,"
    "outstanding_amt"
)
_CUSIP: Final = re.compile(r"912[0-9A-Z]{6}")
# The statement is published within a week of a month's end: two months hold at least one.
_WINDOW: Final = timedelta(days=62)
_MILLIONS_PER_BILLION: Final = 1000
_DAYS_PER_YEAR: Final = 365.25
_PLACES, _LEAST_SHARE, _LEAST_COUNT = 4, 0.99, 200
# Table 1 may be a month newer or older.
_MAX_DIFFERENCE_FROM_TABLE_1: Final = 0.05
_MAX_CHANGE_POINTS, _MAX_CHANGE_YEARS, _MAX_COUPON = 10.0, 1.5, 25.0
# By what a class is called, most telling first: "Inflation-Indexed Notes" are TIPS.
_KINDS: Final = (
    ("inflation", DebtType.TIPS),
    ("floating", DebtType.FRN),
    ("bill", DebtType.BILL),
    ("note", DebtType.NOTE),
    ("bond", DebtType.BOND),
)
_WITH_COUPON: Final = frozenset({DebtType.NOTE, DebtType.BOND, DebtType.TIPS})


_Row: TypeAlias = tuple[str, DebtType, date, float, float | None]
"""CUSIP, kind, maturity, billions of dollars, coupon in percent."""


def url(today: date) -> str:
    """Return the address of all securities of the newest months."""
    return (
        f"{SERVICE}/v1/debt/mspd/mspd_table_3_market?fields={_FIELDS}"
        f"&filter=record_date:gte:{today - _WINDOW}&sort=-record_date&page[size]=10000"
    )


def update(text: str, current: MarketFiles, today: date) -> MarketFiles:
    """Replace the list, the share due within twelve months and the average maturity."""
    market = current.fact("marketable_outstanding").value

    def read(day: date, rows: Rows) -> tuple[date, list[_Row]] | None:
        securities = _complete(rows, day)
        total = sum(row[3] for row in securities)
        is_all = is_close(total, market, within=_MAX_DIFFERENCE_FROM_TABLE_1 * market)
        return (day, securities) if is_all else None

    day, securities = newest_complete(text, read)
    updated = with_figures(current, _figures(day, securities), today)
    require_date(day, current=current.securities.as_of, today=today)
    newer = {
        "title": "Marketable Treasury securities outstanding",
        "as_of": day,
        "securities": sorted(
            (row for row in securities if row[2] > day), key=lambda row: (row[2], row[0])
        ),
    }
    known = current.securities.model_dump()
    return updated.model_copy(update={"securities": SecuritiesFile.model_validate(known | newer)})


def _figures(day: date, securities: Sequence[_Row]) -> tuple[Figure, Figure]:
    total = sum(billions for *_, billions, _ in securities)
    soon = sum(billions for _, _, due, billions, _ in securities if _is_within_a_year(day, due))
    days = sum((due - day).days * billions for _, _, due, billions, _ in securities)
    share, years = round(100 * soon / total, 1), round(days / total / _DAYS_PER_YEAR, 2)
    return (
        Figure("due_within_12_months", share, day, _MAX_CHANGE_POINTS, Standing.COMPUTED),
        Figure("average_maturity", years, day, _MAX_CHANGE_YEARS, Standing.COMPUTED),
    )


def _is_within_a_year(day: date, due: date) -> bool:
    return (due.year - 1, due.month, due.day) <= (day.year, day.month, day.day)


def _complete(rows: Rows, day: date) -> list[_Row]:
    """Read the securities of a month; none where too many, or too large ones, cannot be read."""
    served = [row for row in rows if _CUSIP.fullmatch(str(row.get("security_class2_desc")))]
    read = {row[0]: row for row in map(_read, served) if row is not None and row[2] >= day}
    # What has no date that can be read counts as due later.
    owed = {
        row["security_class2_desc"]
        for row in served
        if (parse_day(row.get("maturity_date")) or day) >= day
    }
    total = sum(max(0.0, parse_cell(row.get("outstanding_amt")) or 0.0) for row in served)
    is_complete = (
        len(read) >= max(_LEAST_COUNT, _LEAST_SHARE * len(owed))
        and sum(row[3] for row in read.values()) >= _LEAST_SHARE * total / _MILLIONS_PER_BILLION
    )
    return list(read.values()) if is_complete else []


def _read(row: Mapping[str, object]) -> _Row | None:
    """Read a security; None where something is missing or out of bounds."""
    named = str(row.get("security_class1_desc")).lower()
    kind = next((kind for word, kind in _KINDS if word in named), None)
    due = parse_day(row.get("maturity_date"))
    millions = parse_cell(row.get("outstanding_amt"))
    if kind is None or due is None or millions is None:
        return None
    billions = round(millions / _MILLIONS_PER_BILLION, _PLACES)
    coupon = parse_cell(row.get("interest_rate_pct")) if kind in _WITH_COUPON else None
    is_paid = kind not in _WITH_COUPON or (coupon is not None and 0 <= coupon <= _MAX_COUPON)
    if billions <= 0 or not is_paid:
        return None
    return str(row["security_class2_desc"]), kind, due, billions, coupon


SOURCE = RefreshSource(
    "Maturities",
    url,
    update,
    lambda files: files.fact("average_maturity").as_of,
    limit_bytes=8_000_000,
)
