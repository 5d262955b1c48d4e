"""The Discord client: least privileges, and our commands."""

from __future__ import annotations

import asyncio
import math
import random
import sys
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import discord
from discord import app_commands
from discord.http import Route

from bot.exit_codes import TryLaterError
from bot.interactions.command_sync import sync_if_changed
from bot.interactions.message_menus import message_menu
from bot.interactions.slash_commands import CatalogTranslator, to_slash_command
from bot.observability.logs import LOG, log_error
from commands.common.text.errors import REMOVE
from commands.registry import COMMANDS, CONTEXT_MENUS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.interactions.dispatcher import Dispatcher
    from bot.settings import Settings


MAX_WAIT_SECONDS = 30.0
# Too many requests, or an address that Cloudflare turns away for a while.
_TEMPORARY = frozenset({403, 429})
_random = random.SystemRandom()


class SelloffClient(discord.AutoShardedClient):
    """A client without intents that hands every interaction to the dispatcher.

    The dispatcher outlives it. A given number of shards overrides the settings.
    """

    def __init__(
        self, settings: Settings, dispatcher: Dispatcher, *, shard_count: int | None = None
    ) -> None:
        super().__init__(
            intents=discord.Intents.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            http_trace=dispatcher.breaker.http_trace(),
            proxy=proxy_for(Route.BASE),
            shard_count=shard_count or settings.shard_count,
        )
        if shard_count is None and settings.own_shards is not None:
            self.shard_ids = list(settings.own_shards)
        self.dispatcher = dispatcher
        self.tree = _Tree(
            self,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.sessions_left = sys.maxsize
        """Sessions that may still be started."""
        for command in COMMANDS.values():
            self.tree.add_command(to_slash_command(command, dispatcher))
        for menu in CONTEXT_MENUS:
            self.tree.add_command(message_menu(menu.name, partial(dispatcher.answer_menu, menu)))
        self.tree.add_command(message_menu(REMOVE, dispatcher.remove_answer))
        self.tree.error(dispatcher.handle_command_error)

    def is_connected(self) -> bool:
        """Whether every shard of this process is connected to the gateway and was ready once."""
        return self.is_ready() and not any(shard.is_closed() for shard in self.shards.values())

    async def setup_hook(self) -> None:
        """Register the commands and fill the caches, after login and before the gateway."""
        await self.tree.set_translator(CatalogTranslator())
        ids, _ = await asyncio.gather(sync_if_changed(self.tree), self.dispatcher.warm_up())
        self.dispatcher.set_command_ids(ids)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Count the sessions that are started.

        Raises:
            TryLaterError: No more may be started today.
        """
        await super().before_identify_hook(shard_id, initial=initial)
        self.sessions_left -= 1
        if self.sessions_left < 0:
            msg = "Discord ended session after session; a tenth of today's starts is kept."
            raise TryLaterError(msg)

    async def on_ready(self) -> None:
        """All shards are up."""
        LOG.info("ready", extra={"shards": self.shard_count})

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Answer buttons and forms; discord.py's tree takes care of commands."""
        if interaction.type in {
            discord.InteractionType.component,
            discord.InteractionType.modal_submit,
        }:
            await self.dispatcher.answer_component(interaction)

    async def on_error(self, event_method: str, /, *_: object, **__: object) -> None:
        """Log what an event raised."""
        error = sys.exc_info()[1]
        if error is not None:
            log_error(f"event {event_method} failed", error)


class _Tree(app_commands.CommandTree[SelloffClient]):
    """The command tree, with admission control before each command."""

    async def interaction_check(self, interaction: discord.Interaction[SelloffClient], /) -> bool:
        """Whether the interaction is answered now; if not, the user is told."""
        return await self.client.dispatcher.admit(interaction)


async def log_in(
    new_client: Callable[[], SelloffClient], token: str, within_seconds: float = math.inf
) -> SelloffClient:
    """A client that is logged in, after as many tries as it takes.

    Args:
        new_client: Makes one; a client whose login failed cannot be used again.
        token: The bot's.
        within_seconds: After that no further try begins.

    Raises:
        Exception: What the last login raised, if it is not retryable or time is up.
    """
    now = asyncio.get_running_loop().time
    deadline, tries = now() + within_seconds, 0
    while True:
        client = new_client()
        try:
            await client.login(token)
        except BaseException as error:
            await client.close()
            tries += 1
            wait = backoff_seconds(tries)
            if not is_retryable(error) or now() + wait > deadline:
                raise
            LOG.warning(
                "Discord does not answer, trying again",
                extra={"reason": repr(error), "wait_seconds": round(wait, 1)},
            )
        else:
            return client
        await asyncio.sleep(wait)


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


def proxy_for(url: str) -> str | None:
    """The proxy for requests to this URL, as HTTPS_PROXY, ALL_PROXY and NO_PROXY say, if any."""
    parts = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.netloc):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"
