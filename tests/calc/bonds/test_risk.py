"""Modified duration against the prices it describes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.bonds.coupons import CouponStream, par_stream

BROKEN = CouponStream(2, 2.0, 19, 0.4, 1.2)
LAST = CouponStream(2, 2.0, 0, 0.3, 1.4)


def test_duration_of_a_zero_is_its_years():
    zero = par_stream(0.0, 10)
    assert zero.modified_duration(0.04) == pytest.approx(10 / 1.02, abs=1e-12)


def test_duration_of_a_ten_year_note_at_par_is_an_annuity():
    # Of one a year at half its yield.
    at_par = par_stream(0.04, 10).modified_duration(0.04)
    assert at_par == pytest.approx((1 - 1.02**-20) / 0.04, abs=1e-12)


@pytest.mark.parametrize("stream", [BROKEN, LAST])
@given(st.floats(-0.02, 0.2) | st.floats(-1e-7, 1e-7))
def test_duration_matches_finite_differences(stream, yield_):
    step = 1e-4
    below, here, above = (stream.dirty_price(yield_ + k * step) for k in (-1, 0, 1))
    found = stream.modified_duration(yield_)
    assert found == pytest.approx((below - above) / 2 / step / here, rel=1e-5)
