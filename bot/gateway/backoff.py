"""How long to wait before trying again, and what is worth trying again."""

from __future__ import annotations

import asyncio
import math
import random
from typing import TYPE_CHECKING, TypeVar

import aiohttp
import discord

from bot.observability.logs import LOG

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

_Answer = TypeVar("_Answer")

LONGEST_SECONDS = 30.0
_FORGOTTEN_AFTER_SECONDS = 300.0
# Too many requests, or an address that Cloudflare turns away for a while.
_FOR_A_WHILE = frozenset({403, 429})
_chance = random.SystemRandom()


class Backoff:
    """Ever longer waits up to half a minute, so that Discord finds us back soon after an outage.

    discord.py's own waits grow to a quarter of an hour. Each is shortened by up to a half at
    random, so that not everybody comes back at once.
    """

    def __init__(self) -> None:
        self.tries = 0
        self._last = 0.0

    def next_wait(self) -> float:
        """Seconds to wait before the next try; after some minutes of peace it begins anew."""
        now = asyncio.get_running_loop().time()
        if now > self._last + _FORGOTTEN_AFTER_SECONDS:
            self.tries = 0
        self.tries += 1
        # Beyond ten doublings only the exponent would grow.
        longest = min(2.0 ** min(self.tries, 10), LONGEST_SECONDS)
        wait = _chance.uniform(longest / 2, longest)
        self._last = now + wait
        return wait


def may_pass(error: BaseException) -> bool:
    """Whether the same request may succeed later."""
    if isinstance(error, discord.GatewayNotFound) and error.__cause__ is not None:
        error = error.__cause__
    if isinstance(error, discord.HTTPException):
        return error.status >= 500 or error.status in _FOR_A_WHILE
    return isinstance(error, (OSError, TimeoutError, aiohttp.ClientError, discord.RateLimited))


async def patiently(
    ask: Callable[[], Awaitable[_Answer]], within_seconds: float = math.inf
) -> _Answer:
    """Ask Discord until it answers, through any outage.

    Args:
        ask: One try.
        within_seconds: After that no further try begins.

    Raises:
        Exception: What the next try would raise again, such as a wrong token; when time is up,
            what the last one raised.
    """
    backoff = Backoff()
    now = asyncio.get_running_loop().time
    ends = now() + within_seconds
    while True:
        try:
            return await ask()
        except Exception as error:
            if not may_pass(error):
                raise
            wait = backoff.next_wait()
            if now() + wait > ends:
                raise
            LOG.warning(
                "Discord does not answer, trying again",
                extra={"reason": repr(error), "wait_seconds": round(wait, 1)},
            )
        await asyncio.sleep(wait)


async def finished_before(leaving: asyncio.Event, work: Awaitable[object]) -> bool:
    """Work until it is done or time to leave, whichever comes first; whether it is done."""
    working = asyncio.ensure_future(work)
    told = asyncio.create_task(leaving.wait())
    await asyncio.wait({working, told}, return_when=asyncio.FIRST_COMPLETED)
    told.cancel()
    if working.done():
        working.result()
        return True
    working.cancel()
    await asyncio.gather(working, return_exceptions=True)
    return False
