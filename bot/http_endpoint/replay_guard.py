"""Which interactions were already let in: a captured request must not be answered again."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.http_endpoint.signature import WINDOW_SECONDS

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_REMEMBERED = 200_000
"""Five minutes at 600 a second, some 30 MB."""
REMEMBERED_SECONDS = 2 * WINDOW_SECONDS
"""A timestamp may lie ahead of our clock as far as behind it."""


class Seen:
    """Remembers ids for as long as their signatures are believed.

    Args:
        now: A clock in seconds.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._seen_at: OrderedDict[int, float] = OrderedDict()

    def __len__(self) -> int:
        """How many are remembered."""
        return len(self._seen_at)

    def is_first(self, interaction_id: int) -> bool:
        """Whether this one comes for the first time; from now on it does not."""
        now = self._now()
        if interaction_id in self._seen_at:
            return False
        self._seen_at[interaction_id] = now
        while len(self._seen_at) > MOST_REMEMBERED or (
            now - next(iter(self._seen_at.values())) > REMEMBERED_SECONDS
        ):
            self._seen_at.popitem(last=False)
        return True
