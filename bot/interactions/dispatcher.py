"""Where a question meets its answer: remembered or worked out, drawn, delivered, counted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from discord import app_commands

from bot.interactions.admission import Reception
from bot.interactions.answer_cache import Recall
from bot.interactions.components import command_of_press, place_of_press
from bot.interactions.responder import Delivery, Place
from bot.observability.metrics import UNKNOWN
from bot.renderer import Studio
from commands.common.answer import Answer
from commands.common.command import Request
from commands.common.text.errors import changed_command_text
from commands.common.translator import translator_for
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, example_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    import discord

    from bot.observability.metrics import Meter
    from bot.settings import Settings
    from bot.shared.sharing import Sharing
    from calc import MarketSnapshot
    from commands.common.command import Choice, Command, Option

_CHANGED = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)


class Desk:
    """Answers interactions, whichever door they came through.

    Args:
        settings: How patient it is.
        snapshot: The market it explains.
        meter: Counts what became of each.
        shared: What it has in common with other processes.
    """

    def __init__(
        self, settings: Settings, snapshot: MarketSnapshot, meter: Meter, shared: Sharing
    ) -> None:
        self.snapshot = snapshot
        self.studio = Studio(settings.render_timeout_seconds, shared)
        self.reception = Reception(shared)
        self._shared = shared
        self._shared.answer_from(snapshot)
        self._delivery = Delivery(self.studio, settings.defer_after_seconds, meter)
        self._recall = Recall()
        self._meter = meter

    def answer_from(self, snapshot: MarketSnapshot) -> None:
        """From now on every answer is about this market."""
        self._recall.forget()
        self.studio.forget()
        self._shared.answer_from(snapshot)
        self.snapshot = snapshot

    async def warm_up(self) -> None:
        """Draw what is likely to be asked, before anybody waits for it."""
        for command in COMMANDS.values():
            answer = command.reply(Request(self.snapshot), example_of(command))
            if answer.picture is not None:
                await self.studio.draw(answer.picture)

    async def answer(
        self,
        interaction: discord.Interaction,
        command: Command,
        values: Mapping[str, str],
        *,
        is_private: bool,
    ) -> None:
        """Answer a command."""
        request = self._request(interaction, is_private=is_private)
        question = (command.name, frozenset(values.items()), is_private, *_when_and_whose(request))

        def make() -> Answer:
            return self._recall.answer(question, lambda: run_command(command, request, values))

        place = Place.ASIDE if is_private else Place.NEW
        await self._deliver(interaction, command.name, make, place)

    async def press(self, interaction: discord.Interaction) -> None:
        """Answer a tapped button."""
        data: Mapping[str, object] = dict(interaction.data or {})
        custom_id = str(data.get("custom_id", ""))

        request = self._request(interaction)
        question = (custom_id, *_when_and_whose(request))

        def make() -> Answer:
            return self._recall.answer(question, lambda: run_component(custom_id, request))

        name, place = command_of_press(custom_id), place_of_press(interaction, custom_id)
        await self._deliver(interaction, name, make, place)

    def suggest(self, interaction: discord.Interaction, option: Option, typed: str) -> list[Choice]:
        """What somebody may mean who is typing."""
        if option.suggest is None:
            return []
        return list(option.suggest(self._request(interaction), typed))

    def _request(self, interaction: discord.Interaction, *, is_private: bool = False) -> Request:
        return Request(
            self.snapshot,
            translator_for(interaction.locale.value),
            is_private,
            today=datetime.now(UTC).date(),
        )

    async def apologize(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Answer what discord.py could not make a command of."""

        def fail() -> Answer:
            if isinstance(error, _CHANGED):
                text = changed_command_text(translator_for(interaction.locale.value))
                return Answer(text, is_private=True, is_refusal=True)
            raise error

        await self._deliver(interaction, UNKNOWN, fail, Place.NEW)

    async def _deliver(
        self,
        interaction: discord.Interaction,
        name: str,
        make: Callable[[], Answer],
        place: Place,
    ) -> None:
        with self.reception.serving(interaction.id):
            outcome = await self._delivery.answer(interaction, make, place)
        self._meter.count(name, outcome)


def _when_and_whose(request: Request) -> tuple[Hashable, ...]:
    return request.today, request.translator
