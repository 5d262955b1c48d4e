"""The terminal: the same commands, words and pictures, without Discord."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from bot import exit_codes as exits
from commands.common.parsing.edit_distance import edits_allowed, edits_between
from commands.common.slash_line import parse_slash_line
from commands.common.text.errors import (
    missing_option_text,
    near_command_text,
    no_button_text,
    unknown_command_text,
    unknown_option_text,
)
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, OPENING

if TYPE_CHECKING:
    from pathlib import Path

    from commands.common.answer import Answer
    from commands.common.command import Request


class AskError(Exception):
    """The line is no question of ours; the message says why in one sentence."""


def print_answer(
    line: str, request: Request, *, label: str | None, folder: Path | None, as_json: bool
) -> int:
    """Answer a line on the terminal.

    Args:
        line: A slash command.
        request: Who asks about which market.
        label: A button of the answer to tap then.
        folder: Where to write the picture.
        as_json: For a program instead of a person.

    Returns:
        The exit code.
    """
    try:
        answer = ask(line, request)
        if label:
            answer = tap(answer, label, request)
    except AskError as error:
        print(error, file=sys.stderr)
        return exits.USAGE
    if as_json:
        print(to_json(answer))
    else:
        print(answer.plain_text, file=sys.stderr if answer.is_refusal else sys.stdout)
        print(*(f"[{button.label}]" for button in answer.buttons))
    if folder is not None:
        try:
            path = save(answer, folder)
        except OSError as error:
            print(f"The picture could not be saved: {error.strerror}", file=sys.stderr)
            return exits.FAILED
        if path is not None:
            print(f"picture: {path}", file=sys.stderr)
    return exits.USAGE if answer.is_refusal else exits.FINE


def ask(line: str, request: Request) -> Answer:
    """Answer a slash command typed as a line.

    Raises:
        AskError: It is not one of our commands, an option is unknown, or a required one missing.
    """
    slashed = line if line.lstrip().startswith("/") else f"/{line.lstrip()}"
    try:
        name, values = parse_slash_line(slashed)
    except ValueError as error:
        raise AskError(unknown_command_text(line, sorted(COMMANDS), OPENING)) from error
    command = COMMANDS.get(name)
    if command is None:
        if (near := _nearest(name)) is not None:
            raise AskError(near_command_text(name, near, COMMANDS[near].example))
        raise AskError(unknown_command_text(line, sorted(COMMANDS), OPENING))
    known = [option.name for option in command.options]
    if unknown := [option for option in values if option not in known]:
        raise AskError(unknown_option_text(unknown[0], name, known))
    for option in command.options:
        if option.is_required and not values.get(option.name):
            raise AskError(missing_option_text(option.name, name, command.example))
    return run_command(command, request, values)


def _nearest(name: str) -> str | None:
    """The one command that a slip makes of this name."""
    most = max(1, edits_allowed(name))
    edits = {known: edits_between(name, known, most) for known in COMMANDS}
    least = min(edits.values())
    near = [known for known, count in edits.items() if count == least <= most]
    return near[0] if len(near) == 1 else None


def tap(answer: Answer, label: str, request: Request) -> Answer:
    """The answer to one of an answer's buttons.

    Raises:
        AskError: It has no such button.
    """
    for button in answer.buttons:
        if button.label == label:
            return run_component(button.custom_id, request)
    raise AskError(no_button_text(label, [button.label for button in answer.buttons]))


def save(answer: Answer, folder: Path) -> Path | None:
    """Write the answer's picture into a folder.

    Returns:
        The file, or None when the answer has no picture.

    Raises:
        OSError: It cannot be written there.
    """
    if answer.picture is None:
        return None
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / answer.picture.filename
    path.write_bytes(answer.picture.draw())
    return path


def to_json(answer: Answer) -> str:
    """The answer for a program: words, alt text, buttons."""
    return json.dumps(
        {
            "text": answer.text,
            "small_print": answer.small_print,
            "alt": answer.picture.alt if answer.picture else None,
            "buttons": [
                {"label": button.label, "custom_id": button.custom_id} for button in answer.buttons
            ],
            "is_private": answer.is_private,
        },
        ensure_ascii=False,
        indent=2,
    )
