"""Table 1 of the Monthly Statement of the Public Debt: what is outstanding, by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.data_refresh.sources.fiscal_data import SERVICE, MaybeMillionUsd, Page, Row, of_newest_day
from bot.data_refresh.validation import RefusedError, need_day, need_near
from calc.sourced import Standing

if TYPE_CHECKING:
    from datetime import date

    from bot.data_refresh.market_files import Fresh

# Some fifteen rows a month.
_ROWS = 50
_MILLIONS_A_BILLION = 1000
_SHARE = 0.30
_BILLS_POINTS = 10.0


class KindRow(Row):
    """Millions of dollars of one kind of security, or of a sum of kinds."""

    security_type_desc: str
    security_class_desc: str
    total_mil_amt: MaybeMillionUsd


def address(_today: date) -> str:
    """The newest months."""
    return f"{SERVICE}/v1/debt/mspd/mspd_table_1?sort=-record_date&page[size]={_ROWS}"


def update(text: str, known: Fresh, today: date) -> Fresh:
    """The marketable debt and the share of bills taken from an answer, the rest as it was.

    Raises:
        ValueError: The answer is not to be trusted.
    """
    rows = of_newest_day(Page[KindRow].model_validate_json(text).data)
    kinds = {
        row.security_class_desc: row.total_mil_amt or 0.0
        for row in rows
        if row.security_type_desc == "Marketable"
    }
    totals = [row.total_mil_amt for row in rows if row.security_type_desc == "Total Marketable"]
    if "Bills" not in kinds or len(totals) != 1 or not totals[0]:
        raise RefusedError("no marketable debt by kind")
    total = totals[0]
    need_near("the sum of all kinds", sum(kinds.values()), total, within=total / 1000)
    day, billion = rows[0].record_date, round(total / _MILLIONS_A_BILLION, 1)
    before = known.fact("marketable_outstanding")
    need_day(day, known=before.as_of, today=today)
    need_near("marketable debt", billion, before.value, within=_SHARE * before.value)
    bills = round(100 * kinds["Bills"] / total, 1)
    need_near("bills, in percent", bills, known.fact("bills_share").value, within=_BILLS_POINTS)
    return known.with_fact("marketable_outstanding", billion, day, Standing.OFFICIAL).with_fact(
        "bills_share", bills, day, Standing.COMPUTED
    )
