"""Numbers of one bond as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.one_bond import half_yearly_yield, ten_year_at_same_discount
from commands.common.figures import exact_rate, given_dollars, given_years
from commands.common.locale.formats import round_significant
from commands.common.translator import ENGLISH

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from calc.one_bond import BondOutcome
    from commands.common.translator import Translator


@dataclass(frozen=True, slots=True)
class BondFigures:
    """Every number that an answer about one bond shows, as text.

    Args:
        face: What is paid back at the end.
        coupon: Interest a year, percent of the face.
        at_face: What the buyer would earn at a price of the face.
        years: Time left.
        price: What the buyer pays.
        bond_yield: What the buyer earns a year.
        half_yearly_yield: The same if interest is paid and counted every half-year.
        payment: Each payment of interest.
        paid_back: All payments that are left.
        accrued: Interest due to the seller, on top of the price.
        discount: How far the price is from the face, percent, without sign.
        points: How far the yield is from the coupon, percentage points, without sign.
        market_yield: What notes with so many years left earn today.
        ten_year_coupon: Today's ten-year yield.
        ten_year_yield: What a ten-year note issued at that earns at the same part of its face.
        ten_year_points: The difference of the two, percentage points, without sign.
    """

    translator: Translator
    face: str
    coupon: str
    at_face: str
    years: str
    price: str
    bond_yield: str
    half_yearly_yield: str
    payment: str
    paid_back: str
    accrued: str
    discount: str
    points: str
    market_yield: str
    ten_year_coupon: str
    ten_year_yield: str
    ten_year_points: str
    curve_date: str


def bond_figures(
    outcome: BondOutcome, snapshot: MarketSnapshot, translator: Translator = ENGLISH
) -> BondFigures:
    """The numbers of one bond as text in one language."""
    terms, ten = outcome.terms, ten_year_at_same_discount(outcome, snapshot)
    return BondFigures(
        translator=translator,
        face=given_dollars(terms.face_usd, translator),
        coupon=exact_rate(terms.coupon, translator),
        at_face=exact_rate(round(outcome.yield_at_face, 4), translator),
        years=given_years(terms.years, translator),
        price=given_dollars(outcome.price_usd, translator),
        bond_yield=translator.rate(outcome.yield_),
        half_yearly_yield=translator.rate(half_yearly_yield(outcome)),
        payment=given_dollars(outcome.payment_usd, translator),
        paid_back=given_dollars(outcome.paid_back_usd, translator),
        accrued=given_dollars(outcome.accrued_usd, translator),
        discount=exact_rate(round_significant(abs(outcome.price_change)), translator),
        points=translator.points(abs(outcome.yield_change)),
        market_yield=translator.rate(snapshot.curve.at(terms.years)),
        ten_year_coupon=translator.rate(ten.terms.coupon),
        ten_year_yield=translator.rate(ten.yield_),
        ten_year_points=translator.points(abs(ten.yield_change)),
        curve_date=translator.day(snapshot.curve.as_of),
    )
