"""The Discord client: least privileges, our commands, and a calm end."""

from __future__ import annotations

import asyncio
import sys
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.delivery import Delivery, Place
from bot.drawing import Studio
from bot.gateway import IdentifyPace, guard
from bot.logs import LOG, log_error
from bot.menu import to_context_menu
from bot.slash import to_slash_command
from bot.sync import sync_if_changed
from commands.answer import Answer
from commands.asking import answer_to, answer_to_tap
from commands.buttons import is_for_all
from commands.command import Request
from commands.registry import COMMANDS, MESSAGE_MENUS, example_of
from commands.tongue import tongue_for
from commands.words.problems import changed_command_text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from bot.settings import Settings
    from calc import MarketSnapshot
    from commands.command import Choice, Command, Option

# Below the ten seconds after which supervisors kill.
_FAREWELL_SECONDS = 8.0
_CHANGED = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)


class SelloffClient(discord.AutoShardedClient):
    """Our bot. It reads no messages, remembers nobody, and pings nobody.

    Args:
        settings: How patient it is.
        snapshot: The market it explains.
        shard_count: How many gateway connections; what Discord recommends when not given.
    """

    def __init__(
        self, settings: Settings, snapshot: MarketSnapshot, *, shard_count: int | None = None
    ) -> None:
        super().__init__(
            intents=discord.Intents.none(),
            allowed_mentions=discord.AllowedMentions.none(),
            shard_count=shard_count,
        )
        self.tree = app_commands.CommandTree(
            self,
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
        )
        self._snapshot = snapshot
        self._studio = Studio(settings.drawing_seconds)
        self._delivery = Delivery(self._studio, settings.patience_seconds)
        self._was_connected = False
        self._identify_pace = IdentifyPace()
        parsers = self._connection.parsers
        parsers["INTERACTION_CREATE"] = guard(parsers["INTERACTION_CREATE"])
        self._in_flight: set[object] = set()
        self._all_answered = asyncio.Event()
        self._all_answered.set()
        for command in COMMANDS.values():
            self.tree.add_command(to_slash_command(command, self._slash, self._suggest))
        for menu in MESSAGE_MENUS:
            self.tree.add_command(to_context_menu(menu, self._slash))
        self.tree.error(self._tree_error)

    def answer_from(self, snapshot: MarketSnapshot) -> None:
        """From now on every answer is about this market."""
        self._snapshot = snapshot

    async def setup_hook(self) -> None:
        """After login, before the gateway: the first asker waits for no font and no import."""
        await asyncio.gather(sync_if_changed(self.tree), self._warm_up())

    async def connect(self, *, reconnect: bool = True) -> None:
        """Open the gateway."""
        self._was_connected = True
        await super().connect(reconnect=reconnect)

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Before a session is opened anew; the first of a process need not wait for others."""
        await asyncio.sleep(self._identify_pace.next_wait(shard_id, is_first=initial))

    async def on_ready(self) -> None:
        """All shards are up."""
        LOG.info("ready", extra={"shards": self.shard_count})

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Buttons and forms; discord.py's tree takes care of commands."""
        if interaction.type in {
            discord.InteractionType.component,
            discord.InteractionType.modal_submit,
        }:
            async with self._answering():
                await self._press(interaction)

    async def on_error(self, event_method: str, /, *_: object, **__: object) -> None:
        """Whatever slipped through an event."""
        error = sys.exc_info()[1]
        if error is not None:
            log_error(f"event {event_method} failed", error)

    async def drain_and_close(self) -> None:
        """Finish what is being answered, then leave."""
        LOG.info("stopping", extra={"in_flight": len(self._in_flight)})
        try:
            async with asyncio.timeout(_FAREWELL_SECONDS):
                await self._all_answered.wait()
        except TimeoutError:
            LOG.warning("left some unanswered", extra={"in_flight": len(self._in_flight)})
        await self.close()

    async def close(self) -> None:
        """Leave Discord and stop drawing."""
        self._studio.close()
        if self._was_connected:
            await super().close()
        else:
            # The sharded client's own close works only after its connect.
            await discord.Client.close(self)

    async def _warm_up(self) -> None:
        for command in COMMANDS.values():
            answer = command.reply(Request(self._snapshot), example_of(command))
            if answer.picture is not None:
                await self._studio.draw(answer.picture)

    async def _slash(
        self,
        interaction: discord.Interaction,
        command: Command,
        values: Mapping[str, str],
        *,
        is_private: bool,
    ) -> None:
        def make() -> Answer:
            return answer_to(command, self._request(interaction, is_private=is_private), values)

        async with self._answering():
            await self._delivery.answer(interaction, make, Place.ASIDE if is_private else Place.NEW)

    async def _press(self, interaction: discord.Interaction) -> None:
        data: Mapping[str, object] = dict(interaction.data or {})
        custom_id = str(data.get("custom_id", ""))

        def make() -> Answer:
            return answer_to_tap(custom_id, self._request(interaction))

        await self._delivery.answer(interaction, make, _place_of_press(interaction, custom_id))

    def _suggest(
        self, interaction: discord.Interaction, option: Option, typed: str
    ) -> list[Choice]:
        if option.suggest is None:
            return []
        return list(option.suggest(self._request(interaction), typed))

    def _request(self, interaction: discord.Interaction, *, is_private: bool = False) -> Request:
        return Request(
            self._snapshot,
            tongue_for(interaction.locale.value),
            is_private,
            today=datetime.now(UTC).date(),
        )

    async def _tree_error(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        def fail() -> Answer:
            if isinstance(error, _CHANGED):
                text = changed_command_text(tongue_for(interaction.locale.value))
                return Answer(text, is_private=True, is_refusal=True)
            raise error

        await self._delivery.answer(interaction, fail, Place.NEW)

    @asynccontextmanager
    async def _answering(self) -> AsyncIterator[None]:
        mark = object()
        self._in_flight.add(mark)
        self._all_answered.clear()
        try:
            yield
        finally:
            self._in_flight.discard(mark)
            if not self._in_flight:
                self._all_answered.set()


def _place_of_press(interaction: discord.Interaction, custom_id: str) -> Place:
    """The asker's own message changes; somebody else's tap answers only the one who tapped."""
    if is_for_all(custom_id):
        return Place.NEW
    message = interaction.message
    if message is None:
        return Place.ASIDE
    asked_by = message.interaction_metadata.user.id if message.interaction_metadata else None
    if message.flags.ephemeral or asked_by == interaction.user.id:
        return Place.SAME
    return Place.ASIDE
