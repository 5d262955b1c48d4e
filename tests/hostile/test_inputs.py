"""Hostile texts in every option of every command, and options that contradict each other.

``python -m tests.hostile`` asks the whole tables everywhere and counts. Here each table is asked
whole once, and where the same kind of value is read again, a part of it.
"""

import pytest

from commands.common.command import Command, Option
from commands.common.slash_line import parse_slash_line
from commands.common.text.escape import echo
from commands.dispatch import run_command
from commands.registry import COMMANDS
from tests.fuzz.invariants import BrokenPromiseError, is_fit_to_send, is_harmless

from . import amounts, combinations
from .asking import MOST_ECHO, REQUEST, every_option, plain_answer, tally
from .options import kind_of

READABLE, ONE_IN = 8, 6


def _is_first(command, option, kind):
    """Whether this is where the table is asked whole."""
    pairs = (pair for pair in every_option() if kind_of(*pair) is kind)
    return next(pairs, (command, option)) == (command, option)


def _some(kind):
    """An even choice, more of what must not be read."""
    readable = [text for text, outcome in kind.texts.items() if outcome.value is not None]
    others = [text for text, outcome in kind.texts.items() if outcome.value is None]
    step = max(1, len(readable) // READABLE)
    chosen = {*readable[::step], *others[::ONE_IN]}
    return lambda text: text in chosen


@pytest.mark.parametrize(
    ("command", "option"),
    every_option(),
    ids=lambda each: each.name,
)
def test_every_text_is_read_exactly_asked_back_or_refused(command: Command, option: Option):
    kind = kind_of(command, option)
    is_whole = kind is None or _is_first(command, option, kind)
    found = tally(command, option) if is_whole else tally(command, option, _some(kind))
    assert not found.wrong
    assert found.exact + found.asked + found.refused + found.harmless > 20
    assert kind is None or (found.exact and found.refused)


@pytest.mark.parametrize("value", [10**6, 200 * 10**9, amounts.HELD])
def test_the_plainest_way_to_type_an_amount_is_that_amount(value):
    ids = [button.custom_id for button in plain_answer("selloff", "amount", value).buttons]
    assert any(str(value) in custom_id.split(":") for custom_id in ids)


@pytest.mark.parametrize("line", combinations.MORE_THAN_HELD)
def test_more_than_a_country_holds_is_said_and_all_of_it_is_worked_out(line):
    name, values = parse_slash_line(line)
    words = run_command(COMMANDS[name], REQUEST, values).plain_text
    assert "holds $618 billion" in words
    assert "$2 trillion" in words
    assert "this is for all of it" in words


@pytest.mark.parametrize("line", combinations.CORRECTED)
def test_a_misspelt_country_is_shown_as_it_was_read(line):
    name, values = parse_slash_line(line)
    assert "Read as Japan." in run_command(COMMANDS[name], REQUEST, values).plain_text


@pytest.mark.parametrize("line", combinations.ANSWERED)
def test_options_in_any_order_are_answered(line):
    name, values = parse_slash_line(line)
    answer = run_command(COMMANDS[name], REQUEST, values)
    again = run_command(COMMANDS[name], REQUEST, dict(reversed(values.items())))
    is_fit_to_send(answer)
    assert not answer.is_refusal, answer.text
    assert (again.text, again.buttons) == (answer.text, answer.buttons)


@pytest.mark.parametrize("line", combinations.REFUSED)
def test_options_that_contradict_each_other_are_refused_with_a_way_on(line):
    name, values = parse_slash_line(line)
    answer = run_command(COMMANDS[name], REQUEST, values)
    is_fit_to_send(answer)
    assert answer.is_refusal
    assert answer.is_private
    assert "`" in answer.text or answer.buttons


_ESCAPED = ["*" * 80, "@" * 60, "//" * 40, "a" * 98 + "**", "[x](y)" * 12]


@pytest.mark.parametrize(
    "text", [*amounts.JUNK, *amounts.LONG, *_ESCAPED], ids=lambda text: ascii(text[:30])
)
def test_an_echo_is_short_and_harmless_whatever_was_typed(text):
    is_harmless(echo(text))
    assert len(echo(text)) <= MOST_ECHO


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_the_same_junk_in_every_option_at_once_is_survived(command):
    for text in [*amounts.JUNK, *amounts.LONG]:
        values = {option.name: text for option in command.options}
        try:
            is_fit_to_send(run_command(command, REQUEST, values))
        except BrokenPromiseError as broken:
            broken.add_note(repr(text[:60]))
            raise
