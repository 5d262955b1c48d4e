"""The average interest rate on all interest-bearing debt, each month."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from bot.data_refresh.sources.fiscal_data import SERVICE, Page, Row
from bot.data_refresh.validation import RefusedError, need_day, need_near
from calc.sourced import Standing

if TYPE_CHECKING:
    from datetime import date

    from bot.data_refresh.market_files import Fresh

# The answer lists one row per kind of security, some twenty a month.
_ROWS = 60
_LINE = "Total Interest-bearing Debt"
_POINTS = 2.0


class RateRow(Row):
    """Percent a year on one kind of security."""

    security_desc: str
    avg_interest_rate_amt: Annotated[float, Field(ge=0, le=25)]


def address(_today: date) -> str:
    """The newest months."""
    return f"{SERVICE}/v2/accounting/od/avg_interest_rates?sort=-record_date&page[size]={_ROWS}"


def update(text: str, known: Fresh, today: date) -> Fresh:
    """The average rate taken from an answer, everything else as it was.

    Raises:
        ValueError: The answer is not to be trusted.
    """
    rows = Page[RateRow].model_validate_json(text).data
    totals = [row for row in rows if row.security_desc == _LINE]
    if not totals:
        raise RefusedError("no rate on all debt")
    row, before = max(totals, key=lambda row: row.record_date), known.fact("average_rate")
    need_day(row.record_date, known=before.as_of, today=today)
    need_near("the average rate", row.avg_interest_rate_amt, before.value, within=_POINTS)
    return known.with_fact(
        "average_rate", row.avg_interest_rate_amt, row.record_date, Standing.OFFICIAL
    )
