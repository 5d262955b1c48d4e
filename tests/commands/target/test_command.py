"""`/target`: one target in, an amount beside what there is out; words and picture agree."""

import itertools
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import Pace, load_snapshot
from calc.reverse import Target, TargetKind, solve_for
from commands.common.command import Request
from commands.common.translator import ENGLISH
from commands.dispatch import run_command, run_component
from commands.target import text as words
from commands.target.buttons import read_target, target_id, write_target
from commands.target.chart import chart
from commands.target.command import COMMAND
from commands.target.figures import TargetFigures, goal_text
from tests.commands.common.chart import checks
from tests.commands.selloff.test_figures import NUMBER
from tests.commands.test_contract import BANNED

REQUEST = Request(load_snapshot())
GRID = [
    Target(kind, value, pace)
    for kind, values in {
        TargetKind.YIELD: (0.0525, 0.06, 0.12, 0.25),
        TargetKind.PRICE: (99.99, 90, 60, 10),
        TargetKind.INTEREST: (1e8, 100e9, 2e12, 1e13),
    }.items()
    for value, pace in itertools.product(values, Pace)
]


@pytest.fixture(scope="module", params=GRID, ids=lambda target: "-".join(write_target(target)))
def outcome(request):
    return solve_for(request.param)


def test_words_are_short_neutral_and_hold_the_numbers_of_the_alt_text(outcome):
    figures = TargetFigures(outcome, ENGLISH)
    text = words.main_text(outcome, figures)
    assert not BANNED.search(text)
    alt = words.alt_text(outcome, figures)
    assert 80 <= len(alt) <= 350
    drawn = checks.words_of(chart(outcome, figures))
    assert set(NUMBER.findall(alt)) <= set(NUMBER.findall(f"{text} {drawn}"))
    assert (outcome.needed.central is None) == ("would take **more than exists**" in text)
    assert len(words.math_text(outcome, figures)) <= 4000


def test_picture_shows_numbers_of_text(outcome):
    figures = TargetFigures(outcome, ENGLISH)
    spec = chart(outcome, figures)
    checks.check_texts_are_legible(spec)
    known = {
        goal_text(outcome.target, ENGLISH, is_short=True),
        figures.needed_short,
        figures.range,
        ENGLISH.short_money(31.83e12),
    }
    known |= {held.short for held in (figures.biggest, figures.foreign, figures.officials)}
    checks.check_numbers_are_known(spec, known)
    assert (figures.needed_short or "more than exists") in checks.words_of(spec)


@given(
    st.sampled_from(
        [
            st.integers(52_500, 250_000).map(
                lambda n: Target(TargetKind.YIELD, n * 1e-6, Pace.DAY)
            ),
            st.integers(100_000, 999_900).map(
                lambda n: Target(TargetKind.PRICE, n * 1e-4, Pace.DAY)
            ),
            st.integers(10**8, 10**13).map(
                lambda n: Target(TargetKind.INTEREST, float(n), Pace.DAY)
            ),
        ]
    ).flatmap(lambda kind: kind)
)
def test_target_in_custom_id_is_unchanged(target):
    back = read_target(write_target(target))
    assert back == target
    assert target_id("show", back) == target_id("show", target)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (
            {"yield": "6%"},
            "about **$2.5 trillion** of US Treasuries (most studies: $320 billion to",
        ),
        (
            {"price": "90"},
            "about **$5.0 trillion** of US Treasuries (most studies: $",
        ),
        ({"interest": "100b"}, "about **$3.0 trillion**"),
        ({"yield": "6%", "over": "day"}, "Sold in one day"),
        ({"yield": "20%"}, "**more than exists**"),
    ],
)
def test_usual_targets_are_answered(typed, said):
    answer = run_command(COMMAND, REQUEST, typed)
    assert not answer.is_refusal
    assert said in answer.text


def test_check_forwards_reaches_target():
    """What is sold is what Japan holds, so that its own sale gives the same back."""
    for typed, reached in (
        ({"yield": "6%"}, "to 6.000%"),
        ({"price": "90"}, "note to $90.00"),
        ({"interest": "100b"}, "up $100bn for good"),
    ):
        answer = run_command(COMMAND, REQUEST, typed)
        (button,) = (each for each in answer.buttons if each.label == "Math")
        assert reached in run_component(button.custom_id, REQUEST).text


def test_target_of_interest_is_told_for_household():
    """$100 billion over 131.4 million households."""
    answer = run_command(COMMAND, REQUEST, {"interest": "100b"})
    (button,) = (each for each in answer.buttons if each.label == "Math")
    math = run_component(button.custom_id, REQUEST).text
    assert "$100 billion a year is $760 for each US household." in math


def test_target_of_interest_counts_what_stays():
    answer = run_command(COMMAND, REQUEST, {"interest": "1t"})
    assert "only what stays, on top of $2.84 trillion at today's yields" in answer.text
    assert "**Trading would halt:**" in answer.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Tell me one target"),
        ({"yield": " "}, "Tell me one target"),
        ({"yield": "6%", "price": "90"}, "one target at a time"),
        ({"yield": "5%"}, "above **“5%”** already"),
        ({"yield": "0%"}, "above **“0%”** already"),
        ({"price": "100"}, "below $100"),
        ({"price": "5"}, "as cheap as that"),
        ({"interest": "half"}, "not a share"),
        ({"interest": "1m"}, "too small"),
        ({"interest": "30t"}, "more than the bill could grow"),
        ({"yield": "6%", "over": "week"}, "do not know the pace"),
    ],
)
def test_unreachable_target_is_refused_with_hint(typed, said):
    answer = run_command(COMMAND, REQUEST, typed)
    assert answer.is_refusal
    assert said in answer.text
    assert "`" in answer.text


FORGED = """
yield:50000:month yield:260000:month yield:0:month price:1000000:month price:99999:month
interest:99999999:month interest:10000000000001:month gold:60000:month yield:60000:week
yield:6e4:month yield:60000
"""


@pytest.mark.parametrize("fields", FORGED.split())
def test_forged_button_is_stale(fields):
    assert run_component(f"1:target:show:{fields}", REQUEST).is_refusal


@settings(max_examples=6, deadline=None)
@given(st.sampled_from(GRID))
def test_sale_button_reaches_target(target):
    answer = run_component(target_id("show", target), REQUEST)
    for button in answer.buttons:
        following = run_component(button.custom_id, REQUEST)
        assert not following.is_refusal
        if button.label.startswith("If ") and target.kind is TargetKind.YIELD:
            math = next(one for one in following.buttons if one.label == "Math")
            text = run_component(math.custom_id, REQUEST).text
            reached = float(re.search(r"discounted at ([\d.]+)%", text)[1])
            assert reached == pytest.approx(target.value * 100, rel=0.01)
