"""What must hold for the extra interest of any shift."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.interest.model import extra_interest, held_net_interest, interest_model
from calc.interest.total_interest import repriced_within
from calc.market import load_snapshot

SNAPSHOT = load_snapshot()
MODEL = interest_model(SNAPSHOT)
QUARTERS = range(MODEL.quarters)
SHIFTS = st.floats(-0.01, 0.02)
SEEDS = st.integers(0, 2**32 - 1)


def parallel(*levels, start=0, stop=None):
    """The same shift of all yields at each level, from one quarter to before another."""
    bill = np.zeros((len(levels), MODEL.quarters))
    bill[:, start:stop] = np.array(levels)[:, None]
    return bill, np.repeat(bill[..., None], len(MODEL.tenors), axis=-1)


def random_shift(seed, levels=2, size=0.01):
    random = np.random.default_rng(seed)
    shape = (levels, MODEL.quarters)
    return random.uniform(0, size, shape), random.uniform(0, size, (*shape, len(MODEL.tenors)))


def test_zero_shift_costs_nothing():
    extra = extra_interest(MODEL, *parallel(0.0))
    assert not extra.total_usd.any()
    assert extra.total_usd.shape == (1, len(MODEL.fiscal_years))


@given(SEEDS, SEEDS)
def test_refinancing_is_additive(one, other):
    first, second = random_shift(one), random_shift(other)
    both = [a + b for a, b in zip(first, second, strict=True)]
    np.testing.assert_allclose(
        extra_interest(MODEL, *both).refinancing_usd,
        extra_interest(MODEL, *first).refinancing_usd
        + extra_interest(MODEL, *second).refinancing_usd,
    )


@given(SEEDS)
def test_higher_shift_never_costs_less(seed):
    lower = random_shift(seed)
    higher = [a + b for a, b in zip(lower, random_shift(seed + 1), strict=True)]
    low, high = extra_interest(MODEL, *lower), extra_interest(MODEL, *higher)
    assert (high.refinancing_usd >= low.refinancing_usd).all()
    assert (high.service_usd >= low.service_usd).all()


@given(SHIFTS)
def test_shift_levels_are_independent(shift):
    joint = extra_interest(MODEL, *parallel(0.005, shift, -0.003)).total_usd
    alone = extra_interest(MODEL, *parallel(shift)).total_usd
    np.testing.assert_allclose(joint[1], alone[0], rtol=1e-12)


def test_small_shifts_are_symmetric():
    up, down = extra_interest(MODEL, *parallel(0.0001, -0.0001)).total_usd
    np.testing.assert_allclose(up, -down, rtol=0.005)


def test_large_shift_costs_more_than_proportional():
    small, large = extra_interest(MODEL, *parallel(0.001, 0.02)).total_usd
    assert (large > 20 * small).all()


@given(st.sampled_from(QUARTERS))
def test_shift_costs_nothing_before_start(start):
    extra = extra_interest(MODEL, *parallel(0.01, start=start)).total_usd[0]
    assert not extra[: start // 4].any()
    assert (extra[start // 4 :] > 0).all()


def test_year_long_shift_fades():
    extra = extra_interest(MODEL, *parallel(0.01, start=4, stop=8)).refinancing_usd[0]
    one_dollar = 1.0
    assert (np.diff(extra[2:]) < one_dollar).all()
    assert 0 < extra[-1] < 0.15 * extra[1]


def test_bill_shift_ends_after_two_rolls():
    bill, tenor = parallel(0.01, start=4, stop=6)
    extra = extra_interest(MODEL, bill, np.zeros_like(tenor))
    assert extra.refinancing_usd[0, 1] > 0
    assert extra.refinancing_usd[0, 2:] == pytest.approx(0, abs=1.0)
    assert (extra.service_usd[0, 2:] > 0).all()


def test_thirty_year_shift_persists():
    bill, tenor = parallel(0.01, start=0, stop=4)
    tenor[..., :-1] = 0
    extra = extra_interest(MODEL, np.zeros_like(bill), tenor).refinancing_usd[0]
    np.testing.assert_allclose(extra[1:], extra[1])


def test_extra_interest_agrees_with_repricing():
    model = replace(MODEL, curve_quarter=0)
    extra = extra_interest(model, *parallel(0.01)).refinancing_usd[0]
    debt = model.roll.stock_end
    for year, cost in enumerate(extra):
        instants = year + (np.arange(48) + 0.5) / 48
        owed = np.interp(4 * instants, np.arange(len(debt)), debt)
        growth = np.log(owed / debt[0]) / instants
        left = 1 - np.array([repriced_within(model, instant) for instant in instants])
        repriced = 1 - left * np.exp(-growth * instants)
        assert cost == pytest.approx(0.01 * np.mean(owed * repriced), rel=0.01)


def test_held_curve_equals_outlook_before():
    cbo, held = MODEL.published_interest_usd, held_net_interest(MODEL)
    before = MODEL.curve_quarter // 4
    np.testing.assert_array_equal(held[:before], cbo[:before])
    shift = MODEL.held.bill - MODEL.outlook.bill, MODEL.held.tenor - MODEL.outlook.tenor
    assert shift[0].max() > 0.005
    extra = extra_interest(MODEL, shift[0][None], shift[1][None])
    np.testing.assert_allclose(held - cbo, extra.total_usd[0])
    assert (np.diff((held - cbo)[before:]) > 0).all()


def test_held_curve_equals_par_curve():
    now, curve = MODEL.curve_quarter, SNAPSHOT.curve
    assert (MODEL.held.bill[now:] == curve.at(0.25)).all()
    assert (MODEL.held.tenor[now:] == [curve.at(years) for years in MODEL.tenors]).all()
