"""The bond of everyday speech: coupon, yield, years."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.bonds.coupons import par_bond_price, par_stream, yield_of


def test_two_half_years_match_hand_sum():
    assert par_bond_price(0.04, 0.06, 1) == pytest.approx(2 / 1.03 + 102 / 1.03**2, abs=1e-12)


@given(st.floats(0, 0.2), st.integers(1, 60))
def test_bond_yielding_coupon_is_par(coupon, periods):
    assert par_bond_price(coupon, coupon, periods / 2) == pytest.approx(100, abs=1e-9)


@given(st.floats(0, 0.2), st.floats(-0.05, 0.3), st.integers(1, 100))
def test_price_sums_discounted_payments(coupon, yield_, periods):
    v = 1 / (1 + yield_ / 2)
    flows = sum(100 * coupon / 2 * v**k for k in range(1, periods + 1)) + 100 * v**periods
    assert par_bond_price(coupon, yield_, periods / 2) == pytest.approx(flows, rel=1e-11)


@given(st.floats(0, 0.15), st.floats(20, 250), st.floats(0.5, 40))
def test_price_inverts_yield(coupon, price, years):
    yield_ = yield_of(par_stream(coupon, years), price)
    assert par_bond_price(coupon, yield_, years) == pytest.approx(price, abs=1e-9)


@given(st.floats(0, 0.15), st.floats(0, 0.15), st.integers(2, 60))
def test_price_is_continuous_at_coupon_date(coupon, yield_, halves):
    years = halves / 2
    at, after = (par_bond_price(coupon, yield_, years - gap) for gap in (0.0, 1e-7))
    assert at == pytest.approx(after, abs=1e-4)


def test_float_noise_keeps_coupon_date():
    for years in (0.1 + 0.2 + 0.7, 1.0 + 4e-10, 1.0 - 4e-10):
        stream = par_stream(0.04, years)
        assert stream.periods == par_stream(0.04, 1.0).periods
        assert stream.fraction <= 1
