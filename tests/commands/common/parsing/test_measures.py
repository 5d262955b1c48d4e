"""What yields, moves, prices and times are read as."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commands.common.errors import InputError
from commands.common.parsing.prices import read_price
from commands.common.parsing.rates import read_move, read_rate
from commands.common.parsing.years import read_years

ROWS = json.loads(Path(__file__).with_name("measures.json").read_text())
READERS = {"rate": read_rate, "move": read_move, "price": read_price, "years": read_years}
BOUNDS = {"rate": (0, 0.25), "move": (-0.1, 0.1), "price": (0.01, 1000), "years": (0.25, 30)}
CODES = {
    *("unreadable", "format", "out_of_range", "negative", "too_long", "characters"),
    "not_dollars",
}

kinds = st.sampled_from(sorted(READERS))
signs = st.sampled_from([*"0123456789.,-+$%()/ ½²٣€mybp'−\u200b\u202e\ud800x~e"])
words = st.sampled_from(["bp", " points", "half ", "a ", "and ", "years", " to ", "cents", "ten "])
typed = st.one_of(st.text(max_size=210), st.lists(signs | words, max_size=30).map("".join))
hundredths = st.integers(1, 2500).map(lambda n: Fraction(n, 100))


def read_or_problem(kind: str, text: str) -> float | InputError:
    try:
        return READERS[kind](text, argument="option")
    except InputError as problem:
        return problem


def outcome(kind: str, text: str) -> tuple[str, object]:
    match read_or_problem(kind, text):
        case InputError() as problem:
            code = problem.code.removeprefix(f"{kind}.") + ("?" if problem.is_question else "")
            return code, list(problem.suggestions)
        case value:
            return "value", value


@pytest.mark.parametrize(("kind", "text", "code", "value"), ROWS, ids=lambda v: ascii(v)[:40])
def test_row(kind, text, code, value):
    assert outcome(kind, text) == (code, value)


def test_no_row_stands_twice():
    asked = [(kind, text) for kind, text, _, _ in ROWS]
    assert len(set(asked)) == len(asked)


@given(kinds, typed)
@example("rate", "1e1000000")
@example("move", "1e-1000000")
@example("years", "1" * 200)
@example("price", "hundred " * 25)
@example("rate", "4 " * 100)
def test_any_text_is_a_value_in_bounds_or_a_known_problem(kind, text):
    low, high = BOUNDS[kind]
    match read_or_problem(kind, text):
        case InputError() as problem:
            prefix, _, code = problem.code.partition(".")
            assert prefix == kind
            assert code in CODES
            assert (problem.option, problem.raw) == ("option", text)
            assert problem.suggestions or not problem.is_question
            for suggestion in problem.suggestions:
                READERS[kind](suggestion, argument="option")
        case value:
            assert low <= value <= high


@given(hundredths)
def test_percent_and_basis_points_agree_to_the_last_bit(percent):
    rate = float(percent / 100)
    assert read_rate(f"{float(percent)}%", argument="a") == rate
    assert read_rate(f"{percent.numerator * 100 // percent.denominator}bp", argument="a") == rate


@given(st.integers(0, 1000), st.sampled_from(["-", "−", "–", "- ", "minus ", "down "]))
def test_a_move_keeps_its_sign(count, minus):
    assert read_move(f"{minus}{count}bp", argument="a") == -count / 10_000


@given(kinds, typed, st.sampled_from(["-", "−", "- ", "minus "]))
def test_a_minus_sign_is_never_lost(kind, text, minus):
    code, value = outcome(kind, minus + text)
    assert code != "value" or value == 0 or (kind == "move" and value < 0)


@given(kinds, st.integers(1, 30), st.sampled_from("$b,-x!"))
def test_nothing_is_dropped_from_the_end(kind, count, last):
    if (kind, last) != ("price", "$"):
        assert outcome(kind, f"{count}.0{last}")[0] != "value"


@given(st.integers(3, 360))
def test_months_are_twelfths(months):
    assert read_years(f"{months}m", argument="a") == months / 12
    assert read_years(f"{months // 12}y{months % 12}m", argument="a") == months / 12


def test_a_bond_may_run_longer():
    assert read_years("100y", argument="a", longest_years=100) == 100
    with pytest.raises(InputError):
        read_years("100y1m", argument="a", longest_years=100)


@pytest.mark.parametrize(
    ("kind", "text", "facts"),
    [
        ("rate", "26%", {"lowest_percent": 0.0, "highest_percent": 25.0}),
        ("move", "11 points", {"largest_points": 10.0}),
        ("price", "1001", {"lowest_usd": 0.01, "highest_usd": 1000.0}),
        ("years", "31y", {"shortest_years": 0.25, "longest_years": 30.0}),
        ("rate", "x" * 201, {"max_length": 200.0}),
        ("rate", "x", {}),
    ],
)
def test_facts(kind, text, facts):
    with pytest.raises(InputError) as caught:
        READERS[kind](text, argument="option")
    assert caught.value.facts == facts
