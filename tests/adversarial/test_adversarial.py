"""A part of the hostile tables in every option, and options that contradict each other.

``python -m tests.adversarial`` runs all of them.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from commands.common.slash_line import parse_slash_line
from commands.common.text.escape import echo
from commands.dispatch import run_command
from commands.registry import COMMANDS
from tests.commands.cases import of_present_commands
from tests.fuzz.invariants import is_fit_to_send, is_harmless

from .checks import MOST_ECHO, REQUEST, check_option, plain_answer
from .tables import AMOUNTS, FREE_TEXT, HELD_USD, all_options, table_of

READABLE, ONE_IN = 8, 12
_COMBINATIONS = Path(__file__).with_name("data") / "combinations.json"
LINES = {
    outcome: of_present_commands(lines)
    for outcome, lines in json.loads(_COMBINATIONS.read_text()).items()
}
JUNK = [*AMOUNTS["junk"], *AMOUNTS["long"]]


def sample(table):
    readable = [text for text, each in table.texts.items() if each.value is not None]
    others = [text for text, each in table.texts.items() if each.value is None]
    return {*readable[:: max(1, len(readable) // READABLE)], *others[::ONE_IN]}


def answer_line(line):
    name, values = parse_slash_line(line)
    return run_command(COMMANDS[name], REQUEST, values)


@pytest.mark.parametrize(("command", "option"), all_options(), ids=lambda each: each.name)
def test_hostile_text_is_read_asked_or_refused(command, option):
    table = table_of(command, option)
    report = check_option(command, option, sample(table).__contains__)
    assert not report.wrong
    assert report.counts.total() > 10
    assert table is FREE_TEXT or (report.counts["exact"] and report.counts["refused"])


@pytest.mark.parametrize("value", [10**6, 200 * 10**9, HELD_USD])
def test_plain_amount_reaches_the_buttons(value):
    ids = [each.custom_id for each in plain_answer("selloff", "amount", value).controls]
    assert any(str(value) in custom_id.split(":") for custom_id in ids)


@pytest.mark.parametrize("line", LINES["more than held"])
def test_amount_above_holding_answers_all_of_it(line):
    words = answer_line(line).plain_text
    assert "holds $618 billion" in words
    assert "$2 trillion" in words
    assert "this is for all of it" in words


@pytest.mark.parametrize("line", LINES["corrected"])
def test_misspelt_country_is_shown_corrected(line):
    assert "Read as Japan." in answer_line(line).plain_text


@pytest.mark.parametrize("line", LINES["answered"])
def test_options_in_any_order_are_answered(line):
    name, values = parse_slash_line(line)
    answer = run_command(COMMANDS[name], REQUEST, values)
    again = run_command(COMMANDS[name], REQUEST, dict(reversed(values.items())))
    is_fit_to_send(answer)
    assert not answer.is_refusal, answer.text
    assert (again.text, again.controls) == (answer.text, answer.controls)


@pytest.mark.parametrize("line", LINES["refused"])
def test_contradicting_options_are_refused_with_example(line):
    answer = answer_line(line)
    is_fit_to_send(answer)
    assert answer.is_refusal
    assert answer.is_private
    assert "`" in answer.text or answer.buttons


@pytest.mark.parametrize(
    "text",
    [*JUNK, "*" * 80, "@" * 60, "//" * 40, "a" * 98 + "**", "[x](y)" * 12],
    ids=lambda text: ascii(text[:30]),
)
def test_echo_is_short_and_inert(text):
    is_harmless(echo(text))
    assert len(echo(text)) <= MOST_ECHO


@pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
def test_same_junk_in_every_option_is_survived(command):
    for text in JUNK[::5]:
        is_fit_to_send(run_command(command, REQUEST, dict.fromkeys(names(command), text)))


def names(command):
    return [option.name for option in command.options]


@pytest.mark.parametrize(
    ("arguments", "status"), [(["--help"], 0), (["selloff.amuont"], 2), (["bond.years"], 0)]
)
def test_script_exit_status(arguments, status):
    run = [sys.executable, "-m", "tests.adversarial", *arguments]
    assert subprocess.run(run, capture_output=True, check=False).returncode == status
