"""Numbers, money and ranges as text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import Range
from commands.common.figures import span
from commands.common.locale.formats import round_significant
from commands.common.translator import ENGLISH


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.99e6, "less than $1 million"),
        (6.7e9, "$6.7 billion"),
        (67.4e9, "$67 billion"),
        (674e9, "$670 billion"),
        (999.6e9, "$1.0 trillion"),
        (1.94e12, "$1.9 trillion"),
        (1.06e6, "$1.1 million"),
        (-5e9, "-$5.0 billion"),
    ],
)
def test_money_carries_two_figures(value, text):
    assert ENGLISH.money(value) == text


@pytest.mark.parametrize(
    ("usd", "text"),
    [
        (200e9, "$200 billion"),
        (1.1039e12, "$1.1039 trillion"),
        (551.95e9, "$551.95 billion"),
        (1e6, "$1 million"),
        (1e12, "$1 trillion"),
    ],
)
def test_given_money_keeps_what_was_given(usd, text):
    assert ENGLISH.exact_money(usd) == text


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (0.00152, "0.15"),
        (0.00031, "0.03"),
        (0.0136, "1.4"),
        (0.136, "14"),
        (0.00009, "less than 0.01"),
        (0.0001, "0.01"),
        (-0.002, "-0.20"),
    ],
)
def test_points(change, text):
    assert ENGLISH.points(change) == text


def test_prices_round_the_distance_from_the_face():
    assert ENGLISH.price(98.843, 100) == "$98.80"
    assert ENGLISH.price(99.9962, 100) == "less than 1 cent below $100"
    assert ENGLISH.price(61.2, 100, 0) == "$61"


def test_shares():
    assert ENGLISH.percent(0.1812) == "18%"
    assert ENGLISH.percent(1) == "100%"
    assert ENGLISH.percent(0.00001) == "less than 0.01%"


def test_money_range_names_unit_once():
    assert ENGLISH.money_range(2.2e9, 30e9) == "$2.2 to $30 billion"
    assert ENGLISH.money_range(2.2e6, 30e9) == "$2.2 million to $30 billion"
    assert ENGLISH.money_range(5e5, 3e6) == "less than $1 million to $3.0 million"
    tiny = span(Range(1e-6, 2e-6, 3e-6), ENGLISH.points, ENGLISH)
    assert (tiny.about, tiny.range) == ("less than 0.01", "")
    some = span(Range(0.0005, 0.0015, 0.0048), ENGLISH.points, ENGLISH)
    assert (some.about, some.range) == ("about 0.15", "0.05 to 0.48")
    assert (tiny.bold, some.bold) == ("**less than 0.01**", "about **0.15**")


@given(st.floats(1e-12, 1e15))
def test_two_figures_are_within_five_percent_and_never_in_exponent_form(value):
    assert round_significant(value) == pytest.approx(value, rel=0.0501)
    assert re.fullmatch(r"[\d,]+(\.\d+)?", ENGLISH.number(value))
    assert float(ENGLISH.number(value).replace(",", "")) == pytest.approx(value, rel=0.0501)
