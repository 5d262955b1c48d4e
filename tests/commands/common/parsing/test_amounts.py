"""What amounts are read as. The table holds what people type, kind and hostile."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from commands.common.errors import InputError
from commands.common.parsing.amounts import FLOOR_USD, Dollars, Share, read_amount, resolve_amount

ROWS = json.loads(Path(__file__).with_name("amounts.json").read_text())
CODES = {
    *("unreadable", "characters", "too_long", "no_unit", "not_dollars", "negative", "zero"),
    *("not_a_number", "too_small", "too_big", "share_over_all", "format", "two_values"),
    "expression",
}
MOST = 30 * 10**12

in_range = st.integers(FLOOR_USD, MOST)
signs = st.sampled_from([*"0123456789.,-+$%()/ ½²٣€亿兆万千\u200b\u202e\ud800x~e"])
words = st.sampled_from(["b", "bn", "trillion", "hundred ", "and ", "a ", "half ", "of it", "usd"])
others = st.sampled_from([" yen", "per month", "nan", "to "])
typed = st.one_of(st.text(max_size=210), st.lists(signs | words | others, max_size=30).map("".join))


def read_or_problem(text: str) -> Dollars | Share | InputError:
    try:
        return read_amount(text)
    except InputError as problem:
        return problem


def outcome(text: str) -> tuple[str, object]:
    match read_or_problem(text):
        case Dollars(usd):
            return "dollars", usd
        case Share(fraction):
            return "share", f"{fraction.numerator}/{fraction.denominator}"
        case InputError() as problem:
            code = problem.code.removeprefix("amount.") + ("?" if problem.is_question else "")
            return code, list(problem.suggestions)


@pytest.mark.parametrize(("text", "code", "value"), ROWS, ids=lambda v: ascii(v)[:40])
def test_row(text, code, value):
    assert outcome(text) == (code, value)


def test_table_is_large_and_has_no_row_twice():
    texts = [text for text, _, _ in ROWS]
    assert len(set(texts)) == len(texts) >= 300


@given(typed)
@example("1e1000000")
@example("1" * 200)
@example("hundred " * 25)
def test_any_text_is_an_amount_or_a_known_problem(text):
    match read_or_problem(text):
        case Dollars(usd):
            assert usd >= FLOOR_USD
        case Share(fraction):
            assert 0 < fraction <= 1
        case InputError() as problem:
            assert problem.code.removeprefix("amount.") in CODES
            assert (problem.option, problem.raw) == ("amount", text)
            for suggestion in problem.suggestions:
                read_amount(suggestion)


@given(in_range)
def test_whole_dollars_are_exact(usd):
    for text in (f"{usd}", f"{usd:,}", f"${usd:,}", f"{usd} USD", f"{usd}e0", f" {usd:,}.00 "):
        assert read_amount(text) == Dollars(usd)


@given(in_range, st.sampled_from([("b", 9), ("t", 12), (" million", 6), ("bn USD", 9), ("k", 3)]))
def test_scaled_amounts_are_exact_to_the_dollar(usd, unit):
    name, places = unit
    digits = str(usd).rjust(places + 1, "0")
    assert read_amount(f"{digits[:-places]}.{digits[-places:]}{name}") == Dollars(usd)


@given(st.integers(1, 9999), st.sampled_from(["兆", "亿", "萬億", "억"]))
def test_east_asian_scales(count, scale):
    size = {"兆": 10**12, "亿": 10**8, "萬億": 10**12, "억": 10**8}[scale]
    assert read_amount(f"{count}{scale}") == Dollars(count * size)


@given(st.decimals(min_value="0.01", max_value=100, places=2))
def test_percent_is_exact(percent):
    assert read_amount(f"{percent}%") == Share(Fraction(percent) / 100)


@given(typed, st.sampled_from(["-", "−", "- ", "minus "]))
def test_a_minus_sign_is_never_lost(text, minus):
    if text[:1].strip():
        with pytest.raises(InputError):
            read_amount(minus + text)


@given(in_range, st.sampled_from("$b%.0,-x"))
def test_nothing_is_dropped_from_the_end(usd, last):
    text = f"{usd}m{last}"
    if last != "$":
        with pytest.raises(InputError):
            read_amount(text)


@pytest.mark.parametrize(("length", "code"), [(200, "unreadable"), (201, "too_long")])
def test_length_is_bounded(length, code):
    assert outcome("x" * length)[0] == code


def test_a_share_is_taken_of_the_holding_and_rounded_to_the_dollar():
    third = Share(Fraction(1, 3))
    assert resolve_amount(third, holding_usd=10**12, ceiling_usd=MOST, echo="") == 333_333_333_333


def test_more_than_the_holding_is_no_problem():
    usd = resolve_amount(Dollars(2 * 10**12), holding_usd=10**9, ceiling_usd=MOST, echo="2t")
    assert usd == 2 * 10**12


@pytest.mark.parametrize(
    ("amount", "code", "fact"),
    [
        (Dollars(MOST + 1), "amount.too_big", {"ceiling_usd": float(MOST)}),
        (Dollars(10**400), "amount.too_big", {"ceiling_usd": float(MOST)}),
        (Share(Fraction(1, 10**7)), "amount.too_small", {"floor_usd": float(FLOOR_USD)}),
    ],
)
def test_floor_and_ceiling(amount, code, fact):
    with pytest.raises(InputError) as caught:
        resolve_amount(amount, holding_usd=10**12, ceiling_usd=MOST, echo="typed")
    assert (caught.value.code, caught.value.facts, caught.value.raw) == (code, fact, "typed")


@pytest.mark.parametrize("usd", [FLOOR_USD, MOST])
def test_the_bounds_themselves_are_allowed(usd):
    assert resolve_amount(Dollars(usd), holding_usd=0, ceiling_usd=MOST, echo="") == usd
