"""Debt to the penny: the whole public debt and the part that the public holds, each working day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.data_refresh.sources.fiscal_data import SERVICE, Page, Row, Usd, of_newest_day
from bot.data_refresh.validation import need_day, need_near
from calc.sourced import Standing

if TYPE_CHECKING:
    from datetime import date

    from bot.data_refresh.market_files import Fresh

_BILLION = 1e9
_SHARE = 0.30


class DebtRow(Row):
    """US dollars at the end of a day."""

    tot_pub_debt_out_amt: Usd
    intragov_hold_amt: Usd
    debt_held_public_amt: Usd


def address(_today: date) -> str:
    """The newest day."""
    return f"{SERVICE}/v2/accounting/od/debt_to_penny?sort=-record_date&page[size]=1"


def update(text: str, known: Fresh, today: date) -> Fresh:
    """Both sums taken from an answer, everything else as it was.

    Raises:
        ValueError: The answer is not to be trusted.
    """
    row = of_newest_day(Page[DebtRow].model_validate_json(text).data)[0]
    parts = row.intragov_hold_amt + row.debt_held_public_amt
    need_near("the sum of both parts", parts, row.tot_pub_debt_out_amt, within=1e6)
    newer = {
        "total_public_debt": row.tot_pub_debt_out_amt,
        "debt_held_by_public": row.debt_held_public_amt,
    }
    for key, usd in newer.items():
        before, billion = known.fact(key), round(usd / _BILLION, 1)
        need_day(row.record_date, known=before.as_of, today=today)
        need_near(key, billion, before.value, within=_SHARE * before.value)
        known = known.with_fact(key, billion, row.record_date, Standing.OFFICIAL)
    return known
