"""One bond both ways: the articles' figures, and what must hold for any bond."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from calc import CalcError, load_snapshot
from calc.one_bond import (
    HIGHEST_YIELD,
    LOWEST_YIELD,
    BondTerms,
    bought_at,
    half_yearly_yield,
    ten_year_at_same_discount,
    yielding,
)

SNAPSHOT = load_snapshot()
terms = st.builds(
    BondTerms,
    coupon=st.floats(0, 0.25),
    years=st.integers(3, 360).map(lambda months: months / 12),
    face_usd=st.sampled_from([1.0, 100.0, 1000.0]),
)
parts = st.floats(0.2, 2.5)


def answered(terms, price):
    """The bond at this price; None where it says politely that there is no such yield."""
    try:
        return bought_at(terms, price)
    except CalcError as error:
        if error.code not in {"bond_yield.out_of_range", "price.out_of_range"}:
            raise
        return None


@pytest.mark.parametrize(
    ("coupon", "price", "earned"),
    [(0.05, 95, 105 / 95 - 1), (0.03, 90, 103 / 90 - 1), (0.03, 100, 0.03)],
)
def test_one_year_yield_matches_articles(coupon, price, earned):
    """$105 for $95 is 10.53%, $103 for $90 is 14.44%."""
    outcome = bought_at(BondTerms(coupon, 1), price)
    assert outcome.yield_ == pytest.approx(earned, abs=1e-12)
    assert outcome.payments == 1
    assert outcome.paid_back_usd == pytest.approx(100 * (1 + coupon))


def test_same_discount_moves_ten_year_less():
    one_year = bought_at(BondTerms(0.03, 1), 90)
    ten_year = ten_year_at_same_discount(one_year, SNAPSHOT)
    assert one_year.yield_change == pytest.approx(0.1144, abs=1e-4)
    assert ten_year.yield_change == pytest.approx(0.0138, abs=1e-4)
    assert ten_year.terms.coupon == SNAPSHOT.curve.at(10)


def test_half_year_bond_earns_simple_interest():
    outcome = bought_at(BondTerms(0.03, 0.5), 90)
    assert outcome.paid_back_usd == pytest.approx(101.5)
    assert outcome.yield_ == pytest.approx(2 * (101.5 / 90 - 1))
    assert half_yearly_yield(outcome) == pytest.approx(outcome.yield_)


def test_half_yearly_yield_by_hand():
    """Two payments of $1.50 and the face, worked out by hand."""
    rate = half_yearly_yield(bought_at(BondTerms(0.03, 1), 90)) / 2
    assert 1.5 / (1 + rate) + 101.5 / (1 + rate) ** 2 == pytest.approx(90)


def test_longer_notes_pay_half_yearly():
    outcome = yielding(BondTerms(0.04, 2), 0.06)
    by_hand = sum(2 / 1.03**n for n in range(1, 5)) + 100 / 1.03**4
    assert outcome.price_usd == pytest.approx(by_hand)
    assert (outcome.payments, outcome.payment_usd) == (4, 2)


@given(terms, parts)
def test_bond_price_inverts_yield(terms, part):
    price = part * terms.face_usd
    outcome = answered(terms, price)
    assume(outcome is not None)
    assert yielding(terms, outcome.yield_).price_usd == pytest.approx(price, rel=1e-9)


@given(terms, parts, st.floats(1.01, 2))
def test_dearer_bond_yields_less(terms, part, times):
    assume(part * times <= 9)
    cheap, dear = (answered(terms, part * factor * terms.face_usd) for factor in (1, times))
    assume(cheap is not None and dear is not None)
    assert dear.yield_ < cheap.yield_


@given(terms)
def test_bond_at_face_earns_coupon(terms):
    """A hair less where a broken half-year is left, which earns simple interest."""
    outcome = bought_at(terms, terms.face_usd)
    assert outcome.price_change == 0
    assert outcome.yield_ == outcome.yield_at_face
    is_broken = terms.years > 1 and round(terms.years * 12) % 6
    slack = 1e-12 + (terms.coupon**2 / 16 if is_broken else 0)
    assert terms.coupon - slack <= outcome.yield_ <= terms.coupon + 1e-12


@given(terms, parts)
def test_price_curve_falls_through_the_point(terms, part):
    outcome = answered(terms, part * terms.face_usd)
    assume(outcome is not None)
    prices, yields = zip(*outcome.curve, strict=True)
    assert all(math.isfinite(value) for value in (*prices, *yields))
    assert list(prices) == sorted(prices)
    assert list(yields) == sorted(yields, reverse=True)
    slack = 1e-9 * terms.face_usd
    for price in (outcome.price_usd, terms.face_usd):
        assert prices[0] - slack <= price <= prices[-1] + slack


@given(terms, st.floats(0.01, 1000))
def test_yield_is_bounded_or_refused(terms, price):
    outcome = answered(terms, price)
    assert outcome is None or LOWEST_YIELD <= outcome.yield_ <= HIGHEST_YIELD


@pytest.mark.parametrize(
    ("terms", "price", "code"),
    [
        (BondTerms(0.03, 0), 90, "term.out_of_range"),
        (BondTerms(0.03, -1), 90, "term.out_of_range"),
        (BondTerms(0.03, 101), 90, "term.out_of_range"),
        (BondTerms(-0.01, 1), 90, "coupon.out_of_range"),
        (BondTerms(math.nan, 1), 90, "coupon.out_of_range"),
        (BondTerms(0.03, 1), 0, "price.out_of_range"),
        (BondTerms(0.03, 1), math.nan, "price.out_of_range"),
        (BondTerms(0.03, 30), 0.9, "price.out_of_range"),
        (BondTerms(0.03, 1), 1, "bond_yield.out_of_range"),
    ],
)
def test_impossible_input_is_refused(terms, price, code):
    with pytest.raises(CalcError) as caught:
        bought_at(terms, price)
    assert caught.value.code == code


def test_price_beyond_limit_is_refused():
    with pytest.raises(CalcError) as caught:
        yielding(BondTerms(0.5, 100), 0.0)
    assert caught.value.code == "price.out_of_range"
