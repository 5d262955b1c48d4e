"""Old data say so; fresh data do not."""

import re
from datetime import date, timedelta

import pytest

from calc import load_snapshot
from commands.common.command import Request
from commands.common.slash_line import parse_slash_line
from commands.common.text.small_print import Data, age_text
from commands.common.translator import ENGLISH
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, example_of

DAY = date(2026, 10, 9)


@pytest.mark.parametrize(
    ("days", "text"),
    [
        (-1, ""),
        (10, ""),
        (11, "Yields 11 days old."),
        (14, "Yields 2 weeks old."),
        (44, "Yields 6 weeks old."),
        (60, "Yields 9 weeks old."),
        (61, "Yields 2 months old."),
        (730, "Yields 24 months old."),
        (1100, "Yields 3 years old."),
    ],
)
def test_curve_is_old_after_ten_days(days, text):
    assert age_text(Data.YIELDS, DAY, ENGLISH, DAY + timedelta(days)) == text


def test_curve_without_today_is_not_old():
    assert age_text(Data.YIELDS, DAY, ENGLISH, None) == ""


def test_answers_say_that_yields_are_old():
    snapshot, command = load_snapshot(), COMMANDS["selloff"]
    fresh = Request(snapshot, today=snapshot.curve.as_of)
    old = Request(snapshot, today=snapshot.curve.as_of + timedelta(45))
    assert "weeks old" not in run_command(command, fresh, example_of(command)).small_print
    answer = run_command(command, old, example_of(command))
    assert answer.small_print.endswith("9 Oct, 6 weeks old. Estimate, not advice.")
    tapped = run_component(answer.buttons[0].custom_id, old)
    assert tapped.small_print.endswith("9 Oct, 6 weeks old. Estimate, not advice.")


@pytest.mark.parametrize(
    ("line", "old", "unused"),
    [
        ("/holders country:japan", {Data.HOLDINGS, Data.NET_SALES}, {Data.YIELDS, Data.DEBT}),
        ("/holders country:belgium", {Data.HOLDINGS}, {Data.NET_SALES}),
        ("/claim text:China sold Treasuries in March 2026", {Data.NET_SALES}, {Data.HOLDINGS}),
        ("/about show:studies", set(), set(Data)),
        ("/holders", {Data.HOLDINGS}, {Data.YIELDS, Data.DEBT}),
        ("/selloff country:japan amount:200b", {Data.YIELDS}, {Data.DEBT}),
        ("/interest at:6%", {Data.YIELDS}, {Data.HOLDINGS, Data.DEBT}),
        ("/interest issue:100b from:3% to:5%", set(), set(Data)),
        ("/interest to:5%", {Data.YIELDS}, {Data.HOLDINGS, Data.DEBT}),
        ("/claim text:The US debt is $40 trillion", {Data.DEBT}, {Data.YIELDS}),
    ],
)
def test_answer_says_age_of_what_it_used(line, old, unused):
    name, values = parse_slash_line(line)
    request = Request(load_snapshot(), today=date(2026, 11, 28))
    small = run_command(COMMANDS[name], request, values).small_print
    words = {
        Data.YIELDS: r"Yields (\(what buyers earn\): 9 Oct, )?\d+ [a-z]+ old",
        Data.HOLDINGS: r"Holdings \d+ [a-z]+ old",
        Data.NET_SALES: r"Sales \d+ [a-z]+ old",
        Data.DEBT: r"Debt figure \d+ [a-z]+ old",
    }
    assert all(re.search(words[data], small) for data in old)
    assert not any(re.search(words[data], small) for data in unused)


@pytest.mark.parametrize(
    ("line", "age"),
    [
        ("/holders country:japan", "Holdings 4 months old. Sales 7 months old."),
        ("/holders country:belgium", "Holdings 7 months old."),
        ("/holders", "Holdings 7 months old."),
        ("/claim text:Belgium holds $460 billion of US debt", "Holdings 7 months old."),
        ("/claim text:Japan holds $1.1 trillion of US debt", "Holdings 4 months old."),
    ],
)
def test_age_is_that_of_figures_in_answer(line, age):
    """Belgium's newest month is April, and ranks compare April; Japan's newest is July."""
    name, values = parse_slash_line(line)
    request = Request(load_snapshot(), today=date(2026, 11, 29))
    assert run_command(COMMANDS[name], request, values).small_print.endswith(f". {age}")


def test_claim_names_day_of_yields_only_where_it_says_one():
    def small(text):
        request = Request(load_snapshot(), today=date(2026, 10, 10))
        return run_command(COMMANDS["claim"], request, {"text": text}).small_print

    assert "Yields" not in small("The US debt is $40 trillion")
    assert "Yields (what buyers earn): 9 Oct." in small("The 10-year yield is 5.2%")


def test_claim_about_the_past_has_no_age_of_today():
    """Two closes of 2011 and a study: nothing of today is used."""
    request = Request(load_snapshot(), today=date(2026, 11, 29))
    text = "when the US lost its top rating in 2011 yields rose"
    assert " old." not in run_command(COMMANDS["claim"], request, {"text": text}).small_print
