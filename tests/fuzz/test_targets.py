"""A few texts at every target; ``python -m tests.fuzz`` tries as many as there is time for."""

import random

import pytest

from tests.fuzz.invariants import BrokenPromiseError, is_harmless
from tests.fuzz.making import Maker
from tests.fuzz.targets import TARGETS

TEXTS = 8


@pytest.mark.parametrize("name", TARGETS)
def test_what_is_understood_and_what_is_not_keeps_every_promise(name):
    target = TARGETS[name]
    maker = Maker(random.Random(name), target.seeds, target.pieces)
    for text in [*target.seeds[:TEXTS], *(maker.text() for _ in range(TEXTS))]:
        target.run(text)


@pytest.mark.parametrize("words", ["hi @everyone", "<@1>", "see https://evil.example", "a\u202eb"])
def test_a_broken_promise_is_noticed(words):
    with pytest.raises(BrokenPromiseError):
        is_harmless(words)


@pytest.mark.parametrize("words", ["`@everyone`", "@\u200beveryone", "\\<\\@1>", "https://cbo.gov"])
def test_a_kept_one_is_not(words):
    is_harmless(words)


def test_texts_are_the_same_for_the_same_seed():
    makers = [Maker(random.Random(7), ("200b", "half"), ("of",)) for _ in range(2)]
    assert [makers[0].text() for _ in range(500)] == [makers[1].text() for _ in range(500)]
