"""Telling people to come back later, at the least cost: many are to be told, and soon."""

from __future__ import annotations

import asyncio
import time
from collections import Counter, deque
from typing import TYPE_CHECKING, Any

import discord
from discord.http import Route
from discord.webhook.async_ import async_context

from bot.interactions.payload import AUTOCOMPLETE
from bot.interactions.retry import UNREACHABLE
from bot.observability.logs import LOG
from bot.observability.metrics import AnswerResult
from commands.common.text.errors import internal_error_text
from commands.common.text.overload import busy_text, slow_down_text
from commands.common.translator import translator_for

if TYPE_CHECKING:
    import aiohttp

    from bot.interactions.admission import Refusal
    from bot.observability.metrics import Meter

MOST_WAITING = 4096
"""Who is told later than these would be told too late."""
# Enough for a Discord that takes a second for each.
_AT_ONCE = 128
# From being asked on; what is sent then can still be there within Discord's three.
_TOO_LATE_SECONDS = 2.0
_REQUEST_SECONDS = 2.5
_EPHEMERAL = 64
_SILENT = {"parse": list[str]()}


def response_to(refusal: Refusal) -> dict[str, Any]:
    """What somebody hears who is not served."""
    translator = translator_for(refusal.arrival.locale)
    if refusal.error_id:
        text = internal_error_text(refusal.error_id, translator)
    else:
        text = (
            slow_down_text(translator)
            if refusal.reason is AnswerResult.RATE_LIMITED
            else busy_text(translator)
        )
    return private_response(refusal.arrival.kind, text)


def private_response(kind: int, text: str) -> dict[str, Any]:
    """A line for the asker alone, as Discord's documentation describes it; no suggestions instead.

    Args:
        kind: Discord's number for the type of the interaction.
        text: The line.
    """
    if kind == AUTOCOMPLETE:
        return {"type": 8, "data": {"choices": []}}
    return {
        "type": 4,
        "data": {"content": text, "flags": _EPHEMERAL, "allowed_mentions": _SILENT},
    }


class TurnedAway:
    """Those who came over the gateway and are not served: each is told, newest first.

    Who came last can be told in time for certain; in the order of coming, everybody would be told
    at the last moment.

    Args:
        meter: Told what became of each.
    """

    def __init__(self, meter: Meter) -> None:
        self._meter = meter
        self._waiting: deque[tuple[float, Refusal]] = deque()
        self._tellers: set[asyncio.Task[None]] = set()
        self._told: Counter[str] = Counter()

    def __len__(self) -> int:
        """How many are being told, or about to be."""
        return len(self._waiting) + len(self._tellers)

    def tell(self, session: aiohttp.ClientSession, refusal: Refusal) -> None:
        """Tell somebody soon, or not at all when it would be too late.

        Args:
            session: Sends the requests.
            refusal: Whom, and why.
        """
        self._waiting.append((time.monotonic() - refusal.late_seconds, refusal))
        if len(self._waiting) > MOST_WAITING:
            self._count(self._waiting.popleft()[1], AnswerResult.EXPIRED)
        if len(self._tellers) < _AT_ONCE:
            teller = asyncio.create_task(self._tell_all(session))
            self._tellers.add(teller)
            teller.add_done_callback(self._rest)

    async def _tell_all(self, session: aiohttp.ClientSession) -> None:
        while self._waiting:
            asked_at, refusal = self._waiting.pop()
            if time.monotonic() - asked_at > _TOO_LATE_SECONDS:
                self._count(refusal, AnswerResult.EXPIRED)
            else:
                self._count(refusal, await _send(session, refusal))

    def _count(self, refusal: Refusal, outcome: AnswerResult) -> None:
        self._told[outcome] += 1
        self._meter.count(refusal.arrival.command, outcome)

    def _rest(self, teller: asyncio.Task[None]) -> None:
        self._tellers.discard(teller)
        if not self:
            # One line for all of them: a line each would be the next flood.
            LOG.warning("people were turned away", extra=dict(self._told))
            self._told.clear()


async def _send(session: aiohttp.ClientSession, refusal: Refusal) -> AnswerResult:
    route = Route(
        "POST",
        "/interactions/{webhook_id}/{webhook_token}/callback",
        webhook_id=refusal.arrival.id,
        webhook_token=refusal.arrival.token,
    )
    try:
        async with asyncio.timeout(_REQUEST_SECONDS):
            await async_context.get().request(route, session=session, payload=response_to(refusal))
    except (discord.HTTPException, *UNREACHABLE):
        return AnswerResult.UNDELIVERED
    return refusal.reason
