"""Run a command on hostile input and compare the answer with what the rules allow."""

import re
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache

from calc import load_snapshot
from commands.common.command import Command, Option, Request
from commands.common.slash_line import parse_slash_line
from commands.dispatch import run_command
from commands.registry import COMMANDS
from tests.fuzz.invariants import BrokenPromiseError, is_fit_to_send, need

from .tables import Expectation, other_options, table_of

REQUEST = Request(load_snapshot())
MOST_ECHO = 100
_MOST_REFUSAL = 700
_ECHO = re.compile(r"\*\*“(.*?)”\*\*", re.DOTALL)
_EXAMPLE = re.compile(r"`([^`]+)`")
_OPTIONS = re.compile(r"(?:^| )([a-z]+):")

OUTCOMES = ("exact", "asked", "refused", "harmless")


@dataclass
class OptionReport:
    """What came of the texts of one option: counts by outcome, what was wrong, seconds."""

    counts: Counter = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    slowest_refusal: float = 0.0


def check_option(
    command: Command, option: Option, wanted: Callable[[str], bool] = lambda _text: True
) -> OptionReport:
    """Run every wanted text of the option's table."""
    report = OptionReport()
    for text, expectation in table_of(command, option).texts.items():
        if not wanted(text):
            continue
        started = time.perf_counter()
        try:
            values = {**other_options(command, option), option.name: text}
            answer = run_command(command, REQUEST, values)
            if answer.is_refusal:
                seconds = time.perf_counter() - started
                report.slowest_refusal = max(report.slowest_refusal, seconds)
            report.counts[_outcome(command, option, text, expectation, answer)] += 1
        except BrokenPromiseError as broken:
            report.wrong.append(f"{text[:60]!r}: {broken}")
        except Exception as error:
            error.add_note(f"/{command.name} {option.name}:{text[:60]!r}")
            raise
    return report


def _outcome(command, option, text, expectation: Expectation, answer) -> str:
    is_fit_to_send(answer)
    if answer.is_refusal:
        _check_refusal(command, option, text, answer)
    if expectation.name == "harmless" or (not option.is_required and not text.strip()):
        return "harmless"
    if not answer.is_refusal:
        need(expectation.value is not None, f"answered, not {expectation.name}: {answer.text[:80]}")
        plain = plain_answer(command.name, option.name, expectation.value)
        need(_figures(answer) == _figures(plain), f"not {expectation.name}: {answer.text[:80]}")
        return "exact"
    is_question = "?" in _ECHO.sub("", answer.text)
    need(
        expectation.may_ask if is_question else expectation.may_refuse,
        f"{'asked' if is_question else 'refused'}, not {expectation.name}: {answer.text}",
    )
    return "asked" if is_question else "refused"


def _figures(answer):
    """What carries the exact figures; the small print may say how a text was read."""
    ids = [control.custom_id for control in answer.controls]
    return answer.text, ids, answer.picture and answer.picture.filename


@cache
def plain_answer(command_name: str, option_name: str, value):
    """The answer to the plainest way to type a value."""
    command = COMMANDS[command_name]
    option = next(each for each in command.options if each.name == option_name)
    text = table_of(command, option).as_text(value)
    return run_command(command, REQUEST, {**other_options(command, option), option_name: text})


def _check_refusal(command, option, text, answer):
    need(answer.is_private, "a refusal in public")
    need(all(len(echo) <= MOST_ECHO for echo in _ECHO.findall(answer.text)), "a long echo")
    need(len(answer.text) <= _MOST_REFUSAL, f"a refusal of {len(answer.text)} characters")
    examples = _EXAMPLE.findall(_ECHO.sub("", answer.text))
    need(examples, f"no example: {answer.text}")
    for example in examples:
        # An example taken from the text itself may be too much or too little.
        is_theirs = _digits(example) and _digits(example) in _digits(text)
        works = is_theirs or _is_answered(command.name, option.name, example)
        need(works, f"{example!r} does not work: {answer.text}")


def _digits(text: str) -> str:
    return re.sub("[^0-9]", "", text)


@cache
def _is_answered(command_name: str, option_name: str, example: str) -> bool:
    """Whether the example of a refusal is answered: alone when it names its options."""
    command = COMMANDS[command_name]
    option = next(each for each in command.options if each.name == option_name)
    values = dict(other_options(command, option))
    if _OPTIONS.search(example):
        required = {each.name for each in command.options if each.is_required}
        values = {name: value for name, value in values.items() if name in required}
        values |= parse_slash_line(f"/{command_name} {example}")[1]
    else:
        values[option_name] = example
    return not run_command(command, REQUEST, values).is_refusal
