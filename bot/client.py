"""The Discord client: least privileges, our commands, and a calm end."""

from __future__ import annotations

import asyncio
import sys
import time
from typing import TYPE_CHECKING, Any

import aiohttp
import discord
from discord import app_commands

from bot.descriptors import connector
from bot.gateway.client import PatientClient
from bot.gateway.guard import guard_all
from bot.interactions.admission import Refusal
from bot.interactions.circuit_breaker import Breaker
from bot.interactions.command_sync import sync_if_changed
from bot.interactions.command_tree import Tree
from bot.interactions.context_menus import to_context_menu
from bot.interactions.dispatcher import Desk
from bot.interactions.overload import TurnedAway
from bot.interactions.payload import read_arrival
from bot.interactions.slash_commands import to_slash_command
from bot.json_replies import read_json_of_any_charset
from bot.observability.health import BotStatus
from bot.observability.logs import LOG, log_error
from bot.observability.metrics import AnswerResult, Meter
from bot.shared.sharing import Alone
from commands.registry import COMMANDS, CONTEXT_MENUS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.settings import Settings
    from bot.shared.sharing import Sharing
    from calc import MarketSnapshot

# Below the ten seconds after which supervisors kill.
_FAREWELL_SECONDS = 8.0
_LOOK_SECONDS = 0.02


