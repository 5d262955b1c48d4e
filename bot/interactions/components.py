"""Which command answers a button or a chosen option, and how."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from bot.observability.metrics import UNKNOWN
from commands.common.custom_id import (
    BACK,
    POST,
    CustomId,
    StaleButtonError,
    held_ids,
    is_lasting,
    parse_custom_id,
    trail_from,
)
from commands.registry import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import discord


class ResponseMode(Enum):
    """Where an answer goes."""

    MESSAGE = auto()
    """A new message, public unless the answer is private."""
    EDIT = auto()
    """The message whose button was clicked."""
    EPHEMERAL = auto()
    """A new message that only the user sees."""


def tapped_id(interaction: discord.Interaction) -> str:
    """The id of what was tapped: a button's own, or the value of the option that was chosen."""
    data: Mapping[str, object] = dict(interaction.data or {})
    values = data.get("values")
    chosen = values[0] if isinstance(values, list) and values else data.get("custom_id", "")
    return str(chosen)


def read_custom_id(text: str) -> CustomId | None:
    """The parsed id; None for one that this version cannot read."""
    try:
        return parse_custom_id(text)
    except StaleButtonError:
        return None


def command_name(custom_id: CustomId | None) -> str:
    """The command that answers; `UNKNOWN` for an id that is none of ours."""
    if custom_id is None:
        return UNKNOWN
    name = custom_id.command
    if name in {BACK, POST} and (held := held_ids(custom_id)):
        name = parse_custom_id(held[0]).command
    return name if name in COMMANDS else UNKNOWN


def trail_of(interaction: discord.Interaction) -> tuple[str, ...]:
    """The ids of the answer in the tapped message and of those before it, nearest first."""
    try:
        return trail_from(_ids_in(_components(interaction)))
    except (AttributeError, TypeError):
        # No message that discord.py could read: no way back.
        return ()


def _components(interaction: discord.Interaction) -> Iterable[object]:
    return interaction.message.components if interaction.message else ()


def _ids_in(components: Iterable[object]) -> Iterator[str]:
    """The ids of buttons anywhere in a message."""
    for component in components:
        custom_id = getattr(component, "custom_id", None)
        if isinstance(custom_id, str):
            yield custom_id
        yield from _ids_in(getattr(component, "children", ()))


def is_seen_by_one(interaction: discord.Interaction) -> bool:
    """Whether the tapped message is one that only the asker sees."""
    try:
        return interaction.message is not None and interaction.message.flags.ephemeral
    except AttributeError:
        return False


def response_mode(interaction: discord.Interaction, custom_id: CustomId | None) -> ResponseMode:
    """Edit a message that the user asked for; answer a click on somebody else's privately.

    So is one on an answer that nothing could bring back.
    """
    if custom_id is not None and custom_id.is_new_message:
        return ResponseMode.MESSAGE
    try:
        is_own = _is_own_message(interaction) and not is_lasting(_ids_in(_components(interaction)))
    except (AttributeError, TypeError):
        # Metadata missing: fall back to an ephemeral reply.
        return ResponseMode.EPHEMERAL
    return ResponseMode.EDIT if is_own else ResponseMode.EPHEMERAL


def _is_own_message(interaction: discord.Interaction) -> bool:
    message = interaction.message
    if message is None:
        return False
    asked_by = message.interaction_metadata.user.id if message.interaction_metadata else None
    return is_seen_by_one(interaction) or asked_by == interaction.user.id
