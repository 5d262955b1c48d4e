"""Send an answer to Discord: at once, or after a deferral when its picture takes longer.

Whatever happens, an interaction gets at most one answer, and a user who can be told something is.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import aiohttp
import discord

from bot.interactions.circuit_breaker import SendingPausedError
from bot.interactions.components import ResponseMode, is_seen_by_one
from bot.interactions.message import to_message
from bot.observability.logs import LOG, log_error, log_trouble
from bot.observability.metrics import AnswerResult
from commands.common.answer import Answer
from commands.common.text.errors import busy_text, internal_error_text, slow_down_text
from commands.common.translator import translator_for

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.observability.metrics import Meter
    from bot.renderer import Renderer
    from commands.common.translator import Translator

    _Send = Callable[[Answer, bytes | None], Awaitable[None]]

UNREACHABLE = (aiohttp.ClientError, OSError, discord.DiscordServerError)
"""Discord gave no answer of its own."""
# What discord.py raises when Discord's reply to a request is not what it expects.
_UNEXPECTED_REPLY = (AttributeError, LookupError, TypeError)

# From being asked on; Discord gives up after three, and its clock started before ours.
FIRST_RESPONSE_SECONDS = 2.5
# Of the time left. A slow answer may still come, and discord.py, which allows only one request of
# an interaction at a time, repeats by itself after a second, but not after a reset on Linux; what
# never comes leaves time for two more.
_SHARES = (0.65, 0.5, 1.0)
_SHORTEST_TRY_SECONDS = 0.3
# A connection that was closed while idle is replaced at once; more than that needs a moment.
_PAUSES = (0.0, 0.2)

_EDIT_SECONDS = 15.0
_EDIT_PAUSES = (0.0, 1.0)
# After a first response Discord may need seconds until it knows the message.
_UNKNOWN_PAUSES = (1.0, 4.0)

_REJECTION_SECONDS = 2.5
# Opening more connections would delay everybody.
_MAX_REJECTIONS_AT_ONCE = 64

_ALREADY_ANSWERED = 40060
_UNKNOWN_WEBHOOK = 10015
_UNKNOWN_MESSAGE = 10008
# A filter that the server set up does not want these words.
_BLOCKED = frozenset({200000, 200001, 240000})
# No access, no permission, too large: the same answer without its picture may be welcome.
_NO_FILES = frozenset({50001, 50013, 40005})


def own_translator(interaction: discord.Interaction) -> Translator:
    """The asker's language, for what only they see."""
    return translator_for(interaction.locale.value)


def apology(error_id: str, translator: Translator) -> Answer:
    """The answer to a question that failed through an error of ours."""
    return Answer(internal_error_text(error_id, translator), is_private=True, is_refusal=True)


class Responder:
    """Sends answers; the response is deferred when a picture takes longer than so many seconds."""

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
                if not (response.is_edit and error.code == _UNKNOWN_MESSAGE) or response.is_done:
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
        except (discord.HTTPException, *UNREACHABLE, *_UNEXPECTED_REPLY):
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
            await _without_picture_if_refused(response.send_initial, answer, png)
        else:
            await response.defer()
        self._meter.acknowledge(time.monotonic() - response.asked_at)
        if drawing is not None:
            await _without_picture_if_refused(response.edit_original, answer, await drawing)


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
        await self._respond(partial(self._send_once, answer, png))

    async def defer(self) -> None:
        """Say that the answer comes; `edit_original` has to follow."""
        ephemeral = self.mode is ResponseMode.EPHEMERAL
        defer = self.interaction.response.defer
        try:
            await self._respond(partial(defer, ephemeral=ephemeral, thinking=not self.is_edit))
        except UNREACHABLE as error:
            # It may have arrived all the same: then the user sees it, and waits for the answer.
            log_trouble("a deferral may be lost", error)

    async def edit_original(self, answer: Answer, png: bytes | None) -> None:
        """Put the answer in the place of the deferral, in up to three tries."""
        for lost_pause, unknown_pause in zip(_EDIT_PAUSES, _UNKNOWN_PAUSES, strict=True):
            try:
                return await self._edit_once(answer, png)
            except UNREACHABLE as error:
                await _wait(error, lost_pause)
            except discord.NotFound as error:
                if error.code != _UNKNOWN_WEBHOOK:
                    raise
                await _wait(error, unknown_pause)
        return await self._edit_once(answer, png)

    async def _respond(self, send: Callable[[], Awaitable[Any]]) -> None:
        """Send a first response, up to three times while Discord waits for it.

        A try may have arrived although its answer was lost; then the next one is told that the
        interaction is answered already, and all is well.
        """
        is_first = True
        for share, pause in zip(_SHARES, (*_PAUSES, None), strict=True):
            left = self.asked_at + FIRST_RESPONSE_SECONDS - time.monotonic()
            try:
                await self._try(send, max(left * share, _SHORTEST_TRY_SECONDS))
            except UNREACHABLE as error:
                if pause is None:
                    raise
                await _wait(error, pause)
            except discord.HTTPException as error:
                if is_first or error.code != _ALREADY_ANSWERED:
                    raise
                return
            else:
                return
            is_first = False

    async def _try(self, send: Callable[[], Awaitable[Any]], seconds: float) -> None:
        try:
            async with asyncio.timeout(seconds):
                await send()
        except _UNEXPECTED_REPLY as error:
            if not self.is_done:
                raise
            # Only what Discord said of it could not be read.
            log_trouble("an unexpected reply from Discord", error)

    async def _send_once(self, answer: Answer, png: bytes | None) -> None:
        message, response = to_message(answer, png), self.interaction.response
        if self.is_edit:
            await response.edit_message(view=message.view, attachments=message.files)
        else:
            ephemeral = self.mode is ResponseMode.EPHEMERAL
            await response.send_message(view=message.view, files=message.files, ephemeral=ephemeral)

    async def _edit_once(self, answer: Answer, png: bytes | None) -> None:
        message = to_message(answer, png)
        try:
            async with asyncio.timeout(_EDIT_SECONDS):
                await self.interaction.edit_original_response(
                    view=message.view, attachments=message.files
                )
        except _UNEXPECTED_REPLY as error:
            # discord.py cannot read the message that Discord returns once it took the answer.
            log_trouble("an unexpected reply from Discord", error)


async def _wait(error: Exception, seconds: float) -> None:
    """Wait before the next try, where another one can help."""
    if isinstance(error, SendingPausedError):
        raise error
    LOG.warning("no answer, sending again", extra={"reason": type(error).__name__})
    await asyncio.sleep(seconds)


async def _without_picture_if_refused(send: _Send, answer: Answer, png: bytes | None) -> None:
    try:
        await send(answer, png)
    except discord.HTTPException as error:
        if png is None or not (error.status == 413 or error.code in _NO_FILES):
            raise
        LOG.info("Discord refuses the picture, sending the words", extra={"reason": repr(error)})
        await send(answer, None)


async def _handle_failure(response: _Response, error: Exception) -> AnswerResult:
    """Log once why an answer was not delivered, and apologize where that can help."""
    code = error.code if isinstance(error, discord.HTTPException) else None
    if isinstance(error, discord.NotFound) or code == _ALREADY_ANSWERED:
        # Another process answered, Discord gave up, or the message was deleted.
        LOG.info("nobody waits for this answer any more", extra={"reason": str(error)})
        return AnswerResult.UNDELIVERED
    if isinstance(error, (*UNREACHABLE, discord.Forbidden)):
        log_trouble("Discord did not take an answer", error)
        return AnswerResult.UNDELIVERED
    if code in _BLOCKED:
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
