"""``/history``: dated facts, and a sale placed among them by the numbers it has elsewhere."""

import re

import pytest

from calc import Scenario, load_snapshot
from calc.events.dated_moves import history
from commands.common.command import Request
from commands.dispatch import run_command, run_component
from commands.history.buttons import history_id
from commands.history.command import COMMAND
from commands.selloff.buttons import scenario_id

REQUEST = Request(load_snapshot())
SALES = [
    None,
    Scenario("il", 10**6),
    Scenario("jp", 2 * 10**11),
    Scenario("jp", 1_103_900_000_000),
    Scenario("cn", 2 * 10**12),
    Scenario("cn", 20 * 10**12, beyond_holding=True, regime="panic"),
]
NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def ask(**values):
    return run_command(COMMAND, REQUEST, values)


def placed(scenario):
    return run_component(history_id("show", scenario), REQUEST)


@pytest.mark.parametrize("scenario", SALES, ids=str)
def test_alt_text_numbers_are_in_text_or_table(scenario):
    answer = placed(scenario)
    table = run_component(history_id("math"), REQUEST).text
    years = {f"{move.end:%y}" for move in history(REQUEST.snapshot).moves}
    said = set(NUMBER.findall(answer.plain_text + table)) | years
    assert set(NUMBER.findall(answer.picture.alt)) <= said


@pytest.mark.parametrize("scenario", SALES[1:], ids=str)
def test_placed_sale_has_numbers_of_selloff(scenario):
    elsewhere = run_component(scenario_id("show", scenario), REQUEST).text
    (rise,) = re.findall(r"would peak (.*?) points higher", placed(scenario).text)
    assert rise.replace("*", "").removeprefix("about ") in elsewhere.replace("*", "")


def test_opening_counts_policy_changes():
    text = ask().text
    assert "After **5 of 13** moves it did; others report 1 more." in text
    for line in (
        "**2026:** long buybacks doubled (+0.23)",
        "**2025:** tariffs paused (+0.25)",
        "**2023:** long auctions slowed (+1.13)",
        "**2020:** central bank bought (+0.40)",
        "**2013:** central bank kept buying (+1.20)",
    ):
        assert line in text
    assert "After 0.56 points in 2026 none came." in ask().small_print


def test_reported_changes_are_said_to_be_reported():
    table = run_component(history_id("math"), REQUEST).text
    assert "Reported for 23 Jan 2026, not counted; before, on 22 Jan 2026: 4.26%." in table
    assert "Britain’s 30-year yield passed 5%" in table
    assert "4.67% → 4.66% (−0.01)." in table
    assert "Russia’s line in the Treasury’s table fell from $96.1 billion" in table


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("1b", "The whole range is below"),
        ("200b", "Only the range’s top reaches the smallest rise"),
        ("all", "It reaches the smallest rise before policy changed (0.23)"),
    ],
)
def test_sale_is_compared_with_smallest_rise(amount, words):
    assert words in ask(country="japan", amount=amount).text


def test_table_lists_moves_and_announcements():
    text = run_component(history_id("math"), REQUEST).text
    assert len(text) <= 4000
    for move in history(REQUEST.snapshot).moves:
        assert f"{move.start_yield * 100:.2f}% → {move.end_yield * 100:.2f}%" in text
        for cited in (move.policy_turn, move.abroad):
            assert cited is None or cited.source.url in text


def test_half_question_is_asked_back():
    for values in ({"country": "japan"}, {"amount": "200b"}):
        answer = ask(**values)
        assert answer.is_refusal
        assert "leave both out" in answer.text
        for button in answer.buttons:
            assert "would peak" in run_component(button.custom_id, REQUEST).text


@pytest.mark.parametrize(
    "values",
    [
        {"country": "north korea", "amount": "1b"},
        {"country": "japan", "amount": "1.2"},
        {"country": "xyz", "amount": "half"},
        {"country": "japan"},
    ],
)
def test_refusal_has_a_button_that_works(values):
    answer = ask(**values)
    assert answer.is_refusal
    assert answer.buttons
    for button in answer.buttons:
        assert not run_component(button.custom_id, REQUEST).is_refusal


@pytest.mark.parametrize("scenario", SALES, ids=str)
def test_every_button_leads_on_and_back(scenario):
    answer = placed(scenario)
    assert 2 <= len(answer.buttons) <= 6
    for button in answer.buttons:
        assert not run_component(button.custom_id, REQUEST).is_refusal, button.label


@pytest.mark.parametrize(
    "rest", ["show", "show:none", "sell:all", "show:jp:1:month:held:calm:typical"]
)
def test_forged_button_is_stale(rest):
    assert run_component(f"1:history:{rest}", REQUEST).is_refusal
