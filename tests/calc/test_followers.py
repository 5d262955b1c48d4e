"""Others follow: the loop comes to rest where it says, and says so when it does not."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import Fed, Mix, Others, Pace, Scenario, load_snapshot, run
from calc.followers import allocate, held_by_others, loop
from calc.parameters.reactions import load_reaction_parameters

SNAPSHOT = load_snapshot()
REACTIONS = load_reaction_parameters()
JAPAN = Scenario("jp", 200_000_000_000)

reacting = st.builds(
    Scenario,
    holder=st.sampled_from(sorted(SNAPSHOT.holders)),
    amount_usd=st.integers(1_000_000, int(SNAPSHOT.marketable_usd)),
    pace=st.sampled_from(Pace),
    beyond_holding=st.booleans(),
    mood=st.sampled_from(["calm", "jumpy", "panic", "dash"]),
    mix=st.sampled_from(Mix),
    others=st.sampled_from([Others.FOLLOW, Others.DASH]),
    fed=st.sampled_from([Fed.OUT, Fed.REPO]),
)


@given(reacting)
@settings(deadline=None, max_examples=60)
def test_what_others_sell_fits_the_rise_that_it_makes(scenario):
    outcome = run(scenario)
    followers = outcome.followers
    eager = REACTIONS.rise_per_sold[scenario.others]
    for sold, settles, peak, rise in zip(
        followers.sold_usd, followers.settles, outcome.yields.peak, eager, strict=True
    ):
        wanted = followers.held_usd * peak / rise
        if settles:
            assert sold == pytest.approx(wanted, rel=1e-6)
        else:
            assert sold == followers.held_usd
            assert wanted >= sold


@given(reacting)
@settings(deadline=None, max_examples=40)
def test_followers_make_it_worse_and_never_sell_more_than_they_hold(scenario):
    outcome = run(scenario)
    followers = outcome.followers
    others_hold = SNAPSHOT.totals["grand_total"].latest.usd - outcome.sale.holding.usd
    for sold, peak, alone in zip(
        followers.sold_usd, outcome.yields.peak, followers.peak_alone, strict=True
    ):
        assert 0 <= sold <= max(0, min(others_hold, SNAPSHOT.marketable_usd))
        assert peak >= alone * (1 - 1e-12)


def test_a_dash_for_cash_brings_the_followers_of_march_2020():
    """Weiss 2022: private foreigners sold $143.1 billion beside the officials' $243.5 billion."""
    followers = run(dataclasses.replace(JAPAN, others=Others.DASH)).followers
    per_dollar = followers.sold_usd.central / JAPAN.amount_usd
    assert per_dollar == pytest.approx(143.1 / 243.5, abs=0.05)


def test_some_following_is_milder_than_a_dash_and_worse_than_nobody():
    nobody, some, dash = (
        run(dataclasses.replace(JAPAN, others=others)).yields.peak.central for others in Others
    )
    assert nobody < some < dash


def test_rounds_grow_towards_the_resting_point():
    followers = run(dataclasses.replace(JAPAN, others=Others.DASH)).followers
    assert len(followers.rounds_usd) == 3
    path = [*followers.rounds_usd, followers.sold_usd.central]
    assert path == sorted(path)
    assert path[0] > 0.7 * path[-1]


def test_whoever_reacts_to_the_yield_is_not_counted_twice():
    calm, panic = (
        run(dataclasses.replace(JAPAN, others=Others.DASH, mood=mood)) for mood in ("calm", "panic")
    )
    assert calm.yields.peak == panic.yields.peak
    assert calm.sale.ten_year_equivalents_usd == panic.sale.ten_year_equivalents_usd


def test_a_loop_that_does_not_settle_says_so_and_stops_at_what_there_is():
    runaway = loop(lambda sold: 0.01 + sold / 900, rise_per_sold=1, held_usd=1000)
    assert not runaway.settles
    assert runaway.sold_usd == 1000
    assert runaway.rounds_usd == (
        10,
        pytest.approx(21.11, abs=0.01),
        pytest.approx(33.46, abs=0.01),
    )
    calmer = loop(lambda sold: 0.01 + sold / 2000, rise_per_sold=1, held_usd=1000)
    assert calmer.settles
    assert calmer.sold_usd == pytest.approx(20)


def test_without_a_rise_nobody_follows():
    assert loop(lambda _: 0.0, rise_per_sold=1, held_usd=1000).sold_usd == 0
    pledged = Scenario("jp", 50_000_000_000, others=Others.DASH, fed=Fed.REPO)
    assert list(run(pledged).followers.sold_usd) == [0, 0, 0]


def test_the_allocation_is_by_size_and_leaves_out_the_seller():
    japan = SNAPSHOT.holders["jp"]
    parts = allocate(100e9, japan, SNAPSHOT)
    assert [part.usd for part in parts] == sorted((part.usd for part in parts), reverse=True)
    assert "jp" not in {part.holder.key for part in parts}
    assert parts[0].holder.key == "gb"
    held = held_by_others(japan, SNAPSHOT.marketable_usd, SNAPSHOT)
    assert parts[0].usd == pytest.approx(100e9 * SNAPSHOT.holders["gb"].latest.usd / held)
    assert 0 < sum(part.usd for part in parts) < 100e9
