"""What holds for every command, also for those still to be written."""

import re
import time

import pytest

from calc import load_snapshot
from commands.common.answer import MOST_BUTTONS
from commands.common.command import Request
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, example_of

REQUEST = Request(load_snapshot())
EVERY = pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
BANNED = re.compile(
    r"\b(will|crash|dump\w*|should|basis points?|duration|convexity|term premium|liquidity)\b",
    re.IGNORECASE,
)
HOSTILE = [
    "",
    " ",
    "nan",
    "inf",
    "-1",
    "0",
    "1e9",
    "1e1000000",
    "99999999999999999999",
    "½",
    "٣",
    "\u202e123",
    "\ud800",
    "@everyone",
    "<@123>",
    "[x](http://evil.example)",
    "`code`",
    "{0} {typed} %s",
    "a" * 200,
    "💣",
    "日本",
    "'; DROP TABLE",
]


def check(answer):
    """Limits of Discord and promises of ours."""
    words = answer.plain_text
    assert 0 < len(words) <= 4000
    assert not re.search(r"\{[a-z_]+\}", words.replace("{typed} %s", ""))
    assert len(answer.buttons) <= MOST_BUTTONS
    assert len({button.custom_id for button in answer.buttons}) == len(answer.buttons)
    for button in answer.buttons:
        assert 0 < len(button.label) <= 38, button.label
        assert len(button.custom_id) <= 100
    if answer.picture is not None:
        assert 80 <= len(answer.picture.alt) <= 400, len(answer.picture.alt)
        assert re.fullmatch(r"[a-z0-9._-]{1,100}\.png", answer.picture.filename)


@EVERY
def test_the_command_fits_discord_and_a_phone(command):
    assert re.fullmatch(r"[a-z]{1,20}", command.name)
    assert 10 <= len(command.description) <= 80
    required = [option.is_required for option in command.options]
    assert required == sorted(required, reverse=True)
    for option in command.options:
        assert re.fullmatch(r"[a-z]{1,20}", option.name)
        assert 1 <= len(option.description) <= 100
        assert len(option.choices) <= 25
        assert not (option.choices and option.suggest)


@EVERY
def test_its_example_is_answered_in_public_with_words_and_within_limits(command):
    assert command.example.startswith(f"/{command.name}")
    answer = run_command(command, REQUEST, example_of(command))
    check(answer)
    assert not answer.is_refusal
    assert not BANNED.search(answer.text), BANNED.search(answer.text)


@EVERY
def test_its_picture_is_a_png_of_the_family(command):
    picture = run_command(command, REQUEST, example_of(command)).picture
    if picture is not None:
        png = picture.draw()
        assert png.startswith(b"\x89PNG")
        assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (1200, 900)
        assert png == picture.draw()


@EVERY
def test_every_button_leads_somewhere_and_on(command):
    answer = run_command(command, REQUEST, example_of(command))
    for button in answer.buttons:
        next_answer = run_component(button.custom_id, REQUEST)
        check(next_answer)
        assert not next_answer.is_refusal, button.label
        for further in next_answer.buttons:
            assert not run_component(further.custom_id, REQUEST).is_refusal, further.label


@EVERY
@pytest.mark.parametrize("text", HOSTILE, ids=repr)
def test_hostile_text_in_any_option_is_answered_or_refused_politely(command, text):
    for option in command.options:
        started = time.perf_counter()
        answer = run_command(command, REQUEST, {**example_of(command), option.name: text})
        assert time.perf_counter() - started < 5, "blocks"
        check(answer)
        words = answer.plain_text
        assert "@everyone" not in words
        assert "evil.example)" not in words.replace("\\", "") or "](" not in words
        assert not re.search(r"(?<!\\)<@", words)


@EVERY
@pytest.mark.parametrize("text", HOSTILE, ids=repr)
def test_suggestions_never_fail(command, text):
    for option in command.options:
        if option.suggest is not None:
            choices = option.suggest(REQUEST, text)
            assert len(choices) <= 25
            assert all(0 < len(choice.label) <= 100 and choice.value for choice in choices)


@EVERY
@pytest.mark.parametrize("rest", ["show", "show:", "show:x", "math:" + "9" * 80, "post:jp:1"])
def test_forged_buttons_get_a_polite_line(command, rest):
    answer = run_component(f"1:{command.name}:{rest}", REQUEST)
    check(answer)
