"""Others follow: the loop comes to rest where it says, and says so when it does not."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import Fed, Others, Pace, PortfolioType, Scenario, load_snapshot, run
from calc.impact.impact import BANDS, Flow, at_band, ten_year_path
from calc.impact.reactions import allocate, held_by_others, solve_fixed_point
from calc.parameters import load_impact_parameters
from calc.parameters.impact import load_reaction_parameters

SNAPSHOT = load_snapshot()
REACTIONS = load_reaction_parameters()
JAPAN = Scenario("jp", 200_000_000_000)

reacting = st.builds(
    Scenario,
    holder=st.sampled_from(sorted(SNAPSHOT.holders)),
    amount_usd=st.integers(1_000_000, int(SNAPSHOT.marketable_usd)),
    pace=st.sampled_from(Pace),
    beyond_holding=st.booleans(),
    regime=st.sampled_from(["calm", "jumpy", "panic", "dash"]),
    portfolio_type=st.sampled_from(PortfolioType),
    others=st.sampled_from([Others.FOLLOW, Others.DASH]),
    fed=st.sampled_from([Fed.OUT, Fed.REPO]),
)


@given(reacting)
@settings(deadline=None, max_examples=60)
def test_feedback_fits_its_own_rise(scenario):
    outcome = run(scenario)
    feedback = outcome.feedback
    threshold = REACTIONS.reaction_threshold[scenario.others]
    for sold, settles, peak, rise in zip(
        feedback.sold_usd, feedback.settles, outcome.yields.peak, threshold, strict=True
    ):
        wanted = feedback.held_usd * 0.01 * (peak / rise) ** 2
        if settles:
            assert sold == pytest.approx(wanted, rel=1e-6)
        else:
            assert wanted >= sold


@given(reacting)
@settings(deadline=None, max_examples=40)
def test_feedback_raises_peak_within_holdings(scenario):
    outcome = run(scenario)
    feedback = outcome.feedback
    others_hold = SNAPSHOT.totals["grand_total"].latest.usd - outcome.sale.holding.usd
    for sold, peak, alone in zip(
        feedback.sold_usd, outcome.yields.peak, feedback.peak_alone, strict=True
    ):
        assert 0 <= sold <= max(0, min(others_hold, SNAPSHOT.marketable_usd))
        assert peak >= alone * (1 - 1e-12)


@pytest.mark.parametrize("band", BANDS)
def test_feedback_reproduces_spring_2020(band):
    """Weiss 2022: private foreigners sold $143.1 billion beside the officials' $243.5 billion.

    The first sellers' part of the $300 billion of that March, in the market of its time.
    """
    one = at_band(load_impact_parameters(), band)
    first = 300e9 * 243.5 / (243.5 + 143.1)

    def rise(others_usd):
        sale = Flow(0, 15, 0.5 * (first + others_usd), stress=1.8)
        path = ten_year_path([sale], parameters=one, market_usd=17.2e12, gdp_usd=21.3e12, days=15)
        return path.peak.central

    threshold = list(REACTIONS.reaction_threshold[Others.DASH])[band]
    found = solve_fixed_point(rise, threshold, held_usd=6.8e12)
    assert found.settles
    assert found.sold_usd / first == pytest.approx(143.1 / 243.5, rel=0.1)


def test_small_sale_has_little_feedback():
    feedback = run(Scenario("il", 100_000_000, Pace.DAY, others=Others.DASH)).feedback
    assert max(feedback.sold_usd) < 0.2 * 100_000_000


def test_reactions_order_the_peaks():
    nobody, some, dash = (
        run(dataclasses.replace(JAPAN, others=others)).yields.peak.central for others in Others
    )
    assert nobody < some < dash


def test_rounds_grow_to_fixed_point():
    feedback = run(dataclasses.replace(JAPAN, others=Others.DASH)).feedback
    rounds = list(feedback.rounds_usd)
    assert rounds == sorted(rounds)
    assert 0.5 < rounds[0] / rounds[-1] < 1
    assert rounds[-1] == feedback.sold_usd.central


def test_reacting_holders_ignore_regime_contagion():
    calm, panic = (
        run(dataclasses.replace(JAPAN, others=Others.DASH, regime=regime))
        for regime in ("calm", "panic")
    )
    assert calm.yields.peak == panic.yields.peak
    assert calm.sale.ten_year_equivalents_usd == panic.sale.ten_year_equivalents_usd


def test_diverging_feedback_stops_at_holdings():
    runaway = solve_fixed_point(
        lambda sold: 0.01 + sold / 1000, reaction_threshold=0.01, held_usd=1000
    )
    assert not runaway.settles
    assert runaway.sold_usd == 1000
    assert runaway.rounds_usd[0] == 10
    calmer = solve_fixed_point(
        lambda sold: 0.01 + sold / 1e5, reaction_threshold=0.01, held_usd=1000
    )
    assert calmer.settles
    # The smaller root of F = 10 * (1 + F / 1000)^2.
    assert calmer.sold_usd == pytest.approx(49_000 - (49_000**2 - 1e6) ** 0.5, rel=1e-6)


def test_slow_iteration_does_not_settle():
    creeping = solve_fixed_point(lambda sold: 0.01 * (0.1 + sold / 100) ** 0.5, 0.01, held_usd=1e4)
    assert not creeping.settles
    assert creeping.sold_usd == pytest.approx(2000)


def test_no_rise_means_no_feedback():
    assert solve_fixed_point(lambda _: 0.0, reaction_threshold=1, held_usd=1000).sold_usd == 0
    pledged = Scenario("jp", 50_000_000_000, others=Others.DASH, fed=Fed.REPO)
    assert list(run(pledged).feedback.sold_usd) == [0, 0, 0]


def test_allocation_excludes_seller_by_size():
    japan = SNAPSHOT.holders["jp"]
    parts = allocate(100e9, japan, SNAPSHOT)
    assert [part.usd for part in parts] == sorted((part.usd for part in parts), reverse=True)
    assert "jp" not in {part.holder.key for part in parts}
    assert parts[0].holder.key == "gb"
    held = held_by_others(japan, SNAPSHOT.marketable_usd, SNAPSHOT)
    assert parts[0].usd == pytest.approx(100e9 * SNAPSHOT.holders["gb"].latest.usd / held)
    assert 0 < sum(part.usd for part in parts) < 100e9


def test_feedback_counts_at_typical_risk():
    outcome = run(dataclasses.replace(JAPAN, others=Others.DASH))
    # The seller's bills are 12.67% of what it has (Treasury, April 2026); the others' 0.5 is that
    # of officials in studies.
    sold = outcome.sale.portfolio.relative_dv01 * JAPAN.amount_usd
    sold += 0.5 * outcome.feedback.sold_usd.central
    permanent = outcome.parameters.kappa.central * sold / SNAPSHOT.gdp_usd
    assert outcome.sale.portfolio.bills_share == pytest.approx(0.1267, abs=5e-5)
    assert outcome.yields.permanent.central == pytest.approx(permanent)
