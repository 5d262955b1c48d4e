"""Asking through the door that users come through, and what must hold for whatever comes out."""

import re
import time
from dataclasses import dataclass, field
from functools import cache

from calc import load_snapshot
from commands.common.command import Request
from commands.common.slash_line import parse_slash_line
from commands.dispatch import run_command
from commands.registry import COMMANDS
from tests.fuzz.invariants import BrokenPromiseError, is_fit_to_send

from .options import FREE_TEXT, around, kind_of

REQUEST = Request(load_snapshot())
MOST_ECHO = 100
MOST_WORDS_OF_A_REFUSAL = 700
_ECHO = re.compile(r"\*\*“(.*?)”\*\*", re.DOTALL)
_EXAMPLE = re.compile(r"`([^`]+)`")
_OPTIONS = re.compile(r"(?:^| )([a-z]+):")


@dataclass
class Tally:
    """What came of the texts of one option."""

    exact: int = 0
    asked: int = 0
    refused: int = 0
    harmless: int = 0
    wrong: list[str] = field(default_factory=list)
    slowest_refusal: float = 0.0


def every_option():
    """Each option of each command, also of those still to be written."""
    return [(command, option) for command in COMMANDS.values() for option in command.options]


def tally(command, option, only=lambda _text: True):
    """Ask the option everything its table holds."""
    kind, found = kind_of(command, option), Tally()
    texts = dict.fromkeys(FREE_TEXT) if kind is None else kind.texts
    for text, outcome in texts.items():
        if only(text):
            _ask(command, option, text, outcome, found)
    return found


def _ask(command, option, text, outcome, found):
    started = time.perf_counter()
    try:
        answer = run_command(command, REQUEST, {**around(command, option), option.name: text})
        if answer.is_refusal:
            found.slowest_refusal = max(found.slowest_refusal, time.perf_counter() - started)
        what = _judged(command, option, text, outcome, answer)
        setattr(found, what, getattr(found, what) + 1)
    except BrokenPromiseError as broken:
        found.wrong.append(f"{text[:60]!r}: {broken}")
    except Exception as error:
        error.add_note(f"/{command.name} {option.name}:{text[:60]!r}")
        raise


def _judged(command, option, text, outcome, answer):
    is_fit_to_send(answer)
    if answer.is_refusal:
        _is_a_friendly_sentence(command, option, text, answer)
    if outcome is None or (not option.is_required and not text.strip()):
        return "harmless"
    if not answer.is_refusal:
        return _is_the_value(command, option, outcome, answer)
    is_question = "?" in _ECHO.sub("", answer.text)
    if is_question and not outcome.may_ask:
        raise BrokenPromiseError(f"asked, not {outcome.name}: {answer.text}")
    if not is_question and not outcome.may_refuse:
        raise BrokenPromiseError(f"refused, not {outcome.name}: {answer.text}")
    return "asked" if is_question else "refused"


def _is_the_value(command, option, outcome, answer):
    if outcome.value is None:
        raise BrokenPromiseError(f"answered, not {outcome.name}: {answer.text[:80]}")
    if _shown(answer) != _shown(plain_answer(command.name, option.name, outcome.value)):
        raise BrokenPromiseError(f"read as something else than {outcome.name}: {answer.text[:80]}")
    return "exact"


def _shown(answer):
    """What carries the exact figures; the words beside it may say how a text was read."""
    ids = [button.custom_id for button in answer.buttons]
    return answer.text, ids, answer.picture and answer.picture.filename


@cache
def plain_answer(command_name, option_name, value):
    """The answer to the plainest way to type a value."""
    command = COMMANDS[command_name]
    option = next(each for each in command.options if each.name == option_name)
    text = kind_of(command, option).plainly(value)
    return run_command(command, REQUEST, {**around(command, option), option_name: text})


def _is_a_friendly_sentence(command, option, text, answer):
    if not answer.is_private:
        raise BrokenPromiseError("a refusal in public")
    for echo in _ECHO.findall(answer.text):
        if len(echo) > MOST_ECHO:
            raise BrokenPromiseError(f"an echo of {len(echo)} characters")
    if len(answer.text) > MOST_WORDS_OF_A_REFUSAL:
        raise BrokenPromiseError(f"a refusal of {len(answer.text)} characters")
    offered = _EXAMPLE.findall(_ECHO.sub("", answer.text))
    if not offered:
        raise BrokenPromiseError(f"no example: {answer.text}")
    for example in offered:
        # What is taken from the text itself may be too much or too little, and told to be.
        is_theirs = _digits(example) and _digits(example) in _digits(text)
        if not is_theirs and not _works(command.name, option.name, example):
            raise BrokenPromiseError(f"{example!r} does not work: {answer.text}")


def _digits(text):
    return re.sub("[^0-9]", "", text)


@cache
def _works(command_name, option_name, example):
    """Whether what a refusal offers is answered: alone when it names its options."""
    command = COMMANDS[command_name]
    option = next(each for each in command.options if each.name == option_name)
    if _OPTIONS.search(example):
        values = parse_slash_line(f"/{command_name} {example}")[1]
        required = {each.name for each in command.options if each.is_required}
        given = {k: v for k, v in around(command, option).items() if k in required}
        return not run_command(command, REQUEST, {**given, **values}).is_refusal
    values = {**around(command, option), option_name: example}
    return not run_command(command, REQUEST, values).is_refusal
