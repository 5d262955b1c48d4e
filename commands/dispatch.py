"""Run a command or a component: its answer, or one friendly sentence about what cannot be used."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.answer import (
    BUTTONS_IN_A_ROW,
    MOST_BUTTONS,
    USUAL_ROWS,
    Answer,
    Button,
)
from commands.common.custom_id import (
    SHOW,
    CustomId,
    StaleButtonError,
    build_custom_id,
    parse_custom_id,
)
from commands.common.errors import InputError
from commands.common.parsing.local_words import ENGLISH_LOCALE
from commands.common.text.errors import error_text, stale_button_text
from commands.common.text.menu import more_label, more_text
from commands.common.text.staleness import ages_text
from commands.registry import COMMANDS, example_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.command import Command, Request
    from commands.common.forward import Forward

_MORE = "more"


def run_command(command: Command, request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to option values; a blank one that may be left out is left out."""
    required = {option.name for option in command.options if option.is_required}
    given = {name: text for name, text in values.items() if name in required or text.strip()}
    try:
        return _answered(command.reply(request, given), request)
    except InputError as problem:
        text = error_text(problem, request.translator, command.error_texts)
        return Answer(text, is_private=True, is_refusal=True)


def run_component(custom_id: str | CustomId, request: Request) -> Answer:
    """The answer to a pressed button; an older or forged one gets a polite line."""
    try:
        parsed = parse_custom_id(custom_id) if isinstance(custom_id, str) else custom_id
        return _pressed(parsed, request)
    except StaleButtonError:
        text = stale_button_text(request.translator)
        return Answer(text, is_private=True, is_refusal=True)


def _pressed(custom_id: CustomId, request: Request) -> Answer:
    if custom_id.command == _MORE:
        return _more(custom_id, request)
    command = COMMANDS.get(custom_id.command)
    if command is None or command.press is None:
        raise StaleButtonError
    return _answered(command.press(request, custom_id), request)


def _answered(reply: Answer | Forward, request: Request) -> Answer:
    """The answer of a command, or of the one that it leaves the question to."""
    if isinstance(reply, Answer):
        return _completed(reply, request)
    if reply.custom_id:
        answer = run_component(reply.custom_id, request)
    else:
        # What was understood is written in English.
        english = replace(request, locale=ENGLISH_LOCALE)
        answer = run_command(_target(reply), english, reply.values)
    return _with_understood(answer, reply)


def _target(reply: Forward) -> Command:
    """The command that a question is left to.

    Raises:
        StaleButtonError: It is not there (any more) or has other options: a button said so.
    """
    command = COMMANDS.get(reply.command)
    if command is None or not {
        option.name for option in command.options if option.is_required
    } <= set(reply.values) <= {option.name for option in command.options}:
        raise StaleButtonError
    return command


def _with_understood(answer: Answer, reply: Forward) -> Answer:
    """The answer under a line of what was understood, with further buttons as far as they fit."""
    text = f"{reply.shown}\n{answer.text}" if reply.shown else answer.text
    if answer.is_refusal:
        return replace(answer, text=text)
    known = {control.custom_id for control in answer.controls}
    added = [button for button in reply.buttons if button.custom_id not in known]
    own = list(answer.buttons)
    more = own.pop() if own and _is_more(own[-1]) else None
    room = BUTTONS_IN_A_ROW * (USUAL_ROWS - len(answer.menus)) - len(own)
    buttons = [*added[: max(room, 0)], *own]
    if more is not None and len(buttons) < room + len(own):
        buttons.append(more)
    return replace(answer, text=text, buttons=tuple(buttons))


def _more(custom_id: CustomId, request: Request) -> Answer:
    """A page of all questions, or the example of one of them."""
    if custom_id.action == SHOW:
        return _questions(custom_id.fields, request)
    command = COMMANDS.get(custom_id.action)
    if command is None:
        raise StaleButtonError
    # The examples are written in English.
    return run_command(command, replace(request, locale=ENGLISH_LOCALE), example_of(command))


def _questions(fields: tuple[str, ...], request: Request) -> Answer:
    """The questions from a position on; when they do not fit, the last button turns the page."""
    translator = request.translator
    buttons = [
        Button(translator.gettext(command.label or f"/{name}"), build_custom_id(_MORE, name))
        for name, command in COMMANDS.items()
    ]
    start = int(fields[0]) if fields and fields[0].isdecimal() else 0
    page = buttons[start:]
    if not page:
        raise StaleButtonError
    if len(page) > MOST_BUTTONS:
        following = start + MOST_BUTTONS - 1
        page = [*page[: MOST_BUTTONS - 1], _more_button(request, str(following))]
    return Answer(more_text(translator), buttons=tuple(page), is_private=True)


def _is_more(button: Button) -> bool:
    return button.custom_id == build_custom_id(_MORE, SHOW)


def _more_button(request: Request, *fields: str) -> Button:
    return Button(more_label(request.translator), build_custom_id(_MORE, SHOW, *fields))


def _completed(answer: Answer, request: Request) -> Answer:
    """The answer with what every one has: other commands' buttons, age of data, all questions."""
    age = ages_text(answer.used, request.snapshot, request.translator, request.today)
    small_print = answer.small_print
    if age and small_print:
        small_print = request.translator.paragraph([small_print, age])
    samples = (COMMANDS[name].sample for name in answer.samples if name in COMMANDS)
    buttons = (
        *answer.buttons,
        *(
            Button(request.translator.gettext(sample.label), sample.custom_id)
            for sample in samples
            if sample is not None
        ),
    )
    answer = replace(answer, small_print=small_print, buttons=buttons, samples=())
    with_more = replace(answer, buttons=(*buttons, _more_button(request)))
    return answer if answer.is_refusal or with_more.rows > USUAL_ROWS else with_more
