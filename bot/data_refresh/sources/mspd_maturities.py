"""Table 3 of the Monthly Statement of the Public Debt: every marketable security.

A re-opened security has one row for each opening; only the first of them carries what is
outstanding. Sums stand between the securities.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.data_refresh.sources import mspd_securities
from bot.data_refresh.sources.fiscal_data import (
    SERVICE,
    MaybeDay,
    MaybeMillionUsd,
    Page,
    Row,
    of_newest_day,
)
from bot.data_refresh.validation import RefusedError, need_day, need_near
from bot.observability.logs import log_error
from calc.sourced import Standing

if TYPE_CHECKING:
    from bot.data_refresh.market_files import Fresh

_CUSIP = re.compile(r"912[0-9A-Z]{6}")
# The statement comes out within a week of a month's end: two months hold at least one.
_WINDOW = timedelta(days=62)
_MILLIONS_A_BILLION = 1000
_DAYS_A_YEAR = 365.25
# Against Table 1, which may be a month newer or older.
_TOTAL_SHARE = 0.05
_DUE_POINTS = 10.0
_AVERAGE_YEARS = 1.5


class SecurityRow(Row):
    """Millions of dollars outstanding of one security, by its CUSIP."""

    security_class2_desc: str
    maturity_date: MaybeDay
    outstanding_amt: MaybeMillionUsd


def address(today: date) -> str:
    """All securities of the newest months."""
    return (
        f"{SERVICE}/v1/debt/mspd/mspd_table_3_market?fields={mspd_securities.FIELDS}"
        f"&filter=record_date:gte:{today - _WINDOW}&sort=-record_date&page[size]=10000"
    )


def update(text: str, known: Fresh, today: date) -> Fresh:
    """Share due within twelve months and average maturity from an answer, the rest as it was.

    Raises:
        ValueError: The answer is not to be trusted.
    """
    rows = of_newest_day(Page[SecurityRow].model_validate_json(text).data)
    day = rows[0].record_date
    millions = _outstanding(rows)
    total = sum(usd for _, usd in millions.values())
    market = known.fact("marketable_outstanding").value
    billion = total / _MILLIONS_A_BILLION
    need_near("the sum of all securities", billion, market, within=_TOTAL_SHARE * market)
    soon = sum(usd for due, usd in millions.values() if due <= _a_year_after(day))
    life = sum((due - day).days * usd for due, usd in millions.values()) / total / _DAYS_A_YEAR
    newer = {
        "due_within_12_months": (round(100 * soon / total, 1), _DUE_POINTS),
        "average_maturity": (round(life, 2), _AVERAGE_YEARS),
    }
    for key, (value, within) in newer.items():
        before = known.fact(key)
        need_day(day, known=before.as_of, today=today)
        need_near(key, value, before.value, within=within)
        known = known.with_fact(key, value, day, Standing.COMPUTED)
    try:
        newer_list = mspd_securities.newer_list(text, known.securities, today)
    except RefusedError as error:
        log_error("refresh: the list of securities stays as it was", error)
        return known
    return known.model_copy(update={"securities": newer_list})


def _outstanding(rows: list[SecurityRow]) -> dict[str, tuple[date, float]]:
    """Day of maturity and millions of dollars, once for each security."""
    result: dict[str, tuple[date, float]] = {}
    for row in rows:
        if _CUSIP.fullmatch(row.security_class2_desc) and row.outstanding_amt is not None:
            if row.maturity_date is None or row.maturity_date < row.record_date:
                raise RefusedError("a security without a day of maturity to come")
            result[row.security_class2_desc] = (row.maturity_date, row.outstanding_amt)
    return result


def _a_year_after(day: date) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + 1, 2, 28)
    return day.replace(year=day.year + 1)
