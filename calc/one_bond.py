"""One bond: yield from price, and price from yield.

Up to a year there is one payment, of the face and the interest for the time left; then the yield is
simple interest, and a note of $103 bought at $90 earns 103/90 - 1. Beyond a year interest is paid
every half-year and the yield is counted by the half-year, as the Treasury does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.bonds.coupons import (
    MAX_PRICE,
    CouponStream,
    check_coupon,
    par_stream,
    price_error,
    yield_of,
)
from calc.errors import CalcError
from calc.run import TEN_YEARS

if TYPE_CHECKING:
    from calc.market import MarketSnapshot

LOWEST_YIELD, HIGHEST_YIELD = -0.99, 10.0
LOWEST_PER_100 = 1.0
LONGEST_SINGLE_PAYMENT = 1.0
_CURVE_POINTS = 61
_LEAST_MARGIN = 3.0
_MARGIN_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class BondTerms:
    """Terms of a bond.

    Args:
        coupon: Interest a year, decimal of the face.
        years: Years until the face is paid back.
        face_usd: What is paid back, US dollars.
    """

    coupon: float
    years: float
    face_usd: float = 100.0

    @property
    def has_single_payment(self) -> bool:
        """Interest and face are paid together, once."""
        return self.years <= LONGEST_SINGLE_PAYMENT


@dataclass(frozen=True, slots=True)
class BondOutcome:
    """A bond at one price.

    Args:
        price_usd: Clean price for the face, US dollars.
        yield_: What a buyer earns a year, decimal.
        yield_at_face: The same at a price of the face: the coupon, or a hair below it where a
            broken half-year is left, which earns simple interest.
        payment_usd: Interest at each payment, US dollars.
        accrued_usd: Interest due to the seller, paid on top of the price, US dollars.
        curve: Price (US dollars for the face) and yield of the same bond around this point.
    """

    terms: BondTerms
    price_usd: float
    yield_: float
    yield_at_face: float
    payment_usd: float
    payments: int
    accrued_usd: float
    curve: tuple[tuple[float, float], ...]

    @property
    def price_change(self) -> float:
        """Price over face, less one."""
        return self.price_usd / self.terms.face_usd - 1

    @property
    def yield_change(self) -> float:
        """Yield less what the bond earns at its face, decimal."""
        return self.yield_ - self.yield_at_face

    @property
    def paid_back_usd(self) -> float:
        """All that is still paid, interest and face, US dollars."""
        return self.payments * self.payment_usd + self.terms.face_usd


def bought_at(terms: BondTerms, price_usd: float) -> BondOutcome:
    """The bond at a clean price for its face.

    Raises:
        CalcError: ``coupon.out_of_range``, ``term.out_of_range``, ``price.out_of_range`` (also
            below `LOWEST_PER_100`) or, where the price earns less than `LOWEST_YIELD` or more than
            `HIGHEST_YIELD`, ``bond_yield.out_of_range``.
    """
    stream = _stream(terms)
    per_100 = 100 * price_usd / terms.face_usd
    return outcome_of(terms, stream, per_100, yield_of(stream, per_100))


def yielding(terms: BondTerms, yield_: float) -> BondOutcome:
    """The bond at the price that earns a yield.

    Raises:
        CalcError: As `bought_at`, and ``yield.out_of_range``.
    """
    stream = _stream(terms)
    per_100 = stream.price(yield_)
    if per_100 > MAX_PRICE:
        raise price_error(per_100)
    return outcome_of(terms, stream, per_100, yield_)


def ten_year_at_same_discount(outcome: BondOutcome, snapshot: MarketSnapshot) -> BondOutcome:
    """A ten-year note issued at today's yield, bought at the same part of its face."""
    terms = BondTerms(snapshot.curve.at(TEN_YEARS), TEN_YEARS, outcome.terms.face_usd)
    return bought_at(terms, outcome.price_usd)


def half_yearly_yield(outcome: BondOutcome) -> float:
    """What the bond earns if interest is paid and counted every half-year, however short it is."""
    terms = outcome.terms
    per_100 = 100 * outcome.price_usd / terms.face_usd
    return yield_of(par_stream(terms.coupon, terms.years), per_100)


def _stream(terms: BondTerms) -> CouponStream:
    if not terms.has_single_payment:
        return par_stream(terms.coupon, terms.years)
    check_coupon(terms.coupon)
    if not terms.years > 0:
        raise CalcError("term.out_of_range", periods=terms.years)
    interest = 100 * terms.coupon * terms.years
    # One full period as long as the time left: nothing has accrued.
    return CouponStream(1, interest, 0, terms.years, 0.0)


def outcome_of(
    terms: BondTerms, stream: CouponStream, per_100: float, yield_: float
) -> BondOutcome:
    """A bond with these payments at a price per 100 that earns a yield.

    Raises:
        CalcError: ``price.out_of_range`` or ``bond_yield.out_of_range``.
    """
    if per_100 < LOWEST_PER_100:
        raise price_error(per_100)
    if not LOWEST_YIELD <= yield_ <= HIGHEST_YIELD:
        raise CalcError("bond_yield.out_of_range", yield_=yield_)
    unit = terms.face_usd / 100
    return BondOutcome(
        terms=terms,
        price_usd=per_100 * unit,
        yield_=yield_,
        yield_at_face=yield_of(stream, 100.0),
        payment_usd=stream.payment * unit,
        payments=stream.periods + 1,
        accrued_usd=stream.accrued * unit,
        curve=tuple((price * unit, yield_of(stream, price)) for price in _around(per_100)),
    )


def _around(per_100: float) -> list[float]:
    """Prices from somewhat below to somewhat above this price and the face."""
    low, high = min(per_100, 100.0), max(per_100, 100.0)
    margin = max(_LEAST_MARGIN, _MARGIN_SHARE * (high - low))
    # Halfway to nothing at most: nearer to it the yield grows out of every picture.
    low, high = max(low - margin, low / 2), min(high + margin, MAX_PRICE)
    prices: list[float] = np.linspace(low, high, _CURVE_POINTS).tolist()
    return prices
