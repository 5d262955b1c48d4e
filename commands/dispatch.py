"""Run a command or a component: its answer, or one friendly sentence about what cannot be used."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.answer import (
    USUAL_ROWS,
    Answer,
    Button,
    gather_questions,
    keep_language,
    lines_of,
    ways_on,
)
from commands.common.command import LANGUAGE
from commands.common.custom_id import (
    BACK,
    MORE,
    POST,
    SHOW,
    CustomId,
    StaleButtonError,
    build_custom_id,
    held_ids,
    more_id,
    parse_custom_id,
)
from commands.common.errors import InputError
from commands.common.help import questions
from commands.common.locale.catalog_files import served_languages
from commands.common.parsing.local_words import ENGLISH_LOCALE
from commands.common.slash_line import corrected_values
from commands.common.text.errors import error_text, stale_button_text
from commands.common.text.names import country_as_said
from commands.common.text.small_print import ages_text
from commands.common.translator import ENGLISH, N_, is_served
from commands.registry import COMMANDS, example_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from commands.common.command import Command, Forward, Request

_MOST_SUGGESTIONS = 5


def run_command(command: Command, request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to option values; a blank one that may be left out is left out."""
    required = {option.name for option in command.options if option.is_required}
    given = {name: text for name, text in values.items() if name in required or text.strip()}
    tag = given.pop(LANGUAGE, "").strip()

    def reply(request: Request) -> Answer:
        try:
            return _completed(_resolved(command.reply(request, given), request), request)
        except InputError as problem:
            return _refused(problem, command, request, given)
        except StaleButtonError:
            # It was left to a command that is not there.
            return _completed(questions(COMMANDS, request), request)

    if tag and not is_served(tag):
        known = served_languages()
        problem = InputError("language.unknown", LANGUAGE, tag, suggestions=known)
        return _refused(problem, command, request, given)
    return answer_in_language(request.in_language(tag) if tag else request, reply)


def run_component(custom_id: str | CustomId, request: Request) -> Answer:
    """The answer to a pressed button or a chosen option; a forged one gets a polite line."""
    try:
        parsed = parse_custom_id(custom_id) if isinstance(custom_id, str) else custom_id
    except StaleButtonError:
        return answer_in_language(request, _stale)

    def press(request: Request) -> Answer:
        try:
            return _reached(parsed, request)
        except StaleButtonError:
            return _stale(request)

    asked = request.in_language(parsed.language) if parsed.language else request
    return answer_in_language(asked, press)


def answer_in_language(request: Request, compute: Callable[[Request], Answer]) -> Answer:
    """The answer, all of it in one language.

    What only the asker sees is in the asker's own. Where a part has no translation yet the whole
    answer is English: half a language reads worse than none.
    """
    answer = _complete(request, compute)
    if answer.is_private and request.own not in {None, request.translator}:
        answer = _complete(replace(request, translator=request.own, own=None), compute)
    return keep_language(answer, request.language) if request.language else answer


def _complete(request: Request, compute: Callable[[Request], Answer]) -> Answer:
    if request.translator is ENGLISH:
        return compute(request)
    translator = request.translator.fresh()
    answer = compute(replace(request, translator=translator))
    if translator.missing:
        return compute(replace(request, translator=ENGLISH))
    if answer.picture is None:
        return answer
    spec = replace(answer.picture.spec, language=translator.catalog)
    return replace(answer, picture=replace(answer.picture, spec=spec))


def _stale(request: Request) -> Answer:
    translator = request.translator
    more = Button(translator.gettext("More"), more_id())
    return Answer(stale_button_text(translator), buttons=(more,), is_private=True, is_refusal=True)


def _refused(
    problem: InputError, command: Command, request: Request, values: Mapping[str, str]
) -> Answer:
    """What could not be used, with a button for each suggestion, or else for what always works."""
    buttons: dict[str, Button] = {}
    for suggestion in problem.suggestions[:_MOST_SUGGESTIONS]:
        corrected = corrected_values(suggestion, problem.option, command, values)
        custom_id = _id_of(*corrected, request)
        if custom_id:
            label = country_as_said(suggestion, request.translator)
            buttons.setdefault(custom_id, Button(label, custom_id))
    instead = command.instead or Button(N_("An example"), build_custom_id(MORE, command.name))
    otherwise = replace(instead, label=request.translator.gettext(instead.label))
    return Answer(
        error_text(problem, request.translator, command.error_texts),
        buttons=tuple(buttons.values()) or (otherwise,),
        is_private=True,
        is_refusal=True,
    )


def _id_of(name: str, values: Mapping[str, str], request: Request) -> str:
    """The id that answers option values: for everybody where the question was; empty for none."""
    try:
        answer = COMMANDS[name].reply(request, values)
    except (InputError, KeyError):
        return ""
    if not isinstance(answer, Answer) or answer.is_refusal or not answer.own_id:
        return ""
    own = parse_custom_id(answer.own_id)
    action = request.suggestion_action if own.action == SHOW else own.action
    return build_custom_id(own.command, action, *own.fields)


