"""What must hold for the extra interest of any shift."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.interest import (
    baseline_net_interest,
    debt_service,
    extra_interest,
    interest_model,
    repriced_within,
)
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


def test_no_shift_costs_nothing():
    extra = extra_interest(MODEL, *parallel(0.0))
    assert not extra.total_usd.any()
    assert extra.total_usd.shape == (1, len(MODEL.fiscal_years))


@given(SEEDS, SEEDS)
def test_refinancing_adds_up(one, other):
    first, second = random_shift(one), random_shift(other)
    both = [a + b for a, b in zip(first, second, strict=True)]
    np.testing.assert_allclose(
        extra_interest(MODEL, *both).refinancing_usd,
        extra_interest(MODEL, *first).refinancing_usd
        + extra_interest(MODEL, *second).refinancing_usd,
    )


@given(SEEDS)
def test_a_higher_shift_never_costs_less(seed):
    lower = random_shift(seed)
    higher = [a + b for a, b in zip(lower, random_shift(seed + 1), strict=True)]
    low, high = extra_interest(MODEL, *lower), extra_interest(MODEL, *higher)
    assert (high.refinancing_usd >= low.refinancing_usd).all()
    assert (high.service_usd >= low.service_usd).all()


@given(SHIFTS)
def test_levels_do_not_touch_each_other(shift):
    joint = extra_interest(MODEL, *parallel(0.005, shift, -0.003)).total_usd
    alone = extra_interest(MODEL, *parallel(shift)).total_usd
    np.testing.assert_allclose(joint[1], alone[0], rtol=1e-12)


def test_a_small_fall_saves_what_a_small_rise_costs():
    up, down = extra_interest(MODEL, *parallel(0.0001, -0.0001)).total_usd
    np.testing.assert_allclose(up, -down, rtol=0.005)


def test_dearer_borrowing_makes_large_shifts_cost_more_than_in_proportion():
    small, large = extra_interest(MODEL, *parallel(0.001, 0.02)).total_usd
    assert (large > 20 * small).all()


@given(st.sampled_from(QUARTERS))
def test_a_shift_costs_nothing_before_it_happens(start):
    extra = extra_interest(MODEL, *parallel(0.01, start=start)).total_usd[0]
    assert not extra[: start // 4].any()
    assert (extra[start // 4 :] > 0).all()


def test_a_shift_of_one_year_fades_as_what_was_sold_in_it_comes_due():
    extra = extra_interest(MODEL, *parallel(0.01, start=4, stop=8)).refinancing_usd[0]
    one_dollar = 1.0
    assert (np.diff(extra[2:]) < one_dollar).all()
    assert 0 < extra[-1] < 0.15 * extra[1]


def test_a_shift_of_bills_is_gone_when_they_have_been_rolled_twice():
    bill, tenor = parallel(0.01, start=4, stop=6)
    extra = extra_interest(MODEL, bill, np.zeros_like(tenor))
    assert extra.refinancing_usd[0, 1] > 0
    assert extra.refinancing_usd[0, 2:] == pytest.approx(0, abs=1.0)
    assert (extra.service_usd[0, 2:] > 0).all()


def test_a_shift_of_the_30_year_stays_in_the_bill():
    bill, tenor = parallel(0.01, start=0, stop=4)
    tenor[..., :-1] = 0
    extra = extra_interest(MODEL, np.zeros_like(bill), tenor).refinancing_usd[0]
    np.testing.assert_allclose(extra[1:], extra[1])


def test_the_whole_answer_agrees_with_what_the_ladder_says_has_repriced():
    model = replace(MODEL, curve_quarter=0)
    extra = extra_interest(model, *parallel(0.01)).refinancing_usd[0]
    debt = model.roll.stock_end
    for year, cost in enumerate(extra):
        instants = year + (np.arange(48) + 0.5) / 48
        owed = np.interp(4 * instants, np.arange(len(debt)), debt)
        growth = np.log(owed / debt[0]) / instants
        repriced = [
            repriced_within(model, *instant) for instant in zip(instants, growth, strict=True)
        ]
        assert cost == pytest.approx(0.01 * np.mean(owed * repriced), rel=0.01)


def test_interest_on_interest_is_debt_service_of_the_first_cost():
    """A shift of one quarter changes no later borrowing rate of bills, so only its cost is owed."""
    bill, tenor = parallel(1e-6, start=0, stop=1)
    extra = extra_interest(MODEL, bill, tenor)
    quarterly = MODEL.sensitivity.interest(bill, tenor)
    np.testing.assert_allclose(extra.service_usd, debt_service(MODEL, quarterly), rtol=1e-3)


def test_the_curve_of_today_is_the_outlook_until_its_quarter():
    cbo, held = (baseline_net_interest(MODEL, name) for name in ("cbo", "curve_held"))
    before = MODEL.curve_quarter // 4
    np.testing.assert_array_equal(held[:before], cbo[:before])
    shift = MODEL.held.bill - MODEL.outlook.bill, MODEL.held.tenor - MODEL.outlook.tenor
    assert shift[0].max() > 0.005
    extra = extra_interest(MODEL, shift[0][None], shift[1][None])
    np.testing.assert_allclose(held - cbo, extra.total_usd[0])
    assert (np.diff((held - cbo)[before:]) > 0).all()


def test_the_curve_held_is_the_curve_of_its_day():
    now, curve = MODEL.curve_quarter, SNAPSHOT.curve
    assert (MODEL.held.bill[now:] == curve.at(0.25)).all()
    assert (MODEL.held.tenor[now:] == [curve.at(years) for years in MODEL.tenors]).all()
