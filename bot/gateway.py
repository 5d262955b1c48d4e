"""Being gentle with Discord's gateway: few identifies, and no event that ends the process."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING, Any

from bot.logs import LOG, log_error

if TYPE_CHECKING:
    from collections.abc import Callable

_REMEMBERED_SECONDS = 3600.0
_BETWEEN_SHARDS_SECONDS = 5.0
_LONGEST_WAIT_SECONDS = 600.0


class IdentifyPace:
    """How long to wait before a shard may identify again.

    Discord resets a bot's token after 1,000 identifies in a day, and discord.py has no backoff of
    its own when sessions are refused for ever. The first of a process goes at once, any other
    after the five seconds that Discord wants between two, and each further one of the same shard
    within the hour after twice as long: below 400 a day for a shard that never gets through.

    Args:
        now: A clock in seconds.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._identified: dict[int | None, deque[float]] = {}

    def next_wait(self, shard_id: int | None, *, is_first: bool) -> float:
        """Seconds to wait before this identify, which is counted.

        Args:
            shard_id: The shard that identifies.
            is_first: It is the first of this process, which no other one precedes.
        """
        times = self._identified.setdefault(shard_id, deque())
        while times and times[0] < self._now() - _REMEMBERED_SECONDS:
            times.popleft()
        earlier = len(times)
        wait = 0.0 if is_first else _BETWEEN_SHARDS_SECONDS
        if earlier:
            wait = min(_BETWEEN_SHARDS_SECONDS * 2 ** (earlier - 1), _LONGEST_WAIT_SECONDS)
            LOG.info("identifying again", extra={"shard": shard_id, "wait_seconds": wait})
        times.append(self._now() + wait)
        return wait


def guard(parse: Callable[[Any], None]) -> Callable[[Any], None]:
    """The same parser of a gateway event, but one that logs what it cannot read.

    In discord.py an event without one of its fields raises in the gateway's reader and ends the
    whole process.
    """

    def guarded(data: Any) -> None:
        try:
            parse(data)
        except Exception as error:
            log_error("an event of the gateway could not be read", error)

    return guarded
