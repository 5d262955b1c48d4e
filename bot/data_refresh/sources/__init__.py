"""The official sources, in dependency order: one module for each service or table."""

from bot.data_refresh.sources import (
    fed_balance_sheet,
    fiscal_data,
    foreign_transactions,
    major_foreign_holders,
    marketable_securities,
    par_curve,
)

SOURCES = (
    par_curve.SOURCE,
    major_foreign_holders.SOURCE,
    foreign_transactions.SOURCE,
    fiscal_data.PUBLIC_DEBT,
    fiscal_data.AVERAGE_RATE,
    fiscal_data.MARKETABLE_DEBT,
    marketable_securities.SOURCE,
    fed_balance_sheet.SOURCE,
)
