"""One interaction's reply on Discord: all of it at once, or "thinking" first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord

from bot.interactions import retry as sending
from bot.interactions.message import lay_out
from bot.observability.logs import log_error, log_trouble

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from commands.common.answer import Answer

# What discord.py raises when Discord's reply to a request is not what it expects.
_ODD = (AttributeError, LookupError, TypeError)


@dataclass(frozen=True, slots=True)
class Reply:
    """The reply to an interaction.

    Args:
        interaction: What is replied to.
        is_change: The message whose button was tapped changes; otherwise a new one comes.
        is_private: A new message is for the asker alone.
        asked_at: When the interaction came, by the monotonic clock.
    """

    interaction: discord.Interaction
    is_change: bool
    is_private: bool
    asked_at: float

    async def respond(self, answer: Answer, png: bytes | None) -> None:
        """Send the whole answer as first response."""
        response = self.interaction.response

        async def send(png: bytes | None) -> None:
            message = lay_out(answer, png)
            if self.is_change:
                await response.edit_message(view=message.view, attachments=message.files)
            else:
                await response.send_message(
                    view=message.view, files=message.files, ephemeral=self.is_private
                )

        async def send_in_time(png: bytes | None) -> None:
            await sending.respond(lambda: send(png), self.asked_at)

        try:
            await _with_picture_if_welcome(send_in_time, png)
        except _ODD as error:
            self._unless_taken(error)

    async def promise(self) -> None:
        """Say that the answer comes; `complete` has to follow."""

        async def defer() -> None:
            await self.interaction.response.defer(
                ephemeral=self.is_private, thinking=not self.is_change
            )

        try:
            await sending.respond(defer, self.asked_at)
        except _ODD as error:
            self._unless_taken(error)
        except sending.UNREACHABLE as error:
            # It may have arrived all the same: then the asker sees it, and waits for the answer.
            log_trouble("not sure that Discord heard", error)

    async def complete(self, answer: Answer, png: bytes | None) -> None:
        """Put the answer where it was promised."""

        async def send(png: bytes | None) -> None:
            message = lay_out(answer, png)
            try:
                await self.interaction.edit_original_response(
                    view=message.view, attachments=message.files
                )
            except _ODD as error:
                # discord.py cannot read the message that Discord returns once it took the answer.
                log_error("an odd reply from Discord", error)

        async def send_patiently(png: bytes | None) -> None:
            await sending.edit(lambda: send(png))

        await _with_picture_if_welcome(send_patiently, png)

    def _unless_taken(self, error: Exception) -> None:
        if not self.interaction.response.is_done():
            raise error
        # Only what Discord said of it could not be read.
        log_error("an odd reply from Discord", error)


async def _with_picture_if_welcome(
    send: Callable[[bytes | None], Awaitable[None]], png: bytes | None
) -> None:
    try:
        await send(png)
    except discord.HTTPException as error:
        if png is None or not sending.refuses_files(error):
            raise
        log_trouble("Discord wants no picture here", error)
        await send(None)
