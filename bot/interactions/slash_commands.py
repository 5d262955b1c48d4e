"""Our commands -> Discord's: the one place that knows how discord.py describes options."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, Protocol

import discord
from discord import app_commands

from bot.interactions.localizations import language_choices, translatable
from commands.common.shared_options import (
    LANGUAGE,
    LANGUAGE_DESCRIPTION,
    PRIVATE,
    PRIVATE_DESCRIPTION,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Mapping

    from commands.common.command import Choice, Command, Option

_MAX_CHOICES = 25
_MAX_CHOICE_LENGTH = 100
# A parameter may not be called `from` or `yield`; an option may.
_SAFE = "option_"


AutocompleteCallback = Callable[
    [discord.Interaction, str], Coroutine[Any, Any, list[app_commands.Choice[str]]]
]


class Handler(Protocol):
    """Does the work of a command."""

    def __call__(
        self,
        interaction: discord.Interaction,
        command: Command,
        values: Mapping[str, str],
        *,
        is_private: bool,
    ) -> Awaitable[None]:
        """Answer the interaction."""


class Suggester(Protocol):
    """Suggests values while somebody types."""

    def __call__(
        self, interaction: discord.Interaction, option: Option, typed: str
    ) -> list[Choice]:
        """Suggestions, best first."""


def to_slash_command(
    command: Command, handle: Handler, suggest: Suggester
) -> app_commands.Command[Any, ..., None]:
    """The Discord command for one of ours, with ``private`` and ``language`` added."""

    async def callback(interaction: discord.Interaction, **values: object) -> None:
        is_private = bool(values.pop(_SAFE + PRIVATE, False))
        given = {
            name.removeprefix(_SAFE): str(value)
            for name, value in values.items()
            if value is not None
        }
        await handle(interaction, command, given, is_private=is_private)

    # discord.py reads a command's options from its callback's signature.
    languages = language_choices()
    is_choice = len(languages) > 1
    callback.__dict__["__signature__"] = _signature(command, with_language=is_choice)
    described = {option.name: option.description for option in command.options}
    described[PRIVATE] = PRIVATE_DESCRIPTION
    if is_choice:
        described[LANGUAGE] = LANGUAGE_DESCRIPTION
    app_commands.rename(**{_SAFE + name: name for name in described})(callback)
    slash: app_commands.Command[Any, ..., None] = app_commands.Command(
        name=command.name, description=translatable(command.description), callback=callback
    )
    app_commands.describe(**{_SAFE + name: translatable(text) for name, text in described.items()})(
        slash
    )
    if is_choice:
        app_commands.choices(**{_SAFE + LANGUAGE: languages})(slash)
    for option in command.options:
        if option.choices:
            fixed = [
                app_commands.Choice(name=translatable(choice.label), value=choice.value)
                for choice in option.choices
            ]
            app_commands.choices(**{_SAFE + option.name: fixed})(slash)
        if option.suggest is not None:
            slash.autocomplete(_SAFE + option.name)(_autocomplete(option, suggest))
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


def _autocomplete(option: Option, suggest: Suggester) -> AutocompleteCallback:
    async def complete(
        interaction: discord.Interaction, current: str
    ) -> list[app_commands.Choice[str]]:
        return [
            app_commands.Choice(name=choice.label[:_MAX_CHOICE_LENGTH], value=choice.value)
            for choice in suggest(interaction, option, current)[:_MAX_CHOICES]
        ]

    return complete
