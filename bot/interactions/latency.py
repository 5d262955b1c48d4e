"""How late an interaction reaches us, without trusting two clocks to agree."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_WINDOW_SECONDS = 60.0


class Lateness:
    """Compares an interaction's age with the youngest of the last minute or two.

    An interaction's id holds the moment it was made by Discord's clock. How far that clock is from
    ours nobody knows, but the least delayed interaction shows it well enough: what is older by two
    seconds has waited two seconds, on the way or in a queue of ours.

    Args:
        now: A clock in seconds that never jumps.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._window_ends = 0.0
        self._least_before = self._least = float("inf")

    def seconds(self, interaction_id: int) -> float:
        """Seconds that it waited longer than the one which waited least."""
        now = self._now()
        if now >= self._window_ends:
            is_next = now < self._window_ends + _WINDOW_SECONDS
            self._least_before = self._least if is_next else float("inf")
            self._least = float("inf")
            self._window_ends = now + _WINDOW_SECONDS
        # An id's upper bits are milliseconds; where they start does not matter here.
        age = now - (interaction_id >> 22) / 1000
        self._least = min(self._least, age)
        return age - min(self._least, self._least_before)
