"""Every command, in one place: a new one is a new file and one line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.about import command as about
from commands.bond import command as bond
from commands.claim import command as claim
from commands.common.command import MessageMenu
from commands.common.slash_line import parse_slash_line
from commands.compare import command as compare
from commands.history import command as history
from commands.holders import command as holders
from commands.interest import command as interest
from commands.learn import command as learn
from commands.rescue import command as rescue
from commands.ripple import command as ripple
from commands.selloff import command as selloff
from commands.signal import command as signal
from commands.target import command as target
from commands.yen import command as yen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.command import Command

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
    return parse_slash_line(command.example)[1]
