"""Asked backwards: the forward answer comes back, and impossible targets say so."""

import dataclasses
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import CalcError, Pace, PortfolioType, Scenario, load_snapshot, run
from calc.parameters import load_impact_parameters
from calc.reverse import amount_for_interest, amount_for_price, amount_for_yield
from calc.sale import portfolio

SNAPSHOT = load_snapshot()
UNPUBLISHED = next(key for key in SNAPSHOT.holders if key not in SNAPSHOT.bills_shares)
TODAY = SNAPSHOT.curve.at(10)
BANDS = ("low", "central", "high")

paces = st.sampled_from(Pace)


def forwards(amount_usd, pace):
    """The whole model, for a seller whose own portfolio is not published."""
    return run(Scenario(UNPUBLISHED, round(amount_usd), pace=pace, beyond_holding=True))


def same(found, expected):
    """Equal up to the rounding of the amount to whole dollars."""
    assert found == pytest.approx(expected, rel=1e-8)


@given(st.floats(1e6, 0.999 * SNAPSHOT.marketable_usd), paces, st.sampled_from(BANDS))
@settings(deadline=None, max_examples=40)
def test_amount_for_yield_inverts_run(amount, pace, band):
    amount = float(round(amount))
    reached = getattr(forwards(amount, pace).yields.at_peak, band)
    # The level has sixteen digits; a small rise on top of it has fewer.
    precision = 4e-16 / (reached - TODAY)
    assert getattr(amount_for_yield(reached, pace), band) == pytest.approx(
        amount, rel=1e-8 + 4 * precision
    )


@given(st.floats(0.05, 0.12), paces)
@settings(deadline=None, max_examples=40)
def test_amount_for_yield_reaches_yield(target, pace):
    if target <= TODAY + 1e-6:
        return
    needed = amount_for_yield(target, pace)
    for band in BANDS:
        amount = getattr(needed, band)
        if amount is None:
            most = forwards(int(SNAPSHOT.marketable_usd), pace)
            assert getattr(most.yields.at_peak, band) < target
        elif amount > 1e6:
            reached = getattr(forwards(amount, pace).yields.at_peak, band)
            assert reached - TODAY == pytest.approx(target - TODAY, rel=1e-6)


@given(st.floats(60, 99.9), paces)
@settings(deadline=None, max_examples=40)
def test_amount_for_price_reaches_price(target, pace):
    needed = amount_for_price(target, pace)
    for band in BANDS:
        amount = getattr(needed, band)
        if amount is None:
            most = forwards(int(SNAPSHOT.marketable_usd), pace)
            assert getattr(most.price.at_peak, band) > target
        elif amount > 1e6:
            same(getattr(forwards(amount, pace).price.at_peak, band), target)


@given(st.floats(1e8, 3e12), paces)
@settings(deadline=None, max_examples=15)
def test_amount_for_interest_costs_interest_for_good(target, pace):
    needed = amount_for_interest(target, pace)
    for band in BANDS:
        amount = getattr(needed, band)
        if amount is None:
            most = forwards(int(SNAPSHOT.marketable_usd), pace)
            assert getattr(most.interest.lasting_usd[-1], band) < target
        elif amount > 1e8:
            same(getattr(forwards(amount, pace).interest.lasting_usd[-1], band), target)


def test_amounts_for_common_targets():
    """At the rate risk of officials in studies, over a month in a calm market, billions.

    At the curve of 9 October 2026. The interest is that of what stays: $200 billion costs $3.2,
    $7.0 and $15 billion in the last year, interest on interest a little more than in proportion.
    """
    usual = {"relative_dv01": 0.5}

    def billions(needed):
        return [getattr(needed, band) / 1e9 for band in BANDS]

    assert billions(amount_for_yield(0.06, **usual)) == pytest.approx([8767, 2418, 305], rel=0.01)
    assert billions(amount_for_price(90, **usual)) == pytest.approx([18534, 4842, 898], rel=0.01)
    assert billions(amount_for_interest(100e9, **usual)) == pytest.approx(
        [6172, 2872, 1331], rel=0.01
    )


def test_amount_beyond_market_is_none():
    needed = amount_for_yield(0.12)
    assert needed.low is None
    assert needed.high is not None
    assert needed.high < SNAPSHOT.marketable_usd
    nothing = amount_for_yield(math.inf)
    assert (nothing.low, nothing.central, nothing.high) == (None, None, None)


def test_lower_band_needs_larger_sale():
    for needed in (amount_for_yield(0.055), amount_for_price(97), amount_for_interest(1e10)):
        assert needed.low > needed.central > needed.high > 0


def test_amount_scales_with_rate_risk():
    light, heavy = (
        amount_for_yield(0.055, relative_dv01=relative_dv01) for relative_dv01 in (0.25, 0.5)
    )
    assert light.central == pytest.approx(2 * heavy.central)
    usual = portfolio(
        PortfolioType.TYPICAL, UNPUBLISHED, SNAPSHOT, load_impact_parameters()
    ).relative_dv01
    assert amount_for_yield(0.055, relative_dv01=usual) == amount_for_yield(0.055)


def test_nearest_target_needs_almost_nothing():
    hair = math.nextafter(TODAY, 1)
    assert 0 <= amount_for_yield(hair).central < 1
    for factor in (0.5, 0.7, 0.9, 1, 1.1, 1.3, 1.5):
        yields = tuple(factor * par for par in SNAPSHOT.curve.yields)
        curve = dataclasses.replace(SNAPSHOT.curve, yields=yields)
        snapshot = dataclasses.replace(SNAPSHOT, curve=curve)
        needed = amount_for_price(math.nextafter(100, 0), snapshot=snapshot)
        assert 0 <= needed.central < 1


@pytest.mark.parametrize(
    ("ask", "code"),
    [
        (lambda: amount_for_yield(TODAY), "yield.not_above_todays"),
        (lambda: amount_for_yield(0.01), "yield.not_above_todays"),
        (lambda: amount_for_yield(math.nan), "yield.not_above_todays"),
        (lambda: amount_for_price(100), "price.not_below_face"),
        (lambda: amount_for_price(math.nan), "price.not_below_face"),
        (lambda: amount_for_price(0), "price.out_of_range"),
        (lambda: amount_for_interest(0), "interest.not_positive"),
        (lambda: amount_for_interest(-1e9), "interest.not_positive"),
        (lambda: amount_for_interest(math.nan), "interest.not_positive"),
    ],
)
def test_impossible_target_is_refused(ask, code):
    with pytest.raises(CalcError) as caught:
        ask()
    assert caught.value.code == code
