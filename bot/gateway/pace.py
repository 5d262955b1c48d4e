"""How long to wait before a session is opened: Discord resets the token of who opens too many."""

from __future__ import annotations

import asyncio
from bisect import bisect, insort
from typing import TYPE_CHECKING

from bot.observability.logs import LOG

if TYPE_CHECKING:
    from collections.abc import Callable

_DAY_SECONDS = 86_400.0
_REMEMBERED_SECONDS = 7200.0
# Discord wants five between two; the rest is for the way there.
BETWEEN_SECONDS = 5.5
_LONGEST_WAIT_SECONDS = 600.0
_MOST_GO_FIRST = 10
_WORTH_A_LOOK = 5


def _loop_time() -> float:
    return asyncio.get_running_loop().time()


class IdentifyPace:
    """Gives each identify its moment.

    discord.py has no backoff when sessions are refused for ever. Here no two fall within the five
    seconds that Discord wants between them, each further one of the same shard waits twice as long
    as the one before, at most ten minutes, and all shards of this process together keep to their
    share of half of what Discord allows in a day.

    Args:
        most_a_day: Identifies of this process in 24 hours, the first of each shard apart.
        lanes: Shards that may identify at the same moment, Discord's ``max_concurrency``.
        first_shard: Of this process. Shards before it belong to other processes, which may have
            lost their sessions at the same moment and are given time to go first.
        now: A clock in seconds.
    """

    def __init__(
        self,
        most_a_day: int,
        lanes: int = 1,
        first_shard: int = 0,
        now: Callable[[], float] = _loop_time,
    ) -> None:
        self._most_a_day = most_a_day
        self._lanes = lanes
        self._courtesy = BETWEEN_SECONDS * min(first_shard // lanes, _MOST_GO_FIRST)
        self._now = now
        self._by_shard: dict[int, list[float]] = {}
        self._by_lane: dict[int, list[float]] = {}
        self._moments: list[float] = []

    def wait_before(self, shard_id: int) -> float:
        """Seconds until this shard's identify, whose moment is taken."""
        now = self._now()
        self._forget(now)
        shard = self._by_shard.setdefault(shard_id, [])
        lane = self._by_lane.setdefault(shard_id % self._lanes, [])
        moment = now
        if shard:
            step = min(BETWEEN_SECONDS * 2.0 ** (len(shard) - 1), _LONGEST_WAIT_SECONDS)
            moment = max(self._within_the_day(now), now + step + self._courtesy)
            insort(self._moments, moment)
        for taken in lane[bisect(lane, moment - BETWEEN_SECONDS) :]:
            if taken >= moment + BETWEEN_SECONDS:
                break
            moment = taken + BETWEEN_SECONDS
        insort(lane, moment)
        insort(shard, moment)
        self._tell(shard_id, len(shard), moment - now)
        return moment - now

    def give_back(self, shard_id: int) -> None:
        """The last moment taken for this shard was not used: the connection failed before."""
        moment = self._by_shard[shard_id].pop()
        for moments in (self._by_lane[shard_id % self._lanes], self._moments):
            if moment in moments:
                moments.remove(moment)

    def _within_the_day(self, now: float) -> float:
        if len(self._moments) < self._most_a_day:
            return now
        return self._moments[-self._most_a_day] + _DAY_SECONDS

    def _forget(self, now: float) -> None:
        del self._moments[: bisect(self._moments, now - _DAY_SECONDS)]
        for moments in (*self._by_shard.values(), *self._by_lane.values()):
            del moments[: bisect(moments, now - _REMEMBERED_SECONDS)]

    def _tell(self, shard_id: int, times: int, wait: float) -> None:
        if times == 1:
            return
        extra = {"shard": shard_id, "times": times, "wait_seconds": round(wait, 1)}
        if times > _WORTH_A_LOOK:
            LOG.error("Discord keeps ending our sessions: a person should look", extra=extra)
        else:
            LOG.info("identifying again", extra=extra)
