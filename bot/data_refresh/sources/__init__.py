"""The official sources, in dependency order: one module for each service or table."""

from bot.data_refresh.sources import (
    fed_balance_sheet,
    fiscal_data,
    foreign_holdings,
    marketable_securities,
    par_curve,
)

SOURCES = (
    par_curve.SOURCE,
    foreign_holdings.HOLDERS,
    foreign_holdings.TRANSACTIONS,
    fiscal_data.PUBLIC_DEBT,
    fiscal_data.AVERAGE_RATE,
    fiscal_data.MARKETABLE_DEBT,
    marketable_securities.SOURCE,
    fed_balance_sheet.SOURCE,
)
