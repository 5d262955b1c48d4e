"""One connection to the gateway, which is kept up whatever comes."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord
from discord.gateway import ReconnectWebSocket
from discord.shard import Shard

from bot.gateway.backoff import Backoff
from bot.gateway.socket import connect
from bot.observability.logs import LOG

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from discord.gateway import DiscordWebSocket
    from discord.shard import EventItem

    from bot.gateway.pace import IdentifyPace

# In a row; then the session is given up, or the address at which it would go on.
_MOST_RESUMES = 3
# A connection that lasted longer was a good one: trouble after it is new trouble.
_SHORT_SECONDS = 5.0


def _now() -> float:
    return asyncio.get_running_loop().time()


class PatientShard(Shard):
    """A shard that resumes after any trouble, and waits for its turn to identify.

    discord.py's own opens a new session where the old one could go on, and makes all other shards
    wait while it waits.

    Args:
        ws: The connection.
        client: Whose.
        queue_put: Tells the client what to do next with this shard.
        pace: Gives each identify its moment.
    """

    def __init__(
        self,
        ws: DiscordWebSocket,
        client: discord.AutoShardedClient,
        queue_put: Callable[[EventItem], None],
        pace: IdentifyPace,
    ) -> None:
        super().__init__(ws, client, queue_put)
        self._owner = client
        self._pace = pace
        self._patience = Backoff()
        self._waiting: asyncio.Task[None] | None = None
        self._connected_at = _now()
        self._resumes = 0

    async def close(self) -> None:
        """Leave for good."""
        if self._waiting is not None:
            self._waiting.cancel()
        await super().close()

    async def reidentify(self, exc: ReconnectWebSocket) -> None:
        """Connect anew, to go on with the session or with a new one."""
        self._dispatch("disconnect")
        self._dispatch("shard_disconnect", self.id)
        if _now() >= self._connected_at + _SHORT_SECONDS:
            self._patience, self._resumes = Backoff(), 0
        if exc.resume and self._resumes:
            # Let in and turned away at once: the next time will be no better.
            self._beside(self._try_again(exc))
        else:
            self._beside(self._resume() if exc.resume else self._identify())

    async def _resume(self) -> None:
        self._resumes += 1
        await self._go_on(connect(self._owner, self.id, going_on=self.ws))

    async def _identify(self) -> None:
        await asyncio.sleep(self._pace.wait_before(self.id))
        if await self._go_on(connect(self._owner, self.id)):
            self._resumes = 0
        else:
            self._pace.give_back(self.id)

    async def _go_on(self, connecting: Coroutine[None, None, DiscordWebSocket]) -> bool:
        try:
            self.ws = await connecting
        except ReconnectWebSocket as error:
            await self._handle_disconnect(error)
        except self._handled_exceptions as error:
            await self._handle_disconnect(error)
        else:
            self._connected_at = _now()
            self.launch()
            return True
        return False

    async def _handle_disconnect(self, e: Exception) -> None:
        if isinstance(e, discord.ConnectionClosed) and e.code != 1000:
            # Only codes after which connecting again is no use get here.
            await super()._handle_disconnect(e)
            return
        self._beside(self._try_again(e))

    async def _try_again(self, error: Exception) -> None:
        wait = self._patience.next_wait()
        resume = self.ws.session_id is not None and self._resumes < _MOST_RESUMES
        LOG.warning(
            "connection to the gateway lost, connecting again",
            extra={
                "shard": self.id,
                "reason": repr(error),
                "wait_seconds": round(wait, 1),
                "resume": resume,
            },
        )
        await asyncio.sleep(wait)
        await (self._resume() if resume else self._identify())

    def _beside(self, work: Coroutine[None, None, None]) -> None:
        """Do it while the client goes on with its other shards."""
        self._waiting = asyncio.create_task(work)
