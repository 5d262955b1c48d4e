"""Strain that the size of a sale brings by itself, against a day's trading and what dealers hold.

Up to a small share of a day's trading a sale meets a calm market. From there strain grows in a
straight line to that of March 2020, reached when a day's sale equals all that primary dealers hold
net. Beyond that there is no price to give: dealers would have to double what they hold in a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calc.market import MarketSnapshot
    from calc.parameters import ImpactParameters

_MOST_STRAINED = "dash"


@dataclass(frozen=True, slots=True)
class DaySale:
    """What is sold in a day, against the market's capacity.

    Args:
        usd: Sold in each trading day, US dollars.
        share_of_trading: Of what the whole market trades in a day.
        share_of_dealers: Of what primary dealers hold net.
        stress: Multiplies the temporary impact, 1 where the market takes it calmly.
        is_halt: More than dealers can take: no price, but a halt.
    """

    usd: float
    share_of_trading: float
    share_of_dealers: float
    stress: float
    is_halt: bool

    @property
    def is_strained(self) -> bool:
        """Too much in a day for a calm market."""
        return self.stress > 1


def day_sale(
    sold_usd: float, trading_days: int, snapshot: MarketSnapshot, parameters: ImpactParameters
) -> DaySale:
    """Compare a sale spread evenly over some trading days with a day's capacity.

    Args:
        sold_usd: Face that comes to the market, US dollars.
        trading_days: How long it takes.
        snapshot: Gives a day's trading and the dealers' net position.
        parameters: Gives the two limits and the strain of March 2020.
    """
    usd = sold_usd / trading_days
    trading = snapshot.facts["daily_trading"].value
    calm_usd = parameters.calm_share_of_trading * trading
    halt_usd = parameters.halt_share_of_dealers * snapshot.facts["dealer_position"].value
    most = parameters.regimes[_MOST_STRAINED].stress
    strained = min(1.0, max(0.0, (usd - calm_usd) / (halt_usd - calm_usd)))
    return DaySale(
        usd=usd,
        share_of_trading=usd / trading,
        share_of_dealers=usd / snapshot.facts["dealer_position"].value,
        stress=1 + (most - 1) * strained,
        is_halt=usd > halt_usd,
    )
