"""Numbers of one bond as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc.one_bond import ten_year_at_same_discount
from commands.common.figures import exact_rate, given_dollars, given_years
from commands.common.locale.formats import round_significant

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from calc.one_bond import BondOutcome
    from commands.common.translator import Translator


class BondFigures:
    """Every number that an answer about one bond shows, as text."""

    def __init__(
        self, outcome: BondOutcome, snapshot: MarketSnapshot, translator: Translator
    ) -> None:
        terms, ten = outcome.terms, ten_year_at_same_discount(outcome, snapshot)
        self.translator: Final = translator
        self.face: Final = given_dollars(terms.face_usd, translator)
        self.coupon: Final = exact_rate(terms.coupon, translator)
        self.at_face: Final = exact_rate(round(outcome.yield_at_face, 4), translator)
        self.years: Final = given_years(terms.years, translator)
        self.price: Final = given_dollars(outcome.price_usd, translator)
        self.bond_yield: Final = translator.rate(outcome.yield_)
        self.payment: Final = given_dollars(outcome.payment_usd, translator)
        self.paid_back: Final = given_dollars(outcome.paid_back_usd, translator)
        # Interest due to the seller, on top of the price.
        self.accrued: Final = given_dollars(outcome.accrued_usd, translator)
        # Both without sign.
        self.discount: Final = exact_rate(round_significant(abs(outcome.price_change)), translator)
        self.points: Final = translator.points(abs(outcome.yield_change))
        # A new ten-year note, and what it earns at the same part of its face.
        self.ten_year_coupon: Final = translator.rate(ten.terms.coupon)
        self.ten_year_yield: Final = translator.rate(ten.yield_)
        self.ten_year_points: Final = translator.points(abs(ten.yield_change))
        self.curve_date: Final = translator.day(snapshot.curve.as_of)
