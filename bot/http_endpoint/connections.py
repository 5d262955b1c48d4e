"""Connections: no more than can be served, and none that never gets round to asking.

The web server waits for a request as long as it keeps an idle connection, and that has to be longer
than any load balancer does. A stranger who never ends the headers must not hold one so long.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiohttp.web import Request, RequestHandler, Server

MOST_CONNECTIONS = 512
"""Half of the 1,024 descriptors that a process commonly has."""
ASKING_SECONDS = 5.0
"""How long the headers of a first request may take."""


class Connections:
    """Takes connections for a web server: a protocol factory, as the server itself is.

    Args:
        server: What speaks HTTP on them.
    """

    def __init__(self, server: Server) -> None:
        self._server = server
        self._silent: dict[RequestHandler, asyncio.TimerHandle] = {}
        # Whoever has not yet shown to speak for Discord, the longest first.
        self._strangers: dict[RequestHandler, None] = {}

    def __call__(self) -> asyncio.Protocol:
        """One more; at the limit, whoever has been a stranger for longest makes room for it."""
        self._forget_who_left()
        if len(self._server.connections) >= MOST_CONNECTIONS:
            if not self._strangers:
                return _Refusal()
            self._hang_up(next(iter(self._strangers)))
        connection = self._server()
        timer = asyncio.get_running_loop().call_later(ASKING_SECONDS, self._hang_up, connection)
        self._silent[connection] = timer
        self._strangers[connection] = None
        return connection

    def heard(self, request: Request) -> None:
        """The headers of a request are there."""
        if (timer := self._silent.pop(request.protocol, None)) is not None:
            timer.cancel()

    def believe(self, request: Request) -> None:
        """It comes from Discord: its connection makes room for nobody."""
        self._strangers.pop(request.protocol, None)

    def _hang_up(self, connection: RequestHandler) -> None:
        self._strangers.pop(connection, None)
        if (timer := self._silent.pop(connection, None)) is not None:
            timer.cancel()
        connection.force_close()

    def _forget_who_left(self) -> None:
        # Most leave in the order in which they came; now and then all are looked through.
        is_full = len(self._strangers) > 2 * MOST_CONNECTIONS
        for connection in list(self._strangers):
            if connection in self._silent or connection.transport is not None:
                if is_full:
                    continue
                return
            del self._strangers[connection]


async def close(listening: asyncio.Server) -> None:
    """Take no more connections; whoever already has one begins to be served.

    In the very moment of closing, asyncio forgets whom it has just accepted: they would wait for
    ever. So it stops accepting first.
    """
    loop = asyncio.get_running_loop()
    for each in listening.sockets:
        # Windows accepts in another way.
        with suppress(NotImplementedError):
            loop.remove_reader(each)
    await asyncio.sleep(0)
    listening.close()


class _Refusal(asyncio.Protocol):
    """Hangs up at once."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Close without a word."""
        transport.close()
