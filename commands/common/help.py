"""``/help``: what can be asked. Every answer leads here, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.common.answer import MOST_OPTIONS, Answer, Button, SelectMenu, SelectOption
from commands.common.command import Command, Request
from commands.common.custom_id import MORE, build_custom_id, more_id
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

NAME: Final = "help"
_FIRST: Final = ("ask", "selloff", "holders", "claim")
"""What people ask first."""


def questions(commands: Mapping[str, Command], request: Request) -> Answer:
    """The first questions as buttons, and all of them as a menu: each shows an example."""
    translator = request.translator
    options = [
        SelectOption(translator.gettext(command.label or f"/{name}"), build_custom_id(MORE, name))
        for name, command in commands.items()
        if name != NAME
    ]
    first = [name for name in _FIRST if name in commands]
    return Answer(
        translator.gettext(
            "### What can I ask?\n"
            "I work out what would happen if somebody sold US Treasuries, US government"
            " debt. Tap a question, choose another from the menu, or ask your own: {commands}.",
            commands=translator.listed(request.mention(name) for name in first),
        ),
        buttons=tuple(
            Button(translator.gettext(commands[name].label), build_custom_id(MORE, name))
            for name in first
        ),
        menus=tuple(
            SelectMenu(
                translator.gettext("All questions"), tuple(options[start : start + MOST_OPTIONS])
            )
            for start in range(0, len(options), MOST_OPTIONS)
        ),
        is_private=True,
        own_id=more_id(),
    )


def help_command(commands: Mapping[str, Command]) -> Command:
    """The command that says what the others are for."""

    def reply(request: Request, _: Mapping[str, str]) -> Answer:
        return questions(commands, request)

    return Command(
        name=NAME,
        description="What can I ask? Four questions to tap, and all the others",
        label=N_("What can I ask?"),
        reply=reply,
        example="/help",
    )
