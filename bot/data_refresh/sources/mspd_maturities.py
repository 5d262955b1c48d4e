"""Table 3 of the Monthly Statement of the Public Debt: every marketable security.

A re-opened security has one row per auction; only one of them has the outstanding amount. Rows
with subtotals have no CUSIP.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.data_refresh.sources import fiscal_data as fiscal
from bot.data_refresh.sources import mspd_securities
from bot.data_refresh.validation import RejectedDataError, is_close
from bot.observability.logs import log_error
from calc.market import Standing

if TYPE_CHECKING:
    from bot.data_refresh.market_files import MarketFiles

_CUSIP = re.compile(r"912[0-9A-Z]{6}")
# The statement is published within a week of a month's end: two months hold at least one.
_WINDOW = timedelta(days=62)
_MILLIONS_PER_BILLION = 1000
_DAYS_PER_YEAR = 365.25
# Table 1 may be a month newer or older.
_MAX_DIFFERENCE_FROM_TABLE_1 = 0.05
_MAX_CHANGE_POINTS = 10.0
_MAX_CHANGE_YEARS = 1.5


class SecurityRow(fiscal.Row):
    """Millions of dollars outstanding of one security, by CUSIP."""

    security_class2_desc: fiscal.Text = ""
    maturity_date: fiscal.Day = None
    outstanding_amt: fiscal.Number = None


def url(today: date) -> str:
    """Return the address of all securities of the newest months."""
    return (
        f"{fiscal.SERVICE}/v1/debt/mspd/mspd_table_3_market?fields={mspd_securities.FIELDS}"
        f"&filter=record_date:gte:{today - _WINDOW}&sort=-record_date&page[size]=10000"
    )


def update(text: str, current: MarketFiles, today: date) -> MarketFiles:
    """Replace the share due within twelve months and the average maturity."""
    market = current.fact("marketable_outstanding").value * _MILLIONS_PER_BILLION

    def read(day: date, rows: list[SecurityRow]) -> tuple[fiscal.Figure, ...] | None:
        securities = _outstanding(day, rows)
        total = sum(millions for _, millions in securities)
        if not is_close(total, market, within=_MAX_DIFFERENCE_FROM_TABLE_1 * market):
            return None
        soon = sum(millions for due, millions in securities if _is_within_a_year(day, due))
        years = sum((due - day).days * usd for due, usd in securities) / total / _DAYS_PER_YEAR
        share = round(100 * soon / total, 1)
        return (
            fiscal.Figure("due_within_12_months", share, _MAX_CHANGE_POINTS, Standing.COMPUTED),
            fiscal.Figure(
                "average_maturity", round(years, 2), _MAX_CHANGE_YEARS, Standing.COMPUTED
            ),
        )

    updated = fiscal.update_facts(
        fiscal.FiscalDataPage[SecurityRow].model_validate_json(text), read, current, today
    )
    try:
        newer_list = mspd_securities.newer_list(text, current.securities, today)
    except RejectedDataError as error:
        log_error("refresh: the list of securities stays as it was", error)
        return updated
    return updated.model_copy(update={"securities": newer_list})


def _outstanding(day: date, rows: list[SecurityRow]) -> list[tuple[date, float]]:
    """Return maturity dates and millions of dollars; rows that lack either are skipped."""
    securities = {
        row.security_class2_desc: (row.maturity_date, row.outstanding_amt)
        for row in rows
        if _CUSIP.fullmatch(row.security_class2_desc)
        and row.outstanding_amt is not None
        and row.maturity_date is not None
        and row.maturity_date >= day
    }
    return list(securities.values())


def _is_within_a_year(day: date, due: date) -> bool:
    return (due.year - 1, due.month, due.day) <= (day.year, day.month, day.day)