class SelloffClient(PatientClient):
    """Our bot. It reads no messages, remembers nobody, and pings nobody.

    Args:
        settings: How patient it is, and which shards are its.
        snapshot: The market it explains.
        meter: Counts what is worth counting.
        shared: What it has in common with other processes.
        shard_count: How many gateway connections, whatever the settings say.
    """

    def __init__(
        self,
        settings: Settings,
        snapshot: MarketSnapshot,
        meter: Meter | None = None,
        shared: Sharing | None = None,
        *,
        shard_count: int | None = None,
    ) -> None:
        read_json_of_any_charset()
        self.meter = meter or Meter()
        super().__init__(
            intents=discord.Intents.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            **_shards(settings) if shard_count is None else {"shard_count": shard_count},
        )
        self._breaker = Breaker(self.meter)
        self.http.http_trace = self._breaker.http_trace()
        self.tree = Tree(
            self,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self.shared = shared or Alone()
        self.desk = Desk(settings, snapshot, self.meter, self.shared)
        self._turned_away = TurnedAway(self.meter)
        self._was_connected = False
        parsers = self._connection.parsers
        self._read: Callable[[Any], None] = parsers["INTERACTION_CREATE"]
        parsers["INTERACTION_CREATE"] = self._receive_from_gateway
        guard_all(parsers)
        for command in COMMANDS.values():
            self.tree.add_command(to_slash_command(command, self.desk.answer, self.desk.suggest))
        for menu in CONTEXT_MENUS:
            self.tree.add_command(to_context_menu(menu, self.desk.answer))
        self.tree.error(self.desk.apologize)

    def vitals(self, door: str, *, is_ready: bool, lag_seconds: float) -> BotStatus:
        """How this bot is, by what it knows itself and what its door knows.

        Asked for all the time, it is also the occasion to forget who asked.
        """
        self.desk.reception.forget_people()
        return BotStatus(
            transport=door,
            is_ready=is_ready,
            lag_seconds=lag_seconds,
            in_flight=self.in_flight,
            pictures_waiting=self.desk.studio.waiting,
            data_day=self.desk.snapshot.curve.as_of.isoformat(),
            is_paused=self._breaker.is_open,
            sessions_left=self.sessions_left,
        )

    @property
    def in_flight(self) -> int:
        """How many are being answered, one way or the other."""
        return self.desk.reception.in_flight + len(self._turned_away)

    async def until_idle(self, within_seconds: float) -> bool:
        """Wait until everybody is answered; whether that came in time."""
        ends = time.monotonic() + within_seconds
        while time.monotonic() < ends:
            if not self.in_flight:
                return True
            await asyncio.sleep(_LOOK_SECONDS)
        return False

    def receive(self, payload: dict[str, Any]) -> Refusal | None:
        """Take an interaction as Discord sends it.

        Returns:
            Why it is not answered as asked; None when it will be.

        Raises:
            Exception: Whatever discord.py raises about what cannot even be refused.
        """
        arrival = read_arrival(payload)
        if arrival is None:
            self._read(payload)
            return None
        refusal = self.desk.reception.refusal(arrival, len(self._turned_away))
        if refusal is None:
            try:
                self._read(payload)
            except Exception as error:
                self.desk.reception.forget(arrival)
                error_id = log_error("an interaction could not be read", error)
                return Refusal(arrival, AnswerResult.FAILED, error_id=error_id)
        return refusal

    def is_connected(self) -> bool:
        """Whether every shard of this process is connected to the gateway and was ready once."""
        return self.is_ready() and not any(shard.is_closed() for shard in self.shards.values())

    async def setup_hook(self) -> None:
        """After login, before the gateway: the first asker waits for no font and no import."""
        await asyncio.gather(sync_if_changed(self.tree), self.desk.warm_up())

    async def open_without_token(self) -> None:
        """Instead of login: get ready to answer, which only takes an interaction's own token."""
        await self._async_setup_hook()
        # discord.py opens its session, which answers go through, only together with the login.
        vars(self.http)["_HTTPClient__session"] = aiohttp.ClientSession(
            connector=connector(),
            cookie_jar=aiohttp.DummyCookieJar(),
            trace_configs=[self._breaker.http_trace()],
        )
        # It cannot read a group's channel without knowing who it is itself; any name will do.
        nobody: Any = {"id": "0", "username": "", "discriminator": "0", "avatar": None}
        self._connection.user = discord.ClientUser(state=self._connection, data=nobody)
        await self.desk.warm_up()

    async def connect(self, *, reconnect: bool = True) -> None:
        """Open the gateway."""
        self._was_connected = True
        await super().connect(reconnect=reconnect)

    async def on_ready(self) -> None:
        """All shards are up."""
        LOG.info("ready", extra={"shards": self.shard_count})

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Buttons and forms; discord.py's tree takes care of commands."""
        if interaction.type in {
            discord.InteractionType.component,
            discord.InteractionType.modal_submit,
        }:
            await self.desk.press(interaction)

    async def on_error(self, event_method: str, /, *_: object, **__: object) -> None:
        """Whatever slipped through an event."""
        error = sys.exc_info()[1]
        if error is not None:
            log_error(f"event {event_method} failed", error)

    async def drain_and_close(self, within_seconds: float = _FAREWELL_SECONDS) -> None:
        """Finish what is being answered, then leave."""
        LOG.info("stopping", extra={"in_flight": self.in_flight})
        asyncio.get_running_loop().call_later(within_seconds / 2, self._hurry)
        if not await self.until_idle(within_seconds):
            LOG.warning("left some unanswered", extra={"in_flight": self.in_flight})
        await self.close()

    def _hurry(self) -> None:
        # Neither a picture that takes longer nor whoever comes now may cost others their words.
        self.desk.studio.give_up()
        self.desk.reception.is_closing = True

    async def close(self) -> None:
        """Leave Discord and stop drawing."""
        self.desk.studio.close()
        await self.shared.close()
        if self._was_connected:
            await super().close()
        else:
            # The sharded client's own close works only after its connect.
            await discord.Client.close(self)

    def _receive_from_gateway(self, payload: dict[str, Any]) -> None:
        refusal = self.receive(payload)
        if refusal is not None:
            session: aiohttp.ClientSession = vars(self.http)["_HTTPClient__session"]
            self._turned_away.tell(session, refusal)


def _shards(settings: Settings) -> dict[str, Any]:
    """Which shards; as many as Discord recommends where the settings do not say."""
    options: dict[str, Any] = {"shard_count": settings.shard_count}
    if settings.own_shards is not None:
        options["shard_ids"] = list(settings.own_shards)
    return options
