"""How far one spelling is from another."""

from __future__ import annotations

from typing import Final

_LONGEST: Final = 40


def edits_allowed(text: str) -> int:
    """How many slips a word of this length may hold and still be recognised."""
    if len(text) < 4 or len(text) > _LONGEST:
        return 0
    return 1 if len(text) < 7 else 2


def edits_between(a: str, b: str, most: int) -> int:
    """Count the letters left out, added, changed or swapped with their neighbour.

    The optimal string alignment distance: Damerau (1964), each pair swapped at most once.

    Args:
        a: One text.
        b: The other.
        most: Where to stop counting.

    Returns:
        The distance, or ``most + 1`` when it is larger than ``most``.
    """
    if abs(len(a) - len(b)) > most:
        return most + 1
    before_last: list[int] = []
    last = list(range(len(b) + 1))
    for i, letter in enumerate(a, start=1):
        row = [i]
        for j, other in enumerate(b, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, before_last[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before_last, last = last, row
    return min(last[-1], most + 1)
