"""discord.py's command tree, but it leaves nobody without an answer."""

from __future__ import annotations

import asyncio

import discord
from discord import app_commands

from bot.observability.logs import LOG, log_error

MOST_SUGGESTING = 64
"""Suggestions on their way; who types meanwhile gets none."""
_SUGGESTING_SECONDS = 2.5


class Tree(app_commands.CommandTree[discord.AutoShardedClient]):
    """What it cannot make sense of on the way to a command is an error like one in the command.

    discord.py looks up the command, its options and the message of a menu in a task. If Discord
    leaves out a field one day, that task ends, and the asker waits for nothing.
    """

    _suggesting = 0

    async def _call(self, interaction: discord.Interaction[discord.AutoShardedClient]) -> None:
        if interaction.type is not discord.InteractionType.autocomplete:
            await self._call_command(interaction)
            return
        # Suggestions are a courtesy: they may take neither the time nor the connections of answers.
        if self._suggesting >= MOST_SUGGESTING:
            return
        self._suggesting += 1
        try:
            async with asyncio.timeout(_SUGGESTING_SECONDS):
                await self._call_command(interaction)
        except TimeoutError:
            LOG.info("a suggestion came too late")
        finally:
            self._suggesting -= 1

    async def _call_command(
        self, interaction: discord.Interaction[discord.AutoShardedClient]
    ) -> None:
        try:
            await super()._call(interaction)
        except Exception as error:
            if interaction.type is discord.InteractionType.autocomplete:
                # A message is no answer to somebody who types, and no suggestion does no harm.
                log_error("nothing could be suggested", error)
            elif isinstance(error, app_commands.AppCommandError):
                raise
            else:
                unreadable = app_commands.AppCommandError("not as Discord describes it")
                unreadable.__cause__ = error
                await self.on_error(interaction, unreadable)
