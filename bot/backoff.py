"""Exponential backoff with jitter, and which failed requests are worth another try."""

from __future__ import annotations

import asyncio
import math
import random
from typing import TYPE_CHECKING, TypeVar

import aiohttp
import discord

from bot.observability.logs import LOG

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

_Result = TypeVar("_Result")

MAX_WAIT_SECONDS = 30.0
# Too many requests, or an address that Cloudflare turns away for a while.
_TEMPORARY = frozenset({403, 429})
_random = random.SystemRandom()


class Backoff:
    """Waits that double up to half a minute, each shortened at random by up to a half."""

    def __init__(self) -> None:
        self._tries = 0

    def next_wait(self) -> float:
        """Seconds to wait before the next try."""
        self._tries += 1
        longest = min(2.0 ** min(self._tries, 10), MAX_WAIT_SECONDS)
        return _random.uniform(longest / 2, longest)


def is_retryable(error: BaseException) -> bool:
    """Whether the same request may succeed later."""
    if isinstance(error, discord.GatewayNotFound) and error.__cause__ is not None:
        error = error.__cause__
    if isinstance(error, discord.HTTPException):
        return error.status >= 500 or error.status in _TEMPORARY
    return isinstance(error, (OSError, TimeoutError, aiohttp.ClientError, discord.RateLimited))


async def retry(
    attempt: Callable[[], Awaitable[_Result]], within_seconds: float = math.inf
) -> _Result:
    """Repeat a request until Discord answers it.

    Args:
        attempt: One request.
        within_seconds: After that no further try begins.

    Raises:
        Exception: What the request raised, if it is not retryable or time is up.
    """
    backoff = Backoff()
    now = asyncio.get_running_loop().time
    deadline = now() + within_seconds
    while True:
        try:
            return await attempt()
        except Exception as error:
            wait = backoff.next_wait()
            if not is_retryable(error) or now() + wait > deadline:
                raise
            LOG.warning(
                "Discord does not answer, trying again",
                extra={"reason": repr(error), "wait_seconds": round(wait, 1)},
            )
        await asyncio.sleep(wait)


async def unless_set(event: asyncio.Event, work: Coroutine[None, None, _Result]) -> _Result | None:
    """The result of some work; None when the event is set first, which cancels the work."""
    working = asyncio.create_task(work)
    waiting = asyncio.create_task(event.wait())
    try:
        await asyncio.wait({working, waiting}, return_when=asyncio.FIRST_COMPLETED)
        return working.result() if working.done() else None
    finally:
        waiting.cancel()
        working.cancel()
        await asyncio.gather(working, waiting, return_exceptions=True)
