"""Who is served now, and who is told at once to come back later."""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from typing import TYPE_CHECKING

from bot.allowance import Allowance
from bot.lateness import Lateness
from bot.meter import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.shared.sharing import Sharing

CROWDED = 64
"""Answers in flight from which on it matters who asks, and how late."""
MOST_SERVED = 160
"""Answers in flight; more would come too late for Discord's three seconds."""
MOST_TURNED_AWAY = 256
"""People being told to come back later; each costs a request, too."""
_BUSY_AFTER_SECONDS = 0.6
# What cannot leave within Discord's three seconds is not sent at all.
_TOO_LATE_SECONDS = 2.0


class Reception:
    """Keeps what is in flight small enough for every answer to be in time.

    Args:
        shared: What other processes know of who asks how fast.
    """

    def __init__(self, shared: Sharing | None = None) -> None:
        self._allowance = Allowance(shared=shared)
        self._lateness = Lateness()
        self._served = 0
        self._turned_away = 0
        self._is_idle = asyncio.Event()
        self._is_idle.set()

    @property
    def in_flight(self) -> int:
        """How many are being answered, one way or the other."""
        return self._served + self._turned_away

    def overload(self, interaction_id: int) -> Outcome | None:
        """Whether there is too much to do for this interaction, whoever asks."""
        late_seconds = self._lateness.seconds(interaction_id)
        if self._served < CROWDED:
            return None
        if late_seconds > _TOO_LATE_SECONDS:
            return Outcome.DROPPED
        if late_seconds > _BUSY_AFTER_SECONDS or self._served >= MOST_SERVED:
            return Outcome.BUSY if self._turned_away < MOST_TURNED_AWAY else Outcome.DROPPED
        return None

    def refusal(self, interaction_id: int, user_id: int) -> Outcome | None:
        """Why this person is not served now; None lets them in.

        Somebody's haste is nobody's business until others would have to wait for it.
        """
        is_modest = self._allowance.take(user_id)
        overload = self.overload(interaction_id)
        if overload is None and self._served >= CROWDED and not is_modest:
            return Outcome.SLOWED
        return overload

    @contextmanager
    def serving(self, *, is_turned_away: bool) -> Iterator[None]:
        """While somebody is being answered."""
        self._is_idle.clear()
        self._served += not is_turned_away
        self._turned_away += is_turned_away
        try:
            yield
        finally:
            self._served -= not is_turned_away
            self._turned_away -= is_turned_away
            if not self.in_flight:
                self._is_idle.set()

    async def until_idle(self) -> None:
        """Wait until everybody is answered."""
        await self._is_idle.wait()
