"""The official sources, in dependency order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.data_refresh.market_files import month_end, newest_month
from bot.data_refresh.sources import (
    average_rate,
    debt_to_penny,
    fed_balance_sheet,
    foreign_transactions,
    major_foreign_holders,
    mspd_maturities,
    mspd_outstanding,
    par_curve,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from bot.data_refresh.market_files import MarketFiles

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class RefreshSource:
    """One official table.

    Args:
        name: Shown in the progress and in the logs.
        url: Where to fetch it on a day.
        update: Updates the current files by a response; raises `ValueError` if it is implausible.
        date_of: The date of its figures in the files.
        notes: Figures that the last response did not contain.
        limit_bytes: The longest response.
    """

    name: str
    url: Callable[[date], str]
    update: Callable[[str, MarketFiles, date], MarketFiles]
    date_of: Callable[[MarketFiles], date]
    notes: Callable[[MarketFiles], tuple[str, ...]] = lambda _: ()
    limit_bytes: int = 2 * _MEGABYTE


def _fact(key: str) -> Callable[[MarketFiles], date]:
    return lambda files: files.fact(key).as_of


SOURCES = (
    RefreshSource(
        "Par yield curve", par_curve.url, par_curve.update, lambda files: files.par_curve.as_of
    ),
    RefreshSource(
        "Holders abroad",
        major_foreign_holders.url,
        major_foreign_holders.update,
        lambda files: month_end(newest_month(files.holders)),
        notes=major_foreign_holders.unlisted,
    ),
    RefreshSource(
        "Purchases and sales abroad",
        foreign_transactions.url,
        foreign_transactions.update,
        lambda files: month_end(files.foreign_transactions.months[-1]),
    ),
    RefreshSource(
        "Public debt", debt_to_penny.url, debt_to_penny.update, _fact("total_public_debt")
    ),
    RefreshSource("Average rate", average_rate.url, average_rate.update, _fact("average_rate")),
    RefreshSource(
        "Marketable debt",
        mspd_outstanding.url,
        mspd_outstanding.update,
        _fact("marketable_outstanding"),
    ),
    RefreshSource(
        "Maturities",
        mspd_maturities.url,
        mspd_maturities.update,
        _fact("average_maturity"),
        limit_bytes=8 * _MEGABYTE,
    ),
    RefreshSource(
        "Federal Reserve", fed_balance_sheet.url, fed_balance_sheet.update, _fact("fed_custody")
    ),
)
