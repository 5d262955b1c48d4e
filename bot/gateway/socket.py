"""The wire to the gateway: a frame that cannot be read ends the connection, never the process."""

from __future__ import annotations

import asyncio
import zlib
from typing import TYPE_CHECKING

import aiohttp
from discord.gateway import DiscordWebSocket

if TYPE_CHECKING:
    import discord
    import yarl

# What discord.py raises of what is no JSON, not compressed as agreed, or without one of its fields.
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, zlib.error)
# Longer than discord.py waits for a first word, so that it closes the connection itself.
_CONNECTING_SECONDS = 90.0


class UnreadableFrameError(aiohttp.ClientError):
    """The connection is closed; its session can be resumed."""


class PatientSocket(DiscordWebSocket):
    """A connection that closes at a frame which it cannot read."""

    async def received_message(self, msg: str | bytes, /) -> None:
        """Take a frame.

        Raises:
            UnreadableFrameError: It cannot be read.
        """
        session = self.session_id
        try:
            await super().received_message(msg)
        except _UNREADABLE as error:
            if self.session_id != session:
                # Its first event, which would not come again: of no use without.
                self.session_id = None
            # This code lets the session live.
            await self.close(4000)
            raise UnreadableFrameError(repr(error)) from error


async def connect(
    client: discord.AutoShardedClient,
    shard_id: int,
    *,
    gateway: yarl.URL | None = None,
    going_on: DiscordWebSocket | None = None,
) -> PatientSocket:
    """Connect and identify, or resume.

    Args:
        client: Whose connection.
        shard_id: Which of its shards.
        gateway: Where a new session is opened, the usual address when not given.
        going_on: The connection before, to go on with its session.
    """
    async with asyncio.timeout(_CONNECTING_SECONDS):
        if going_on is None:
            return await PatientSocket.from_client(client, shard_id=shard_id, gateway=gateway)
        return await PatientSocket.from_client(
            client,
            shard_id=shard_id,
            gateway=going_on.gateway,
            session=going_on.session_id,
            sequence=going_on.sequence,
            resume=True,
        )
