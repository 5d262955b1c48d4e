"""``/ripple``: words, figures, picture and buttons tell the same of one sale and one loan."""

from __future__ import annotations

import re

import pytest

from calc import Pace, Scenario, load_snapshot
from calc.loans import Loan
from calc.spillovers import spillovers_of
from commands.common.command import Request
from commands.common.translator import ENGLISH
from commands.dispatch import run_command, run_component
from commands.ripple import text as words
from commands.ripple.buttons import USUAL_LOAN, read_ripple, write_ripple
from commands.ripple.chart import chart
from commands.ripple.command import COMMAND
from commands.ripple.figures import RippleFigures
from commands.ripple.math import math_text

BILLION = 10**9
REQUEST = Request(load_snapshot())
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
SALES = [
    Scenario("jp", 10**6, Pace.DAY),
    Scenario("jp", 200 * BILLION, Pace.MONTH),
    Scenario("jp", 1_103_900_000_000, Pace.YEAR),
    Scenario("jp", 5_000 * BILLION, Pace.DAY),
    Scenario("cn", 100 * BILLION, Pace.MONTH),
    Scenario("ky", 450 * BILLION, Pace.YEAR),
]
LOANS = [USUAL_LOAN, Loan(1000, 12), Loan(100_000_000, 600)]
GRID = list(zip(SALES * 2, LOANS * 4, strict=True))


@pytest.fixture(
    scope="module",
    params=GRID,
    ids=lambda p: f"{p[0].holder}-{p[0].amount_usd}-{p[0].pace}-{p[1].usd}",
)
def told(request):
    result = spillovers_of(*request.param)
    return result, RippleFigures(result, ENGLISH)


def numbers(text):
    return set(NUMBER.findall(text))


def test_picture_and_alt_show_numbers_of_text(told):
    _, figures = told
    # What had no room on the first screen is one tap away.
    said = words.main_text(*told) + math_text(*told)
    drawn = " ".join(text.words for text in chart(*told).texts)
    for span in (figures.mortgage, figures.company, figures.dollar, figures.shares):
        assert numbers(span.central) <= numbers(drawn)
        if not span.central.startswith("less than"):
            assert numbers(span.range) <= numbers(drawn)
    for span in (figures.company, figures.dollar, figures.shares):
        assert span.central in said
        assert span.range in said
    assert 80 <= len(words.alt_text(*told)) <= 400
    assert figures.mortgage.central in words.alt_text(*told)


def test_math_ends_in_numbers_of_text(told):
    result, figures = told
    text = math_text(*told)
    assert len(text) <= 4000
    lost = ENGLISH.percent(result.parameters.dollar_if_status_lost)
    for shown in (figures.principal, ENGLISH.rate(result.mortgage.rate, 1), lost):
        assert shown in text


def test_conditional_effects_are_marked():
    result = spillovers_of(Scenario("jp", 200 * BILLION), USUAL_LOAN)
    figures = RippleFigures(result, ENGLISH)
    said, math = words.main_text(result, figures), math_text(result, figures)
    assert "or fall if trust fades" in said
    assert "though not always" in said
    # 8.6% of the $903.9 billion that Japan keeps, not of what it sells.
    assert "on the $904 billion it keeps: $72bn / **$78bn** / $84bn less" in math
    assert "about $13,000 over all months" in math
    assert (
        "Everybody with US government debt would lose about $120 billion on paper, 0.45% of it."
        in math
    )
    for unknown in (Scenario("jp", 900 * BILLION), Scenario("cn", 100 * BILLION)):
        result = spillovers_of(unknown, USUAL_LOAN)
        text = math_text(result, RippleFigures(result, ENGLISH))
        assert "Its currency: no published figure that reaches this sale." in text


def test_dollars_a_month_lead():
    """About $37 on a new mortgage of $400,000 at 7.1%, for 0.14 points."""
    answer = run_command(COMMAND, REQUEST, {"country": "japan", "amount": "200b"})
    assert answer.text.splitlines()[:2] == [
        "### What else would move if Japan sold $200 billion of US debt in a month",
        (
            "A new **$400,000 mortgage** over 30 years would cost about **$37** a month more (most"
            " studies: $7 to $190)."
        ),
    ]


def test_mortgage_rate_is_moved_on_with_the_ten_year():
    """6.71% on 3 September 2026; the 10-year has gone from 4.76% to 5.24% since."""
    result = spillovers_of(Scenario("jp", 200 * BILLION), USUAL_LOAN)
    assert result.mortgage.rate == pytest.approx(0.0671 + 0.9 * (0.0524 - 0.0476), abs=5e-4)
    said = "7.1% (6.71% on 3 Sep 2026, when the 10-year was 4.76%; now 5.24%"
    assert said in math_text(result, RippleFigures(result, ENGLISH))


def test_gold_has_no_number():
    result = spillovers_of(Scenario("jp", 200 * BILLION), USUAL_LOAN)
    figures = RippleFigures(result, ENGLISH)
    assert "Gold" not in words.main_text(result, figures)
    assert "Gold: no published number." in words.small_print(result, figures)


def test_given_loan_is_used():
    values = {"country": "japan", "amount": "200b", "loan": "$250,000", "years": "15"}
    answer = run_command(COMMAND, REQUEST, values)
    assert "A new **$250,000 mortgage** over 15 years" in answer.text


def test_sale_and_loan_in_fields_are_unchanged():
    for question in GRID:
        assert read_ripple(REQUEST, write_ripple(*question)) == question


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
def test_unreadable_option_is_refused_with_hint(option, text, says):
    values = {"country": "japan", "amount": "200b", option: text}
    answer = run_command(COMMAND, REQUEST, values)
    assert answer.is_refusal
    assert answer.is_private
    assert says in answer.text


def test_bare_small_loan_is_asked_back():
    answer = run_command(COMMAND, REQUEST, {"country": "japan", "amount": "200b", "loan": "400"})
    assert [button.label for button in answer.buttons] == ["400k"]
    assert "$400,000" in run_component(answer.buttons[0].custom_id, REQUEST).text


def test_invisible_change_has_no_sign():
    result = spillovers_of(Scenario("jp", 10**6), USUAL_LOAN)
    drawn = [text.words for text in chart(result, RippleFigures(result, ENGLISH)).texts]
    assert len([words for words in drawn if words.startswith("<")]) >= 4
    assert not [words for words in drawn if words.startswith(("+", "−"))]
