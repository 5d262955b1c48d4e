"""Price of a ten-year note after a rise of yields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.bonds.coupons import par_bond_price
from calc.yields import TEN_YEARS

if TYPE_CHECKING:
    from calc.ranges import Range
    from calc.yields import YieldOutcome

FACE_USD = 100.0
_BASIS_POINT = 1e-4


@dataclass(frozen=True, slots=True)
class PriceOutcome:
    """The clean price of a ten-year note that stood at its face before the sale.

    Args:
        face: And price before, US dollars.
        coupon: A year, decimal: the 10-year par yield before the sale.
        at_peak: Price at the worst moment, US dollars.
        permanent: Price at the yield that remains, US dollars.
        dv01: Fall of the price for a rise of one basis point, US dollars.
    """

    face: float
    coupon: float
    at_peak: Range
    permanent: Range
    dv01: float


def price_of(yields: YieldOutcome) -> PriceOutcome:
    """The price of a note issued at par just before the sale."""

    def price(rise: float) -> float:
        return float(par_bond_price(yields.before, yields.before + rise, TEN_YEARS))

    dv01 = (price(-_BASIS_POINT) - price(_BASIS_POINT)) / 2
    return PriceOutcome(
        FACE_USD, yields.before, yields.peak.map(price), yields.permanent.map(price), dv01
    )
