"""The gateway transport: a connection to Discord's gateway, which needs no public address.

discord.py resumes by itself what it can resume. Whatever it cannot is connected anew here, by a
new client each time, since one that was closed cannot be used again.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import discord

from bot.client import backoff_seconds, is_retryable, log_in
from bot.exit_codes import TryLaterError
from bot.observability.logs import LOG

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.client import SelloffClient
    from bot.interactions.dispatcher import Dispatcher

FATAL_CLOSE_CODES = frozenset({4004, 4010, 4011, 4012, 4013, 4014})
"""After these the same connection fails again."""
_RESERVED_SHARE = 0.1
# A connection that lasted so long ends the backoff.
_STABLE_SECONDS = 300.0


class GatewayTransport:
    """Interactions come over the gateway."""

    name = "gateway"

    def __init__(self, token: str) -> None:
        self._token = token
        self._client: SelloffClient | None = None
        self.sessions_left: int | None = None

    def is_ready(self) -> bool:
        """Whether all shards of this process are connected."""
        return self._client is not None and self._client.is_connected()

    async def drain(self, dispatcher: Dispatcher) -> None:
        """Finish what is in flight; answers need no connection to the gateway."""
        await dispatcher.drain()

    async def run(self, new_client: Callable[[], SelloffClient]) -> None:
        """Stay connected.

        Raises:
            TryLaterError: Discord allows too few new sessions.
            discord.LoginFailure: The token is wrong.
            discord.ConnectionClosed: Discord closed the connection for good.
        """
        now, tries = asyncio.get_running_loop().time, 0
        while True:
            began = now()
            client = await log_in(new_client, self._token)
            try:
                limits = await client.fetch_session_start_limits()
                self.sessions_left = client.sessions_left = check_session_starts(limits)
                self._client = client
                await client.connect(reconnect=False)
                reason = "closed by Discord"
            except Exception as error:
                if is_fatal(error):
                    raise
                reason = repr(error)
            finally:
                self._client = None
                await client.close()
            tries = 1 if now() - began > _STABLE_SECONDS else tries + 1
            wait = backoff_seconds(tries)
            LOG.warning(
                "connection to the gateway lost, connecting again",
                extra={"reason": reason, "wait_seconds": round(wait, 1)},
            )
            await asyncio.sleep(wait)


def is_fatal(error: Exception) -> bool:
    """Whether connecting again is useless.

    Anything unknown, such as a frame that discord.py cannot read, only costs the connection.
    """
    if isinstance(error, discord.ConnectionClosed):
        return error.code in FATAL_CLOSE_CODES
    if isinstance(error, discord.HTTPException):
        return not is_retryable(error)
    return isinstance(
        error, (TryLaterError, discord.LoginFailure, discord.PrivilegedIntentsRequired)
    )


def check_session_starts(limits: discord.SessionStartLimits) -> int:
    """How many sessions this process may start before only a reserve is left.

    Discord resets the token of a bot that starts more sessions than it allows in a day.

    Raises:
        TryLaterError: No more than the reserve, a tenth of the day's total, is left.
    """
    reserve = int(limits.total * _RESERVED_SHARE)
    LOG.info("new sessions allowed", extra={"remaining": limits.remaining, "of": limits.total})
    if limits.remaining <= reserve:
        raise TryLaterError(
            f"Discord allows only {limits.remaining} of {limits.total} new sessions in the next "
            f"{limits.reset_after / 3_600_000:.1f} hours; not starting, since more than that "
            "resets the token. Something started this bot over and over."
        )
    return limits.remaining - reserve
