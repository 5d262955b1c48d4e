"""Durations, convexity and DV01 against the prices they describe."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.bonds import CouponStream, CouponStreams, par_stream, risk, risks

BROKEN = CouponStream(2, 1.2, 0.0, 2.0, 19, 0.4, 0.1)
LONG_FIRST = CouponStream(2, 0.0, 1.5, 2.0, 7, 0.4, 0.5)
LAST = CouponStream(2, 2.0, 0.0, 2.0, 0, 0.3, 1.4)


def test_a_zero_lasts_its_years():
    zero = risk(par_stream(0.0, 10), 0.04)
    assert zero.macaulay_duration == pytest.approx(10, abs=1e-12)
    assert zero.modified_duration == pytest.approx(10 / 1.02, abs=1e-12)
    assert zero.convexity == pytest.approx(20 * 21 / 4 / 1.02**2, abs=1e-10)


def test_a_zero_compounded_once_a_year():
    zero = risk(par_stream(0.0, 10, frequency=1), 0.04)
    assert zero.macaulay_duration == pytest.approx(10, abs=1e-12)
    assert zero.modified_duration == pytest.approx(10 / 1.04, abs=1e-12)
    assert zero.convexity == pytest.approx(10 * 11 / 1.04**2, abs=1e-10)


def test_ten_year_note_at_par():
    # At par the modified duration is the annuity of one a year at half its yield.
    at_par = risk(par_stream(0.04, 10), 0.04)
    assert at_par.modified_duration == pytest.approx((1 - 1.02**-20) / 0.04, abs=1e-12)
    assert at_par.macaulay_duration == pytest.approx(at_par.modified_duration * 1.02, abs=1e-12)
    assert at_par.dv01 == pytest.approx(at_par.modified_duration * 0.01, abs=1e-14)


@pytest.mark.parametrize("stream", [BROKEN, LONG_FIRST, LAST])
@given(st.floats(-0.02, 0.2) | st.floats(-1e-7, 1e-7))
def test_risk_matches_finite_differences(stream, yield_):
    step = 1e-4
    below, here, above = (stream.dirty_price(yield_ + k * step) for k in (-1, 0, 1))
    found = risk(stream, yield_)
    assert found.modified_duration == pytest.approx((below - above) / 2 / step / here, rel=1e-5)
    assert found.convexity == pytest.approx(
        (above + below - 2 * here) / step**2 / here, rel=1e-4, abs=1e-4
    )
    assert found.dv01 == pytest.approx(here * found.modified_duration * 1e-4, rel=1e-12)


def test_batch_equals_single_streams():
    streams, yields = [BROKEN, LONG_FIRST, LAST], np.array([0.0, -0.01, -3.0])
    batch = risks(CouponStreams.of(streams), yields)
    for position, stream in enumerate(streams):
        alone = risk(stream, float(yields[position]))
        for name in alone.__slots__:
            assert getattr(batch, name)[position] == pytest.approx(getattr(alone, name))
