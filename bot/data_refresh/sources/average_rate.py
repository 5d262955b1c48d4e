"""The average interest rate on all interest-bearing debt, monthly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.data_refresh.sources import fiscal_data as fiscal
from calc.market import Standing

if TYPE_CHECKING:
    from datetime import date

    from bot.data_refresh.market_files import MarketFiles

_LINE = "Total Interest-bearing Debt"
_MAX_CHANGE_POINTS = 2.0


class RateRow(fiscal.Row):
    """Percent a year on one kind of security."""

    security_desc: fiscal.Text = ""
    avg_interest_rate_amt: fiscal.Number = None


def url(_today: date) -> str:
    """Return the address of the newest months; each has some twenty rows."""
    return f"{fiscal.SERVICE}/v2/accounting/od/avg_interest_rates?sort=-record_date&page[size]=60"


def update(text: str, current: MarketFiles, today: date) -> MarketFiles:
    """Replace the average rate."""
    return fiscal.update_facts(
        fiscal.FiscalDataPage[RateRow].model_validate_json(text), _read, current, today
    )


def _read(_day: date, rows: list[RateRow]) -> tuple[fiscal.Figure, ...] | None:
    rate = next((row.avg_interest_rate_amt for row in rows if row.security_desc == _LINE), None)
    if rate is None:
        return None
    return (fiscal.Figure("average_rate", rate, _MAX_CHANGE_POINTS, Standing.OFFICIAL),)
