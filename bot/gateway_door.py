"""The usual door: a connection to Discord's gateway, which needs a token and no public address."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.gateway.backoff import patiently

if TYPE_CHECKING:
    from bot.client import SelloffClient

_CLOSING_SECONDS = 2.0


class GatewayDoor:
    """Interactions come over the gateway.

    Args:
        token: The bot's.
    """

    name = "gateway"

    def __init__(self, token: str) -> None:
        self._token = token

    def is_ready(self, client: SelloffClient) -> bool:
        """Whether all shards of this process are connected."""
        return client.is_connected()

    async def answer(self, client: SelloffClient, leaving: asyncio.Event) -> None:
        """Answer until it is time to leave, and what came in until then."""
        running = asyncio.create_task(self._run(client))
        told = asyncio.create_task(leaving.wait())
        await asyncio.wait({running, told}, return_when=asyncio.FIRST_COMPLETED)
        told.cancel()
        if running.done():
            await running
            return
        await client.drain_and_close()
        # Told before it was connected, it may still be logging in, now in vain.
        await asyncio.wait({running}, timeout=_CLOSING_SECONDS)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    async def _run(self, client: SelloffClient) -> None:
        await patiently(lambda: client.login(self._token))
        await client.connect()
