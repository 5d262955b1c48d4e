"""Some texts at every target; ``python -m tests.fuzz`` tries as many as wanted."""

import pytest

from tests.fuzz.__main__ import fuzz
from tests.fuzz.invariants import BrokenPromiseError, is_harmless
from tests.fuzz.targets import TARGETS, Target


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_keeps_the_invariants(name):
    fuzz(TARGETS[name], 6, 1789)


def test_a_failing_target_is_noticed():
    with pytest.raises(ZeroDivisionError):
        fuzz(Target(lambda text: 1 // ("7" not in text), ("1789",)), 50, 1)


@pytest.mark.parametrize("words", ["hi @everyone", "<@1>", "see https://evil.example", "a\u202eb"])
def test_unsafe_words_break_an_invariant(words):
    with pytest.raises(BrokenPromiseError):
        is_harmless(words)


@pytest.mark.parametrize("words", ["`@everyone`", "@\u200beveryone", "\\<\\@1>", "https://cbo.gov"])
def test_escaped_words_keep_the_invariants(words):
    is_harmless(words)
