"""One request to Discord, sent again where that can help and nowhere else."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.interactions.circuit_breaker import SendingPausedError
from bot.observability.logs import LOG

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

FIRST_RESPONSE_SECONDS = 2.5
"""From being asked on; Discord gives up after three, and its clock started before ours."""
_ALREADY_ANSWERED = 40060
_UNKNOWN_WEBHOOK = 10015
_UNKNOWN_MESSAGE = 10008
_NO_ACCESS = 50001
_NO_PERMISSION = 50013
_TOO_LARGE = 40005
_BLOCKED = frozenset({200000, 200001, 240000})
UNREACHABLE = (aiohttp.ClientError, OSError, discord.DiscordServerError)
"""Discord gave no answer of its own."""

# Of the time left. A slow answer may still come, and discord.py, which allows only one request of
# an interaction at a time, repeats by itself after a second, but not after a reset on Linux; what
# never comes leaves time for two more.
_SHARES = (0.65, 0.5, 1.0)
_SHORTEST_TRY_SECONDS = 0.3
# A connection that was closed while idle is replaced at once; more than that needs a moment.
_PAUSES = (0.0, 0.2)

_EDIT_SECONDS = 15.0
_EDIT_PAUSES = (0.0, 1.0)
# After a first response Discord may need seconds until it knows the message.
_UNKNOWN_PAUSES = (1.0, 4.0)


async def respond(send: Callable[[], Awaitable[object]], asked_at: float) -> None:
    """Send a first response, up to three times while Discord waits for it.

    A try may have arrived although its answer was lost; then the next one is told that the
    interaction is answered already, and all is well.

    Args:
        send: One try.
        asked_at: When the interaction came, by the monotonic clock.
    """
    is_first = True
    for share, pause in zip(_SHARES, (*_PAUSES, None), strict=True):
        left = asked_at + FIRST_RESPONSE_SECONDS - time.monotonic()
        try:
            async with asyncio.timeout(max(left * share, _SHORTEST_TRY_SECONDS)):
                await send()
        except UNREACHABLE as error:
            if pause is None or isinstance(error, SendingPausedError):
                raise
            await _wait(error, pause)
        except discord.HTTPException as error:
            if is_first or error.code != _ALREADY_ANSWERED:
                raise
            return
        else:
            return
        is_first = False


async def edit(send: Callable[[], Awaitable[object]]) -> None:
    """Send what completes an answer, up to three times; nothing but patience limits it."""
    for lost_pause, unknown_pause in zip(_EDIT_PAUSES, _UNKNOWN_PAUSES, strict=True):
        try:
            await _edit_once(send)
        except SendingPausedError:
            raise
        except UNREACHABLE as error:
            await _wait(error, lost_pause)
        except discord.NotFound as error:
            if error.code != _UNKNOWN_WEBHOOK:
                raise
            await _wait(error, unknown_pause)
        else:
            return
    await _edit_once(send)


async def _edit_once(send: Callable[[], Awaitable[object]]) -> None:
    async with asyncio.timeout(_EDIT_SECONDS):
        await send()


async def _wait(error: Exception, seconds: float) -> None:
    LOG.warning("no answer, sending again", extra={"reason": type(error).__name__})
    await asyncio.sleep(seconds)


def is_gone(error: Exception) -> bool:
    """Whether nobody waits any more.

    Another process answered, Discord gave up on the interaction, or what was to be edited is gone.
    """
    return isinstance(error, discord.NotFound) or (
        isinstance(error, discord.HTTPException) and error.code == _ALREADY_ANSWERED
    )


def is_message_deleted(error: discord.NotFound) -> bool:
    """Whether the message under a button was deleted."""
    return error.code == _UNKNOWN_MESSAGE


def is_blocked(error: Exception) -> bool:
    """Whether a filter that the server set up does not want these words."""
    return isinstance(error, discord.HTTPException) and error.code in _BLOCKED


def refuses_files(error: discord.HTTPException) -> bool:
    """Whether the same answer without its picture may be welcome."""
    return error.status == 413 or error.code in {_NO_ACCESS, _NO_PERMISSION, _TOO_LARGE}
