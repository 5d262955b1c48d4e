"""Ways out: each is the sale without it less the sale with it, and none makes it worse."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import Fed, Others, Pace, PortfolioType, Scenario, load_snapshot, run
from calc.policy_options import PolicyOption, load_policy_parameters, policy_outcome

SNAPSHOT = load_snapshot()
JAPAN = Scenario("jp", 200_000_000_000, others=Others.DASH)

scenarios = st.builds(
    Scenario,
    holder=st.sampled_from(sorted(SNAPSHOT.holders)),
    amount_usd=st.integers(1_000_000, 2_000_000_000_000),
    pace=st.sampled_from(Pace),
    regime=st.sampled_from(["calm", "panic"]),
    portfolio_type=st.sampled_from(PortfolioType),
    others=st.sampled_from([Others.NOBODY, Others.FOLLOW]),
    fed=st.sampled_from(Fed),
)


@given(scenarios)
@settings(deadline=None, max_examples=25)
def test_options_never_worsen_the_peak(scenario):
    rescued = policy_outcome(scenario)
    for way in rescued.options:
        for taken, peak in zip(way.takes_off, rescued.outcome.yields.peak, strict=True):
            assert -1e-12 <= taken <= peak * (1 + 1e-9), way.option


@given(scenarios)
@settings(deadline=None, max_examples=25)
def test_option_effect_is_difference_of_runs(scenario):
    rescued = policy_outcome(scenario)
    alone = run(dataclasses.replace(scenario, fed=Fed.OUT)).yields.peak.central
    assert rescued.outcome.yields.peak.central == alone
    for way in rescued.options:
        if way.scenario is not None:
            helped = run(way.scenario).yields.peak.central
            assert way.takes_off.central == pytest.approx(alone - helped)


def test_options_without_effect_are_omitted():
    slowest = Scenario("jp", 200_000_000_000, Pace.YEAR)
    ways = {way.option for way in policy_outcome(slowest).options}
    assert ways == {PolicyOption.FED_BUYS, PolicyOption.FED_LENDS, PolicyOption.TREASURY}
    assert {way.option for way in policy_outcome(JAPAN).options} == set(PolicyOption)


@pytest.mark.parametrize("centre", ["ky", "gb", "be", "lu", "ie"])
def test_fed_lends_nothing_to_custody_centre(centre):
    """FIMA repo: central banks and monetary authorities with an account at the New York Fed."""
    sale = Scenario(centre, 100_000_000_000, others=Others.DASH)
    ways = {way.option for way in policy_outcome(sale).options}
    assert ways == set(PolicyOption) - {PolicyOption.FED_LENDS}


def test_quarter_of_auctions_is_a_quarter():
    """A quarter of three months' auctions in ten-year notes: 173.6 less what bills weigh."""
    dv01 = {2: 0.24, 3: 0.35, 5: 0.56, 7: 0.75, 10: 1, 20: 1.61, 30: 1.98}
    monthly = {auction.years: auction.usd_per_month for auction in SNAPSHOT.auctions}
    notes = sum(usd * (dv01[round(years)] - 0.03) for years, usd in monthly.items())
    month, year = (
        policy_outcome(dataclasses.replace(JAPAN, pace=pace)) for pace in (Pace.MONTH, Pace.YEAR)
    )
    assert month.treasury.a_quarter_usd == pytest.approx(0.25 * 3 * notes)
    assert month.treasury.while_sold_usd == pytest.approx(0.25 * notes)
    # A quarter of the year's sale is all that can be taken off in a quarter.
    sold = year.outcome.sale.ten_year_equivalents_usd
    assert year.treasury.while_sold_usd == pytest.approx(sold / 4)


def test_buybacks_weigh_as_long_bonds():
    """22 billion of the usual kind and 32 billion like a 20-year bond, less bills."""
    buybacks = policy_outcome(JAPAN).buybacks
    assert buybacks.a_quarter_usd == pytest.approx(22e9 * (0.5 - 0.03) + 32e9 * (1.61 - 0.03))
    assert buybacks.while_sold_usd == pytest.approx(buybacks.a_quarter_usd / 3)


def test_deficit_effect_matches_publications():
    """Laubach 2009: about 25 basis points for each percent of GDP."""
    effect = load_policy_parameters().deficit_effect
    assert list(effect) == pytest.approx([0.0020, 0.0025, 0.0030])
