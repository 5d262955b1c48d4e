"""Exponential backoff with jitter, and which failed requests are worth another try."""

from __future__ import annotations

import random

import aiohttp
import discord

MAX_WAIT_SECONDS = 30.0
# Too many requests, or an address that Cloudflare turns away for a while.
_TEMPORARY = frozenset({403, 429})
_random = random.SystemRandom()


def backoff_seconds(tries: int) -> float:
    """How long to wait after so many tries: twice as long each time, up to half a minute.

    Each wait is shortened at random by up to a half.
    """
    longest = min(2.0 ** min(tries, 10), MAX_WAIT_SECONDS)
    return _random.uniform(longest / 2, longest)


def is_retryable(error: BaseException) -> bool:
    """Whether the same request may succeed later."""
    if isinstance(error, discord.GatewayNotFound) and error.__cause__ is not None:
        error = error.__cause__
    if isinstance(error, discord.HTTPException):
        return error.status >= 500 or error.status in _TEMPORARY
    return isinstance(error, (OSError, TimeoutError, aiohttp.ClientError, discord.RateLimited))
