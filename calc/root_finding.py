"""Root of an increasing function."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_MAX_ROUNDS = 30


def find_root(
    miss: Callable[[float], float], below: float, high: float, close_enough: float
) -> float | None:
    """Find the root of an increasing function between 0 and ``high``; None without one.

    False position with the Illinois rule (Dowell and Jarratt 1971): an end that stays for a second
    round counts half, which keeps the bracket shrinking from both sides.

    Args:
        miss: The function.
        below: Its value at 0, less than zero.
        high: Where to stop looking.
        close_enough: The value that counts as zero.
    """
    low, above = 0.0, miss(high)
    if above < 0:
        return None
    middle, kept = high, 0
    for _ in range(_MAX_ROUNDS):
        middle = high - above * (high - low) / (above - below)
        value = miss(middle)
        if abs(value) <= close_enough or middle in (low, high):
            break
        if value > 0:
            high, above = middle, value
            below, kept = (below / 2 if kept > 0 else below), 1
        else:
            low, below = middle, value
            above, kept = (above / 2 if kept < 0 else above), -1
    return middle
