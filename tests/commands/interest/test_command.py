"""``/interest``: the articles' sums in words, and every part of an answer with the same numbers."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import load_snapshot
from calc.reverse import amount_for_yield
from commands.common.command import Request
from commands.common.custom_id import build_custom_id, parse_custom_id
from commands.common.slash_line import parse_slash_line
from commands.common.translator import ENGLISH
from commands.dispatch import run_command, run_component
from commands.interest import command as interest
from commands.interest.buttons import (
    MOST_USD,
    DebtQuestion,
    IssueQuestion,
    debt_id,
    issue_id,
    read_question,
)
from tests.commands.test_contract import BANNED, check

REQUEST = Request(load_snapshot())
ISSUE = "/interest issue:100b from:3% to:14.4%"
GRID = [
    "/interest at:6%",
    "/interest at:0%",
    "/interest at:3%",
    "/interest at:3.6%",
    "/interest at:3.8%",
    "/interest at:14.4%",
    "/interest at:25%",
    "/interest issue:36t at:4.5%",
    ISSUE,
    "/interest issue:1b from:0% to:25%",
    "/interest issue:100t from:0% to:25%",
    "/interest issue:10% from:14.4% to:3%",
    "/interest issue:100b from:3% to:3%",
    "/interest to:7%",
    "/interest from:2%",
]
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def ask(line):
    return run_command(interest.COMMAND, REQUEST, parse_slash_line(line)[1])


def tap(answer, label):
    return run_component(next(b.custom_id for b in answer.controls if label in b.label), REQUEST)


def test_new_debt_of_hundred_billion():
    text = ask(ISSUE).text
    assert "**$14.4 billion** a year in interest instead of $3.0 billion" in text
    assert "**new** debt only" in text
    assert "**33%** of the debt comes due within a year" in text


def test_thirty_six_trillion_at_four_and_a_half_percent():
    answer = ask("/interest issue:36t at:4.5%")
    assert "**$1.62 trillion** a year, 31% of 2025 revenue" in answer.text
    assert "3.4% on average. The budget office (CBO) projected $1.0 trillion net" in answer.text
    now = tap(answer, "What is paid now").plain_text
    assert "The government's own funds hold $7.7 trillion" in now
    assert "$240 billion a year, stays inside" in now
    assert "is less than new US notes earn today" in answer.text
    assert "as the budget office (CBO) projected in Feb 2026" in now
    assert "$39.4 trillion on 9 Jul 2026; in the press, over $40 trillion" in now


def test_interest_share_of_budget_in_2030():
    answer = tap(ask("/interest at:6%"), "danger")
    assert "CBO expects interest at 16% of spending in 2030" in answer.text
    assert "Moody's (Mar 2025) saw 30% of revenue by 2035" in answer.text
    for cut in ("S&P 5 Aug 2011", "Fitch 1 Aug 2023", "Moody's 16 May 2025"):
        assert cut in answer.small_print


def test_danger_line_is_answered_in_the_last_year_of_the_outlook():
    curve = replace(REQUEST.snapshot.curve, as_of=date(2036, 9, 29))
    late = replace(REQUEST, snapshot=replace(REQUEST.snapshot, curve=curve))
    answer = run_component(debt_id("danger", DebtQuestion(0.06)), late)
    assert "16%" not in answer.text
    assert "Moody's" not in answer.text


def test_whole_debt_at_six_percent():
    answer = ask("/interest at:6%")
    where, held, household, expected = answer.text.splitlines()[1:]
    assert where == "**6% is more than new US notes earn today**: 4.80% to 5.24%."
    assert held == (
        "At today's yields US interest would reach $2.84 trillion in 2036, at 6% **about $3.67"
        " trillion**."
    )
    assert expected == "The budget office (CBO) expected $2.14 trillion in Feb 2026."
    # (3.67 - 2.84) trillion over 131.4 million households; no span that is our gap to CBO only.
    assert household == "That is $6,300 more that year for each US household."
    assert "($" not in answer.text
    assert "about $490 billion of the $1.5 trillion in 2036" in tap(answer, "Math").text


def test_lower_rate_is_said_to_save():
    lower = ask("/interest at:3%")
    assert "less that year for each US household" in lower.text
    assert "so interest would fall" in tap(lower, "Math").text
    mixed = tap(ask("/interest at:3.6%"), "Math").text
    assert "The sign turns in 2029" in mixed
    assert "Snowball" not in mixed


def test_more_than_all_revenue_comes_with_a_caveat():
    caveat = "more than all revenue"
    assert caveat in ask("/interest at:14.4%").text
    assert caveat not in ask("/interest at:6%").text


def test_sale_for_level_is_shown():
    needed = amount_for_yield(0.06, snapshot=REQUEST.snapshot)
    told = tap(ask("/interest at:6%"), "What sale").text
    assert f"About **{ENGLISH.money(needed.central)}** (" in told
    assert "above that already" in tap(ask("/interest at:4.5%"), "What sale").text


@pytest.mark.parametrize("line", GRID)
def test_words_alt_text_and_buttons_agree(line):
    answer = ask(line)
    check(answer)
    assert not answer.is_refusal
    assert not BANNED.search(answer.text)
    body = answer.text.split("\n", 1)[1]
    for sentence in re.split(r"(?<=[.:?])\s", body.replace("**", "")):
        assert len(sentence.split()) <= 22, sentence
    for button in answer.controls:
        tapped = run_component(button.custom_id, REQUEST)
        check(tapped)
        assert not tapped.is_refusal, button.label
    said = answer.plain_text + tap(answer, "Math").text
    assert set(NUMBER.findall(answer.picture.alt)) <= set(NUMBER.findall(said))


@pytest.mark.parametrize("line", GRID)
def test_math_ends_in_numbers_of_text(line):
    answer = ask(line)
    math = tap(answer, "Math")
    assert math.is_private
    assert len(math.text) <= 4000
    sums = re.findall(r"\*\*(?:about )?(\$[\d.,]+) (?:million|billion|trillion)\*\*", answer.text)
    if " at:" not in line:
        assert sums
        assert all(usd in math.text for usd in sums)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("/interest", "or `issue:100b from:4% to:6%`"),
        ("/interest issue:100b", "I need a rate"),
        ("/interest at:6% to:7%", "one of the two"),
        ("/interest at:6% issue:101t", "outside"),
        ("/interest to:6% issue:999m", "outside"),
        ("/interest at:30%", "`"),
        ("/interest at:-1%", "`"),
    ],
)
def test_unusable_options_are_refused_with_hint(line, says):
    answer = ask(line)
    assert answer.is_refusal
    assert says in answer.text
    assert "`" in answer.text


rates = st.integers(0, 250_000).map(lambda millionths: millionths / 1e6)
dollars = st.integers(1_000_000_000, MOST_USD)


@given(st.builds(IssueQuestion, dollars, rates, rates))
def test_new_debt_survives_the_trip(question):
    custom_id = issue_id("show", question)
    assert len(custom_id) <= 100
    assert read_question(parse_custom_id(custom_id).fields) == question


@given(st.builds(DebtQuestion, rates, st.none() | dollars))
def test_whole_debt_in_custom_id_is_unchanged(question):
    custom_id = debt_id("show", question)
    assert len(custom_id) <= 100
    assert read_question(parse_custom_id(custom_id).fields) == question


FORGED = """
debt debt:60000 debt:60000:all:more debt:250001:all debt:060000:all debt:-1:all
debt:6e4:all debt:60000:none debt:60000:999999999 debt:60000:100000000000001
issue:100000000000:30000 issue:0:30000:144000 issue:100000000000:30000:250001 gold:1:2:3
"""


@pytest.mark.parametrize("fields", ["", *FORGED.split()])
def test_forged_fields_are_stale(fields):
    assert run_component(f"1:interest:show:{fields}", REQUEST).is_refusal


@pytest.mark.parametrize("fields", [["debt", "60000", "all"], ["issue", "1000000000", "0", "1"]])
def test_unknown_action_is_stale(fields):
    assert not run_component(build_custom_id("interest", "show", *fields), REQUEST).is_refusal
    assert run_component(build_custom_id("interest", "explode", *fields), REQUEST).is_refusal
