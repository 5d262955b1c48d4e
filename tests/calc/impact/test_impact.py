"""The impact model: its anchors, and what must hold for every sale."""

import dataclasses
import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.impact.impact import (
    Flow,
    span_means,
    ten_year_path,
)
from calc.parameters import load_impact_parameters
from calc.ranges import Range

PARAMETERS = load_impact_parameters()
# Those of the anchors: basis points per percent of GDP and per root percent.
ANCHOR_PARAMETERS = dataclasses.replace(
    PARAMETERS,
    kappa=Range(4.5, 10, 30).times(1e-2),
    flow=Range(12, 30, 75).times(1e-3),
)
BILLION = 1e9
MARKET, GDP = 32_000 * BILLION, 32_500 * BILLION

# Results of an independent daily-step integration of the same equations: name, dollars sold
# (billions), trading days, rate risk against the ten-year note, market and GDP (billions), strain,
# what others sell per dollar, then peak and permanent change (basis points) at low, central, high.
ANCHORS = [
    ("a month", 200, 21, 0.5, 32000, 32500, 1, 0, (5.21, 15.26, 47.79), (1.38, 3.08, 9.23)),
    ("a day", 200, 1, 0.5, 32000, 32500, 1, 0, (7.89, 19.59, 51.0), (1.38, 3.08, 9.23)),
    ("a year", 200, 252, 0.5, 32000, 32500, 1, 0, (2.52, 7.09, 29.63), (1.38, 3.08, 9.23)),
    ("panic", 200, 1, 0.5, 32000, 32500, 2, 0.25, (16.27, 40.77, 104.94), (1.73, 3.85, 11.54)),
    ("ten-years", 200, 21, 1, 32000, 32500, 1, 0, (8.18, 23.38, 72.99), (2.77, 6.15, 18.46)),
    ("bills", 200, 21, 0.03, 32000, 32500, 1, 0, (1.02, 3.17, 10.0), (0.08, 0.18, 0.55)),
    (
        "all of Japan",
        1190,
        252,
        0.5,
        32000,
        32500,
        1,
        0,
        (11.01, 28.1, 104.68),
        (8.24, 18.31, 54.92),
    ),
    ("March 2020", 300, 15, 0.5, 17200, 21300, 1.8, 0, (16.27, 46.84, 139.83), (3.17, 7.04, 21.13)),
    ("2010", 100, 21, 0.5, 7900, 15000, 1, 0, (6.94, 20.67, 64.87), (1.5, 3.33, 10.0)),
]


def path(sold_usd, days, *, market=MARKET, gdp=GDP, stress=1.0, horizon=600, parameters=PARAMETERS):
    return ten_year_path(
        [Flow(0, days, sold_usd, stress)],
        parameters=parameters,
        market_usd=market,
        gdp_usd=gdp,
        days=horizon,
    )


@pytest.mark.parametrize("case", ANCHORS, ids=[case[0] for case in ANCHORS])
def test_impact_anchors_hold_within_2_percent(case):
    _, sold, days, relative_dv01, market, gdp, stress, contagion, peak, permanent = case
    found = path(
        (1 + contagion) * sold * relative_dv01 * BILLION,
        days,
        market=market * BILLION,
        gdp=gdp * BILLION,
        stress=stress,
        parameters=ANCHOR_PARAMETERS,
    )
    assert [rise * 1e4 for rise in found.peak] == pytest.approx(peak, rel=0.02)
    # The printed values have two decimals.
    assert [rise * 1e4 for rise in found.permanent] == pytest.approx(permanent, rel=0.02, abs=0.005)


def test_purchases_of_march_2020_reverse_rise():
    """March 2020: sold until day 10, bought back from day 10 to 19."""
    flows = [Flow(0, 10, 227.5 * BILLION, 1.8), Flow(10, 19, -350 * BILLION)]
    found = ten_year_path(
        flows, parameters=ANCHOR_PARAMETERS, market_usd=17_200 * BILLION, gdp_usd=21_300 * BILLION
    )
    assert [rise * 1e4 for rise in found.peak] == pytest.approx((23.11, 63.49, 181.17), rel=0.02)
    assert found.permanent.central * 1e4 == pytest.approx(-5.75, rel=0.02)
    assert found.shift[1, 19] < found.peak.central / 2


amounts = st.floats(1e6, MARKET)
paces = st.sampled_from([1, 5, 21, 63, 252])


@given(amounts, paces)
def test_paths_are_in_band_order(sold, days):
    found = path(sold, days)
    assert np.isfinite(found.shift).all()
    assert (found.shift[0] <= found.shift[1]).all()
    assert (found.shift[1] <= found.shift[2]).all()


@given(amounts, st.floats(1, 3), paces)
def test_larger_sale_never_lowers_yields(sold, times, days):
    assert (path(sold * times, days).shift >= path(sold, days).shift * (1 - 1e-12)).all()


@given(amounts)
def test_slower_sale_never_peaks_higher(sold):
    peaks = [path(sold, days, horizon=260).peak for days in (1, 5, 21, 63, 252)]
    for faster, slower in itertools.pairwise(peaks):
        for quick, slow in zip(faster, slower, strict=True):
            assert slow <= quick * (1 + 1e-12)


