"""Compare a change of the yield with ordinary months and dated episodes."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.events.table import episodes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.events.event import Event

_LIKE_AMOUNT = 2.5
_TRADING_DAYS_PER_DAY = 252 / 365
# A like size matters more to a reader than a like duration.
_WEIGHT_OF_SPEED = 0.25


@dataclass(frozen=True, slots=True)
class Comparison:
    """A change of the 10-year yield placed among known ones.

    Args:
        ordinary_month: Standard deviation of its change over a month, decimal.
        times_ordinary_month: The change over that.
        episode: An official sale of a like amount when one is on record, else the dated rise
            nearest in size and speed.
        is_beyond_history: The change is half as large again as any dated rise.
    """

    ordinary_month: float
    times_ordinary_month: float
    episode: Event
    is_beyond_history: bool


def compare(change: float, sold_usd: float, trading_days: int, ordinary_month: float) -> Comparison:
    """Place a sale and its effect among ordinary months and dated episodes.

    Args:
        change: Of the 10-year yield, decimal.
        sold_usd: US dollars.
        trading_days: How long the sale takes.
        ordinary_month: Standard deviation of the yield's change over a month, decimal.
    """
    size = max(abs(change), 1e-9)
    rises = [event for event in episodes() if event.change > 0]
    return Comparison(
        ordinary_month,
        change / ordinary_month,
        _like_sale(sold_usd) or _like_rise(size, trading_days, rises),
        is_beyond_history=size > 1.5 * max(event.change for event in rises),
    )


def _like_sale(sold_usd: float) -> Event | None:
    """The official sale nearest in amount, as a ratio, if one is near."""
    known = [
        (abs(math.log(event.sold_usd / sold_usd)), event) for event in episodes() if event.sold_usd
    ]
    alike = [pair for pair in known if pair[0] <= math.log(_LIKE_AMOUNT)]
    return min(alike, key=lambda pair: pair[0])[1] if alike else None


def _like_rise(size: float, trading_days: int, rises: Sequence[Event]) -> Event:
    """The rise nearest in ratio of size and speed."""

    def distance(event: Event) -> float:
        days = (event.end - event.start).days * _TRADING_DAYS_PER_DAY
        speed = abs(math.log(days / trading_days))
        return abs(math.log(event.change / size)) + _WEIGHT_OF_SPEED * speed

    return min(rises, key=distance)
