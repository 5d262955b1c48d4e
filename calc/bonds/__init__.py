"""Treasury bond arithmetic: price and yield both ways, as 31 CFR 356, Appendix B rules."""

from calc.bonds.batch import CouponStreams
from calc.bonds.notes import Note
from calc.bonds.par import par_bond_price, yield_from_price
from calc.bonds.stream import CouponStream

__all__ = [
    "CouponStream",
    "CouponStreams",
    "Note",
    "par_bond_price",
    "yield_from_price",
]
