"""Price and yield are inverse everywhere, and nothing loops."""

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from calc.bonds import coupons
from calc.bonds.coupons import (
    MAX_PRICE,
    MIN_PRICE,
    CouponStream,
    bisect_period_rate,
    yield_of,
)
from calc.errors import CalcError


@st.composite
def streams(draw, shortest=0):
    frequency = draw(st.sampled_from([1, 2]))
    payment = 100 * draw(st.sampled_from([0.0, 0.00125, 0.03, 0.04375, 0.16])) / frequency
    fraction = draw(st.integers(1, 184)) / 184
    periods = draw(st.integers(shortest, 80))
    return CouponStream(frequency, payment, periods, fraction, payment * (1 - fraction))


NOTE = CouponStream(2, 2.0, 19, 0.5, 1.0)
LAST_DAY = CouponStream(2, 2.0, 0, 1 / 184, 2.0 * 183 / 184)
LONG_ZERO = CouponStream(2, 0.0, 80, 1 / 184, 0.0)


@settings(max_examples=500)
@given(streams(), st.floats(1, 400))
@example(LAST_DAY, 400.0)
@example(LAST_DAY, 1.0)
@example(LONG_ZERO, 100.0)
@example(LONG_ZERO, 1.0)
def test_price_yield_price(stream, price):
    assert stream.price(yield_of(stream, price)) == pytest.approx(price, abs=1e-9, rel=1e-11)


@settings(max_examples=500)
@given(streams(), st.floats(-0.05, 0.3) | st.floats(-1e-5, 1e-5) | st.just(0.0))
def test_yield_price_yield(stream, yield_):
    price = stream.price(yield_)
    assume(MIN_PRICE < price < MAX_PRICE)
    dv01_floor = 1e-3 * stream.fraction  # a day's yield is as loose as its tiny duration
    tolerance = 1e-13 / dv01_floor if stream.periods == 0 else 1e-11
    assert yield_of(stream, price) == pytest.approx(yield_, abs=tolerance)


@settings(max_examples=200)
@given(streams(shortest=1), st.floats(MIN_PRICE, 900))
def test_bisection_finds_the_same_yield(stream, price):
    # The safety net: correct on its own, so it can be trusted when Halley's method gives up.
    rate = bisect_period_rate(stream, price + stream.accrued)
    assert stream.price(rate * stream.frequency) == pytest.approx(price, abs=1e-9, rel=1e-10)


@given(streams(), st.floats(-0.5, 1.0), st.floats(1e-6, 0.1))
def test_price_falls_as_yield_rises(stream, yield_, rise):
    assert stream.price(yield_ + rise) < stream.price(yield_)


@given(streams())
@example(CouponStream(2, 8.0, 199, 1.0, 0.0))
def test_price_is_continuous_near_zero_yield(stream):
    edge = 1e-5 * stream.frequency
    for yield_ in (edge, -edge):
        inside, outside = stream.price(yield_ * (1 - 1e-12)), stream.price(yield_ * (1 + 1e-12))
        assert inside == pytest.approx(outside, abs=1e-9)


def test_zero_yield_price_sums_payments():
    assert NOTE.dirty_price(0.0) == 2 + 19 * 2 + 100


@pytest.mark.parametrize("price", [0.0, -5.0, float("nan"), float("inf"), 2 * MAX_PRICE])
@pytest.mark.parametrize("stream", [NOTE, LAST_DAY])
def test_impossible_prices_have_no_yield(stream, price):
    with pytest.raises(CalcError) as alone:
        yield_of(stream, price)
    assert alone.value.code == "price.out_of_range"
    assert repr(alone.value.facts["price"]) == repr(price)


@pytest.mark.parametrize("yield_", [-100.0, -2.0])
def test_last_period_allows_very_negative_yields(yield_):
    assert yield_of(LAST_DAY, LAST_DAY.price(yield_)) == pytest.approx(yield_, rel=1e-9)


SEARCHED = [
    CouponStream(2, 2.0, 59, 0.5, 1.0),
    CouponStream(2, 4.0, 3, 0.9, 0.4),
    CouponStream(2, 0.0, 59, 0.7, 0.0),
]


def give_up(*_):
    raise AssertionError("the search did not settle")


@pytest.mark.parametrize("stream", SEARCHED)
def test_three_rounds_settle_ordinary_searches(monkeypatch, stream):
    """Cubic convergence is what the derivatives are for: one that is off needs more rounds."""
    monkeypatch.setattr(coupons, "_MAX_HALLEY", 3)
    monkeypatch.setattr(coupons, "bisect_period_rate", give_up)
    yields = [-0.02 + 0.005 * step for step in range(65)]
    assert [yield_of(stream, stream.price(y)) for y in yields] == pytest.approx(yields, abs=1e-11)


@pytest.mark.parametrize("periods", [2, 4, 6])
@pytest.mark.parametrize("price", [400.0, 700.0, 900.0, 999.0])
def test_zero_above_par_yield_is_unique(periods, price):
    """Below -100 % a period an even number of periods gives the same price once more."""
    zero = CouponStream(2, 0.0, periods, 1 / 184, 0.0)
    alone = yield_of(zero, price)
    assert alone > -2
    assert zero.price(alone) == pytest.approx(price)
