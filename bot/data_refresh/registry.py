"""Every source that is asked, in the order in which they lean on each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.data_refresh.holder_months import newest_month
from bot.data_refresh.sources import average_rate
from bot.data_refresh.sources import debt_to_penny as debt
from bot.data_refresh.sources import foreign_transactions as transactions
from bot.data_refresh.sources import major_foreign_holders as holders
from bot.data_refresh.sources import mspd_maturities as maturities
from bot.data_refresh.sources import mspd_outstanding as outstanding
from bot.data_refresh.sources import par_curve as curve

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.data_refresh.market_files import Fresh

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Source:
    """One official table.

    Args:
        name: For people.
        address: Where it is asked for on a day.
        update: What is known, brought up to date from what was served; raises `ValueError` for
            whatever cannot be trusted.
        date_of: The day of what is known from it.
        limit_bytes: More than this it never serves.
    """

    name: str
    address: Callable[[date], str]
    update: Callable[[str, Fresh, date], Fresh]
    date_of: Callable[[Fresh], date]
    limit_bytes: int = 2 * _MEGABYTE


def _holders_date(fresh: Fresh) -> date:
    return holders.month_end(newest_month(fresh.holders))


def _transactions_date(fresh: Fresh) -> date:
    return holders.month_end(fresh.foreign_transactions.months[-1])


def _fact_date(key: str) -> Callable[[Fresh], date]:
    return lambda fresh: fresh.fact(key).as_of


SOURCES = (
    Source("Par yield curve", curve.address, curve.update, lambda fresh: fresh.par_curve.as_of),
    Source("Holders abroad", holders.address, holders.update, _holders_date),
    Source(
        "Purchases and sales abroad",
        transactions.address,
        transactions.update,
        _transactions_date,
    ),
    Source("Public debt", debt.address, debt.update, _fact_date("total_public_debt")),
    Source("Average rate", average_rate.address, average_rate.update, _fact_date("average_rate")),
    Source(
        "Marketable debt",
        outstanding.address,
        outstanding.update,
        _fact_date("marketable_outstanding"),
    ),
    Source(
        "Maturities",
        maturities.address,
        maturities.update,
        _fact_date("average_maturity"),
        limit_bytes=8 * _MEGABYTE,
    ),
)
