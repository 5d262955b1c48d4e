"""A scenario: seller, amount, pace, market regime and reactions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Pace(StrEnum):
    """How long the sale takes."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class PortfolioType(StrEnum):
    """What is sold."""

    TYPICAL = "typical"
    BILLS = "bills"
    NOTES = "notes"
    BONDS = "bonds"


class Others(StrEnum):
    """What other foreign holders do."""

    NOBODY = "nobody"
    """They do not react to the yield; the market regime may still bring sellers along."""
    FOLLOW = "follow"
    """Some sell, the more the yield rises."""
    DASH = "dash"
    """They sell as in the dash for cash of March 2020, in a strained market."""


class Fed(StrEnum):
    """What the Federal Reserve does."""

    OUT = "out"
    """Nothing."""
    BUYS = "buys"
    """It buys until the rise is undone, as in March 2020."""
    REPO = "repo"
    """It lends dollars on Treasuries, so that a part need not be sold."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """A sale to be computed.

    Args:
        holder: Key of the holder in the snapshot.
        amount_usd: Face sold, US dollars, more than zero.
        beyond_holding: Take the amount as given even when it is more than the holder has; otherwise
            the sale stops at the holding.
        regime: Key of the market regime in the impact parameters.
    """

    holder: str
    amount_usd: int
    pace: Pace = Pace.MONTH
    beyond_holding: bool = False
    regime: str = "calm"
    portfolio_type: PortfolioType = PortfolioType.TYPICAL
    others: Others = Others.NOBODY
    fed: Fed = Fed.OUT
