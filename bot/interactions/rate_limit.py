"""How fast one person may ask; nobody who reads the answers notices."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.shared.sharing import Alone

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.shared.sharing import Sharing

BURST = 5
"""Questions at once."""
SECONDS_EACH = 1.0
"""How long it takes until one more is allowed."""
MOST_REMEMBERED = 10_000
"""People; beyond that the one who asked least recently starts afresh."""


class Allowance:
    """Counts the questions of each person over the last seconds, and forgets them after.

    One number a person suffices: the moment at which all that was asked is paid off.

    Args:
        now: A clock in seconds.
        shared: Told of every question, so that asking several processes is not asking more.
    """

    def __init__(
        self, now: Callable[[], float] = time.monotonic, shared: Sharing | None = None
    ) -> None:
        self._now = now
        self._shared = shared or Alone()
        self._paid_off_at: OrderedDict[int, float] = OrderedDict()

    def __len__(self) -> int:
        """How many people are remembered."""
        return len(self._paid_off_at)

    def take(self, user_id: int) -> bool:
        """Whether this person may ask now; if so, it is counted."""
        now = self._now()
        self.forget()
        owed_until = max(self._paid_off_at.get(user_id, now), now)
        if owed_until - now > (BURST - 1) * SECONDS_EACH:
            return False
        self._paid_off_at[user_id] = owed_until + SECONDS_EACH
        self._paid_off_at.move_to_end(user_id)
        self._shared.count(user_id, self._learn)
        return True

    def _learn(self, user_id: int, owed_seconds: float) -> None:
        """Somebody asked elsewhere, too: that counts from the next question on."""
        known = self._paid_off_at.get(user_id)
        if known is not None:
            self._paid_off_at[user_id] = max(known, self._now() + owed_seconds)

    def forget(self) -> None:
        """Let go of everybody who owes nothing more; to be called even when nobody asks."""
        now = self._now()
        while self._paid_off_at:
            oldest = next(iter(self._paid_off_at))
            if self._paid_off_at[oldest] > now and len(self._paid_off_at) < MOST_REMEMBERED:
                return
            del self._paid_off_at[oldest]
