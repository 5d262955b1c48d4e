"""Our commands -> Discord's: the one place that knows how discord.py describes options.

Names of commands and options stay English: answers, articles and other people's messages quote
them. Descriptions, choices and entries of menus are translated.
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import discord
from discord import app_commands
from discord.app_commands import TranslationContextLocation as Location
from discord.app_commands import locale_str

from commands.common.command import LANGUAGE, LANGUAGE_DESCRIPTION, PRIVATE, PRIVATE_DESCRIPTION
from commands.common.locale.catalog_files import native_name, served_languages
from commands.common.translator import ENGLISH, translator_for

if TYPE_CHECKING:
    from bot.interactions.dispatcher import Dispatcher
    from commands.common.command import Command, Option

_MAX_CHOICES = 25
_MAX_CHOICE_LENGTH = 100
_MOST_CHARACTERS = {Location.command_name: 32}
"""In an entry of a menu; everything else may have `_USUAL_MOST`."""
_USUAL_MOST = 100
_TRANSLATED = frozenset(
    {Location.command_description, Location.parameter_description, Location.choice_name}
)
# A parameter may not be called `from` or `yield`; an option may.
_SAFE = "option_"


def to_slash_command(
    command: Command, dispatcher: Dispatcher
) -> app_commands.Command[Any, ..., None]:
    """The Discord command for one of ours, with ``private`` and ``language`` added."""

    async def callback(interaction: discord.Interaction, **values: object) -> None:
        is_private = bool(values.pop(_SAFE + PRIVATE, False))
        given = {
            name.removeprefix(_SAFE): str(value)
            for name, value in values.items()
            if value is not None
        }
        await dispatcher.answer_command(interaction, command, given, is_private=is_private)

    described = {option.name: option.description for option in command.options}
    described[PRIVATE] = PRIVATE_DESCRIPTION
    choices = {
        option.name: [
            app_commands.Choice(name=locale_str(choice.label), value=choice.value)
            for choice in option.choices
        ]
        for option in command.options
        if option.choices
    }
    if len(languages := served_languages()) > 1:
        described[LANGUAGE] = LANGUAGE_DESCRIPTION
        # Each under its own name.
        choices[LANGUAGE] = [
            app_commands.Choice(name=native_name(tag), value=tag) for tag in languages
        ]
    # discord.py reads a command's options from its callback's signature.
    callback.__dict__["__signature__"] = _signature(command, with_language=LANGUAGE in described)
    app_commands.rename(**{_SAFE + name: name for name in described})(callback)
    slash: app_commands.Command[Any, ..., None] = app_commands.Command(
        name=command.name, description=locale_str(command.description), callback=callback
    )
    app_commands.describe(**{_SAFE + name: locale_str(text) for name, text in described.items()})(
        slash
    )
    app_commands.choices(**{_SAFE + name: fixed for name, fixed in choices.items()})(slash)
    for option in command.options:
        if option.suggest is not None:
            _autocomplete(slash, option, dispatcher)
    return slash


def _signature(command: Command, *, with_language: bool) -> inspect.Signature:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    parameters = [inspect.Parameter("interaction", kind, annotation=discord.Interaction)]
    for option in command.options:
        default = inspect.Parameter.empty if option.is_required else None
        annotation = str if option.choices else app_commands.Range[str, 1, option.max_length]
        parameters.append(
            inspect.Parameter(_SAFE + option.name, kind, annotation=annotation, default=default)
        )
    parameters.append(inspect.Parameter(_SAFE + PRIVATE, kind, annotation=bool, default=False))
    if with_language:
        parameters.append(inspect.Parameter(_SAFE + LANGUAGE, kind, annotation=str, default=None))
    return inspect.Signature(parameters)


def _autocomplete(
    slash: app_commands.Command[Any, ..., None], option: Option, dispatcher: Dispatcher
) -> None:
    @slash.autocomplete(_SAFE + option.name)
    async def complete(
        interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        return [
            app_commands.Choice(name=choice.label[:_MAX_CHOICE_LENGTH], value=choice.value)
            for choice in dispatcher.suggest(interaction, option, current)[:_MAX_CHOICES]
        ]


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
