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
from calc.bonds.frns import FloatingRateNote, FloatingStream, frn_accrued, frn_index_rate
from calc.bonds.inverse import yield_of
from calc.bonds.limits import MAX_PERIODS, MAX_PRICE, MIN_PRICE
from calc.bonds.notes import Note, auction_coupon
from calc.bonds.par import par_bond_price, par_stream, yield_from_price
from calc.bonds.risk import Risk, risk, risks
from calc.bonds.rounding import round_half_up
from calc.bonds.stream import CouponStream
from calc.bonds.tips import (
    TipsSettlement,
    index_ratio,
    missing_cpi,
    reference_cpi,
    reference_months,
    stripped_adjusted_value,
    stripped_payment,
    tips_interest,
    tips_settlement,
)

__all__ = [
    "MAX_PERIODS",
    "MAX_PRICE",
    "MIN_PRICE",
    "Bill",
    "CouponStream",
    "CouponStreams",
    "FloatingRateNote",
    "FloatingStream",
    "Note",
    "Risk",
    "TipsSettlement",
    "auction_coupon",
    "bill_discount_rate",
    "bill_price",
    "frn_accrued",
    "frn_index_rate",
    "index_ratio",
    "investment_rate",
    "investment_year_days",
    "missing_cpi",
    "par_bond_price",
    "par_stream",
    "price_from_investment_rate",
    "reference_cpi",
    "reference_months",
    "risk",
    "risks",
    "round_half_up",
    "stripped_adjusted_value",
    "stripped_payment",
    "tips_interest",
    "tips_settlement",
    "yield_from_price",
    "yield_of",
    "yields_of",
]
