"""The market on a day: official figures with their dates and sources."""

from calc.market.holders import ForeignTransactions, HoldingChange
from calc.market.load import load_snapshot
from calc.market.snapshot import (
    AuctionSize,
    BudgetYear,
    DebtType,
    EconomyQuarter,
    Fact,
    Holder,
    Holding,
    LadderEntry,
    MarketSnapshot,
    ParCurve,
)
from calc.sourced import Source, Standing

__all__ = [
    "AuctionSize",
    "BudgetYear",
    "DebtType",
    "EconomyQuarter",
    "Fact",
    "ForeignTransactions",
    "Holder",
    "Holding",
    "HoldingChange",
    "LadderEntry",
    "MarketSnapshot",
    "ParCurve",
    "Source",
    "Standing",
    "load_snapshot",
]
