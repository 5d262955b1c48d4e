"""Dispatch an interaction: look up or compute the answer, send it, record the outcome."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.interactions.admission import AdmissionControl
from bot.interactions.answer_cache import AnswerCache
from bot.interactions.circuit_breaker import CircuitBreaker
from bot.interactions.components import (
    command_name,
    read_custom_id,
    response_mode,
    tapped_id,
    trail_of,
)
from bot.interactions.languages import answer_translator, own_translator
from bot.interactions.removal import remove
from bot.interactions.responder import Responder, ResponseMode, apology, is_seen_by_one
from bot.observability.logs import LOG, log_error
from bot.observability.metrics import UNKNOWN, AnswerResult, Meter
from bot.renderer import Renderer
from commands.common.answer import Answer, Button
from commands.common.command import Request
from commands.common.navigation import more_id
from commands.common.text.errors import changed_command_text
from commands.common.text.menu import more_label
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, example_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from bot.settings import Settings
    from calc import MarketSnapshot
    from commands.common.command import Choice, Command, Option

# Below the ten seconds after which supervisors kill.
SHUTDOWN_GRACE_SECONDS = 8.0
_POLL_SECONDS = 0.02
_CHANGED = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)


class Dispatcher:
    """Answers interactions of either transport.

    Args:
        settings: Its time limits.
        snapshot: The market data to answer from.
        meter: Counts the outcomes.
    """

    def __init__(
        self, settings: Settings, snapshot: MarketSnapshot, meter: Meter | None = None
    ) -> None:
        self.snapshot = snapshot
        self.meter = meter or Meter()
        self.admission = AdmissionControl()
        self.breaker = CircuitBreaker(self.meter)
        self.renderer = Renderer(settings.render_timeout_seconds)
        self._responder = Responder(self.renderer, settings.defer_after_seconds, self.meter)
        self._answers = AnswerCache()
        self._is_warm = False
        self._mentions: Mapping[str, str] = {}

    @property
    def in_flight(self) -> int:
        """Interactions that are not done with."""
        return self.admission.in_flight + self.admission.rejecting

    def set_snapshot(self, snapshot: MarketSnapshot) -> None:
        """Answer from these market data from now on."""
        self._answers.clear()
        self.renderer.clear()
        self.snapshot = snapshot

    def set_command_ids(self, ids: Mapping[str, int]) -> None:
        """Name commands so that Discord links them.

        Args:
            ids: Discord's ids of the slash commands, by their names.
        """
        self._mentions = {name: f"</{name}:{number}>" for name, number in ids.items()}
        self._answers.clear()

    async def warm_up(self) -> None:
        """Render the commands' examples once, so that no first question waits for an import."""
        if self._is_warm:
            return
        for command in COMMANDS.values():
            answer = run_command(command, Request(self.snapshot), example_of(command))
            if answer.picture is not None:
                await self.renderer.draw(answer.picture)
        self._is_warm = True

    async def admit(self, interaction: discord.Interaction) -> bool:
        """Whether the interaction is answered now; if not, tell the user."""
        if interaction.type is discord.InteractionType.autocomplete:
            return not self.admission.is_full
        rejection = self.admission.rejection(interaction.user.id)
        if rejection is None:
            return True
        with self.admission.telling():
            outcome = await self._responder.reject(interaction, rejection)
        self.meter.count(_command_name(interaction), outcome)
        return False

    async def answer_command(
        self,
        interaction: discord.Interaction,
        command: Command,
        values: Mapping[str, str],
        *,
        is_private: bool,
    ) -> None:
        """Answer a slash command or a message menu."""
        request = self._request(interaction, is_private=is_private)
        key = (command.name, frozenset(values.items()), is_private)
        mode = ResponseMode.EPHEMERAL if is_private else ResponseMode.MESSAGE
        compute = partial(run_command, command, request, values)
        await self._answer(interaction, command.name, mode, (key, *_context(request)), compute)

    async def answer_component(self, interaction: discord.Interaction) -> None:
        """Answer a clicked button or a chosen option."""
        if not await self.admit(interaction):
            return
        custom_id = tapped_id(interaction)
        parsed = read_custom_id(custom_id)
        mode = response_mode(interaction, parsed)
        is_private = mode is ResponseMode.EPHEMERAL or (
            mode is ResponseMode.EDIT and is_seen_by_one(interaction)
        )
        request = self._request(interaction, is_private=is_private, came_from=trail_of(interaction))
        key = (custom_id, is_private, request.came_from, *_context(request))
        compute = partial(run_component, parsed or custom_id, request)
        await self._answer(interaction, command_name(parsed), mode, key, compute)

    async def remove_answer(
        self, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        """Remove an answer at the wish of whoever asked."""
        translator = own_translator(interaction)
        with self.admission.answering():
            answer = await remove(interaction, message, translator)
            failed = await self._responder.respond(interaction, answer, ResponseMode.EPHEMERAL)
        outcome = AnswerResult.REFUSED if answer.is_refusal else AnswerResult.ANSWERED
        self.meter.count(UNKNOWN, failed or outcome)

    def suggest(self, interaction: discord.Interaction, option: Option, typed: str) -> list[Choice]:
        """The autocomplete choices for what was typed so far."""
        if option.suggest is None:
            return []
        return list(option.suggest(self._request(interaction, is_private=True), typed))

    async def handle_command_error(
        self, interaction: discord.Interaction, error: app_commands.AppCommandError
    ) -> None:
        """Answer a command that discord.py could not call."""
        if interaction.type is discord.InteractionType.autocomplete:
            log_error("nothing could be suggested", error)
            return
        translator = own_translator(interaction)
        if isinstance(error, _CHANGED):
            more = Button(more_label(translator), more_id())
            text = changed_command_text(translator)
            answer = Answer(text, buttons=(more,), is_private=True, is_refusal=True)
            outcome = AnswerResult.REFUSED
        else:
            answer = apology(log_error("a command could not be called", error), translator)
            outcome = AnswerResult.FAILED
        with self.admission.answering():
            failed = await self._responder.respond(interaction, answer, ResponseMode.EPHEMERAL)
        self.meter.count(UNKNOWN, failed or outcome)

    async def drain(self, within_seconds: float = SHUTDOWN_GRACE_SECONDS) -> None:
        """Finish what is in flight; after half of the time without pictures or new questions."""
        LOG.info("stopping", extra={"in_flight": self.in_flight})
        ends = time.monotonic() + within_seconds
        while self.in_flight and time.monotonic() < ends:
            if time.monotonic() > ends - within_seconds / 2:
                self.admission.is_closing = True
                self.renderer.cancel_pending()
            await asyncio.sleep(_POLL_SECONDS)
        if self.in_flight:
            LOG.warning("left some unanswered", extra={"in_flight": self.in_flight})

    def close(self) -> None:
        """Stop rendering."""
        self.renderer.close()

    def _request(
        self,
        interaction: discord.Interaction,
        *,
        is_private: bool = False,
        came_from: tuple[str, ...] = (),
    ) -> Request:
        return Request(
            self.snapshot,
            answer_translator(interaction, is_public=not is_private),
            is_private,
            today=datetime.now(UTC).date(),
            locale=interaction.locale.value,
            own=own_translator(interaction),
            came_from=came_from,
            mentions=self._mentions,
        )

    async def _answer(
        self,
        interaction: discord.Interaction,
        name: str,
        mode: ResponseMode,
        key: Hashable,
        compute: Callable[[], Answer],
    ) -> None:
        with self.admission.answering():
            try:
                answer = self._answers.get(key, compute)
                outcome = AnswerResult.REFUSED if answer.is_refusal else AnswerResult.ANSWERED
            except Exception as error:
                translator = own_translator(interaction)
                answer = apology(log_error("a command failed", error), translator)
                outcome = AnswerResult.FAILED
            failed = await self._responder.respond(interaction, answer, mode)
        self.meter.count(name, failed or outcome)


def _context(request: Request) -> tuple[Hashable, ...]:
    return request.today, request.translator, request.locale, request.own


def _command_name(interaction: discord.Interaction) -> str:
    if interaction.type is discord.InteractionType.component:
        return command_name(read_custom_id(tapped_id(interaction)))
    data: Mapping[str, object] = dict(interaction.data or {})
    name = str(data.get("name", ""))
    return name if name in COMMANDS else UNKNOWN
