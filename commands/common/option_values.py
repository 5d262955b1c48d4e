"""Option values with one corrected as an error suggests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.slash_line import parse_slash_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.command import Command


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
