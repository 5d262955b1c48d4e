"""Message menus: right-click a message, and a command reads its text, or an answer of ours goes.

The message itself says who asked for an answer, so that nothing is stored.
"""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

from bot.interactions.responder import UNREACHABLE
from bot.observability.logs import LOG
from commands.common.answer import Answer
from commands.common.text import errors as words

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable, Iterator

    from commands.common.translator import Translator

# Of the three seconds that Discord waits for a first response.
_REMOVAL_SECONDS = 1.5
_UNKNOWN_MESSAGE, _SERVER_ERROR = 10008, 500
_ADDRESS = re.compile(r"<?https?://\S+")


def message_menu(
    name: str, handle: Callable[[discord.Interaction, discord.Message], Coroutine[Any, Any, None]]
) -> app_commands.ContextMenu:
    """An entry in the menu of every message.

    Discord hands the message over with the click, so that reading it needs no message intent.
    """

    # discord.py tells a message menu from a user menu by these annotations.
    async def callback(interaction: discord.Interaction, message: discord.Message) -> None:
        await handle(interaction, message)

    return app_commands.ContextMenu(name=app_commands.locale_str(name), callback=callback)


def text_of(message: discord.Message) -> str:
    """The text of a message: written, forwarded, previewed, laid out in components, or a poll.

    Returns:
        One part a line, each once; empty when there is no text at all.
    """
    parts = dict.fromkeys(part.strip() for part in _parts(message))
    # The preview of a link says more than its address.
    return "\n".join(part for part in parts if _ADDRESS.sub("", part).strip())


def _parts(message: discord.Message) -> Iterator[str]:
    sources: tuple[discord.Message | discord.MessageSnapshot, ...]
    sources = (message, *message.message_snapshots)
    for source in sources:
        yield source.content
        for embed in source.embeds:
            yield from (embed.title or "", embed.description or "")
            yield from (f"{field.name or ''}: {field.value or ''}" for field in embed.fields)
        yield from _component_parts(source.components)
    if message.poll is not None:
        yield str(message.poll.question)
        yield from (answer.text for answer in message.poll.answers)


def _component_parts(components: Iterable[object]) -> Iterator[str]:
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        yield from _component_parts(getattr(component, "children", ()))


async def remove(
    interaction: discord.Interaction, message: discord.Message, translator: Translator
) -> Answer:
    """Remove an answer of ours if this user may, and say what became of it."""
    if not _is_ours(interaction, message):
        refusal = words.not_ours_text(translator)
    elif not _may_remove(interaction, message):
        refusal = words.not_yours_text(translator)
    elif _is_guest(interaction):
        refusal = words.not_allowed_text(translator)
    else:
        refusal = await _delete(message, translator)
    if refusal:
        return Answer(refusal, is_private=True, is_refusal=True)
    return Answer(words.removed_text(translator), is_private=True)


async def _delete(message: discord.Message, translator: Translator) -> str:
    """Why a message is still there; empty when it is gone."""
    try:
        async with asyncio.timeout(_REMOVAL_SECONDS):
            await message.delete()
    except UNREACHABLE:
        # TimeoutError is among them: Discord may or may not have done it.
        return words.no_reply_text(translator)
    except discord.HTTPException as error:
        if error.status >= _SERVER_ERROR:
            return words.no_reply_text(translator)
        if error.code != _UNKNOWN_MESSAGE:
            LOG.info("Discord does not let an answer be removed", extra={"reason": str(error)})
            return words.not_allowed_text(translator)
    return ""


def _is_guest(interaction: discord.Interaction) -> bool:
    """Where only the user brought the bot, an answer can be given but not deleted."""
    is_member = interaction.is_guild_integration() or interaction.context.dm_channel
    return interaction.is_user_integration() and not is_member


def _is_ours(interaction: discord.Interaction, message: discord.Message) -> bool:
    """By the application, or by its user, whose id may be another one."""
    us = {interaction.application_id, interaction.client.user and interaction.client.user.id}
    return message.author.id in us or message.application_id == interaction.application_id


def _may_remove(interaction: discord.Interaction, message: discord.Message) -> bool:
    asked = message.interaction_metadata
    if asked is not None and asked.user.id == interaction.user.id:
        return True
    return interaction.guild_id is not None and interaction.permissions.manage_messages
