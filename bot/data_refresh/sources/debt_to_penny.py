"""Debt to the penny: the total public debt and the debt held by the public, daily."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.data_refresh.sources import fiscal_data as fiscal
from bot.data_refresh.validation import require_close
from calc.market import Standing

if TYPE_CHECKING:
    from datetime import date

    from bot.data_refresh.market_files import MarketFiles

_BILLION = 1e9
# Of the new value.
_MAX_CHANGE = 0.23
_ROUNDING_USD = 1e6


class DebtRow(fiscal.Row):
    """US dollars at the end of a day."""

    tot_pub_debt_out_amt: fiscal.Number = None
    intragov_hold_amt: fiscal.Number = None
    debt_held_public_amt: fiscal.Number = None


def url(_today: date) -> str:
    """Return the address of the newest days."""
    return f"{fiscal.SERVICE}/v2/accounting/od/debt_to_penny?sort=-record_date&page[size]=10"


def update(text: str, current: MarketFiles, today: date) -> MarketFiles:
    """Replace both sums."""
    return fiscal.update_facts(
        fiscal.FiscalDataPage[DebtRow].model_validate_json(text), _read, current, today
    )


def _read(_day: date, rows: list[DebtRow]) -> tuple[fiscal.Figure, ...] | None:
    total, public = rows[0].tot_pub_debt_out_amt, rows[0].debt_held_public_amt
    if total is None or public is None:
        return None
    if (rest := rows[0].intragov_hold_amt) is not None:
        require_close("the sum of both parts", public + rest, total, within=_ROUNDING_USD)
    sums = {"total_public_debt": total, "debt_held_by_public": public}
    return tuple(
        fiscal.Figure(
            key, round(usd / _BILLION, 1), _MAX_CHANGE * usd / _BILLION, Standing.OFFICIAL
        )
        for key, usd in sums.items()
    )
