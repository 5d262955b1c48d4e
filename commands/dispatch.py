"""Run a command or a component: its answer, or one friendly sentence about what cannot be used."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from commands.common.answer import MOST_BUTTONS, USUAL_ROWS, Answer, Button
from commands.common.answer_language import answer_in_language, in_chosen_language
from commands.common.custom_id import (
    SHOW,
    CustomId,
    StaleButtonError,
    build_custom_id,
    parse_custom_id,
)
from commands.common.errors import InputError
from commands.common.parsing.local_words import ENGLISH_LOCALE
from commands.common.shared_options import LANGUAGE
from commands.common.text.errors import error_text, stale_button_text
from commands.common.text.menu import more_label, more_text
from commands.common.text.staleness import ages_text
from commands.registry import COMMANDS, example_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.command import Command, Request

_MORE = "more"


def run_command(command: Command, request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to option values; a blank one that may be left out is left out."""
    required = {option.name for option in command.options if option.is_required}
    given = {name: text for name, text in values.items() if name in required or text.strip()}
    chosen = given.pop(LANGUAGE, None)

    def reply(request: Request) -> Answer:
        try:
            return _completed(command.reply(request, given), request)
        except InputError as problem:
            return _refusal(problem, request, command.error_texts)

    try:
        asked = request if chosen is None else in_chosen_language(request, chosen)
    except InputError as problem:
        return _refusal(problem, request)
    return answer_in_language(asked, reply)


def run_component(custom_id: str | CustomId, request: Request) -> Answer:
    """The answer to a pressed button; an older or forged one gets a polite line."""
    try:
        parsed = parse_custom_id(custom_id) if isinstance(custom_id, str) else custom_id
    except StaleButtonError:
        return answer_in_language(request, _stale)

    def press(request: Request) -> Answer:
        try:
            return _pressed(parsed, request)
        except StaleButtonError:
            return _stale(request)

    asked = request.in_language(parsed.language) if parsed.language else request
    return answer_in_language(asked, press)


def _stale(request: Request) -> Answer:
    return Answer(stale_button_text(request.translator), is_private=True, is_refusal=True)


def _refusal(
    problem: InputError, request: Request, own: Mapping[str, str] = MappingProxyType({})
) -> Answer:
    text = error_text(problem, request.translator, own)
    return Answer(text, is_private=True, is_refusal=True)


def _pressed(custom_id: CustomId, request: Request) -> Answer:
    if custom_id.command == _MORE:
        return _more(custom_id, request)
    command = COMMANDS.get(custom_id.command)
    if command is None or command.press is None:
        raise StaleButtonError
    return _completed(command.press(request, custom_id), request)


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
