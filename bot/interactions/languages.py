"""Which language an answer is in, from what Discord says of the asker and the server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.translator import is_served, translator_for

if TYPE_CHECKING:
    import discord

    from commands.common.translator import Translator

# Discord gives it to every server that is no Community or has chosen nothing.
_DEFAULT = "en-US"


def own_translator(interaction: discord.Interaction) -> Translator:
    """The asker's language, for what only they see."""
    return translator_for(interaction.locale.value)


def answer_translator(interaction: discord.Interaction, *, is_public: bool) -> Translator:
    """The language of an answer: a public one is in the server's where it has chosen one.

    Its buttons need not carry it: only the same asker changes the answer in its place.
    """
    server = interaction.guild_locale
    if not is_public or server is None or server.value == _DEFAULT or not is_served(server.value):
        return own_translator(interaction)
    return translator_for(server.value)
