"""Questions are read into the right command, and no sum is ever off by a thousand."""

import time

import pytest

from commands.ask.reading import read_question
from tests.commands.ask.reading_cases import KNOWN, cases


def seconds(text):
    """How long a text takes to be read."""
    started = time.perf_counter()
    read_question(text, KNOWN)
    return time.perf_counter() - started


HALVES = pytest.mark.parametrize("half", ["seen", "unseen"])
LEAST_RIGHT = 0.9
LEAST_WHOLLY_RIGHT = 0.85
SLOW_SECONDS = 0.030


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


@pytest.mark.parametrize(
    "text",
    [
        "how much " * 60,
        "if china sells " * 40,
        "sell its the their my " * 30,
        "did the most many some really " * 20,
        "is " * 200 + "5% a lot",
        "others others countries holders " * 20,
        "(" * 500,
        "a" * 500,
        "1 2 3 4 5 6 7 8 9 " * 30,
        "10y 2y 30y +5bp " * 30,
        "$1bn or $2bn to $3bn " * 24,
        "japan china uk brazil india " * 20,
        "what if " + "the world largest " * 28 + "sells",
        "\U0001f1ef\U0001f1f5" * 200,
        "\u202e\u200b" * 250,
        "日本が米国債を全部売ったらどうなる？" * 20,
    ],
)
def test_hostile_text_is_read_in_time(text):
    read_question(text, KNOWN)
    assert min(seconds(text) for _ in range(3)) < SLOW_SECONDS
