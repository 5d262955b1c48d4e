"""Rate risk of the portfolio that is sold, and its weight along the curve.

A dollar of bills carries a fortieth of the rate risk of a dollar of ten-year notes, a dollar of
thirty-year bonds almost twice as much; so what a sale does to yields depends on what is sold.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.market import DebtType
from calc.market.quarters import Quarter
from calc.scenario import PortfolioType

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from calc.market import MarketSnapshot
    from calc.parameters import ImpactParameters

_TYPES = {
    PortfolioType.BILLS: DebtType.BILL,
    PortfolioType.NOTES: DebtType.NOTE,
    PortfolioType.BONDS: DebtType.BOND,
}
_LONGEST_YEARS = {DebtType.BILL: 1.0, DebtType.NOTE: 10.0, DebtType.BOND: 30.0}
_TEN_YEARS = DebtType.NOTE
_OFFICIALS = "official"


@dataclass(frozen=True, slots=True)
class Portfolio:
    """The portfolio that is sold, in the terms of the impact model.

    Args:
        relative_dv01: Its DV01 over that of the ten-year note, per dollar of face.
        bills_share: Share of bills in it when a table publishes it, else None.
    """

    relative_dv01: float
    bills_share: float | None = None


def portfolio(
    portfolio_type: PortfolioType,
    holder: str,
    snapshot: MarketSnapshot,
    parameters: ImpactParameters,
) -> Portfolio:
    """The rate risk of what a holder sells.

    ``typical`` splits bills from the rest as the Treasury's monthly table does for the holder, or
    for officials as a whole where it does not; it is the parameter where neither is known. The
    other types are all securities of their kind outstanding, by remaining maturity.
    """
    if portfolio_type is not PortfolioType.TYPICAL:
        return Portfolio(outstanding_relative_dv01(_TYPES[portfolio_type], snapshot, parameters))
    share = snapshot.bills_shares.get(holder, snapshot.bills_shares.get(_OFFICIALS))
    if share is None:
        return Portfolio(parameters.relative_dv01.central)
    bills = outstanding_relative_dv01(DebtType.BILL, snapshot, parameters)
    rest = parameters.relative_dv01_without_bills.central
    return Portfolio(share * bills + (1 - share) * rest, share)


def outstanding_relative_dv01(
    kind: DebtType, snapshot: MarketSnapshot, parameters: ImpactParameters
) -> float:
    """Mean DV01 of all securities of a kind over that of the ten-year note."""
    today = Quarter.containing(snapshot.ladder_as_of)
    rows = [row for row in snapshot.ladder if row.type == kind]
    usd = np.array([row.usd for row in rows])
    # What matures in a quarter does so in its middle, on average.
    years = np.array([(row.quarter.ordinal - today.ordinal - 0.5) / 4 for row in rows])
    return float(usd @ parameters.relative_dv01_at(years.tolist()) / usd.sum())


def local_factors(
    portfolio_type: PortfolioType,
    years: Sequence[float],
    snapshot: MarketSnapshot,
    parameters: ImpactParameters,
) -> NDArray[np.float64]:
    """How much stronger than on the 10-year the temporary part is at these maturities.

    Securities like those sold move more than others (D'Amico and King 2013). The size of the
    sector enters as its share of the market: the temporary part is multiplied by
    1 + strength x (share of the sale - share of the market) / share of the market, relative to
    the sector of the 10-year, whose own change the impact model already gives.
    """
    if portfolio_type is PortfolioType.TYPICAL:
        return np.ones(len(years))
    total = sum(row.usd for row in snapshot.ladder)

    def raw(kind: DebtType) -> float:
        market = sum(row.usd for row in snapshot.ladder if row.type == kind) / total
        sale = float(kind == _TYPES[portfolio_type])
        return 1 + parameters.local_strength.central * (sale - market) / market

    most = parameters.local_limit.central
    relative = {kind: min(raw(kind) / raw(_TEN_YEARS), most) for kind in _LONGEST_YEARS}
    return np.array([relative[_sector(maturity)] for maturity in years])


def _sector(years: float) -> DebtType:
    return next(kind for kind, longest in _LONGEST_YEARS.items() if years <= longest)
