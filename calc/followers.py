"""Others follow: the more the yield rises, the more they sell, and the more it rises.

Other foreign holders sell a share of what they hold that is proportional to the rise of the yield.
What they sell lifts the yield further, so that the answer is a fixed point::

    F / holdings = peak(F) / rise at which they would sell everything

The peak grows less than in proportion to what is sold, so that there is one such point or none:
where there is none, others have sold all they hold before the loop comes to rest.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.ranges import Range
from calc.settings import SETTINGS
from calc.solving import crossing

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc.snapshot import Holder, MarketSnapshot

_RELATIVE_MISS = 1e-9
_ROUNDS_SHOWN = 3
_ALL_FOREIGN = "grand_total"


@dataclass(frozen=True, slots=True)
class Loop:
    """Where the loop comes to rest at one setting of the dials.

    Args:
        sold_usd: Face that others sell, US dollars.
        settles: The loop comes to rest before others have sold all they hold.
        rounds_usd: Face that they have sold after the first rounds, US dollars.
    """

    sold_usd: float
    settles: bool
    rounds_usd: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Followers:
    """What other holders sell because the yield rises.

    Args:
        sold_usd: Face, US dollars.
        held_usd: What they hold, US dollars.
        settles: Whether the loop comes to rest at the low, central and high setting.
        rounds_usd: What they have sold after the first rounds at the central setting.
        peak_alone: Rise of the 10-year yield without them, decimal.
    """

    sold_usd: Range
    held_usd: float
    settles: tuple[bool, ...]
    rounds_usd: tuple[float, ...]
    peak_alone: Range

    @classmethod
    def of(cls, loops: tuple[Loop, ...], held_usd: float, peak_alone: Range) -> Followers:
        """Put the loops of the three settings together."""
        return cls(
            sold_usd=Range(*(loops[setting].sold_usd for setting in SETTINGS)),
            held_usd=held_usd,
            settles=tuple(loop.settles for loop in loops),
            rounds_usd=loops[1].rounds_usd,
            peak_alone=peak_alone,
        )


@dataclass(frozen=True, slots=True)
class Part:
    """What one holder would sell if all sold in proportion to their holdings."""

    holder: Holder
    usd: float


def held_by_others(seller: Holder, market_left_usd: float, snapshot: MarketSnapshot) -> float:
    """What foreign holders other than the seller hold, US dollars, at most what is left to sell."""
    others = snapshot.totals[_ALL_FOREIGN].latest.usd - seller.latest.usd
    return max(0.0, min(others, market_left_usd))


def loop(rise: Callable[[float], float], rise_per_sold: float, held_usd: float) -> Loop:
    """Find how much others sell at one setting of the dials.

    Args:
        rise: The greatest rise of the yield (decimal) when others sell so many dollars; concave.
        rise_per_sold: Rise of the yield (decimal) for each unit of their holdings that they sell.
        held_usd: What they hold, US dollars.
    """

    def wanted(sold_usd: float) -> float:
        return held_usd * rise(sold_usd) / rise_per_sold

    first = wanted(0.0)
    if first <= 0:
        return Loop(0.0, settles=True, rounds_usd=())
    rest = crossing(lambda sold: sold - wanted(sold), -first, held_usd, first * _RELATIVE_MISS)
    rounds = [first]
    while len(rounds) < _ROUNDS_SHOWN:
        rounds.append(wanted(rounds[-1]))
    return Loop(
        held_usd if rest is None else rest,
        settles=rest is not None,
        rounds_usd=tuple(min(sold, held_usd) for sold in rounds),
    )


def allocate(sold_usd: float, seller: Holder, snapshot: MarketSnapshot) -> tuple[Part, ...]:
    """Share out what others sell by the size of their holdings, largest first.

    This is an allocation and no forecast: nothing is known of who would follow. Holders without a
    line of their own in the table sell the part that is missing from the sum.
    """
    held = snapshot.totals[_ALL_FOREIGN].latest.usd - seller.latest.usd
    parts = [
        Part(holder, sold_usd * holder.latest.usd / held)
        for holder in snapshot.holders.values()
        if holder.key != seller.key
    ]
    return tuple(sorted(parts, key=lambda part: part.usd, reverse=True))
