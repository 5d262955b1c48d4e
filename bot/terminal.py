"""The terminal: the same commands, text and pictures, without Discord."""

from __future__ import annotations

import json
import os
import re
import sys
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Final

from bot import exit_codes as exits
from bot.streams import write_error, write_line
from commands.common.command import LANGUAGE
from commands.common.custom_id import trail_from
from commands.common.parsing.edit_distance import edits_allowed, edits_between
from commands.common.slash_line import parse_slash_line, without_folder
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, OPENING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import TextIO

    from commands.common.answer import Answer
    from commands.common.command import Command, Request


_IN_OWN_WORDS = "ask"
"""The command that takes a sentence."""
_MOST_VALUES = 3
"""More words behind the name of a command are a sentence."""


_BOLD, _DIM, _PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[0m"
_MARK: Final = re.compile(
    r"`(?P<code>[^`\n]*)`"
    r"|\\(?P<escaped>[^A-Za-z0-9\s])"
    r"|\[(?P<label>(?:\\.|[^\]\\])*)\]\((?:<(?P<address>[^>]*)>|(?P<bare>[^)\s]*))\)"
    r"|\*\*(?P<bold>.+?)\*\*",
    re.DOTALL,
)
_WHOLE_LINES: Final = {"#": _BOLD, "##": _BOLD, "###": _BOLD, "-#": _DIM}


class AskError(Exception):
    """The line cannot be answered; the message is one sentence."""


class UnknownCommandError(AskError):
    """The line is no command of this bot."""


def print_answer(
    line: str, request: Request, *, labels: Sequence[str], folder: Path | None, as_json: bool
) -> int:
    """Answer a line on the terminal.

    Args:
        line: A slash command, or a question in words.
        request: The market to answer from, and the locale.
        labels: What to tap then, one after the other: buttons, or entries of a menu.
        folder: Where to write the picture.
        as_json: For a program instead of a person.

    Returns:
        The exit code.
    """
    try:
        answer = _ask(line, request)
        for label in labels:
            answer = _tap(answer, label, request)
    except AskError as error:
        write_error(error)
        if isinstance(error, UnknownCommandError):
            _print(run_command(COMMANDS["help"], request, {}), sys.stderr)
        return exits.USAGE
    if as_json:
        write_line(_to_json(answer))
    else:
        _print(answer, sys.stderr if answer.is_refusal else sys.stdout)
    if folder is not None and answer.picture is not None:
        path = folder / answer.picture.filename
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(answer.picture.draw())
        except OSError as error:
            write_error(f"The picture could not be saved: {error.strerror}")
            return exits.FAILED
        write_error(f"picture: {path}")
    return exits.USAGE if answer.is_refusal else exits.OK


def _print(answer: Answer, stream: TextIO) -> None:
    is_styled = stream.isatty() and os.environ.get("TERM") != "dumb"
    write_line(render(answer.plain_text, is_styled=is_styled), stream)
    if controls := _controls_text(answer):
        write_line(controls, stream)


def _ask(line: str, request: Request) -> Answer:
    command, values = _parse(line)
    # Every command has it on Discord; nobody else reads a terminal.
    if values.get("private", "").lower() in {"true", "false"}:
        del values["private"]
    known = [*(option.name for option in command.options), LANGUAGE]
    if unknown := [option for option in values if option not in known]:
        raise AskError(f"/{command.name} has no option {unknown[0]}. It has {', '.join(known)}.")
    for option in command.options:
        if option.is_required and not values.get(option.name):
            raise AskError(f"/{command.name} needs {option.name}, for example: {command.example}")
    return run_command(command, request, values)


def _parse(line: str) -> tuple[Command, dict[str, str]]:
    bare = without_folder(line).strip()
    slashed = "/" + bare.removeprefix("/")
    try:
        name, values = parse_slash_line(slashed)
    except ValueError as error:
        name, *words = slashed[1:].split() or [""]
        is_sentence = len(words) > _MOST_VALUES if name in COMMANDS else bool(words)
        if is_sentence and not bare.startswith("/"):
            return COMMANDS[_IN_OWN_WORDS], {"question": bare}
        if name in COMMANDS and words:
            raise AskError(_named_options_text(COMMANDS[name], words)) from error
        raise UnknownCommandError(_unknown_text(line)) from error
    if name in COMMANDS:
        return COMMANDS[name], values
    if (near := _nearest(name)) is not None:
        raise UnknownCommandError(
            f"I know no /{name}. Did you mean /{near}? For example: {COMMANDS[near].example}"
        )
    raise UnknownCommandError(_unknown_text(line))


def _unknown_text(line: str) -> str:
    known = ", ".join(f"/{name}" for name in sorted(COMMANDS))
    return f"“{line}” is not a command I know. I know {known}. For example: {OPENING}"


def _named_options_text(command: Command, words: list[str]) -> str:
    """Say how to write values that were typed without the names of their options."""
    names = [option.name for option in command.options if option.is_required]
    written = [f"{name}:{word}" for name, word in zip(names, words, strict=False)]
    is_clear = len(words) == len(names) and not any(":" in word for word in words)
    line = f"/{command.name} {' '.join(written)}" if is_clear else command.example
    return f"Each value needs the name of its option: {line}"


def _nearest(name: str) -> str | None:
    """Return the one command that a typing error makes of this name."""
    most = max(1, edits_allowed(name))
    edits = {known: edits_between(name, known, most) for known in COMMANDS}
    least = min(edits.values())
    near = [known for known, count in edits.items() if count == least <= most]
    return near[0] if len(near) == 1 else None


def _controls_text(answer: Answer) -> str:
    """A line for each menu, its choice marked, and one for the buttons."""
    lines = [
        f"{menu.placeholder}: "
        + " ".join(f"[{'*' if each.is_chosen else ''}{each.label}]" for each in menu.options)
        for menu in answer.menus
    ]
    buttons = " ".join(f"[{button.label}]" for button in answer.buttons)
    return "\n".join(line for line in (*lines, buttons) if line)


def _tap(answer: Answer, label: str, request: Request) -> Answer:
    """The answer to one of an answer's buttons or entries of menus, whatever the case."""
    for control in answer.controls:
        if control.label.casefold() == label.casefold():
            trail = trail_from(each.custom_id for each in answer.controls)
            return run_component(control.custom_id, replace(request, came_from=trail))
    known = ", ".join(control.label for control in answer.controls) or "none"
    raise AskError(f"There is no button “{label}”. There is: {known}.")


def _to_json(answer: Answer) -> str:
    return json.dumps(
        {
            "text": answer.text,
            "small_print": answer.small_print,
            "alt": answer.picture.alt if answer.picture else None,
            "menus": [asdict(menu) for menu in answer.menus],
            "buttons": [
                {"label": each.label, "custom_id": each.custom_id} for each in answer.buttons
            ],
            "is_private": answer.is_private,
        },
        ensure_ascii=False,
        indent=2,
    )


def render(markdown: str, *, is_styled: bool) -> str:
    """The text of an answer without the marks of its markdown.

    Args:
        markdown: As Discord takes it: headings, small print, bold, code, links, escapes.
        is_styled: Bold and dim as a terminal shows them; else nothing but the words.
    """
    return "\n".join(_line(line, is_styled=is_styled) for line in markdown.split("\n"))


def _line(line: str, *, is_styled: bool) -> str:
    mark, _, rest = line.partition(" ")
    style = _WHOLE_LINES.get(mark)
    if style is None:
        return _inline(line, is_styled=is_styled)
    # The end of a mark inside would end that of the line.
    text = _inline(rest, is_styled=False)
    return f"{style}{text}{_PLAIN}" if is_styled else text


def _inline(text: str, *, is_styled: bool) -> str:
    def replaced(match: re.Match[str]) -> str:
        if match["label"] is not None:
            address = match["address"] or match["bare"] or ""
            return f"{_inline(match['label'], is_styled=False)} <{address}>"
        if match["bold"] is not None:
            bold = _inline(match["bold"], is_styled=False)
            return f"{_BOLD}{bold}{_PLAIN}" if is_styled else bold
        return match["code"] if match["code"] is not None else match["escaped"]

    return _MARK.sub(replaced, text)
