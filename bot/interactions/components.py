"""What a tapped button is about, and where its answer goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.interactions.responder import Place
from bot.observability.metrics import UNKNOWN
from commands.common.custom_id import StaleButtonError, parse_custom_id
from commands.registry import COMMANDS

if TYPE_CHECKING:
    import discord


def command_of_press(custom_id: str) -> str:
    """The name of the command that answers; ids come back from the client, so it may be none."""
    try:
        name = parse_custom_id(custom_id).command
    except StaleButtonError:
        return UNKNOWN
    return name if name in COMMANDS else UNKNOWN


def place_of_press(interaction: discord.Interaction, custom_id: str) -> Place:
    """The asker's own message changes; somebody else's tap answers only the one who tapped."""
    if _is_new_message(custom_id):
        return Place.NEW
    try:
        is_their_own = _is_their_own(interaction)
    except (AttributeError, TypeError):
        # Discord left something out; a message of one's own is never wrong.
        return Place.ASIDE
    return Place.SAME if is_their_own else Place.ASIDE


def _is_new_message(custom_id: str) -> bool:
    try:
        return parse_custom_id(custom_id).is_new_message
    except StaleButtonError:
        return False


def _is_their_own(interaction: discord.Interaction) -> bool:
    message = interaction.message
    if message is None:
        return False
    asked_by = message.interaction_metadata.user.id if message.interaction_metadata else None
    return message.flags.ephemeral or asked_by == interaction.user.id
