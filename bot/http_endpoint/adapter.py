"""Feed interactions from HTTP into discord.py, which only knows the gateway.

The only module that uses what discord.py keeps to itself. Every use has its reason beside it, and
`tests/bot/http_endpoint/test_adapter.py` fails when a new version changes it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import aiohttp
import discord

if TYPE_CHECKING:
    from bot.client import SelloffClient

# The session that answers are sent with, whose name is private to its class.
_SESSION = "_HTTPClient__session"


async def open_without_token(client: SelloffClient) -> None:
    """Get a client ready to answer without login: an answer only needs the interaction's token."""
    # `login` calls it first of all; without it the client has no event loop.
    await client._async_setup_hook()
    # discord.py opens its session only in a request with the bot's token.
    session = aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(), trace_configs=[client.dispatcher.breaker.http_trace()]
    )
    setattr(client.http, _SESSION, session)
    # It cannot read a group's channel without knowing its own user; any id will do.
    nobody: Any = {"id": "0", "username": "", "discriminator": "0", "avatar": None}
    client._connection.user = discord.ClientUser(state=client._connection, data=nobody)
    await client.dispatcher.warm_up()


def receive(client: SelloffClient, payload: dict[str, Any]) -> None:
    """Handle an interaction as if it had come over the gateway.

    Raises:
        Exception: What discord.py raises about a payload that it cannot read.
    """
    # The parser of the gateway event INTERACTION_CREATE, whose data are the HTTP body.
    interaction: Any = payload
    client._connection.parse_interaction_create(interaction)
