"""The words that a first answer has room for on a phone: sentences in order of priority."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from commands.common.locale.sentences import paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_WORDS = 50
"""Beside the title."""
MOST_SMALL_WORDS = 22
"""In the small print: one line or two on a phone."""
SMALL_WORDS = MOST_SMALL_WORDS - 4
"""The same without the age of the data."""
# Chinese and Japanese write no blanks: three of their characters take the place of a word.
_WITHOUT_BLANKS = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_CHARACTERS_A_WORD = 3
# Other languages take six words for five of English, or more and shorter ones, as Vietnamese does,
# which writes each syllable apart: there the room on the screen counts, seven letters a word.
_OTHER_LETTERS = re.compile(r"[^\W\d_a-zA-Z]")
_LETTERS_A_WORD = 7
_ADDRESS = re.compile(r"\]\(<[^>]*>\)")


def count_words(text: str) -> int:
    """How many words a reader of this markdown sees; marks and addresses are none."""
    text, characters = _WITHOUT_BLANKS.subn(" ", _ADDRESS.sub("]", text))
    parts = [word for word in text.split() if any(map(str.isalnum, word))]
    words = len(parts)
    if _OTHER_LETTERS.search(text):
        words = min(math.ceil(words * 5 / 6), math.ceil(len(" ".join(parts)) / _LETTERS_A_WORD))
    return words + math.ceil(characters / _CHARACTERS_A_WORD)


def fit_words(sentences: Iterable[str], limit: int = MOST_WORDS) -> tuple[str, ...]:
    """The sentences that fit, each kept if there is still room for all of it.

    Args:
        sentences: In order of priority, which is also the order in which they are shown; empty
            ones are left out.
        limit: The most words of all together.
    """
    kept: list[str] = []
    for sentence in sentences:
        size = count_words(sentence)
        if sentence and size <= limit:
            kept.append(sentence)
            limit -= size
    return tuple(kept)


def as_lines(*lines: str) -> str:
    """A text of several lines; empty ones are left out."""
    return "\n".join(line for line in lines if line)


def fitted(heading: str, *sentences: str) -> str:
    """The heading and, a line each, the sentences that there is room for."""
    return as_lines(heading, *fit_words(sentences))


def fitted_paragraph(heading: str, *sentences: str) -> str:
    """The heading and, in one paragraph, the sentences that there is room for."""
    return as_lines(heading, paragraph(fit_words(sentences)))


def small_line(*parts: str, limit: int = SMALL_WORDS) -> str:
    """The small print: the parts that fit, as one line of small markdown.

    Args:
        parts: In order of priority, which is also the order in which they are shown; empty ones
            are left out.
        limit: The most words of all together; usually they leave room for the age of the data.
    """
    return "-# " + paragraph(fit_words(parts, limit))
