"""Questions are read into the right command, and no sum is ever off by a thousand."""

import pytest

from commands.ask.reading import read_question
from tests.calls import calls
from tests.commands.ask.hostile_texts import HOSTILE
from tests.commands.ask.reading_cases import KNOWN, cases

HALVES = pytest.mark.parametrize("half", ["seen", "unseen"])
LEAST_RIGHT = 0.9
LEAST_WHOLLY_RIGHT = 0.85
MOST_CALLS = 100_000


@HALVES
def test_questions_are_many_and_of_many_kinds(half):
    assert len(cases(half)) >= 125
    assert len({case.commands[0] for case in cases(half)}) >= 14


@HALVES
def test_question_is_read_into_the_right_command(half):
    wrong = [(case.question, case.read) for case in cases(half) if not case.is_right]
    assert len(wrong) <= (1 - LEAST_RIGHT) * len(cases(half)), wrong


@HALVES
def test_question_is_read_with_its_options(half):
    wrong = [(case.question, case.read) for case in cases(half) if not case.is_wholly_right]
    assert len(wrong) <= (1 - LEAST_WHOLLY_RIGHT) * len(cases(half)), wrong


@HALVES
def test_no_amount_is_off_by_a_thousand(half):
    for case in cases(half):
        expected, read = case.amounts
        assert 1 / 100 < read / expected < 100, (case.question, case.read)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_read_in_bounded_work(text):
    read_question(text, KNOWN)
    assert calls(lambda: read_question(text, KNOWN)) <= MOST_CALLS


def test_text_fifty_times_longer_costs_hardly_more():
    text = "what if china sells half of it and 5% more " * 20
    short = calls(lambda: read_question(text, KNOWN))
    long = calls(lambda: read_question(text * 50, KNOWN))
    assert long <= 1.5 * short
