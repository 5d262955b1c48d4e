"""Table 1 of the Monthly Statement of the Public Debt: outstanding debt by kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.data_refresh.sources import fiscal_data as fiscal
from bot.data_refresh.validation import is_close, require_close
from calc.market import Standing

if TYPE_CHECKING:
    from datetime import date

    from bot.data_refresh.market_files import MarketFiles

_MILLIONS_PER_BILLION = 1000
# Of the new value.
_MAX_CHANGE = 0.23
_MAX_CHANGE_POINTS = 10.0


class KindRow(fiscal.Row):
    """Millions of dollars of one kind of security, or of a sum of kinds."""

    security_type_desc: fiscal.Text = ""
    security_class_desc: fiscal.Text = ""
    total_mil_amt: fiscal.Number = None


def url(_today: date) -> str:
    """Return the address of the newest months; each has some fifteen rows."""
    return f"{fiscal.SERVICE}/v1/debt/mspd/mspd_table_1?sort=-record_date&page[size]=50"


def update(text: str, current: MarketFiles, today: date) -> MarketFiles:
    """Replace the marketable debt and the share of bills."""
    return fiscal.update_facts(
        fiscal.FiscalDataPage[KindRow].model_validate_json(text), _read, current, today
    )


def _read(_day: date, rows: list[KindRow]) -> tuple[fiscal.Figure, ...] | None:
    amounts = {(row.security_type_desc, row.security_class_desc): row.total_mil_amt for row in rows}
    bills, total = amounts.get(("Marketable", "Bills")), amounts.get(("Total Marketable", "_"))
    if bills is None or not total:
        return None
    kinds = [millions for (kind, _), millions in amounts.items() if kind == "Marketable"]
    known = sum(millions or 0.0 for millions in kinds)
    if None in kinds and not is_close(known, total, within=total / 1000):
        return None
    require_close("the sum of all kinds", known, total, within=total / 1000)
    billion, share = round(total / _MILLIONS_PER_BILLION, 1), round(100 * bills / total, 1)
    return (
        fiscal.Figure("marketable_outstanding", billion, _MAX_CHANGE * billion, Standing.OFFICIAL),
        fiscal.Figure("bills_share", share, _MAX_CHANGE_POINTS, Standing.COMPUTED),
    )
