"""Who is served now, and who is told at once to come back later."""

from __future__ import annotations

import time
from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.interactions.latency import Lateness
from bot.interactions.payload import AUTOCOMPLETE
from bot.interactions.rate_limit import Allowance
from bot.observability.metrics import AnswerResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.interactions.payload import Arrival
    from bot.shared.sharing import Sharing

CROWDED = 64
"""Answers in flight from which on it matters who asks, and how late."""
MOST_SERVED = 160
"""Answers in flight; more would come too late for Discord's three seconds."""
LEAST_SERVED = 16
"""Answers in flight that there is always room for."""
# People waiting to be turned away who leave room for one answer less.
_ROOM_FOR = 8
_BUSY_AFTER_SECONDS = 0.6
# What has not begun by then never will.
_BEGUN_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Refusal:
    """Somebody is not served now.

    Args:
        arrival: Who, and what they ask.
        reason: Why.
        late_seconds: How long the interaction was already on its way.
        error_id: Stands in the log, when an error is why.
    """

    arrival: Arrival
    reason: AnswerResult
    late_seconds: float = 0.0
    error_id: str = ""


class Reception:
    """Keeps what is in flight small enough for every answer to be in time.

    Args:
        shared: What other processes know of who asks how fast.
        now: A clock in seconds that never jumps.
    """

    def __init__(
        self, shared: Sharing | None = None, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._now = now
        self._allowance = Allowance(now, shared)
        self._lateness = Lateness()
        self._let_in_at: OrderedDict[int, float] = OrderedDict()
        self._served = 0
        self.is_closing = False
        """Whoever comes now is told to come back, since this process is about to end."""

    @property
    def in_flight(self) -> int:
        """How many are being answered, or are about to be."""
        too_old = self._now() - _BEGUN_SECONDS
        while self._let_in_at and next(iter(self._let_in_at.values())) < too_old:
            self._let_in_at.popitem(last=False)
        return self._served + len(self._let_in_at)

    @property
    def remembered(self) -> int:
        """How many people are remembered for having asked."""
        return len(self._allowance)

    def forget_people(self) -> None:
        """Let go of those who asked some seconds ago; to be called even when nobody asks."""
        self._allowance.forget()

    def refusal(self, arrival: Arrival, turned_away: int = 0) -> Refusal | None:
        """Why this person is not served now; None lets them in, to be served soon.

        Somebody's haste is nobody's business until others would have to wait for it.

        Args:
            arrival: Who, and what they ask.
            turned_away: How many are still to be told that they are not served. The more they
                are, the fewer are served: an answer costs as much as telling several.
        """
        room = max(MOST_SERVED - turned_away // _ROOM_FOR, LEAST_SERVED)
        if self.is_closing:
            return Refusal(arrival, AnswerResult.OVERLOADED)
        is_modest = arrival.kind == AUTOCOMPLETE or self._allowance.take(arrival.user_id)
        late_seconds = self._lateness.seconds(arrival.id)
        in_flight = self.in_flight
        if in_flight >= min(CROWDED, room):
            if late_seconds > _BUSY_AFTER_SECONDS or in_flight >= room:
                return Refusal(arrival, AnswerResult.OVERLOADED, late_seconds)
            if not is_modest:
                return Refusal(arrival, AnswerResult.RATE_LIMITED, late_seconds)
        if arrival.kind != AUTOCOMPLETE:
            self._let_in_at[arrival.id] = self._now()
        return None

    def forget(self, arrival: Arrival) -> None:
        """Who was let in has nothing to be served with."""
        self._let_in_at.pop(arrival.id, None)

    @contextmanager
    def serving(self, interaction_id: int) -> Iterator[None]:
        """While somebody is being answered."""
        self._let_in_at.pop(interaction_id, None)
        self._served += 1
        try:
            yield
        finally:
            self._served -= 1
