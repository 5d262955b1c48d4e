"""The connection to a store that may vanish at any time.

Nobody ever waits for a connection: while there is none, every answer is `AWAY` at once. Commands go
out in batches, because one alone costs this process four times its part of a batch.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from contextlib import suppress
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, Final

from bot.observability.logs import LOG

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from valkey.asyncio import Valkey

    Connect = Callable[[], Valkey]
    Work = Callable[[Valkey], Coroutine[None, None, None]]

PATIENCE_SECONDS = 0.05
"""How long anybody waits for an answer, at most."""
GRACE_SECONDS = 0.01
"""How long the connection then still has: it may have been our own process that paused, as one does
that has used up its share of the processor, and what came meanwhile is not read yet."""
REST_SECONDS = 5.0
"""How long a lost store is left alone."""
MOST_WAITING = 1024
"""Commands that wait to be sent; what comes on top is not sent."""
_MOST_TOGETHER = 16
# Nobody waits meanwhile.
_CONNECTING_SECONDS = 2.0
_CLOSING_SECONDS = 1.0


class _Away(Enum):
    AWAY = 0


AWAY: Final = _Away.AWAY
"""The answer of a store that gives none."""

Word = str | bytes | int
Command = tuple[Word, ...]


class Link:
    """Asks the store as long as it answers, and leaves it alone for a while when it does not.

    Args:
        connect: Makes a client, whose first command opens the connection.
        probe: A command that needs every right which later ones need.
        now: A clock in seconds that never jumps.
    """

    def __init__(
        self,
        connect: Connect,
        probe: Command,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._connect = connect
        self._probe = probe
        self._now = now
        self._client: Valkey | None = None
        self._is_there = False
        self._is_missed = False
        self._rest_ends = 0.0
        self._waiting: deque[tuple[Command, asyncio.Future[object]]] = deque()
        self._task: asyncio.Task[None] | None = None

    async def ask(self, *command: Word) -> object:
        """The store's answer, or `AWAY`."""
        try:
            async with asyncio.timeout(PATIENCE_SECONDS):
                return await self.tell(*command)
        except TimeoutError:
            return AWAY

    def tell(self, *command: Word) -> asyncio.Future[object]:
        """Send a command for whose answer nobody has to wait."""
        reply: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        if self._is_there and len(self._waiting) < MOST_WAITING:
            self._waiting.append((command, reply))
            self._go_on(self._send)
        else:
            reply.set_result(AWAY)
            if not self._is_there and self._now() >= self._rest_ends:
                self._go_on(self._open)
        return reply

    async def close(self) -> None:
        """Leave the store."""
        self._rest_ends = float("inf")
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
            self._task = None
        await self._leave()

    def _go_on(self, work: Work) -> None:
        """Work unless something is being done already, which then goes on to what is new."""
        if self._task is None:
            self._client = self._client or self._connect()
            self._task = asyncio.create_task(self._until_done_or_lost(work, self._client))

    async def _until_done_or_lost(self, work: Work, client: Valkey) -> None:
        try:
            await work(client)
        except Exception as error:
            if not self._is_missed:
                LOG.warning("shared store lost", extra={"reason": type(error).__name__})
            self._is_missed = True
            await self._leave()
            self._rest_ends = self._now() + REST_SECONDS
        finally:
            self._task = None

    async def _open(self, client: Valkey) -> None:
        async with asyncio.timeout(_CONNECTING_SECONDS):
            await _exchange(client, [self._probe])
        self._is_there, self._is_missed = True, False
        LOG.info("shared store found")

    async def _send(self, client: Valkey) -> None:
        while self._waiting:
            together = list(islice(self._waiting, _MOST_TOGETHER))
            exchange = _exchange(client, [command for command, _ in together])
            for answer in await _soon(exchange):
                _, reply = self._waiting.popleft()
                if not reply.done():
                    reply.set_result(answer)

    async def _leave(self) -> None:
        """Forget the connection, too: answers that come late must not be taken for others."""
        self._is_there = False
        for _, reply in self._waiting:
            if not reply.done():
                reply.set_result(AWAY)
        self._waiting.clear()
        client, self._client = self._client, None
        if client is not None:
            with suppress(Exception):
                async with asyncio.timeout(_CLOSING_SECONDS):
                    await client.aclose()


async def _soon(exchange: Coroutine[None, None, list[object]]) -> list[object]:
    """What an exchange brings, unless it takes too long."""
    task = asyncio.create_task(exchange)
    try:
        for seconds in (PATIENCE_SECONDS, GRACE_SECONDS):
            done, _ = await asyncio.wait({task}, timeout=seconds)
            if done:
                return task.result()
        raise TimeoutError
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def _exchange(client: Valkey, commands: list[Command]) -> list[object]:
    """The answers to commands that are sent together; an error for one is an error for all."""
    pipeline = client.pipeline(transaction=False)
    for command in commands:
        pipeline.execute_command(*command)
    answers: list[object] = await pipeline.execute()
    return answers
