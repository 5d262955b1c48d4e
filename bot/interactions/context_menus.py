"""Message menus: right-click a message, pick one, and a command reads its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable, Iterator

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
