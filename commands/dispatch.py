"""Asking a command: its answer, or one friendly sentence about what could not be used."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.answer import USUAL_BUTTONS, Answer, Button
from commands.common.custom_id import SHOW, StaleButtonError, build_custom_id, parse_custom_id
from commands.common.errors import InputError
from commands.common.text.errors import error_text, stale_button_text
from commands.common.text.menu import more_label, more_text, question_label
from commands.common.text.staleness import old_curve_text
from commands.registry import COMMANDS, example_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.command import Command, Request

_MORE = "more"


def run_command(command: Command, request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to option values; a blank one that may be left out is left out."""
    required = {option.name for option in command.options if option.is_required}
    given = {name: text for name, text in values.items() if name in required or text.strip()}
    try:
        return _completed(command.reply(request, given), request)
    except InputError as problem:
        text = error_text(problem, request.translator, command.problems)
        return Answer(text, is_private=True, is_refusal=True)


def run_component(custom_id: str, request: Request) -> Answer:
    """The answer to a tapped button; older and forged ones get a polite line."""
    stale = Answer(stale_button_text(request.translator), is_private=True, is_refusal=True)
    try:
        press = parse_custom_id(custom_id)
        if press.command == _MORE:
            return _more(press.action, request)
        command = COMMANDS.get(press.command)
        if command is None or command.press is None:
            return stale
        return _completed(command.press(request, press.action, press.fields), request)
    except StaleButtonError:
        return stale


def _more(action: str, request: Request) -> Answer:
    """All questions, or the example of one of them."""
    if action == SHOW:
        translator = request.translator
        buttons = (
            Button(question_label(name, translator), build_custom_id(_MORE, name))
            for name in COMMANDS
        )
        return Answer(more_text(translator), buttons=tuple(buttons), is_private=True)
    command = COMMANDS.get(action)
    if command is None:
        raise StaleButtonError
    return run_command(command, request, example_of(command))


def _completed(answer: Answer, request: Request) -> Answer:
    """The answer with what every one has: the age of old yields, and a way to all questions."""
    age = old_curve_text(request.snapshot.curve.as_of, request.translator, request.today)
    small_print, buttons = answer.small_print, answer.buttons
    if age and small_print:
        small_print = f"{small_print} {age}"
    if not answer.is_refusal and len(buttons) < USUAL_BUTTONS:
        buttons = (*buttons, Button(more_label(request.translator), build_custom_id(_MORE, SHOW)))
    return replace(answer, small_print=small_print, buttons=buttons)
