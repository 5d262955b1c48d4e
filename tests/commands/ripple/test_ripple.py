"""``/ripple``: words, figures, picture and buttons tell the same of one sale and one loan."""

from __future__ import annotations

import itertools
import re

import pytest

from calc import Pace, Scenario, load_snapshot
from calc.loans import Loan
from calc.spillovers import spillovers_of
from commands.common.command import Request
from commands.dispatch import run_command, run_component
from commands.ripple import text as words
from commands.ripple.buttons import USUAL_LOAN, read_ripple, write_ripple
from commands.ripple.chart import compose
from commands.ripple.command import COMMAND
from commands.ripple.figures import ripple_figures
from commands.ripple.math import math_text

BILLION = 10**9
REQUEST = Request(load_snapshot())
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
GRID = [
    (Scenario(holder, amount, pace), loan)
    for (holder, amount), pace, loan in itertools.product(
        [
            ("jp", 10**6),
            ("jp", 200 * BILLION),
            ("jp", 1_103_900_000_000),
            ("jp", 5_000 * BILLION),
            ("cn", 100 * BILLION),
            ("ky", 450 * BILLION),
        ],
        Pace,
        [USUAL_LOAN, Loan(1000, 12), Loan(100_000_000, 600)],
    )
]


@pytest.fixture(
    params=GRID, ids=lambda p: f"{p[0].holder}-{p[0].amount_usd}-{p[0].pace}-{p[1].usd}"
)
def told(request):
    result = ripple(*request.param)
    return result, ripple_figures(result)


def numbers(text):
    return set(NUMBER.findall(text))


def test_the_first_screen_is_short(told):
    text = words.main_text(*told)
    body = [line for line in text.splitlines() if not line.startswith("#")]
    assert len(" ".join(body).split()) <= 105
    for sentence in re.split(r"(?<=[.:;])\s", " ".join(body)):
        assert len(sentence.split()) <= 20, sentence


def test_the_picture_and_its_text_show_the_numbers_of_the_answer(told):
    _, figures = told
    said = words.main_text(*told)
    drawn = " ".join(text.get_text() for text in compose(*told).texts)
    for span in (figures.mortgage, figures.company, figures.dollar, figures.shares):
        assert numbers(span.central) <= numbers(drawn)
        assert numbers(span.range) <= numbers(drawn)
    for span in (figures.company, figures.dollar, figures.shares):
        assert span.central in said
        assert span.range in said
    assert 80 <= len(words.alt_text(*told)) <= 400
    assert figures.mortgage.central in words.alt_text(*told)


def test_the_math_ends_in_the_numbers_of_the_words(told):
    _, figures = told
    text = math_text(*told)
    assert len(text) <= 4000
    for shown in (figures.principal, figures.mortgage_rate, figures.status_lost):
        assert shown in text


def test_what_is_conditional_says_so():
    result = spillovers_of(Scenario("jp", 200 * BILLION), USUAL_LOAN)
    assert "If turned into yen: about $95 billion more" in words.main_text(
        result, ripple_figures(result)
    )
    beyond = spillovers_of(Scenario("jp", 900 * BILLION), USUAL_LOAN)
    assert "no study reaches that far" in words.main_text(beyond, ripple_figures(beyond))
    china = spillovers_of(Scenario("cn", 100 * BILLION), USUAL_LOAN)
    small = words.small_print(china, ripple_figures(china))
    assert "the seller's own currency: no published number." in small


def test_gold_has_no_number():
    result = spillovers_of(Scenario("jp", 200 * BILLION), USUAL_LOAN)
    figures = ripple_figures(result)
    assert "Gold" not in words.main_text(result, figures)
    assert "Gold: no published number." in words.small_print(result, figures)


def test_the_loan_of_the_asker_is_the_one_that_is_worked_out():
    values = {"country": "japan", "amount": "200b", "loan": "$250,000", "years": "15"}
    answer = run_command(COMMAND, REQUEST, values)
    assert "($250,000, 15 years)" in answer.text


@pytest.mark.parametrize(("scenario", "loan"), GRID)
def test_a_button_carries_the_sale_and_the_loan(scenario, loan):
    fields = write_ripple(scenario, loan)
    assert read_ripple(fields, holders=REQUEST.snapshot.holders) == (scenario, loan)


@pytest.mark.parametrize(
    "rest",
    [
        "show:jp:0:month:400000:360",
        "show:jp:200000000000:month:999:360",
        "show:jp:200000000000:month:400000:601",
        "show:jp:200000000000:century:400000:360",
        "show:xx:200000000000:month:400000:360",
        "show:jp:999999999999999:month:400000:360",
        "turn:jp:200000000000:month:400000:360",
    ],
)
def test_forged_buttons_are_refused(rest):
    assert run_component(f"1:ripple:{rest}", REQUEST).is_refusal


@pytest.mark.parametrize(
    ("option", "text", "says"),
    [
        ("loan", "400", "400k"),
        ("loan", "£300k", "US dollars"),
        ("loan", "2b", "$1,000 to $100 million"),
        ("years", "6 months", "a year or more"),
        ("years", "80", "50"),
        ("over", "century", "day"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_on(option, text, says):
    values = {"country": "japan", "amount": "200b", option: text}
    answer = run_command(COMMAND, REQUEST, values)
    assert answer.is_refusal
    assert answer.is_private
    assert says in answer.text


def test_a_bare_small_loan_is_asked_back_with_a_button():
    answer = run_command(COMMAND, REQUEST, {"country": "japan", "amount": "200b", "loan": "400"})
    assert [button.label for button in answer.buttons] == ["400k"]
    assert "$400,000" in run_component(answer.buttons[0].custom_id, REQUEST).text


def test_what_is_too_small_to_show_has_no_sign():
    result = spillovers_of(Scenario("jp", 10**6), USUAL_LOAN)
    figures = ripple_figures(result)
    for span in (figures.signed_dollar, figures.signed_shares, figures.signed_mortgage):
        assert span.central.startswith("less than")
