"""Send an answer to Discord: at once, or after a deferral when its picture takes longer.

Whatever happens, an interaction gets at most one answer, and a user who can be told something is.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

import discord

from bot.interactions import retry
from bot.interactions.languages import own_translator
from bot.interactions.message import to_message
from bot.observability.logs import LOG, log_error, log_trouble
from bot.observability.metrics import AnswerResult
from commands.common.answer import Answer
from commands.common.text.errors import internal_error_text
from commands.common.text.overload import busy_text, slow_down_text

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.observability.metrics import Meter
    from bot.renderer import Renderer
    from commands.common.translator import Translator

# What discord.py raises when Discord's reply to a request is not what it expects.
_UNEXPECTED_REPLY = (AttributeError, LookupError, TypeError)
_REJECTION_SECONDS = 2.5
# Opening more connections would delay everybody.
_MAX_REJECTIONS_AT_ONCE = 64


class ResponseMode(Enum):
    """Where an answer goes."""

    MESSAGE = auto()
    """A new message, public unless the answer is private."""
    EDIT = auto()
    """The message whose button was clicked."""
    EPHEMERAL = auto()
    """A new message that only the user sees."""


def apology(error_id: str, translator: Translator) -> Answer:
    """The answer to a question that failed through an error of ours."""
    return Answer(internal_error_text(error_id, translator), is_private=True, is_refusal=True)


def is_seen_by_one(interaction: discord.Interaction) -> bool:
    """Whether the tapped message is one that only the asker sees."""
    try:
        return interaction.message is not None and interaction.message.flags.ephemeral
    except AttributeError:
        return False


class Responder:
    """Answers interactions.

    Args:
        renderer: Draws the pictures.
        defer_after_seconds: How long to wait for a picture before the response is deferred.
        meter: Records how long users waited.
    """

    def __init__(self, renderer: Renderer, defer_after_seconds: float, meter: Meter) -> None:
        self._renderer = renderer
        self._defer_after_seconds = defer_after_seconds
        self._meter = meter
        self._rejections = asyncio.Semaphore(_MAX_REJECTIONS_AT_ONCE)

    async def respond(
        self, interaction: discord.Interaction, answer: Answer, mode: ResponseMode
    ) -> AnswerResult | None:
        """Send an answer.

        Returns:
            None when Discord took it, else what became of it.
        """
        stays = mode is ResponseMode.EDIT and is_seen_by_one(interaction) and not answer.is_refusal
        if answer.is_private and not stays:
            mode = ResponseMode.EPHEMERAL
        response = _Response(interaction, mode, time.monotonic())
        try:
            try:
                await self._send(response, answer)
            except discord.NotFound as error:
                if not (response.is_edit and retry.is_message_deleted(error)) or response.is_done:
                    raise
                # The message was deleted after the click.
                response = replace(response, mode=ResponseMode.EPHEMERAL)
                await self._send(response, answer)
        except Exception as error:
            return await _handle_failure(response, error)
        self._meter.complete(time.monotonic() - response.asked_at)
        return None

    async def reject(self, interaction: discord.Interaction, reason: AnswerResult) -> AnswerResult:
        """Tell the user privately to ask again later.

        Returns:
            The reason, or that the user could not be told.
        """
        translator = own_translator(interaction)
        text = slow_down_text if reason is AnswerResult.RATE_LIMITED else busy_text
        try:
            async with asyncio.timeout(_REJECTION_SECONDS), self._rejections:
                await interaction.response.send_message(text(translator), ephemeral=True)
        except (discord.HTTPException, *retry.UNREACHABLE, *_UNEXPECTED_REPLY):
            return reason if interaction.response.is_done() else AnswerResult.UNDELIVERED
        return reason

    async def _send(self, response: _Response, answer: Answer) -> None:
        png, drawing = None, None
        if answer.picture is not None:
            drawing = asyncio.create_task(self._renderer.draw(answer.picture))
            done, _ = await asyncio.wait({drawing}, timeout=self._defer_after_seconds)
            if done:
                png, drawing = drawing.result(), None
        if drawing is None:
            await response.send_initial(answer, png)
        else:
            await response.defer()
        self._meter.acknowledge(time.monotonic() - response.asked_at)
        if drawing is not None:
            await response.edit_original(answer, await drawing)


@dataclass(frozen=True, slots=True)
class _Response:
    """The response to one interaction.

    Args:
        interaction: The interaction.
        mode: Where the answer goes.
        asked_at: When the interaction came, by the monotonic clock.
    """

    interaction: discord.Interaction
    mode: ResponseMode
    asked_at: float

    @property
    def is_edit(self) -> bool:
        """Whether the clicked message changes."""
        return self.mode is ResponseMode.EDIT

    @property
    def is_done(self) -> bool:
        """Whether Discord has a first response."""
        return self.interaction.response.is_done()

    async def send_initial(self, answer: Answer, png: bytes | None) -> None:
        """Send the whole answer as the first response."""

        async def send(png: bytes | None) -> None:
            await retry.respond(lambda: self._send_once(answer, png), self.asked_at)

        try:
            await _without_picture_if_refused(send, png)
        except _UNEXPECTED_REPLY as error:
            self._raise_unless_done(error)

    async def defer(self) -> None:
        """Say that the answer comes; `edit_original` has to follow."""

        async def defer() -> None:
            await self.interaction.response.defer(
                ephemeral=self.mode is ResponseMode.EPHEMERAL, thinking=not self.is_edit
            )

        try:
            await retry.respond(defer, self.asked_at)
        except _UNEXPECTED_REPLY as error:
            self._raise_unless_done(error)
        except retry.UNREACHABLE as error:
            # It may have arrived all the same: then the user sees it, and waits for the answer.
            log_trouble("a deferral may be lost", error)

    async def edit_original(self, answer: Answer, png: bytes | None) -> None:
        """Put the answer in the place of the deferral."""

        async def edit(png: bytes | None) -> None:
            await retry.edit(lambda: self._edit_once(answer, png))

        await _without_picture_if_refused(edit, png)

    async def _send_once(self, answer: Answer, png: bytes | None) -> None:
        message = to_message(answer, png)
        if self.is_edit:
            await self.interaction.response.edit_message(
                view=message.view, attachments=message.files
            )
        else:
            await self.interaction.response.send_message(
                view=message.view,
                files=message.files,
                ephemeral=self.mode is ResponseMode.EPHEMERAL,
            )

    async def _edit_once(self, answer: Answer, png: bytes | None) -> None:
        message = to_message(answer, png)
        try:
            await self.interaction.edit_original_response(
                view=message.view, attachments=message.files
            )
        except _UNEXPECTED_REPLY as error:
            # discord.py cannot read the message that Discord returns once it took the answer.
            log_trouble("an unexpected reply from Discord", error)

    def _raise_unless_done(self, error: Exception) -> None:
        if not self.is_done:
            raise error
        # Only what Discord said of it could not be read.
        log_trouble("an unexpected reply from Discord", error)


async def _without_picture_if_refused(
    send: Callable[[bytes | None], Awaitable[None]], png: bytes | None
) -> None:
    try:
        await send(png)
    except discord.HTTPException as error:
        if png is None or not retry.refuses_files(error):
            raise
        LOG.info("Discord refuses the picture, sending the words", extra={"reason": repr(error)})
        await send(None)


async def _handle_failure(response: _Response, error: Exception) -> AnswerResult:
    """Log once why an answer was not delivered, and apologize where that can help."""
    if retry.is_gone(error):
        # Another process answered, Discord gave up, or the message was deleted.
        LOG.info("nobody waits for this answer any more", extra={"reason": str(error)})
        return AnswerResult.UNDELIVERED
    if isinstance(error, (*retry.UNREACHABLE, discord.Forbidden)):
        log_trouble("Discord did not take an answer", error)
        return AnswerResult.UNDELIVERED
    if retry.is_blocked(error):
        error_id = log_trouble("a filter of the server blocked an answer", error)
    else:
        error_id = log_error("an answer could not be sent", error)
    answer = apology(error_id, own_translator(response.interaction))
    private = replace(response, mode=ResponseMode.EPHEMERAL, asked_at=time.monotonic())
    try:
        if private.is_done:
            await private.edit_original(answer, None)
        else:
            await private.send_initial(answer, None)
    except Exception as second:
        log_trouble("the apology could not be sent either", second)
    return AnswerResult.FAILED
