"""Treasury bond arithmetic: price and yield both ways, as 31 CFR 356, Appendix B rules.

Units throughout: dollars per 100 face, yields, rates and coupons as decimals.
"""

from calc.bonds.batch import CouponStreams
from calc.bonds.batch_inverse import yields_of
from calc.bonds.bills import (
    Bill,
    bill_discount_rate,
    bill_price,
    investment_rate,
    investment_year_days,
    price_from_investment_rate,
)
from calc.bonds.inverse import yield_of
from calc.bonds.limits import MAX_PERIODS, MAX_PRICE, MIN_PRICE
from calc.bonds.notes import Note, auction_coupon
from calc.bonds.par import par_bond_price, par_stream, yield_from_price
from calc.bonds.risk import Risk, risk, risks
from calc.bonds.rounding import round_half_up
from calc.bonds.stream import CouponStream

__all__ = [
    "MAX_PERIODS",
    "MAX_PRICE",
    "MIN_PRICE",
    "Bill",
    "CouponStream",
    "CouponStreams",
    "Note",
    "Risk",
    "auction_coupon",
    "bill_discount_rate",
    "bill_price",
    "investment_rate",
    "investment_year_days",
    "par_bond_price",
    "par_stream",
    "price_from_investment_rate",
    "risk",
    "risks",
    "round_half_up",
    "yield_from_price",
    "yield_of",
    "yields_of",
]
