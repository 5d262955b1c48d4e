"""The words of the glossary that a question is about."""

from __future__ import annotations

import re
from typing import Final

from commands.ask.vocabulary import vocabulary
from commands.common.parsing.country_table import fold
from commands.learn.buttons import is_term

_MOST_WORDS: Final = 16
_MOST_WORDS_OF_TERM: Final = 4


def term_alone(text: str) -> str | None:
    """The word that a question is about when it is about nothing else."""
    known = vocabulary()
    words = _words(text)
    lead, tail = known.learn.before, known.learn.after
    found, is_shorter = None, len(words) <= _MOST_WORDS
    while words and is_shorter:
        found = _named(words) or found
        is_shorter = False
        for size in range(min(6, len(words) - 1), 0, -1):
            if " ".join(words[:size]) in lead:
                words, is_shorter = words[size:], True
                break
            if " ".join(words[-size:]) in tail:
                words, is_shorter = words[:-size], True
                break
    return found


def term_within(text: str) -> str | None:
    """The longest name of a term among the words of a short question, the last of several."""
    words = _words(text)[:_MOST_WORDS]
    for size in range(_MOST_WORDS_OF_TERM, 0, -1):
        for start in range(len(words) - size, -1, -1):
            if found := _named(words[start : start + size]):
                return found
    return None


def _words(text: str) -> list[str]:
    return fold(re.sub(r"[^\w' -]", " ", text)).split()


def _named(words: list[str]) -> str | None:
    bare = words[1:] if words[0] in {"a", "an", "the"} else words
    phrase = " ".join(bare)
    return next((each for each in (phrase, phrase.removesuffix("s")) if is_term(each)), None)
