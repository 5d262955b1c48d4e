"""Every command, in one place: a new one is a new file and one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands import (
    about,
    bond,
    claim,
    compare,
    history,
    holders,
    interest,
    learn,
    rescue,
    ripple,
    selloff,
    signal,
    target,
    yen,
)
from commands.command import MessageMenu
from commands.line import read_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.command import Command

_IN_ORDER = (
    selloff.COMMAND,
    target.COMMAND,
    compare.COMMAND,
    rescue.COMMAND,
    bond.COMMAND,
    interest.COMMAND,
    holders.COMMAND,
    history.COMMAND,
    ripple.COMMAND,
    yen.COMMAND,
    signal.COMMAND,
    claim.COMMAND,
    learn.COMMAND,
    about.COMMAND,
)

COMMANDS: Mapping[str, Command] = {command.name: command for command in _IN_ORDER}

MESSAGE_MENUS = (MessageMenu("Check this claim", claim.COMMAND, "text"),)
"""What can be done with a message of somebody else's."""

OPENING = selloff.COMMAND.example
"""The question that shows best what this bot does."""


def example_of(command: Command) -> Mapping[str, str]:
    """Option values that work."""
    return read_line(command.example)[1]
