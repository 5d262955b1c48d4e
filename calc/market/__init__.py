"""The market on a day: official figures with their dates and sources."""

from calc.market.holders import HoldingChange
from calc.market.load import load_snapshot
from calc.market.snapshot import (
    BudgetYear,
    DebtType,
    Fact,
    Holder,
    Holding,
    MarketSnapshot,
)
from calc.sourced import Standing

__all__ = [
    "BudgetYear",
    "DebtType",
    "Fact",
    "Holder",
    "Holding",
    "HoldingChange",
    "MarketSnapshot",
    "Standing",
    "load_snapshot",
]
