"""The one way to answer: words first worked out, then at once or after a short "thinking".

Everything that can be wrong with the input is found before the first response, so that errors can
be private even where answers are public. Every interaction gets exactly one answer.
"""

from __future__ import annotations

import asyncio
import time
from enum import Enum, auto
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot.layout import lay_out
from bot.logs import LOG, log_error
from bot.meter import Outcome
from commands.answer import Answer
from commands.tongue import tongue_for
from commands.words.problems import internal_error_text

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from bot.drawing import Studio
    from bot.meter import Meter
    from commands.tongue import Tongue

_ALREADY_ANSWERED = 40060
_UNKNOWN_INTERACTION = 10062
# Leaves a second attempt half of Discord's three seconds.
_FIRST_TRY_SECONDS = 1.5
_CONNECTION_LOST = (ConnectionResetError, aiohttp.ClientOSError, aiohttp.ServerDisconnectedError)


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
    ) -> Outcome:
        """Make the answer and send it; whatever happens, the asker hears something.

        Returns:
            What became of it.
        """
        started = time.monotonic()
        tongue = tongue_for(interaction.locale.value)
        try:
            answer = make()
            outcome = Outcome.REFUSED if answer.is_refusal else Outcome.ANSWERED
        except Exception as error:
            answer = _apology(log_error("a command failed", error), tongue)
            outcome = Outcome.FAILED
        if answer.is_private and place is Place.SAME:
            place = Place.ASIDE
        try:
            await self._send(interaction, answer, place, started)
        except Exception as error:
            return await _last_resort(interaction, error)
        self._meter.complete(time.monotonic() - started)
        return outcome

    async def _send(
        self, interaction: discord.Interaction, answer: Answer, place: Place, started: float
    ) -> None:
        is_private = answer.is_private or place is Place.ASIDE
        png, drawing = None, None
        if answer.picture is not None:
            drawing = asyncio.create_task(self._studio.draw(answer.picture))
            done, _ = await asyncio.wait({drawing}, timeout=self._patience_seconds)
            if done:
                png, drawing = drawing.result(), None
        if drawing is None:
            await _respond(interaction, answer, png, place, is_private=is_private)
            self._meter.acknowledge(time.monotonic() - started)
            return
        await _once_more_if_lost(
            lambda: interaction.response.defer(
                ephemeral=is_private, thinking=place is not Place.SAME
            )
        )
        self._meter.acknowledge(time.monotonic() - started)
        png = await drawing
        await _once_more_if_lost(lambda: _edit(interaction, answer, png), within_seconds=None)


async def _respond(
    interaction: discord.Interaction,
    answer: Answer,
    png: bytes | None,
    place: Place,
    *,
    is_private: bool,
) -> None:
    async def send() -> None:
        message = lay_out(answer, png)
        if place is Place.SAME:
            await interaction.response.edit_message(view=message.view, attachments=message.files)
        else:
            await interaction.response.send_message(
                view=message.view, files=message.files, ephemeral=is_private
            )

    await _once_more_if_lost(send)


async def _edit(interaction: discord.Interaction, answer: Answer, png: bytes | None) -> None:
    message = lay_out(answer, png)
    await interaction.edit_original_response(view=message.view, attachments=message.files)


async def _once_more_if_lost(
    send: Callable[[], Awaitable[object]], within_seconds: float | None = _FIRST_TRY_SECONDS
) -> None:
    """Send; when the connection breaks or the answer does not come, send again once.

    discord.py does not repeat after a reset on Linux, and after two server errors in a row its own
    third attempt comes too late for Discord's three seconds. The first attempt may have arrived
    although its answer was lost; then the second is told that the interaction is answered already,
    and all is well.
    """
    try:
        async with asyncio.timeout(within_seconds):
            await send()
    except (*_CONNECTION_LOST, TimeoutError) as error:
        LOG.warning("no answer, sending once more", extra={"reason": type(error).__name__})
        try:
            await send()
        except discord.HTTPException as second:
            if second.code != _ALREADY_ANSWERED:
                raise


async def _last_resort(interaction: discord.Interaction, error: Exception) -> Outcome:
    if isinstance(error, discord.HTTPException) and error.code in {
        _ALREADY_ANSWERED,
        _UNKNOWN_INTERACTION,
    }:
        # Another process answered, or Discord has given up on it: nobody is left to tell.
        LOG.info("interaction was not ours to answer", extra={"code": error.code})
        return Outcome.LOST
    error_id = log_error("an answer could not be sent", error)
    apology = _apology(error_id, tongue_for(interaction.locale.value))
    try:
        if interaction.response.is_done():
            await _edit(interaction, apology, None)
        else:
            await _respond(interaction, apology, None, Place.NEW, is_private=True)
    except Exception as second:
        log_error("nor could the apology", second)
    return Outcome.FAILED


def _apology(error_id: str, tongue: Tongue) -> Answer:
    return Answer(internal_error_text(error_id, tongue), is_private=True)
