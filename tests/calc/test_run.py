"""The whole ground floor: a scenario in, one consistent outcome out."""

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import CalcError, Fed, Pace, PortfolioType, Scenario, load_snapshot, run

SNAPSHOT = load_snapshot()
JAPAN = Scenario("jp", 200_000_000_000)

scenarios = st.builds(
    Scenario,
    holder=st.sampled_from(sorted(SNAPSHOT.holders)),
    amount_usd=st.integers(1_000_000, int(SNAPSHOT.marketable_usd)),
    pace=st.sampled_from(Pace),
    beyond_holding=st.booleans(),
    regime=st.sampled_from(["calm", "panic"]),
    portfolio_type=st.sampled_from(PortfolioType),
)


def test_200_billion_matches_anchor():
    """$200 billion in a month: the pooled studies' 15 basis points (4 to 60), 2 to stay.

    The studies are of officials, whose rate risk is half of that of ten-year notes; it is what a
    sale has whose bills share no table publishes.
    """
    outcome = run(JAPAN, dataclasses.replace(SNAPSHOT, bills_shares={}))
    assert outcome.sale.portfolio.relative_dv01 == 0.5
    assert [round(rise * 1e4) for rise in outcome.yields.peak] == [4, 15, 60]
    assert [round(rise * 1e4) for rise in outcome.yields.permanent] == [1, 2, 4]
    assert outcome.yields.path.peak_day == 21
    assert outcome.sale.share_of_holding == pytest.approx(200 / 1103.9)


def test_own_bills_share_scales_anchor():
    """Less rate risk: what stays falls in proportion, what passes with the root."""
    own, usual = (
        run(JAPAN, dataclasses.replace(SNAPSHOT, bills_shares=shares))
        for shares in (SNAPSHOT.bills_shares, {})
    )
    less = own.sale.portfolio.relative_dv01 / usual.sale.portfolio.relative_dv01
    assert 0.95 < less < 0.98
    for setting in ("low", "central", "high"):
        stays, passes = (
            [getattr(values, setting) for values in (one.yields.permanent, one.yields.peak)]
            for one in (own, usual)
        )
        assert stays[0] == pytest.approx(less * passes[0])
        assert stays[1] - stays[0] == pytest.approx(less**0.5 * (passes[1] - passes[0]))


@pytest.mark.parametrize("centre", ["ky", "gb", "be", "lu", "ie"])
def test_nothing_is_pledged_by_custody_centre(centre):
    """The Federal Reserve lends on Treasuries to central banks; funds sell what they sell."""
    sale = Scenario(centre, 50_000_000_000, fed=Fed.REPO)
    assert run(sale).sale.pledged_usd == 0
    assert run(sale).yields.peak == run(dataclasses.replace(sale, fed=Fed.OUT)).yields.peak


def test_price_follows_peak_yield():
    outcome = run(JAPAN)
    y = outcome.yields.at_peak.central / 2
    c = outcome.price.coupon / 2
    price = sum(100 * c / (1 + y) ** n for n in range(1, 21)) + 100 / (1 + y) ** 20
    assert outcome.price.at_peak.central == pytest.approx(price, abs=1e-9)
    assert outcome.price.dv01 == pytest.approx(0.077, abs=0.0005)


def test_amount_beyond_holding_is_capped():
    asked = Scenario("cn", 2_000_000_000_000)
    capped, meant = run(asked), run(dataclasses.replace(asked, beyond_holding=True))
    assert capped.sale.exceeds_holding
    assert capped.sale.is_capped
    assert capped.sale.sold_usd == capped.sale.holding.usd
    assert meant.sale.exceeds_holding
    assert not meant.sale.is_capped
    assert meant.yields.peak.central > capped.yields.peak.central


def test_panic_raises_the_peak():
    panic = run(dataclasses.replace(JAPAN, regime="panic"))
    calm = run(JAPAN)
    assert panic.sale.ten_year_equivalents_usd == 1.25 * calm.sale.ten_year_equivalents_usd
    assert all(p > c for p, c in zip(panic.yields.peak, calm.yields.peak, strict=True))


@pytest.mark.parametrize(
    ("scenario", "code"),
    [
        (Scenario("atlantis", 10**9), "holder.unknown"),
        (Scenario("jp", 0), "amount.not_positive"),
        (Scenario("jp", -5), "amount.not_positive"),
        (Scenario("jp", 10**14), "amount.beyond_market"),
    ],
)
def test_impossible_input_is_refused(scenario, code):
    with pytest.raises(CalcError) as caught:
        run(scenario)
    assert caught.value.code == code


@given(scenarios)
def test_outcome_is_finite_in_band_order(scenario):
    outcome = run(scenario)
    rises = [outcome.yields.peak, outcome.yields.permanent, *outcome.yields.curve_rise]
    extra = [*outcome.interest.extra_usd, *outcome.interest.service_usd]
    for values in (*rises, *extra):
        assert all(math.isfinite(value) for value in values)
        assert 0 <= values.low <= values.central <= values.high
    for price in (outcome.price.at_peak, outcome.price.permanent):
        assert 100 >= price.low >= price.central >= price.high > 0
    assert outcome.interest.fiscal_years == tuple(range(2027, 2037))


@given(scenarios)
def test_service_is_part_of_extra_interest(scenario):
    interest = run(scenario).interest
    for extra, service in zip(interest.extra_usd, interest.service_usd, strict=True):
        assert 0 <= service.central < extra.central
