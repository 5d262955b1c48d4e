"""The distance between two spellings."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import OSA

_LONGEST: Final = 40


def edits_allowed(text: str) -> int:
    """How many slips a word of this length may hold and still be recognised."""
    if len(text) < 4 or len(text) > _LONGEST:
        return 0
    return 1 if len(text) < 7 else 2


def edits_between(a: str, b: str, most: int) -> int:
    """Count the letters left out, added, changed or swapped with their neighbour.

    Args:
        a: One text.
        b: The other.
        most: Where to stop counting.

    Returns:
        The optimal string alignment distance, or ``most + 1`` when it is larger than ``most``.
    """
    return OSA.distance(a, b, score_cutoff=most)
