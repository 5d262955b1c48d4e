"""Our message menus -> Discord's: right-click a message, pick one, and a command reads its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.interactions.localizations import translatable
from bot.interactions.message_text import text_of

if TYPE_CHECKING:
    from bot.interactions.slash_commands import Handler
    from commands.common.command import ContextMenu


def to_context_menu(menu: ContextMenu, handle: Handler) -> app_commands.ContextMenu:
    """The Discord menu entry for one of ours.

    Discord hands the message over with the click, so that reading it needs no message intent. The
    answer is private: whoever wrote the message did not ask.
    """

    # discord.py tells a message menu from a user menu by this annotation, looked up at run time.
    async def callback(interaction: discord.Interaction, message: discord.Message) -> None:
        values = {menu.option: text_of(message)}
        await handle(interaction, menu.command, values, is_private=True)

    callback.__annotations__ = {"interaction": discord.Interaction, "message": discord.Message}
    return app_commands.ContextMenu(name=translatable(menu.name), callback=callback)
