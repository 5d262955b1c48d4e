"""Component state of ``/ask``: the command that was understood, with its options."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.ask.lines import CommandLine
from commands.common.custom_id import StaleButtonError, build_custom_id, read_field, write_field

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME: Final = "ask"


def line_id(action: str, line: CommandLine) -> str | None:
    """The id of a button that answers a line; None for one that no id has room for."""
    fields = (write_field(part) for pair in line.options for part in pair)
    try:
        return build_custom_id(NAME, action, line.command, *fields)
    except ValueError:
        return None


def read_line(fields: Sequence[str]) -> CommandLine:
    """The line in the fields; whether a command can answer it is for others to say.

    Raises:
        StaleButtonError: They hold none.
    """
    if len(fields) % 2 == 0 or not fields[0].isalpha():
        raise StaleButtonError
    parts = [read_field(field) for field in fields[1:]]
    return CommandLine(fields[0], tuple(zip(parts[::2], parts[1::2], strict=True)))
