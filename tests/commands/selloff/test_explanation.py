"""Why a sale moves the yield: how sure it is, the numbers of the answer, and ways on."""

import pytest

from calc import Pace, Scenario, load_snapshot, run
from commands.common.command import Request
from commands.common.sale.figures import figures_of
from commands.dispatch import run_component
from commands.selloff.buttons import scenario_id
from tests.commands.reading import grade, sentences, words
from tests.commands.selloff.test_figures import GRID
from tests.commands.test_readability import BANNED, HIGHEST_GRADE, LONGEST_SENTENCE, MOST_WORDS

REQUEST = Request(load_snapshot())


@pytest.mark.parametrize("scenario", GRID[::3], ids=str)
def test_explanation_is_plain_private_sentences(scenario):
    answer = run_component(scenario_id("why", scenario), REQUEST)
    heading, *said = sentences(answer.text)
    assert len(said) <= 8
    assert said[0].startswith("After such a sale")
    assert said[1].startswith("It moves under ten to ten points in two months of three")
    assert answer.is_private
    assert max(map(words, said)) <= LONGEST_SENTENCE
    assert sum(map(words, said)) <= MOST_WORDS
    assert grade(answer.text) <= HIGHEST_GRADE
    assert not BANNED.search(answer.text)


@pytest.mark.parametrize("scenario", GRID[::3], ids=str)
def test_explanation_has_numbers_of_answer(scenario):
    text = run_component(scenario_id("why", scenario), REQUEST).text
    outcome = run(scenario)
    figures = figures_of(outcome)
    assert (figures.price.about in text) == (not outcome.sale.day.is_halt)
    assert figures.share_of_market in text
    is_seen = figures.yield_after.central != figures.yield_before
    assert (f"{figures.yield_after.central} a year, not {figures.yield_before}" in text) == is_seen


@pytest.mark.parametrize("scenario", GRID[::3], ids=str)
def test_explanation_leads_to_bond_and_terms(scenario):
    answer = run_component(scenario_id("why", scenario), REQUEST)
    bond, *terms = (run_component(button.custom_id, REQUEST) for button in answer.buttons[:3])
    outcome = run(scenario)
    assert figures_of(outcome).yield_after.central in bond.text.splitlines()[0]
    assert [term.text.splitlines()[0] for term in terms] == ["### Yield", "### Rollover"]


@pytest.mark.parametrize(
    ("amount", "pace", "says"),
    [
        (200, Pace.MONTH, "higher in about three months of four"),
        (200, Pace.YEAR, "about as often as not"),
        (1_100, Pace.MONTH, "higher in about nine months of ten"),
    ],
)
def test_chance_of_higher_yield_is_said(amount, pace, says):
    scenario = Scenario("jp", amount * 10**9, pace)
    text = run_component(scenario_id("why", scenario), REQUEST).text
    assert says in text
    assert "It moves under 0.26 to 0.28 points in two months of three (2000 to Sep 2026)" in text


def test_explanation_says_cost_for_household():
    """$35.3 billion, at Japan's own share of bills, over 131.4 million households."""
    text = run_component(scenario_id("why", Scenario("jp", 200 * 10**9)), REQUEST).text
    assert "For each US household: $270 over ten years." in text


@pytest.mark.parametrize(("billions", "says"), [(1, "$1.40"), (8, "$11")])
def test_cost_for_household_is_written_as_money(billions, says):
    text = run_component(scenario_id("why", Scenario("gb", billions * 10**9)), REQUEST).text
    assert f"For each US household: {says} over ten years." in text


def test_owners_of_holding_are_named():
    def small(holder):
        return run_component(scenario_id("why", Scenario(holder, 10**9)), REQUEST).small_print

    assert "Japan stands for everybody there" in small("jp")
    assert "kept there for owners elsewhere" in small("gb")


def test_answer_offers_explanation():
    answer = run_component(scenario_id("show", GRID[0]), REQUEST)
    assert "Why?" in [button.label for button in answer.buttons]
