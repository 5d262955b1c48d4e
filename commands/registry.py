"""Every command: a new one is a file or a folder, and one line here."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from commands.common.command import Command, ContextMenu
from commands.common.help import help_command
from commands.common.slash_line import parse_slash_line

if TYPE_CHECKING:
    from collections.abc import Mapping

_MODULES = (
    "selloff.command",
    "ask.command",
    "target.command",
    "compare.command",
    "rescue.command",
    "bond.command",
    "interest.command",
    "holders.command",
    "history.command",
    "ripple.command",
    "yen.command",
    "signal.command",
    "claim.command",
    "learn.command",
    "about.command",
)
"""Modules of this package that hold a ``COMMAND``, in the order of the list of all questions."""


def _load(module: str) -> Command:
    command = import_module(f"commands.{module}").COMMAND
    if not isinstance(command, Command):
        msg = f"COMMAND of commands.{module} is no Command"
        raise TypeError(msg)
    return command


_ASKED = {command.name: command for command in (_load(module) for module in _MODULES)}
_HELP = help_command(_ASKED)
COMMANDS: Mapping[str, Command] = {**_ASKED, _HELP.name: _HELP}

CONTEXT_MENUS = tuple(
    ContextMenu(command.context_menu, command, command.options[0].name)
    for command in COMMANDS.values()
    if command.context_menu
)
"""What can be done with a message of somebody else's."""

OPENING = next(iter(COMMANDS.values())).example
"""The question that shows best what this bot does."""


def example_of(command: Command) -> Mapping[str, str]:
    """Option values that work."""
    return parse_slash_line(command.example)[1]
