"""Stop sending before Discord's invalid-request limit (10,000 in 10 minutes) bans this IP."""

from __future__ import annotations

import asyncio
import json
from collections import deque
from typing import TYPE_CHECKING

import aiohttp

from bot.observability.logs import LOG

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace

    from bot.observability.metrics import Meter

_INVALID = frozenset({401, 403, 429})
_WINDOW_SECONDS = 600.0
# Discord bans at twice as many.
MOST_INVALID = 5000
PAUSE_SECONDS = 600.0
_BLOCKED_AGENT = 40333
BANS_IN_A_ROW = 10
"""Refusals by Cloudflare without any other answer in between that count as a ban."""


class SendingPausedError(aiohttp.ClientError):
    """Nothing was sent: Discord turns this address away, and each request would prolong it."""


def _loop_time() -> float:
    return asyncio.get_running_loop().time()


class CircuitBreaker:
    """Counts invalid requests, and stops all requests for a while when there are too many.

    A refusal by Cloudflare may be about one request only, so that several in a row are needed.

    The meter is told of each invalid one.
    """

    def __init__(self, meter: Meter, now: Callable[[], float] = _loop_time) -> None:
        self._meter = meter
        self._now = now
        self._invalid: deque[float] = deque(maxlen=MOST_INVALID)
        self._bans_in_a_row = 0
        self._paused_until: float | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing is sent at present."""
        return self._paused_until is not None and self._now() < self._paused_until

    def http_trace(self) -> aiohttp.TraceConfig:
        """Follows every request of a session, and stops it where it must not be sent."""
        trace = aiohttp.TraceConfig()
        trace.on_request_start.append(self._before)
        trace.on_request_end.append(self._after)
        return trace

    async def _before(
        self,
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        start: aiohttp.TraceRequestStartParams,
    ) -> None:
        # The gateway is another service, and a session lost is hard to get back.
        if self.is_open and start.url.scheme not in {"ws", "wss"}:
            raise SendingPausedError

    async def _after(
        self,
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        end: aiohttp.TraceRequestEndParams,
    ) -> None:
        response = end.response
        is_ban = await _is_ban(response)
        self._bans_in_a_row = self._bans_in_a_row + 1 if is_ban else 0
        if response.status not in _INVALID or response.headers.get("X-RateLimit-Scope") == "shared":
            return
        self._meter.refuse(response.status)
        self._invalid.append(self._now())
        if self._bans_in_a_row >= BANS_IN_A_ROW:
            retry_after = response.headers.get("Retry-After", "")
            seconds = int(retry_after) if retry_after.isdecimal() else 0
            self._pause("Discord turns this address away", max(seconds, PAUSE_SECONDS))
        elif (
            len(self._invalid) == MOST_INVALID and self._invalid[0] > self._now() - _WINDOW_SECONDS
        ):
            self._pause("too many requests that Discord refuses", PAUSE_SECONDS)

    def _pause(self, why: str, seconds: float) -> None:
        if not self.is_open:
            LOG.error(
                "nothing is sent for a while: a person should look",
                extra={"reason": why, "seconds": seconds, "invalid": len(self._invalid)},
            )
        self._paused_until = self._now() + seconds
        self._invalid.clear()
        self._bans_in_a_row = 0


async def _is_ban(response: aiohttp.ClientResponse) -> bool:
    """Whether Cloudflare answered in Discord's stead, or Discord blocks us by name."""
    is_json = response.content_type == "application/json"
    if response.status == 429:
        return not (is_json and "Via" in response.headers)
    if response.status == 403:
        return not is_json or _code_of(await response.text()) == _BLOCKED_AGENT
    return False


def _code_of(text: str) -> object:
    try:
        read = json.loads(text)
    except ValueError:
        return None
    return read.get("code") if isinstance(read, dict) else None
