"""The Federal Reserve's response: how much it must buy until the rise is undone.

The rule is that of March 2020. It starts some days into the sale, buys at an even pace until the
yield is back where it was, and from then on takes what is still being sold. Its purchases are sales
with the sign turned: they take away what is unabsorbed and the rate risk that others must hold.

To bring the yield back while somebody sells it must buy faster than they sell, so that the strain
of the market ends on the day it starts (in March 2020 yields turned with the purchases, not with
their announcement: Vissing-Jorgensen 2021).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from calc.impact.impact import Flow, ten_year_path
from calc.root_finding import find_root

if TYPE_CHECKING:
    from calc.impact.impact import YieldPath
    from calc.market import MarketSnapshot
    from calc.parameters import ImpactParameters
    from calc.parameters.reactions import ReactionParameters
    from calc.ranges import Range

_RELATIVE_MISS = 1e-9


@dataclass(frozen=True, slots=True)
class Purchases:
    """What the Federal Reserve buys.

    Args:
        ten_year_equivalents_usd: Ten-year notes with the same rate risk, US dollars.
        start_day: First moment, trading days from the start of the sale.
        undone_day: When the yield is back where it was.
        end_day: When it stops.
        is_enough: Whether all the market holds is enough, at the low, central and high band.
    """

    ten_year_equivalents_usd: Range
    start_day: float
    undone_day: float
    end_day: float
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

    def path(flows: list[Flow], until: int) -> YieldPath:
        return ten_year_path(
            flows,
            parameters=one,
            market_usd=snapshot.marketable_usd,
            gdp_usd=snapshot.gdp_usd,
            days=until,
        )

    def missing(bought_usd: float) -> float:
        flows = [calm_sale, Flow(start, undone, -bought_usd)]
        return -float(path(flows, int(undone)).shift[1, -1])

    rise = missing(0.0)
    most = snapshot.marketable_usd
    needed = find_root(missing, rise, most, -rise * _RELATIVE_MISS)
    bought = most if needed is None else needed
    purchases = [Flow(start, undone, -bought)]
    rest = sale.ten_year_equivalents_usd * max(0.0, 1 - undone / sale.end_day)
    if rest > 0:
        purchases.append(Flow(undone, sale.end_day, -rest))
    strained = path([sale, *purchases], days)
    calm = path([calm_sale, *purchases], days)
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
