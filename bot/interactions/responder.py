"""The one way to answer: words first worked out, then at once or after a short "thinking".

Everything that can be wrong with the input is found before the first response, so that errors can
be private even where answers are public. Every interaction gets exactly one answer.
"""

from __future__ import annotations

import asyncio
import time
from enum import Enum, auto
from typing import TYPE_CHECKING

from bot.interactions import retry as sending
from bot.interactions.reply import Reply
from bot.observability.logs import LOG, log_error, log_trouble
from bot.observability.metrics import AnswerResult
from commands.common.answer import Answer
from commands.common.text.errors import internal_error_text
from commands.common.translator import translator_for

if TYPE_CHECKING:
    from collections.abc import Callable

    import discord

    from bot.observability.metrics import Meter
    from bot.renderer import Studio
    from commands.common.translator import Translator


class Place(Enum):
    """Where an answer goes."""

    NEW = auto()
    """A new message, public unless the answer is private."""
    SAME = auto()
    """The message whose button was tapped, which changes."""
    ASIDE = auto()
    """A new message that only the one who tapped sees."""


class Delivery:
    """Answers interactions.

    Args:
        studio: Draws the pictures.
        patience_seconds: How long to wait for a picture before saying that it is coming.
        meter: Told how long askers waited.
    """

    def __init__(self, studio: Studio, patience_seconds: float, meter: Meter) -> None:
        self._studio = studio
        self._patience_seconds = patience_seconds
        self._meter = meter

    async def answer(
        self, interaction: discord.Interaction, make: Callable[[], Answer], place: Place
    ) -> AnswerResult:
        """Make the answer and send it; whatever happens, the asker hears something.

        Returns:
            What became of it.
        """
        started = time.monotonic()
        translator = translator_for(interaction.locale.value)
        try:
            answer = make()
            outcome = AnswerResult.REFUSED if answer.is_refusal else AnswerResult.ANSWERED
        except Exception as error:
            answer = _apology(log_error("a command failed", error), translator)
            outcome = AnswerResult.FAILED
        if answer.is_private and place is Place.SAME:
            place = Place.ASIDE
        reply = Reply(
            interaction,
            is_change=place is Place.SAME,
            is_private=answer.is_private or place is Place.ASIDE,
            asked_at=started,
        )
        try:
            await self._send(reply, answer)
        except Exception as error:
            return await _last_resort(interaction, error)
        self._meter.complete(time.monotonic() - started)
        return outcome

    async def _send(self, reply: Reply, answer: Answer) -> None:
        png, drawing = None, None
        if answer.picture is not None:
            drawing = asyncio.create_task(self._studio.draw(answer.picture))
            done, _ = await asyncio.wait({drawing}, timeout=self._patience_seconds)
            if done:
                png, drawing = drawing.result(), None
        if drawing is None:
            await reply.respond(answer, png)
            self._meter.acknowledge(time.monotonic() - reply.asked_at)
            return
        await reply.promise()
        self._meter.acknowledge(time.monotonic() - reply.asked_at)
        await reply.complete(answer, await drawing)


async def _last_resort(interaction: discord.Interaction, error: Exception) -> AnswerResult:
    if sending.is_closed(error):
        # Another process answered, or Discord has given up on it: nobody is left to tell.
        LOG.info("interaction was not ours to answer", extra={"reason": str(error)})
        return AnswerResult.UNDELIVERED
    if isinstance(error, sending.UNREACHABLE):
        log_trouble("Discord did not take an answer", error)
        return AnswerResult.UNDELIVERED
    if sending.is_blocked(error):
        error_id = log_trouble("a filter of the server blocked an answer", error)
    else:
        error_id = log_error("an answer could not be sent", error)
    apology = _apology(error_id, translator_for(interaction.locale.value))
    reply = Reply(interaction, is_change=False, is_private=True, asked_at=time.monotonic())
    try:
        if interaction.response.is_done():
            await reply.complete(apology, None)
        else:
            await reply.respond(apology, None)
    except sending.UNREACHABLE as second:
        log_trouble("nor could the apology", second)
    except Exception as second:
        log_error("nor could the apology", second)
    return AnswerResult.FAILED


def _apology(error_id: str, translator: Translator) -> Answer:
    return Answer(internal_error_text(error_id, translator), is_private=True)
