"""The words that a first answer has room for on a phone: sentences in order of priority."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_WORDS = 50
"""Beside the title."""
MOST_SMALL_WORDS = 22
"""In the small print: one line or two on a phone."""
_WORDS_OF_AGE = 4
_ADDRESS = re.compile(r"\]\(<[^>]*>\)")


def count_words(text: str) -> int:
    """How many words a reader of this markdown sees; marks and addresses are none."""
    return sum(any(map(str.isalnum, word)) for word in _ADDRESS.sub("]", text).split())


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


def small_line(parts: Iterable[str], limit: int = MOST_SMALL_WORDS - _WORDS_OF_AGE) -> str:
    """The small print: the parts that fit, as one line of small markdown.

    Args:
        parts: In order of priority, which is also the order in which they are shown; empty ones
            are left out.
        limit: The most words of all together; usually they leave room for the age of the data.
    """
    return "-# " + " ".join(fit_words(parts, limit))
