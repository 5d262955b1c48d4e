"""The running bot, from its start to its last answer, with either transport."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Protocol

import aiohttp
import discord

from bot import exit_codes as exits
from bot.client import SelloffClient, is_retryable, log_in
from bot.data_refresh.scheduler import Scheduler
from bot.data_refresh.store import Store, load_latest
from bot.interactions.dispatcher import Dispatcher
from bot.observability.health import BotStatus, HeartbeatWriter
from bot.observability.logs import LOG, log_error, report_errors, start_logging
from bot.observability.metrics import Meter, serve_metrics
from bot.signals import shutdown_event, use_default_signals
from calc import load_snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from bot.settings import Settings


if sys.platform != "win32":
    import resource

FILES_NEEDED = 2048
"""Outgoing and incoming connections, and headroom."""
# A deployment waits for `sync`: long enough for a hiccup, short enough to be told of an outage.
_REGISTERING_SECONDS = 60.0
# The number of shards is wrong: the next start asks Discord for it, unless the settings say it.
_SHARD_CLOSE_CODES = frozenset({4010, 4011})


class Transport(Protocol):
    """How interactions come in."""

    name: str
    sessions_left: int | None

    def is_ready(self) -> bool:
        """Whether interactions can come in."""

    async def run(self, new_client: Callable[[], SelloffClient]) -> None:
        """Take interactions until cancelled."""

    async def drain(self, dispatcher: Dispatcher) -> None:
        """Take no more, as far as the transport can, and finish those in flight."""


def serve(settings: Settings, transport: Transport) -> int:
    """Answer until SIGTERM or Ctrl-C.

    Returns:
        The exit code.

    Raises:
        ExitError: It cannot run.
    """
    start_logging(settings.log_level)
    meter = Meter()
    # Windows has no other signal than this exception.
    with suppress(KeyboardInterrupt), report_errors(settings), serve_metrics(settings, meter):
        _run(_serve(settings, transport, meter), settings)
    return exits.OK


def register(settings: Settings, token: str) -> int:
    """Tell Discord our commands and end, for where nothing that runs has a token.

    Returns:
        The exit code.

    Raises:
        ExitError: Nothing was registered.
    """
    start_logging(settings.log_level)

    async def run() -> None:
        dispatcher = Dispatcher(settings, load_snapshot())
        new_client = partial(SelloffClient, settings, dispatcher)
        try:
            client = await log_in(new_client, token, _REGISTERING_SECONDS)
            await client.close()
        except Exception as error:
            if not is_retryable(error):
                raise
            reason = " ".join(f"{type(error).__name__}: {error}".split())
            msg = (
                f"Discord could not be reached for {_REGISTERING_SECONDS:.0f} seconds ({reason}). "
                "Nothing was registered; try again later."
            )
            raise exits.UnavailableError(msg) from error
        finally:
            dispatcher.close()

    use_default_signals()
    _run(run(), settings)
    return exits.OK


def _run(work: Coroutine[None, None, None], settings: Settings) -> None:
    """Run a loop until some work is done, and say in one line why it could not be."""
    try:
        asyncio.run(work)
    except discord.LoginFailure as error:
        raise exits.ConfigurationError("Discord does not accept this DISCORD_TOKEN.") from error
    except discord.PrivilegedIntentsRequired as error:
        msg = "Discord does not grant this bot its intents, though it asks for none."
        raise exits.ConfigurationError(msg) from error
    except discord.ConnectionClosed as error:
        msg = f"Discord closed the connection for good (code {error.code})."
        is_temporary = error.code in _SHARD_CLOSE_CODES and settings.shard_count is None
        kind = exits.UnavailableError if is_temporary else exits.ConfigurationError
        raise kind(msg) from error
    except (aiohttp.ClientError, discord.DiscordException, OSError) as error:
        error_id = log_error("Discord cannot be reached", error)
        msg = f"Discord cannot be reached (error id {error_id})."
        raise exits.UnavailableError(msg) from error


async def _serve(settings: Settings, transport: Transport, meter: Meter) -> None:
    raise_file_limit()
    store = Store(settings.data_dir)
    opened = load_latest(store)
    if opened.problem is not None:
        log_error("the stored data cannot be used, the packaged ones can", opened.problem)
    dispatcher = Dispatcher(settings, opened.snapshot, meter)

    def read(lag_seconds: float) -> BotStatus:
        # Read every half second, so that users are forgotten when nobody asks, too.
        dispatcher.admission.users.expire()
        return BotStatus(
            transport=transport.name,
            is_ready=transport.is_ready(),
            lag_seconds=lag_seconds,
            in_flight=dispatcher.in_flight,
            pictures_waiting=dispatcher.renderer.waiting,
            data_day=dispatcher.snapshot.curve.as_of.isoformat(),
            is_paused=dispatcher.breaker.is_open,
            sessions_left=transport.sessions_left,
        )

    heartbeat = HeartbeatWriter(read, settings.heartbeat)
    meter.watch(heartbeat.status)
    scheduler = Scheduler(store, dispatcher.set_snapshot, settings.refresh_hours)
    new_client = partial(SelloffClient, settings, dispatcher)
    shutdown = shutdown_event()
    async with scheduler.running(), heartbeat.running():
        try:
            await run_until(shutdown, transport, dispatcher, new_client)
        finally:
            dispatcher.close()


async def run_until(
    shutdown: asyncio.Event,
    transport: Transport,
    dispatcher: Dispatcher,
    new_client: Callable[[], SelloffClient],
) -> None:
    """Answer interactions until shutdown, and then those still in flight.

    Raises:
        Exception: Why the transport ended by itself.
    """
    running = asyncio.create_task(transport.run(new_client))
    stopping = asyncio.create_task(shutdown.wait())
    await asyncio.wait({running, stopping}, return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if not running.done():
        await transport.drain(dispatcher)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    else:
        running.result()


def raise_file_limit() -> None:
    """Raise the limit of open files to `FILES_NEEDED`; log a warning where that is not allowed."""
    if sys.platform == "win32":
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= FILES_NEEDED:
        return
    allowed = FILES_NEEDED if hard == resource.RLIM_INFINITY else min(FILES_NEEDED, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (allowed, hard))
    if allowed < FILES_NEEDED:
        LOG.warning(
            "few open files are allowed", extra={"allowed": allowed, "needed": FILES_NEEDED}
        )
