"""The running bot, from its start to its last answer, whichever door it answers through."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, Protocol

import aiohttp
import discord

from bot import exit_codes as exits
from bot.client import SelloffClient
from bot.data_refresh.scheduler import refreshing
from bot.data_refresh.store import Store, load_latest
from bot.descriptors import allow_enough
from bot.gateway.backoff import may_pass, patiently
from bot.leaving import told_to_leave
from bot.observability.heartbeat import Pulse
from bot.observability.logs import log_error
from bot.observability.setup import observing
from bot.shared.opening import sharing
from bot.signals import ending_as_usual
from calc import load_snapshot

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from bot.observability.meter import Meter
    from bot.observability.status import Vitals
    from bot.settings import Settings


# A deployment waits for `sync`: long enough for a hiccup, short enough to be told of an outage.
_REGISTERING_SECONDS = 60.0
# Close codes of the gateway after which a new start ends the same way: the token, or ourselves.
_IN_VAIN = frozenset({4004, 4012, 4013, 4014})
# The number of shards is wrong: a new start asks Discord for it, unless the settings say it.
_WRONG_SHARDS = frozenset({4010, 4011})


class Door(Protocol):
    """Where interactions come in."""

    name: str

    def is_ready(self, client: SelloffClient) -> bool:
        """Whether they can."""

    async def answer(self, client: SelloffClient, leaving: asyncio.Event) -> None:
        """Answer until it is time to leave, and what came in until then."""


def serve(settings: Settings, door: Door) -> int:
    """Answer until SIGTERM or Ctrl-C.

    Returns:
        The exit code.

    Raises:
        ConfigurationError: It cannot run as it is set up.
    """
    try:
        with observing(settings) as meter:
            return _exit_code_of(_serve(settings, door, meter), settings)
    except KeyboardInterrupt:
        return exits.FINE


def register(settings: Settings, token: str) -> int:
    """Tell Discord our commands and end, for where nothing that runs has a token.

    Returns:
        The exit code.

    Raises:
        UnavailableError: Discord did not answer for a minute.
    """

    async def run() -> None:
        async with SelloffClient(settings, load_snapshot()) as client:
            try:
                await patiently(lambda: client.login(token), _REGISTERING_SECONDS)
            except Exception as error:
                if not may_pass(error):
                    raise
                raise exits.UnavailableError(_unregistered(error)) from error

    try:
        with ending_as_usual():
            return _exit_code_of(run(), settings)
    except KeyboardInterrupt:
        return exits.INTERRUPTED


def _unregistered(error: Exception) -> str:
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    return (
        f"Discord could not be reached for {_REGISTERING_SECONDS:.0f} seconds ({reason}). "
        "Nothing was registered; try again later."
    )


def _exit_code_of(run: Coroutine[None, None, None], settings: Settings) -> int:
    in_vain = _IN_VAIN if settings.shard_count is None else _IN_VAIN | _WRONG_SHARDS
    try:
        asyncio.run(run)
    except discord.LoginFailure:
        print("Discord does not accept this DISCORD_TOKEN.", file=sys.stderr)
        return exits.CONFIGURATION
    except discord.PrivilegedIntentsRequired:
        print(
            "Discord does not grant this bot its intents, though it asks for none.", file=sys.stderr
        )
        return exits.CONFIGURATION
    except exits.TryLaterError as error:
        print(error, file=sys.stderr)
        return exits.LATER
    except discord.ConnectionClosed as error:
        print(f"Discord closed the connection for good (code {error.code}).", file=sys.stderr)
        return exits.CONFIGURATION if error.code in in_vain else exits.FAILED
    except (aiohttp.ClientError, discord.DiscordException, OSError) as error:
        error_id = log_error("Discord cannot be reached", error)
        print(f"Discord cannot be reached (error id {error_id}).", file=sys.stderr)
        return exits.FAILED
    return exits.FINE


async def _serve(settings: Settings, door: Door, meter: Meter) -> None:
    allow_enough()
    store = Store(settings.data_dir)
    opened = load_latest(store)
    if opened.problem is not None:
        log_error("the stored data cannot be used, the packaged ones can", opened.problem)
    client = SelloffClient(settings, opened.snapshot, meter, sharing(settings))

    def read(lag_seconds: float) -> Vitals:
        return client.vitals(door.name, is_ready=door.is_ready(client), lag_seconds=lag_seconds)

    pulse = Pulse(read, settings.heartbeat)
    meter.watch(pulse.vitals)
    fresh = refreshing(store, client.desk.answer_from, every_hours=settings.refresh_hours)
    leaving = told_to_leave()
    async with client, fresh, pulse.beating():
        await door.answer(client, leaving)
