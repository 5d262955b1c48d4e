"""The bot on Discord, from its token to its last answer."""

from __future__ import annotations

import asyncio
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot import exits
from bot.client import SelloffClient
from bot.logs import log_error
from bot.refresh.daily import refreshing
from bot.refresh.opening import open_newest
from bot.refresh.store import Store

if TYPE_CHECKING:
    from bot.settings import Settings


def serve(settings: Settings) -> int:
    """Answer on Discord until SIGTERM or Ctrl-C.

    Returns:
        The exit code.
    """
    if settings.discord_token is None:
        print("DISCORD_TOKEN is not set: see the README, or try the sandbox.", file=sys.stderr)
        return exits.CONFIGURATION
    try:
        asyncio.run(_answer(settings, settings.discord_token.get_secret_value()))
    except discord.LoginFailure:
        print("Discord does not accept this DISCORD_TOKEN.", file=sys.stderr)
        return exits.CONFIGURATION
    except (aiohttp.ClientError, discord.HTTPException, OSError) as error:
        error_id = log_error("Discord cannot be reached", error)
        print(f"Discord cannot be reached (error id {error_id}).", file=sys.stderr)
        return exits.FAILED
    except KeyboardInterrupt:
        pass
    return exits.FINE


async def _answer(settings: Settings, token: str) -> None:
    store = Store(settings.data_dir)
    opened = open_newest(store)
    if opened.problem is not None:
        log_error("the stored data cannot be used, the packaged ones can", opened.problem)
    client = SelloffClient(settings, opened.snapshot)
    loop = asyncio.get_running_loop()
    farewells: set[asyncio.Task[None]] = set()

    def leave() -> None:
        if not farewells:
            farewells.add(loop.create_task(client.drain_and_close()))

    for number in (signal.SIGTERM, signal.SIGINT):
        # Windows has no such handlers; there Ctrl-C ends the loop instead.
        with suppress(NotImplementedError):
            loop.add_signal_handler(number, leave)
    fresh = refreshing(store, client.answer_from, every_hours=settings.refresh_hours)
    async with client, fresh:
        await client.start(token)
    await asyncio.gather(*farewells)
