"""Why a sale moves the yield: five sentences, the numbers of the answer, and ways on."""

import pytest

from calc import load_snapshot, run
from commands.common.command import Request
from commands.common.sale.figures import figures_of
from commands.dispatch import run_component
from commands.selloff.buttons import scenario_id
from tests.commands.reading import grade, sentences, words
from tests.commands.selloff.test_figures import GRID
from tests.commands.test_readability import BANNED, HIGHEST_GRADE, LONGEST_SENTENCE, MOST_WORDS

REQUEST = Request(load_snapshot())


@pytest.mark.parametrize("scenario", GRID[::3], ids=str)
def test_explanation_is_five_plain_private_sentences(scenario):
    answer = run_component(scenario_id("why", scenario), REQUEST)
    heading, *five = sentences(answer.text)
    assert len(five) == 5
    assert answer.is_private
    assert max(map(words, five)) <= LONGEST_SENTENCE
    assert sum(map(words, five)) <= MOST_WORDS
    assert grade(answer.text) <= HIGHEST_GRADE
    assert not BANNED.search(answer.text)


@pytest.mark.parametrize("scenario", GRID[::3], ids=str)
def test_explanation_has_numbers_of_answer(scenario):
    text = run_component(scenario_id("why", scenario), REQUEST).text
    outcome = run(scenario)
    figures = figures_of(outcome)
    assert figures.price.about in text
    assert figures.share_of_market in text
    is_seen = figures.yield_after.central != figures.yield_before
    assert (f"{figures.yield_after.central} a year, not {figures.yield_before}" in text) == is_seen
    assert ("go unseen" in text) == (outcome.comparison.times_ordinary_month > 1)


@pytest.mark.parametrize("scenario", GRID[::3], ids=str)
def test_explanation_leads_to_bond_and_terms(scenario):
    answer = run_component(scenario_id("why", scenario), REQUEST)
    bond, *terms = (run_component(button.custom_id, REQUEST) for button in answer.buttons[:3])
    outcome = run(scenario)
    assert figures_of(outcome).yield_after.central in bond.text.splitlines()[0]
    assert [term.text.splitlines()[0] for term in terms] == ["### Yield", "### Rollover"]


def test_answer_offers_explanation():
    answer = run_component(scenario_id("show", GRID[0]), REQUEST)
    assert "Why?" in [button.label for button in answer.buttons]
