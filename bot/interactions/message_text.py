"""What a message of somebody else's says, wherever Discord puts it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import discord

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ADDRESS = re.compile(r"<?https?://\S+")


def text_of(message: discord.Message) -> str:
    """The text of a message: written, forwarded, previewed, laid out in components, or a poll.

    Args:
        message: As Discord hands it over with the click on a message menu.

    Returns:
        One part a line, each once; empty when there is no text at all.
    """
    parts = dict.fromkeys(part.strip() for part in _parts(message))
    # The preview of a link says more than its address.
    return "\n".join(part for part in parts if _ADDRESS.sub("", part).strip())


def _parts(message: discord.Message) -> Iterator[str]:
    sources: list[discord.Message | discord.MessageSnapshot] = [message]
    sources += message.message_snapshots
    for source in sources:
        yield source.content
        for embed in source.embeds:
            yield from _embed_parts(embed)
        yield from _component_parts(source.components)
    if message.poll is not None:
        yield str(message.poll.question)
        for answer in message.poll.answers:
            yield answer.text


def _embed_parts(embed: discord.Embed) -> Iterator[str]:
    for text in (embed.title, embed.description):
        yield text or ""
    for field in embed.fields:
        yield f"{field.name or ''}: {field.value or ''}"


def _component_parts(components: Iterable[object]) -> Iterator[str]:
    for component in components:
        if isinstance(component, discord.TextDisplay):
            yield component.content
        yield from _component_parts(getattr(component, "children", ()))
