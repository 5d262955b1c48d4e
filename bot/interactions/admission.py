"""Admission control: bound the answers in flight, and each user's rate while the bot is busy."""

from __future__ import annotations

import time
from collections import OrderedDict
from typing import TYPE_CHECKING

from bot.observability.metrics import AnswerResult

if TYPE_CHECKING:
    from collections.abc import Callable

SOFT_LIMIT = 64
"""Answers in flight from which on each user's rate is limited."""
CAPACITY = 160
"""Answers in flight; more would miss Discord's deadline of three seconds."""
BURST = 5
"""Questions that a user may ask at once."""
SECONDS_EACH = 1.0
"""How long it takes until a user may ask one more."""
MAX_USERS = 10_000
"""Token buckets kept; beyond that the least recently used one is dropped."""


class TokenBuckets:
    """One token bucket per user, stored as the monotonic time at which it is full again."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._full_at: OrderedDict[int, float] = OrderedDict()

    def __len__(self) -> int:
        """How many users are remembered."""
        return len(self._full_at)

    def acquire(self, user_id: int) -> bool:
        """Take a token; whether there was one."""
        now = self._now()
        self.expire()
        full_at = max(self._full_at.get(user_id, now), now)
        if full_at - now > (BURST - 1) * SECONDS_EACH:
            return False
        self._full_at[user_id] = full_at + SECONDS_EACH
        self._full_at.move_to_end(user_id)
        return True

    def expire(self) -> None:
        """Forget users whose bucket is full again."""
        now = self._now()
        while self._full_at:
            user_id, full_at = next(iter(self._full_at.items()))
            if full_at > now and len(self._full_at) < MAX_USERS:
                return
            del self._full_at[user_id]


class InFlight:
    """Counts what is being done, each as long as its context lasts."""

    count = 0

    def __enter__(self) -> None:
        self.count += 1

    def __exit__(self, *_: object) -> None:
        self.count -= 1


class AdmissionControl:
    """Decides which interactions are answered now."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self.users = TokenBuckets(now)
        self.answering = InFlight()
        """Answers being computed or sent."""
        self.telling = InFlight()
        """Users being told that they are not answered now."""
        self.is_closing = False
        """Everybody is told to ask again, since this process is about to end."""

    def rejection(self, user_id: int) -> AnswerResult | None:
        """Why this user's question is not answered now; None admits it."""
        has_token = self.users.acquire(user_id)
        if self.is_full:
            return AnswerResult.OVERLOADED
        if self.answering.count >= SOFT_LIMIT and not has_token:
            return AnswerResult.RATE_LIMITED
        return None

    @property
    def is_full(self) -> bool:
        """Whether nobody is admitted."""
        return self.is_closing or self.answering.count >= CAPACITY
