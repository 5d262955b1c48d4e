"""*Remove this answer*: a message menu for whoever asked, and for whoever may manage messages.

The message itself says who asked, so that nothing is stored.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

import discord

from bot.interactions.responder import UNREACHABLE
from bot.observability.logs import LOG
from commands.common.answer import Answer
from commands.common.text import errors as words

if TYPE_CHECKING:
    from commands.common.translator import Translator

# Of the three seconds that Discord waits for a first response.
_SECONDS: Final = 1.5
_UNKNOWN_MESSAGE: Final = 10008
_SERVER_ERROR: Final = 500


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
        async with asyncio.timeout(_SECONDS):
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
