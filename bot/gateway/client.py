"""discord.py's sharded client, gentler and more patient with the gateway."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
import yarl
from discord.gateway import ReconnectWebSocket
from discord.shard import EventItem, EventType

from bot.descriptors import connector
from bot.gateway.backoff import Backoff, may_pass, patiently
from bot.gateway.budget import SessionStarts
from bot.gateway.pace import BETWEEN_SECONDS, IdentifyPace
from bot.gateway.shard import PatientShard
from bot.gateway.socket import connect
from bot.observability.logs import LOG

if TYPE_CHECKING:
    from collections.abc import Sequence


class PatientClient(discord.AutoShardedClient):
    """A sharded client that no event ends and no outage wears out."""

    sessions_left: int | None = None
    """New sessions that Discord still allowed when this process started."""
    _launching: asyncio.Task[None] | None = None
    _pace: IdentifyPace

    async def login(self, token: str) -> None:
        """Log in; after a failure it may be tried again."""
        await self.http.close()
        # That of the try before was closed together with its session.
        self.http.connector = connector()
        await super().login(token)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Nothing: the wait is over before the connection is made, which times out meanwhile."""

    async def launch_shards(self) -> None:
        """Open the sessions of this process, as Discord's limits allow.

        Raises:
            TryLaterError: Discord's limits do not allow it.
        """
        recommended, gateway, limit = await patiently(self.http.get_bot_gateway)
        starts = SessionStarts.read(limit)
        self.sessions_left = starts.remaining
        count = self.shard_count = self.shard_count or recommended
        ids = self.shard_ids or range(count)
        self._connection.shard_count, self._connection.shard_ids = count, ids
        LOG.info("new sessions allowed", extra={"remaining": starts.remaining, "of": starts.total})
        wait = starts.wait_before_start(len(ids), count)
        if wait:
            LOG.error(
                "many new sessions today, this start waits: a person should look",
                extra={"remaining": starts.remaining, "wait_seconds": round(wait)},
            )
            await asyncio.sleep(wait)
        self._pace = IdentifyPace(starts.most_a_day(len(ids), count), starts.lanes, ids[0])
        self._launching = asyncio.create_task(self._launch_all(yarl.URL(gateway), ids))
        self._launching.add_done_callback(self._launched)

    async def close(self) -> None:
        """Leave Discord."""
        if self._launching is not None:
            self._launching.cancel()
        await super().close()

    async def _launch_all(self, gateway: yarl.URL, ids: Sequence[int]) -> None:
        # Another process, whose shards come before ours, may have identified just now.
        await asyncio.sleep(0.0 if ids[0] == 0 else BETWEEN_SECONDS)
        for shard_id in ids:
            await self._open(gateway, shard_id)

    def _launched(self, launching: asyncio.Task[None]) -> None:
        error = None if launching.cancelled() else launching.exception()
        if isinstance(error, Exception):
            # Raised where the client listens.
            self._put(EventItem(EventType.terminate, None, error))

    async def _open(self, gateway: yarl.URL, shard_id: int) -> None:
        backoff = Backoff()
        await asyncio.sleep(self._pace.wait_before(shard_id))
        while not self.is_closed():
            try:
                ws = await connect(self, shard_id, gateway=gateway)
            except Exception as error:
                if not (may_pass(error) or isinstance(error, ReconnectWebSocket)):
                    raise
                wait = backoff.next_wait()
                LOG.warning(
                    "the gateway cannot be reached, trying again",
                    extra={"shard": shard_id, "reason": repr(error), "wait_seconds": wait},
                )
                await asyncio.sleep(wait)
                continue
            shard = PatientShard(ws, self, self._put, self._pace)
            vars(self)["_AutoShardedClient__shards"][shard_id] = shard
            shard.launch()
            return

    def _put(self, item: EventItem) -> None:
        """Tell the loop that serves all shards; discord.py keeps its queue to itself."""
        vars(self)["_AutoShardedClient__queue"].put_nowait(item)
