"""Dispatch an interaction: look up or compute the answer, send it, record the outcome."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.interactions.admission import AdmissionControl
from bot.interactions.circuit_breaker import CircuitBreaker
from bot.interactions.components import (
    ResponseMode,
    command_name,
    is_seen_by_one,
    read_custom_id,
    response_mode,
    tapped_id,
    trail_of,
)
from bot.interactions.message_menus import remove, text_of
from bot.interactions.responder import Responder, apology, own_translator
from bot.observability.logs import LOG, log_error
from bot.observability.metrics import UNKNOWN, AnswerResult, Meter
from bot.renderer import Renderer
from commands.common.answer import Answer, Button
from commands.common.command import Request
from commands.common.custom_id import more_id
from commands.common.text.errors import changed_command_text
from commands.common.translator import is_served, translator_for
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, example_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    from bot.settings import Settings
    from calc import MarketSnapshot
    from commands.common.command import Choice, Command, ContextMenu, Option
    from commands.common.translator import Translator

MAX_ANSWERS = 1024
"""Some 20 MB with their charts; rendered pictures are cached by the renderer."""
# Below the ten seconds after which supervisors kill.
SHUTDOWN_GRACE_SECONDS = 8.0
_POLL_SECONDS = 0.02
# Discord gives it to every server that is no Community or has chosen nothing.
_DEFAULT_LOCALE = "en-US"
_CHANGED = (app_commands.CommandNotFound, app_commands.CommandSignatureMismatch)


@dataclass(frozen=True, slots=True)
class _Question:
    """Everything that an answer depends on, without a trace of who asked, and how to make it."""

    key: Hashable
    compute: Callable[[], Answer] = field(compare=False)


class Dispatcher:
    """Answers interactions of either transport from a market, within the settings' time limits."""

    def __init__(
        self, settings: Settings, snapshot: MarketSnapshot, meter: Meter | None = None
    ) -> None:
        self.snapshot = snapshot
        self.meter = meter or Meter()
        self.admission = AdmissionControl()
        self.breaker = CircuitBreaker(self.meter)
        self.renderer = Renderer(settings.render_timeout_seconds)
        self._responder = Responder(self.renderer, settings.defer_after_seconds, self.meter)
        # What a computation raises is not cached.
        self._answer_to = lru_cache(MAX_ANSWERS)(lambda question: question.compute())
        self._is_warm = False
        self._mentions: Mapping[str, str] = {}

    @property
    def in_flight(self) -> int:
        """Interactions that are not done with."""
        return self.admission.answering.count + self.admission.telling.count

    def set_snapshot(self, snapshot: MarketSnapshot) -> None:
        """Answer from these market data from now on."""
        self._answer_to.cache_clear()
        self.renderer.clear()
        self.snapshot = snapshot

    def set_command_ids(self, ids: Mapping[str, int]) -> None:
        """Name commands so that Discord links them: its ids of the slash commands by name."""
        self._mentions = {name: f"</{name}:{number}>" for name, number in ids.items()}
        self._answer_to.cache_clear()

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
        with self.admission.telling:
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

    async def answer_menu(
        self, menu: ContextMenu, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        """Answer a message menu privately: whoever wrote the message did not ask."""
        values = {menu.option: text_of(message)}
        await self.answer_command(interaction, menu.command, values, is_private=True)

    async def remove_answer(
        self, interaction: discord.Interaction, message: discord.Message
    ) -> None:
        """Remove an answer at the wish of whoever asked."""
        with self.admission.answering:
            answer = await remove(interaction, message, own_translator(interaction))
            await self._send(interaction, UNKNOWN, ResponseMode.EPHEMERAL, answer)

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
            more = Button(translator.gettext("More"), more_id())
            text = changed_command_text(translator)
            answer = Answer(text, buttons=(more,), is_private=True, is_refusal=True)
            failed = None
        else:
            answer = apology(log_error("a command could not be called", error), translator)
            failed = AnswerResult.FAILED
        with self.admission.answering:
            await self._send(interaction, UNKNOWN, ResponseMode.EPHEMERAL, answer, failed)

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
        failed = None
        with self.admission.answering:
            try:
                answer = self._answer_to(_Question(key, compute))
            except Exception as error:
                answer = apology(log_error("a command failed", error), own_translator(interaction))
                failed = AnswerResult.FAILED
            await self._send(interaction, name, mode, answer, failed)

    async def _send(
        self,
        interaction: discord.Interaction,
        name: str,
        mode: ResponseMode,
        answer: Answer,
        failed: AnswerResult | None = None,
    ) -> None:
        undelivered = await self._responder.respond(interaction, answer, mode)
        outcome = AnswerResult.REFUSED if answer.is_refusal else AnswerResult.ANSWERED
        self.meter.count(name, undelivered or failed or outcome)


def answer_translator(interaction: discord.Interaction, *, is_public: bool) -> Translator:
    """The language of an answer: a public one is in the server's where it has chosen one.

    Its buttons need not carry it: only the same asker changes the answer in its place.
    """
    server = interaction.guild_locale.value if interaction.guild_locale else _DEFAULT_LOCALE
    if is_public and server != _DEFAULT_LOCALE and is_served(server):
        return translator_for(server)
    return own_translator(interaction)


def _context(request: Request) -> tuple[Hashable, ...]:
    return request.today, request.translator, request.locale, request.own


def _command_name(interaction: discord.Interaction) -> str:
    if interaction.type is discord.InteractionType.component:
        return command_name(read_custom_id(tapped_id(interaction)))
    data: Mapping[str, object] = dict(interaction.data or {})
    name = str(data.get("name", ""))
    return name if name in COMMANDS else UNKNOWN
