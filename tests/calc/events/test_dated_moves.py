"""Dated moves: rises before changes of policy, and where a sale stands."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import Scenario, load_snapshot
from calc.events import episodes
from calc.events.dated_moves import history

SNAPSHOT = load_snapshot()
PAST = history(SNAPSHOT)


# Closes of DGS10 (H.15) on the day before the move and the day before the announcement.
@pytest.mark.parametrize(
    ("key", "points", "announced"),
    [
        ("july_2026", 0.23, "2026-08-19"),
        ("tariff_week_2025", 0.25, "2025-04-09"),
        ("dash_for_cash_2020", 0.40, "2020-03-15"),
        ("term_premium_2023", 1.13, "2023-11-01"),
        ("taper_tantrum_2013", 1.20, "2013-09-18"),
    ],
)
def test_rise_before_policy_turn_as_published(key, points, announced):
    (move,) = [move for move in PAST.moves if move.key == key]
    assert move.rise_before(move.turn) * 100 == pytest.approx(points)
    assert move.turn.announced.isoformat() == announced
    assert move.start < move.turn.close_before < move.turn.announced


def test_history_sorts_all_episodes_by_change():
    changes = [move.change for move in PAST.moves]
    assert changes == sorted(changes, reverse=True)
    assert {move.key for move in PAST.moves} == {event.key for event in episodes()}
    announced = [move.turn.announced for move in PAST.turned]
    assert announced == sorted(announced, reverse=True)
    assert len(announced) == 5
    assert PAST.least_before_turn == min(move.rise_before(move.turn) for move in PAST.turned)
    assert PAST.largest_without_turn.policy_turn is None
    assert PAST.placed is None


def test_reported_turns_are_shown_and_not_counted():
    assert [turn.announced.isoformat() for _, turn in PAST.reported] == ["2026-01-23"]
    assert not {move.key for move, _ in PAST.reported} & {move.key for move in PAST.turned}


def test_downgrade_window_begins_after_the_cut():
    """Moody's cut on 16 May 2025 after the close; DGS10 4.43 then, 4.58 on 21 May."""
    (move,) = [move for move in PAST.moves if move.key == "downgrade_2025"]
    assert move.start.isoformat() == "2025-05-16"
    assert move.change * 100 == pytest.approx(0.15)


def test_russia_sold_as_the_official_history_says():
    """The Treasury's historical file, March to May 2018; DGS10 at the ends of both months."""
    (russia,) = [event for event in episodes() if event.key == "russia_2018"]
    months = {held.month.isoformat(): held.usd for held in SNAPSHOT.holders["ru"].history}
    march, may = months["2018-03-31"], months["2018-05-31"]
    assert (march, may) == (96.1e9, 14.9e9)
    assert russia.sold_usd == pytest.approx(march - may)
    assert russia.change * 100 == pytest.approx(0.09)


@settings(max_examples=25)
@given(st.integers(10**6, 10**12), st.integers(10**6, 10**12))
def test_larger_sale_is_placed_higher(one, other):
    small, large = sorted((one, other))
    lower, higher = (
        history(SNAPSHOT, Scenario("jp", amount, beyond_holding=True)).placed
        for amount in (small, large)
    )
    assert lower.larger >= higher.larger
    rise = higher.sale.yields.peak.central
    assert higher.larger == sum(move.change > rise for move in PAST.rises)
    assert lower.reaches_a_turn <= higher.reaches_a_turn
    assert lower.may_reach_a_turn <= higher.may_reach_a_turn
    assert lower.reaches_a_turn <= lower.may_reach_a_turn