@given(amounts, paces)
def test_purchase_mirrors_sale(sold, days):
    assert path(-sold, days).shift == pytest.approx(-path(sold, days).shift)
    assert list(path(-sold, days).peak) == pytest.approx([-rise for rise in path(sold, days).peak])


@given(amounts, st.floats(0.1, 10), paces)
def test_scaled_market_and_sale_keep_yield(sold, times, days):
    scaled = path(sold * times, days, market=MARKET * times, gdp=GDP * times)
    assert scaled.shift == pytest.approx(path(sold, days).shift)


def test_temporary_impact_fades():
    found = path(100 * BILLION, 21, horizon=2000)
    assert found.shift[:, -1] == pytest.approx(list(found.permanent), rel=1e-3)


def test_half_life_absorbs_half():
    found = path(100 * BILLION, 1)
    unabsorbed = found.unabsorbed_usd[1]
    assert unabsorbed[11] / unabsorbed[1] == pytest.approx(0.5)


def test_steady_sale_reaches_steady_state():
    """Steady state of dN/dt = rate - N/tau is rate * tau."""
    found = path(252 * BILLION, 252)
    tau = PARAMETERS.half_life.central / math.log(2)
    assert found.unabsorbed_usd[1, 252] == pytest.approx(BILLION * tau, rel=1e-6)


def test_stress_starts_with_its_flow():
    flows = [Flow(10, 20, BILLION), Flow(30, 40, BILLION, 2)]
    calm = [Flow(10, 20, BILLION), Flow(30, 40, BILLION)]

    def shift(these):
        return ten_year_path(these, parameters=PARAMETERS, market_usd=MARKET, gdp_usd=GDP).shift[1]

    assert shift(flows)[:31] == pytest.approx(shift(calm)[:31])
    assert shift(flows)[35] > shift(calm)[35]


def test_steady_sale_peaks_at_end():
    found = path(100 * BILLION, 21)
    assert found.peak_day == 21
    assert list(found.peak) == found.shift[:, 21].tolist()
    assert list(found.unabsorbed_at_peak_usd) == found.unabsorbed_usd[:, 21].tolist()
    assert list(found.temporary_at_peak) == found.temporary[:, 21].tolist()


@pytest.mark.parametrize(("end", "peaks"), [(30, [5, 30, 30]), (70, [5, 5, 70])])
def test_each_band_has_own_peak(end, peaks):
    """The longer the half-life, the more of a first, quick sale is left under a slow second one."""
    flows = [Flow(0, 5, 100 * BILLION), Flow(10, end, 100 * BILLION)]
    found = ten_year_path(flows, parameters=PARAMETERS, market_usd=MARKET, gdp_usd=GDP)
    assert found.peak_day == peaks[1]
    rows = range(3)
    assert list(found.peak) == [found.shift[row].max() for row in rows]
    at_peak = [found.unabsorbed_usd[row, day] for row, day in zip(rows, peaks, strict=True)]
    assert list(found.unabsorbed_at_peak_usd) == at_peak


@given(st.floats(1e6, MARKET / 100), st.sampled_from([-1, 1]))
def test_temporary_impact_is_line_or_root(sold, sign):
    found = path(sign * sold, 5, horizon=20)
    share = sign * found.unabsorbed_usd[1] / MARKET
    line = share / PARAMETERS.linear_below.central**0.5
    expected = PARAMETERS.flow.central * np.minimum(line, np.sqrt(share))
    assert sign * found.temporary[1] == pytest.approx(expected)


def test_peak_prefers_rise_over_fall():
    flows = [Flow(0, 5, 10 * BILLION), Flow(5, 10, -100 * BILLION)]
    found = ten_year_path(flows, parameters=PARAMETERS, market_usd=MARKET, gdp_usd=GDP)
    assert found.shift.min() < -found.shift.max() < 0
    assert (np.array(list(found.peak)) > 0).all()


def test_bands_may_differ_in_sign():
    flows = [Flow(0, 5, -100 * BILLION), Flow(5, 200, 30 * BILLION)]
    found = ten_year_path(flows, parameters=PARAMETERS, market_usd=MARKET, gdp_usd=GDP)
    assert found.shift[0].max() <= 0 < found.shift[2].max()
    assert (found.peak.low, found.peak.high) == (found.shift[0].min(), found.shift[2].max())


def test_permanent_impact_is_proportional_to_sold():
    found = path(100 * BILLION, 10)
    permanent = found.shift - found.temporary
    assert not permanent[:, 0].any()
    assert permanent[:, 5] == pytest.approx([half / 2 for half in found.permanent])
    assert permanent[:, -1] == pytest.approx(list(found.permanent))


def test_span_means_skip_start_and_remainder():
    daily = np.array([[99.0, 1, 2, 3, 4, 5], [99.0, 0, 0, 6, 8, 5], [99.0, 1, 1, 1, 1, 1]])
    assert span_means(daily, 2).tolist() == [[1.5, 3.5], [0, 7], [1, 1]]
    assert span_means(daily, 5).tolist() == [[3], [3.8], [1]]
