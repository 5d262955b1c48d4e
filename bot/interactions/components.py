"""Which command answers a button, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.interactions.responder import ResponseMode
from bot.observability.meter import UNKNOWN
from commands.common.custom_id import StaleButtonError, is_for_all, parse_custom_id
from commands.registry import COMMANDS

if TYPE_CHECKING:
    import discord


def command_of_custom_id(custom_id: str) -> str:
    """The name of the command that answers; `UNKNOWN` for an id that is none of ours."""
    try:
        name = parse_custom_id(custom_id).command
    except StaleButtonError:
        return UNKNOWN
    return name if name in COMMANDS else UNKNOWN


def response_mode(interaction: discord.Interaction, custom_id: str) -> ResponseMode:
    """Edit a message that the user asked for; answer a click on somebody else's privately."""
    if is_for_all(custom_id):
        return ResponseMode.MESSAGE
    try:
        is_own = _is_own_message(interaction)
    except (AttributeError, TypeError):
        # Metadata missing: fall back to an ephemeral reply.
        return ResponseMode.EPHEMERAL
    return ResponseMode.EDIT if is_own else ResponseMode.EPHEMERAL


def _is_own_message(interaction: discord.Interaction) -> bool:
    message = interaction.message
    if message is None:
        return False
    asked_by = message.interaction_metadata.user.id if message.interaction_metadata else None
    return message.flags.ephemeral or asked_by == interaction.user.id
