"""What Discord shows before anything is asked, in each language with a catalog.

Names of commands and options stay English: answers, articles and other people's messages quote
them. Descriptions, choices and entries of menus are translated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location

from commands.common.translator import ENGLISH, translator_for

if TYPE_CHECKING:
    import discord

_MOST_CHARACTERS = {Location.command_name: 32}
"""In an entry of a menu; everything else may have `_USUAL_MOST`."""
_USUAL_MOST = 100
_TRANSLATED = frozenset(
    {Location.command_description, Location.parameter_description, Location.choice_name}
)


class CatalogTranslator(app_commands.Translator):
    """Translates by the catalogs that answers are in."""

    async def translate(
        self,
        string: app_commands.locale_str,
        locale: discord.Locale,
        context: app_commands.TranslationContextTypes,
    ) -> str | None:
        """The text in a locale; None to show the English one."""
        is_menu = isinstance(context.data, app_commands.ContextMenu)
        if context.location not in _TRANSLATED and not is_menu:
            return None
        translator = translator_for(locale.value)
        if translator is ENGLISH:
            return None
        text = translator.gettext(string.message)
        # One that is too long would cost the registration of all commands.
        most = _MOST_CHARACTERS.get(context.location, _USUAL_MOST)
        return text if text != string.message and len(text) <= most else None
