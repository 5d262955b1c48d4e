"""The market on a day: official figures with their dates and sources."""

from calc.market.load import load_snapshot
from calc.market.snapshot import (
    AuctionSize,
    BudgetYear,
    DebtType,
    EconomyQuarter,
    Episode,
    Fact,
    Holder,
    Holding,
    LadderEntry,
    MarketSnapshot,
    ParCurve,
    Source,
    Standing,
)

__all__ = [
    "AuctionSize",
    "BudgetYear",
    "DebtType",
    "EconomyQuarter",
    "Episode",
    "Fact",
    "Holder",
    "Holding",
    "LadderEntry",
    "MarketSnapshot",
    "ParCurve",
    "Source",
    "Standing",
    "load_snapshot",
]
