"""SignalReading a move: its signs, its kind, what is near, and what alone says nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import CalcError
from calc.market_signals import (
    Moves,
    SelloffKind,
    Sign,
    Spread,
    load_signals,
    read_signal,
    signs_of,
)

BP = 1e-4

# Federal Reserve, H.15: changes of the 10- and 30-year constant maturity rates, basis points.
PUBLISHED = {
    "taper_tantrum_2013": (132, 105),
    "china_fortnight_2015": (-23, -16),
    "china_days_2015": (18, 19),
    "dash_for_cash_2020": (64, 78),
    "fed_buys_2020": (-46, -48),
    "term_premium_2023": (123, 127),
    "tariff_week_2025": (47, 44),
    "downgrade_2025": (15, 19),
}

KINDS = [
    (Moves(28 * BP, 47 * BP, 44 * BP, dollar=-0.03, shares=-0.03), SelloffKind.FOREIGN_SELLING),
    (Moves(20 * BP, 40 * BP, 46 * BP, Spread(-100 * BP, -80 * BP)), SelloffKind.LEVERAGE),
    (Moves(60 * BP, 56 * BP, dollar=0.02, shares=-0.03), SelloffKind.INFLATION_FED),
    (Moves(5 * BP, 30 * BP, 40 * BP), SelloffKind.FISCAL),
    (Moves(16 * BP, 64 * BP, 78 * BP, dollar=0.05, shares=-0.15), SelloffKind.DASH_FOR_CASH),
    (Moves(ten=15 * BP, shares=0.03), SelloffKind.GOOD_NEWS),
    (Moves(ten=-30 * BP, shares=-0.04), SelloffKind.GROWTH_SCARE),
    (Moves(ten=-46 * BP, thirty=-48 * BP, shares=0.05), SelloffKind.RELIEF),
]


@pytest.mark.parametrize(("moves", "kind"), KINDS, ids=lambda value: str(value)[:20])
def test_textbook_moves_find_their_kind(moves, kind):
    assert read_signal(moves).kinds[0] is kind


@pytest.mark.parametrize(("key", "changes"), PUBLISHED.items(), ids=PUBLISHED)
def test_past_move_is_nearest_to_itself(key, changes):
    ten, thirty = (change * BP for change in changes)
    nearest = read_signal(Moves(ten=ten, thirty=thirty)).nearest_moves[0]
    assert nearest.move.key == key
    assert nearest.distance == pytest.approx(0, abs=1e-9)


def test_swap_spread_level_is_no_sign():
    """The story's claim: minus 58 basis points mean that somebody sells on purpose."""
    alone = read_signal(Moves(spread=Spread(-58 * BP)))
    assert alone.kinds == ()
    assert alone.nearest_moves == ()
    move = Moves(ten=20 * BP)
    with_level = Moves(ten=20 * BP, spread=Spread(-58 * BP))
    assert signs_of(with_level) == signs_of(move)
    assert read_signal(with_level).scores == read_signal(move).scores


def test_single_move_fits_many_kinds():
    assert len(read_signal(Moves(ten=20 * BP)).kinds) > 2


def test_neighbours_need_all_given_yields():
    with_both = read_signal(Moves(ten=13 * BP, thirty=10 * BP))
    assert all(each.move.thirty_year_change is not None for each in with_both.nearest_moves)
    assert "jgb_rout_2026" in {
        each.move.key for each in read_signal(Moves(ten=13 * BP)).nearest_moves
    }


def test_empty_moves_are_refused():
    with pytest.raises(CalcError) as caught:
        read_signal(Moves())
    assert caught.value.code == "signal.empty"


points = st.none() | st.floats(-0.1, 0.1)
shares = st.none() | st.floats(-0.6, 0.6)
spreads = st.none() | st.builds(Spread, st.floats(-0.03, 0.03), st.none() | st.floats(-0.03, 0.03))


@given(moves=st.builds(Moves, points, points, points, spreads, shares, shares))
def test_reading_is_consistent(moves):
    if moves.is_empty:
        return
    reading = read_signal(moves)
    assert set(reading.signs.values()) <= {1, -1}
    assert reading.signs.get(Sign.PLUNGE, 1) == 1
    best = max(reading.scores.values())
    assert all(4 * reading.scores[kind] >= 3 * best > 0 for kind in reading.kinds)
    distances = [each.distance for each in reading.nearest_moves]
    assert distances == sorted(distances)
    assert bool(distances) == (moves.ten is not None or moves.thirty is not None)


def test_every_kind_has_weights():
    signals = load_signals()
    assert {row.key for row in signals.kinds} == set(SelloffKind)
    assert all(row.references for row in signals.kinds)


@pytest.mark.parametrize(
    ("moves", "sign", "value"),
    [
        (Moves(ten=1.9 * BP), Sign.LEVEL, 0),
        (Moves(ten=-2.1 * BP), Sign.LEVEL, -1),
        (Moves(two=50 * BP, ten=50 * BP), Sign.FRONT, 1),
        (Moves(two=40 * BP, ten=50 * BP), Sign.FRONT, 0),
        (Moves(two=29 * BP, ten=50 * BP), Sign.FRONT, -1),
        (Moves(two=-29 * BP, ten=-50 * BP), Sign.FRONT, -1),
        (Moves(ten=50 * BP, thirty=56 * BP), Sign.LONG, 1),
        (Moves(ten=50 * BP, thirty=54 * BP), Sign.LONG, 0),
        (Moves(ten=-50 * BP, thirty=-56 * BP), Sign.LONG, 1),
        (Moves(ten=50 * BP, thirty=44 * BP), Sign.LONG, -1),
        (Moves(shares=-0.05), Sign.PLUNGE, 1),
        (Moves(shares=-0.049), Sign.PLUNGE, 0),
        (Moves(dollar=0.002), Sign.DOLLAR, 0),
        (Moves(dollar=0.004), Sign.DOLLAR, 1),
    ],
)
def test_sign_thresholds_are_exact(moves, sign, value):
    assert signs_of(moves).get(sign, 0) == value


@pytest.mark.parametrize(
    ("ten", "is_near"),
    # The largest past rises of the 10-year yield are 132 and 123 basis points.
    [(140, True), (170, True), (180, False), (400, False), (-98, False), (-54, True)],
)
def test_move_is_near_within_quarter(ten, is_near):
    assert read_signal(Moves(ten=ten * BP)).is_near is is_near
