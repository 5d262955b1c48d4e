"""Dated moves: what had risen when policy changed, and where a sale stands."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from calc import Scenario, load_snapshot
from calc.events.dated_moves import history
from calc.policy_turns import policy_turns, read_policy_turns

SNAPSHOT = load_snapshot()
PAST = history(SNAPSHOT)


# Closes of DGS10 (H.15) on the day before the move and the day before the announcement.
@pytest.mark.parametrize(
    ("key", "points", "announced"),
    [
        ("tariff_week_2025", 0.25, "2025-04-09"),
        ("dash_for_cash_2020", 0.40, "2020-03-15"),
        ("taper_tantrum_2013", 1.20, "2013-09-18"),
    ],
)
def test_what_the_yield_had_risen_by_when_policy_changed(key, points, announced):
    (move,) = [move for move in PAST.moves if move.episode.key == key]
    assert move.before_turn * 100 == pytest.approx(points)
    assert move.turn.announced.isoformat() == announced


def test_every_change_of_policy_belongs_to_a_dated_move_and_came_during_or_after_it():
    episodes = {episode.key: episode for episode in SNAPSHOT.episodes}
    assert len(PAST.turned) == len(policy_turns()) == 3
    for turn in policy_turns():
        episode = episodes[turn.episode]
        assert episode.start < turn.close_before < turn.announced
        assert episode.start_yield < turn.yield_before


def test_moves_are_sorted_and_none_is_lost():
    changes = [move.episode.change for move in PAST.moves]
    assert changes == sorted(changes, reverse=True)
    assert {move.episode.key for move in PAST.moves} == {e.key for e in SNAPSHOT.episodes}
    assert [move.turn.announced for move in PAST.turned] == sorted(
        (turn.announced for turn in policy_turns()), reverse=True
    )
    assert PAST.least_before_turn == min(move.before_turn for move in PAST.turned)
    assert PAST.largest_without_turn.turn is None
    assert PAST.placed is None


@settings(max_examples=25)
@given(st.integers(10**6, 10**12), st.integers(10**6, 10**12))
def test_a_larger_sale_stands_higher(one, other):
    small, large = sorted((one, other))
    lower, higher = (
        history(SNAPSHOT, Scenario("jp", amount, beyond_holding=True)).placed
        for amount in (small, large)
    )
    assert lower.larger >= higher.larger
    rise = higher.sale.yields.peak.central
    assert higher.larger == sum(move.episode.change > rise for move in PAST.rises)
    assert lower.reaches_a_turn <= higher.reaches_a_turn
    assert lower.may_reach_a_turn <= higher.may_reach_a_turn
    assert lower.reaches_a_turn <= lower.may_reach_a_turn


def test_a_change_of_policy_needs_a_close_before_it_and_a_known_source():
    row = {
        "episode": "x",
        "kind": "fed_buys",
        "announced": "2020-03-15",
        "close_before": "2020-03-15",
        "yield_before": 0.94,
        "source": "s",
    }
    source = {"key": "s", "publisher": "p", "title": "t", "url": "https://example.org/"}
    file = {
        "title": "t",
        "unit": "percent",
        "yield_source": "fred_dgs10",
        "note": "n",
        "sources": [source],
        "turns": [row],
    }
    with pytest.raises(ValidationError):
        read_policy_turns(json.dumps(file))
    row["close_before"] = "2020-03-13"
    (turn,) = read_policy_turns(json.dumps(file))
    assert turn.yield_before == pytest.approx(0.0094)
    row["source"] = "unlisted"
    with pytest.raises(ValidationError):
        read_policy_turns(json.dumps(file))
