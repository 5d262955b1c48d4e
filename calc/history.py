"""What a change of the yield can be compared with: ordinary moves and dated episodes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calc.snapshot import Episode, MarketSnapshot


@dataclass(frozen=True, slots=True)
class Comparison:
    """A change of the 10-year yield placed among known ones.

    Args:
        ordinary_month: Standard deviation of its change over a month, decimal.
        times_ordinary_month: The change over that.
        episode: The dated rise nearest in size.
        is_beyond_history: The change is half as large again as any dated rise.
    """

    ordinary_month: float
    times_ordinary_month: float
    episode: Episode
    is_beyond_history: bool


def compare(change: float, snapshot: MarketSnapshot) -> Comparison:
    """Place a change of the 10-year yield (decimal) among ordinary months and dated rises.

    The nearest episode is nearest in ratio, not in difference: twice is as far as half.
    """
    ordinary = snapshot.facts["ordinary_month_move"].value
    rises = [episode for episode in snapshot.episodes if episode.change > 0]
    size = max(abs(change), 1e-9)
    nearest = min(rises, key=lambda episode: abs(math.log(episode.change / size)))
    return Comparison(ordinary, change / ordinary, nearest, size > 1.5 * nearest.change)
