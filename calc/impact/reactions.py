"""Reactions to the yield: other holders who sell as well, and the Federal Reserve's purchases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from calc.impact.impact import Flow, path_in
from calc.root_finding import find_root

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc.impact.impact import YieldPath
    from calc.market import Holder, MarketSnapshot
    from calc.parameters import ImpactParameters
    from calc.parameters.impact import ReactionParameters
    from calc.ranges import Range

_SHARE_AT_THRESHOLD = 0.01
_MOST_ROUNDS = 200
_TOLERANCE = 1e-8
_RELATIVE_MISS = 1e-9
_ALL_FOREIGN = "grand_total"


@dataclass(frozen=True, slots=True)
class FixedPoint:
    """The fixed point at one parameter band.

    Args:
        sold_usd: Face that others sell, US dollars.
        settles: The iteration converges before others have sold all they hold.
        rounds_usd: Face that they have sold after each round, US dollars.
    """

    sold_usd: float
    settles: bool
    rounds_usd: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Feedback:
    """Sales by other holders in reaction to the yield.

    Args:
        sold_usd: Face, US dollars.
        settles: Whether the iteration converges at the low, central and high band.
        rounds_usd: What they have sold after each round at the central band.
        peak_alone: Rise of the 10-year yield without them, decimal.
    """

    sold_usd: Range
    held_usd: float
    settles: tuple[bool, ...]
    rounds_usd: tuple[float, ...]
    peak_alone: Range


@dataclass(frozen=True, slots=True)
class Allocation:
    """One holder's sales if all sold in proportion to their holdings."""

    holder: Holder
    usd: float


def held_by_others(seller: Holder, market_left_usd: float, snapshot: MarketSnapshot) -> float:
    """What foreign holders other than the seller hold, US dollars, at most what is left to sell."""
    others = snapshot.totals[_ALL_FOREIGN].latest.usd - seller.latest.usd
    return max(0.0, min(others, market_left_usd))


def solve_fixed_point(
    rise: Callable[[float], float], reaction_threshold: float, held_usd: float
) -> FixedPoint:
    """Find how much others sell at one parameter band.

    Other foreign holders sell a share of what they hold that grows with the square of the rise::

        F / holdings = 1 percent * (peak(F) / reaction threshold)^2

    What they sell lifts the yield further; the answer is the fixed point, found by iteration from
    the sale alone. The square makes it agree with what was seen, so many dollars for each dollar of
    the first seller: the rise itself goes with the root of what is sold. For a sale too small to
    notice nobody follows, and for a very large one, whose permanent part is linear, there may be no
    fixed point.

    Args:
        rise: The greatest rise of the yield (decimal) when others sell so many dollars.
        reaction_threshold: The rise at which they sell 1 percent of what they hold.
        held_usd: What they hold, US dollars.
    """
    sold, rounds = 0.0, []
    for _ in range(_MOST_ROUNDS):
        wanted = held_usd * _SHARE_AT_THRESHOLD * (rise(sold) / reaction_threshold) ** 2
        before, sold = sold, min(wanted, held_usd)
        rounds.append(sold)
        if sold - before <= _TOLERANCE * sold:
            break
    has_converged = sold - before <= _TOLERANCE * sold and wanted <= held_usd
    return FixedPoint(sold, has_converged, tuple(rounds))


def allocate(sold_usd: float, seller: Holder, snapshot: MarketSnapshot) -> tuple[Allocation, ...]:
    """Allocate what others sell by the size of their holdings, largest first.

    This is an allocation and no forecast: nothing is known of who would follow. Holders without a
    line of their own in the table sell the part that is missing from the sum.
    """
    held = snapshot.totals[_ALL_FOREIGN].latest.usd - seller.latest.usd
    parts = [
        Allocation(holder, sold_usd * holder.latest.usd / held)
        for holder in snapshot.holders.values()
        if holder.key != seller.key
    ]
    return tuple(sorted(parts, key=lambda part: part.usd, reverse=True))


@dataclass(frozen=True, slots=True)
class Purchases:
    """What the Federal Reserve buys.

    Args:
        ten_year_equivalents_usd: Ten-year notes with the same rate risk, US dollars.
        start_day: First moment, trading days from the start of the sale.
        undone_day: When the yield is back where it was.
        is_enough: Whether all the market holds is enough, at the low, central and high band.
    """

    ten_year_equivalents_usd: Range
    start_day: float
    undone_day: float
    is_enough: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class FedResponse:
    """The Federal Reserve's purchases at one parameter band, and the path with them."""

    path: YieldPath
    bought_usd: float
    is_enough: bool


def fed_response(
    sale: Flow,
    one: ImpactParameters,
    reactions: ReactionParameters,
    snapshot: MarketSnapshot,
    days: int,
) -> FedResponse:
    """The path of the yield when the Federal Reserve undoes its rise.

    The rule is that of March 2020. It starts some days into the sale, buys at an even pace until
    the yield is back where it was, and from then on takes what is still being sold. Its purchases
    are sales with the sign turned: they take away what is unabsorbed and the rate risk that others
    must hold.

    To bring the yield back while somebody sells it must buy faster than they sell, so that the
    strain of the market ends on the day it starts (in March 2020 yields turned with the purchases,
    not with their announcement: Vissing-Jorgensen 2021).

    Args:
        sale: What is sold, by everybody; starts on day 0.
        one: Parameters with the values of one band at all three places.
        reactions: When it starts and how long it takes.
        snapshot: The market.
        days: How far to look, trading days.
    """
    start = reactions.fed_entry_day
    undone = start + reactions.fed_days
    calm_sale = replace(sale, stress=1.0)

    def missing(bought_usd: float) -> float:
        flows = [calm_sale, Flow(start, undone, -bought_usd)]
        return -float(path_in(snapshot, flows, one, int(undone)).shift[1, -1])

    rise = missing(0.0)
    most = snapshot.marketable_usd
    needed = find_root(missing, rise, most, -rise * _RELATIVE_MISS)
    bought = most if needed is None else needed
    purchases = [Flow(start, undone, -bought)]
    rest = sale.ten_year_equivalents_usd * max(0.0, 1 - undone / sale.end_day)
    if rest > 0:
        purchases.append(Flow(undone, sale.end_day, -rest))
    strained = path_in(snapshot, [sale, *purchases], one, days)
    calm = path_in(snapshot, [calm_sale, *purchases], one, days)
    before = strained.days <= start
    return FedResponse(
        replace(
            calm,
            shift=np.where(before, strained.shift, calm.shift),
            temporary=np.where(before, strained.temporary, calm.temporary),
        ),
        bought + rest,
        is_enough=needed is not None,
    )