def _reached(custom_id: CustomId, request: Request) -> Answer:
    """The answer to an id, with the way back to where it was tapped."""
    if custom_id.command == BACK and (trail := held_ids(custom_id)):
        return _shown(parse_custom_id(trail[0]), request, trail[1:])
    if custom_id.command == POST and (held := held_ids(custom_id)):
        public = replace(request, is_private=False)
        inner = parse_custom_id(held[0])
        answer = replace(_pressed(inner, public), own_id=held[0], is_private=False)
        return _completed(answer, public)
    return _shown(custom_id, request, () if custom_id.is_new_message else request.came_from)


def _shown(custom_id: CustomId, request: Request, trail: Sequence[str]) -> Answer:
    answer = _pressed(custom_id, request)
    own_id = answer.own_id or custom_id.shown_id
    trail = [each for each in trail if each != own_id]
    if not trail and custom_id.action != SHOW and not answer.is_refusal:
        trail = _parent_of(custom_id, request)
    return _completed(replace(answer, own_id=own_id), request, trail)


def _parent_of(custom_id: CustomId, request: Request) -> list[str]:
    """The answer whose math or explanation an id asks for: the same question, shown."""
    parent = replace(custom_id, action=SHOW)
    return [parent.shown_id] if _reachable(parent, request) else []


def _pressed(custom_id: CustomId, request: Request) -> Answer:
    if custom_id.command == MORE:
        return _more(custom_id, request)
    command = COMMANDS.get(custom_id.command)
    if command is None or command.press is None:
        raise StaleButtonError
    return _resolved(command.press(request, custom_id), request)


def _resolved(reply: Answer | Forward, request: Request, before: tuple[str, ...] = ()) -> Answer:
    """The answer of a command, or of the one that it leaves the question to.

    Args:
        reply: What a command gave.
        request: Who asks.
        before: The commands to which the question was left already.
    """
    if isinstance(reply, Answer):
        return reply
    if reply.custom_id:
        return _with_understood(_pressed(parse_custom_id(reply.custom_id), request), reply, request)
    command = _target(reply)
    try:
        # What was understood is written in English.
        answer = command.reply(replace(request, locale=ENGLISH_LOCALE), reply.values)
    except InputError as problem:
        answer = _refused(problem, command, request, reply.values)
    # Two commands that leave a question to each other have no answer.
    if not isinstance(answer, Answer) and answer.command in before:
        return questions(COMMANDS, request)
    answer = _resolved(answer, request, (*before, reply.command))
    return _with_understood(answer, reply, request)


def _target(reply: Forward) -> Command:
    """The command that a question is left to.

    Raises:
        StaleButtonError: It is not there (any more) or has other options: a button said so.
    """
    command = COMMANDS.get(reply.command)
    if command is None:
        raise StaleButtonError
    required = {option.name for option in command.options if option.is_required}
    if not required <= set(reply.values) <= {option.name for option in command.options}:
        raise StaleButtonError
    return command


def _with_understood(answer: Answer, reply: Forward, request: Request) -> Answer:
    """The answer with what was understood before its small print, and further buttons that fit."""
    if answer.is_refusal:
        return replace(answer, text="\n-# ".join(filter(None, (answer.text, reply.shown))))
    rest = answer.small_print.removeprefix("-# ")
    small_print = request.translator.paragraph([reply.shown, rest])
    answer = replace(answer, small_print="-# " + small_print if small_print else "")
    known = {control.custom_id for control in answer.controls}
    for added in reversed(reply.buttons):
        extended = replace(answer, buttons=(added, *answer.buttons))
        reached = _reachable(parse_custom_id(added.custom_id), request)
        is_known = added.custom_id in known or (reached is not None and reached.own_id in known)
        # Those of an answer with menus of its own are not gathered into another.
        lines = lines_of(extended) if answer.menus else extended.rows
        if not is_known and lines <= USUAL_ROWS:
            answer = extended
    return answer


def _reachable(custom_id: CustomId, request: Request) -> Answer | None:
    """The answer to an id; None for a stale one."""
    with suppress(StaleButtonError):
        return _pressed(custom_id, request)
    return None


def _more(custom_id: CustomId, request: Request) -> Answer:
    """All questions, or the example of one of them."""
    if custom_id.action == SHOW or held_ids(custom_id):
        return questions(COMMANDS, request)
    command = COMMANDS.get(custom_id.action)
    if command is None or custom_id.fields:
        raise StaleButtonError
    # The examples are written in English.
    english = replace(request, locale=ENGLISH_LOCALE)
    return _resolved(command.reply(english, example_of(command)), request)


def _completed(answer: Answer, request: Request, trail: Sequence[str] = ()) -> Answer:
    """The answer with what every one has: other commands' buttons, age of data, ways on."""
    age = ages_text(answer.used, request.snapshot, request.translator, request.today)
    small_print = answer.small_print
    if age and small_print:
        small_print = request.translator.paragraph([small_print, age])
    buttons = list(answer.buttons)
    for command in (COMMANDS[name] for name in answer.samples if name in COMMANDS):
        if (sample := command.sample) is not None:
            usd = request.translator.exact_money(command.sample_usd)
            label = request.translator.gettext(sample.label, amount=usd)
            buttons.append(replace(sample, label=label))
    answer = replace(answer, small_print=small_print, buttons=tuple(buttons), samples=())
    if answer.is_refusal:
        return answer
    for button in ways_on(answer, trail, request.translator, is_private=request.is_private):
        extended = replace(answer, buttons=(*answer.buttons, button))
        answer = extended if extended.rows <= USUAL_ROWS else answer
    return gather_questions(answer, request.translator)
