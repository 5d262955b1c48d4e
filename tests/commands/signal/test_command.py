"""``/signal``: what is said of a move, and what it is careful not to say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import load_snapshot
from calc.events import past_moves
from calc.market_signals import Moves, SelloffKind, Sign, Spread, read_signal
from commands.common.command import Request
from commands.common.text.names import short_event_name
from commands.common.translator import ENGLISH
from commands.dispatch import run_command, run_component
from commands.signal import text as words
from commands.signal.buttons import read_moves, write_moves
from commands.signal.chart import chart
from commands.signal.command import COMMAND
from commands.signal.figures import KINDS, SIGNS, SignalFigures, headline, points_text
from commands.signal.math import math_text

REQUEST = Request(load_snapshot())
BP = 1e-4
GRID = [
    Moves(28 * BP, 47 * BP, 44 * BP, Spread(-58 * BP), -0.03, -0.05),
    Moves(28 * BP, 47 * BP, 44 * BP, Spread(-100 * BP, -80 * BP), -0.03, -0.02),
    Moves(ten=20 * BP),
    Moves(thirty=-300 * BP),
    Moves(ten=400 * BP),
    Moves(ten=-0.1, thirty=0.1, two=-0.1, spread=Spread(-0.03, 0.03), dollar=-0.6, shares=-0.6),
    Moves(ten=0.0),
    Moves(ten=-30 * BP, shares=-0.04),
    Moves(ten=12 * BP, shares=0.021),
    Moves(ten=47 * BP, thirty=44 * BP, real=40 * BP),
]


@pytest.fixture(scope="module", params=GRID, ids=lambda moves: "-".join(write_moves(moves)))
def told(request):
    reading = read_signal(request.param)
    return reading, SignalFigures(reading, ENGLISH)


def test_words_picture_alt_and_math_agree(told):
    reading, figures = told
    said, alt, math = words.main_text(*told), words.alt_text(*told), math_text(told[0], ENGLISH)
    drawn = " ".join(text.words for text in chart(*told).texts)
    move = reading.nearest_moves[0].move
    ten, thirty = (points_text(each, ENGLISH) for each in (move.change, move.thirty_year_change))
    for text in (said, alt, math):
        assert ten in text
    for seen in (figures.ten, figures.thirty):
        assert seen in said
        assert seen in alt
    # The picture shows one yield: the ten-year where it was given.
    assert (figures.ten or figures.thirty) in drawn
    assert (ten if figures.ten else thirty) in drawn
    assert all(word in drawn for word in headline(reading, ENGLISH).split())
    assert headline(reading, ENGLISH) in alt
    name = short_event_name(move, ENGLISH) if move.short_label else ENGLISH.day(move.end)
    assert name in drawn
    assert len(math) <= 4000
    assert 80 <= len(alt) <= 350


def test_named_kind_says_its_limits(told):
    reading, _ = told
    named = 1 <= len(reading.kinds) <= 2
    text = words.main_text(*told)
    assert ("not prove" in text or "not rule out" in text) is named
    assert ("This alone does not tell" in text) is not named


def test_story_signal_is_recognised():
    answer = run_command(COMMAND, REQUEST, {"spread": "-58"})
    assert not answer.is_refusal
    assert answer.picture is None
    assert "fixed rate of a swap less the yield of US government debt" in answer.text
    assert "Below zero is common, and does not show who sells." in answer.text


def test_everything_has_a_name():
    for event in past_moves():
        reading = read_signal(Moves(ten=event.change))
        assert words.main_text(reading, SignalFigures(reading, ENGLISH))
    assert set(KINDS) == set(SelloffKind)
    assert set(SIGNS) == set(Sign)


def test_nothing_typed_is_asked_for_a_move():
    answer = run_command(COMMAND, REQUEST, {})
    assert answer.is_refusal
    assert "at least one move" in answer.text


@pytest.mark.parametrize(
    ("option", "text"),
    [("ten", "47"), ("dollar", "90%"), ("spread", "wide"), ("spread", "-80 to far"), ("two", "x")],
)
def test_unreadable_option_is_refused(option, text):
    assert run_command(COMMAND, REQUEST, {"ten": "+20bp", option: text}).is_refusal


change = st.none() | st.integers(-6000, 6000).map(lambda n: n / 10_000)
move = st.none() | st.integers(-1000, 1000).map(lambda n: n * BP)


@given(two=move, ten=move, thirty=move, dollar=change, shares=change, real=move)
def test_moves_in_custom_id_are_unchanged(two, ten, thirty, dollar, shares, real):
    moves = Moves(two, ten, thirty, Spread(-58 * BP), dollar, shares, real)
    back = read_moves(write_moves(moves))
    pairs = zip(
        (moves.two, moves.ten, moves.thirty, moves.dollar, moves.shares, moves.real),
        (back.two, back.ten, back.thirty, back.dollar, back.shares, back.real),
        strict=True,
    )
    for before, after in pairs:
        assert (before is None) == (after is None)
        assert before is None or after == pytest.approx(before, abs=1e-9)


@pytest.mark.parametrize(
    "rest",
    [
        "show:x:x:x:x:x:x:x",
        "show:x:999999:x:x:x:x:x",
        "show:1:2",
        "show:x:a:x:x:x:x:x",
        "turn:x:1:x:x:x:x:x",
    ],
)
def test_forged_buttons_are_refused(rest):
    assert run_component(f"1:signal:{rest}", REQUEST).is_refusal


def test_move_equal_to_one_with_a_known_cause_leads_with_the_cause():
    text = run_command(COMMAND, REQUEST, {"ten": "+47bp", "thirty": "+44bp", "dollar": "-3%"}).text
    cause = text.index("says the New York Fed: bets on swap spreads")
    assert cause < text.index("By signs: **foreign money")
    other = run_command(COMMAND, REQUEST, {"ten": "+52bp", "thirty": "+49bp", "dollar": "-3%"}).text
    assert "New York Fed:" not in other


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ({"ten": "+20bp", "dollar": "-2%"}, "It looks most like **foreign money leaving the US**"),
        ({"ten": "+60bp"}, "**This alone does not tell:** it fits 6 kinds"),
        ({"ten": "+1bp"}, "**This alone does not tell what kind of move it is"),
        ({"ten": "+47bp", "thirty": "+44bp"}, "**The same move as** the tariff week of April 2025"),
        ({"ten": "-30bp", "shares": "-6%"}, "It looks most like **a growth scare"),
    ],
)
def test_verdict_is_the_first_sentence(values, verdict):
    assert run_command(COMMAND, REQUEST, values).text.splitlines()[1].startswith(verdict)


def test_fall_of_shares_is_named_where_a_plunge_is_no_sign():
    text = run_command(COMMAND, REQUEST, {"ten": "-30bp", "shares": "-6%"}).text
    assert "long yields down, shares down." in text


def test_limits_of_the_proof_are_said_in_full_in_the_math():
    answer = run_command(COMMAND, REQUEST, {"ten": "+20bp", "dollar": "-2%"})
    math = next(button for button in answer.buttons if button.label == "Math")
    told = run_component(math.custom_id, REQUEST).text
    assert "foreign governments were blamed; official data showed few sales" in told


@pytest.mark.parametrize(
    ("real", "parts"),
    [("+40bp", "+0.40 real yield, +0.07 expected"), ("-5bp", "−0.05 real yield, +0.52")],
)
def test_rise_is_parted_into_real_yield_and_inflation(real, parts):
    answer = run_command(COMMAND, REQUEST, {"ten": "+47bp", "real": real})
    assert f"Of the 10-year: {parts}" in answer.text
    alone = run_command(COMMAND, REQUEST, {"real": real})
    assert "This alone does not tell" in alone.text


def test_button_without_a_real_yield_is_still_read():
    assert read_moves(["x", "4700", "x", "x", "x", "x", "x"]) == Moves(ten=47 * BP)


def test_plunge_of_shares_is_said_once():
    values = {"ten": "+60bp", "thirty": "+75bp", "dollar": "+3%", "shares": "-9%"}
    text = run_command(COMMAND, REQUEST, values).text
    assert "shares down 5% or more" in text
    assert "shares down," not in text


@pytest.mark.parametrize("number", ["15", "25", "30", "47"])
def test_bare_number_beyond_any_yield_is_offered_as_basis_points(number):
    refusal = run_command(COMMAND, REQUEST, {"ten": number})
    assert [button.label for button in refusal.buttons] == [f"{number}bp"]
