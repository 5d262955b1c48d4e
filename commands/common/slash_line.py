"""A slash command as a line of text: typed at a terminal, or suggested instead of another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.command import Command

# Git Bash on Windows makes a path of its own installation out of a leading slash.
_GIT_BASH_PATH: Final = re.compile(r"\s*[A-Za-z]:[/\\](?:[^:]*[/\\])?(?=[a-z])")
_OPTION = re.compile(r"(?<!\S)([a-z_]{1,32}):(.*?)(?=\s+[a-z_]{1,32}:|$)", re.DOTALL)


def parse_slash_line(line: str) -> tuple[str, dict[str, str]]:
    """Take ``/name option:value option:a longer value`` apart.

    Returns:
        The command's name without the slash, and its options as text.

    Raises:
        ValueError: The line does not start with a slash and a name.
    """
    first = _OPTION.search(line)
    name = (line[: first.start()] if first else line).strip()
    if re.fullmatch(r"/[a-z][a-z_-]*", name) is None:
        msg = f"not a slash command: {line!r}"
        raise ValueError(msg)
    return name[1:], {option: value.strip() for option, value in _OPTION.findall(line)}


def corrected_values(
    suggestion: str, option: str, command: Command, values: Mapping[str, str]
) -> tuple[str, Mapping[str, str]]:
    """The command and the option values that a suggestion stands for.

    Args:
        suggestion: A value for the option; or options with their values, ``country:japan
            amount:200b``, that take the place of what was typed; or the line of another command.
        option: Where the error was.
        command: What was asked.
        values: As typed.
    """
    if suggestion.startswith("/"):
        return parse_slash_line(suggestion)
    _, given = parse_slash_line(f"/{command.name} {suggestion}") if ":" in suggestion else ("", {})
    names = {each.name for each in command.options}
    if given and set(given) <= names:
        kept = {} if option not in names else values
        return command.name, {**kept, **given}
    return command.name, {**values, option: suggestion}


def without_folder(line: str) -> str:
    """The line without what Git Bash put in the place of its slash."""
    return _GIT_BASH_PATH.sub("", line)


def is_slash_command(argument: str) -> bool:
    """Whether an argument begins a slash command rather than an action of the program."""
    return argument.lstrip().startswith("/") or without_folder(argument) != argument
