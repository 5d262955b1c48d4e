"""The bond of everyday speech: coupon, yield, years."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.bonds import par_bond_price, par_stream, yield_from_price


def test_one_year_from_90_to_103():
    assert yield_from_price(0.03, 90.0, 1, frequency=1) == pytest.approx(103 / 90 - 1, abs=1e-15)


def test_two_half_years_match_hand_sum():
    assert par_bond_price(0.04, 0.06, 1) == pytest.approx(2 / 1.03 + 102 / 1.03**2, abs=1e-12)


@given(st.floats(0, 0.2), st.integers(1, 60), st.sampled_from([1, 2]))
def test_bond_yielding_coupon_is_par(coupon, periods, frequency):
    price = par_bond_price(coupon, coupon, periods / frequency, frequency)
    assert price == pytest.approx(100, abs=1e-9)


@given(st.floats(0, 0.2), st.floats(-0.05, 0.3), st.integers(1, 100), st.sampled_from([1, 2]))
def test_price_sums_discounted_payments(coupon, yield_, periods, frequency):
    v = 1 / (1 + yield_ / frequency)
    flows = sum(100 * coupon / frequency * v**k for k in range(1, periods + 1)) + 100 * v**periods
    assert par_bond_price(coupon, yield_, periods / frequency, frequency) == pytest.approx(
        flows, rel=1e-11
    )


@given(st.floats(0, 0.15), st.floats(20, 250), st.floats(0.5, 40), st.sampled_from([1, 2]))
def test_price_inverts_yield(coupon, price, years, frequency):
    yield_ = yield_from_price(coupon, price, years, frequency)
    assert par_bond_price(coupon, yield_, years, frequency) == pytest.approx(price, abs=1e-9)


@given(st.floats(0, 0.15), st.floats(0, 0.15), st.integers(2, 60))
def test_price_is_continuous_at_coupon_date(coupon, yield_, halves):
    years = halves / 2
    at, after = (par_bond_price(coupon, yield_, years - gap) for gap in (0.0, 1e-7))
    assert at == pytest.approx(after, abs=1e-4)


def test_arrays_broadcast_like_numbers():
    coupons, yields = np.array([[0.02], [0.045]]), np.array([0.01, 0.0, 0.05])
    prices = par_bond_price(coupons, yields, 9.75)
    assert prices.shape == (2, 3)
    for (row, column), price in np.ndenumerate(prices):
        alone = par_bond_price(float(coupons[row, 0]), float(yields[column]), 9.75)
        assert price == pytest.approx(alone, abs=1e-12)
    assert yield_from_price(coupons, prices, 9.75) == pytest.approx(
        np.broadcast_to(yields, (2, 3)), abs=1e-13
    )
    assert par_bond_price(0.04, 0.05, np.array([1.0, 30.0])).shape == (2,)
    assert par_bond_price(0.04, np.array([]), 10).shape == (0,)


def test_numbers_return_a_number():
    assert type(par_bond_price(0.04, 0.05, 10)) is float
    assert type(yield_from_price(0, 90, 1)) is float


def test_float_noise_keeps_coupon_date():
    for years in (0.1 + 0.2 + 0.7, 1.0 + 4e-10, 1.0 - 4e-10):
        stream = par_stream(0.04, years)
        assert stream.periods == par_stream(0.04, 1.0).periods
        assert stream.fraction <= 1
        assert par_bond_price(0.04, 0.05, np.array([years])) == stream.price(0.05)
