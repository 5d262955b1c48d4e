"""What holds for every command, also for those still to be written."""

import re
import time
from dataclasses import replace

import pytest

from commands import dispatch
from commands.common.answer import MOST_BUTTONS, MOST_OPTIONS
from commands.common.chart import theme
from commands.common.custom_id import parse_custom_id
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, example_of
from tests.commands.cases import REQUEST, ask, press

EVERY = pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.name)
BANNED = re.compile(
    r"\b(will|crash|dump\w*|should|basis points?|duration|convexity|term premium|liquidity)\b",
    re.IGNORECASE,
)
MOST_PRESSES = 3
SLOW_SECONDS = 5
HOSTILE = (
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
)


def check(answer):
    """Limits of Discord and promises of ours."""
    words = answer.plain_text
    assert 0 < len(words) <= 4000
    assert not re.search(r"\{[a-z_]+\}", words.replace("{typed} %s", ""))
    assert len(answer.buttons) <= MOST_BUTTONS
    assert len({button.custom_id for button in answer.buttons}) == len(answer.buttons)
    assert all(len(option.custom_id) <= 100 for option in answer.controls)
    assert answer.rows <= 5
    for menu in answer.menus:
        assert 1 <= len(menu.options) <= MOST_OPTIONS
        assert 0 < len(menu.placeholder) <= 150
        assert len({option.custom_id for option in menu.options}) == len(menu.options)
        assert sum(option.is_chosen for option in menu.options) <= 1
        assert all(0 < len(option.label) <= 100 for option in menu.options)
    for button in answer.buttons:
        assert 0 < len(button.label) <= 38, button.label
        assert len(button.custom_id) <= 100
    if answer.picture is not None:
        assert 80 <= len(answer.picture.alt) <= 400, len(answer.picture.alt)
        assert re.fullmatch(r"[a-z0-9._-]{1,100}\.png", answer.picture.filename)


@EVERY
def test_command_fits_limits_of_discord(command):
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
def test_example_is_answered_with_words_and_picture(command):
    assert command.example.startswith(f"/{command.name}")
    answer = ask(command.example)
    check(answer)
    assert not answer.is_refusal
    assert not BANNED.search(answer.text), BANNED.search(answer.text)
    if answer.picture is not None:
        png = answer.picture.draw()
        assert png.startswith(b"\x89PNG")
        assert int.from_bytes(png[16:20]) == theme.WIDTH
        assert theme.LOW_HEIGHT <= int.from_bytes(png[20:24]) <= theme.HEIGHT
        assert png == answer.picture.draw()


@EVERY
def test_buttons_of_example_lead_on(command):
    for button in ask(command.example).controls:
        answer = press(button.custom_id)
        check(answer)
        assert not answer.is_refusal, button.label
        for further in answer.buttons:
            assert not press(further.custom_id).is_refusal, further.label


@EVERY
def test_every_command_is_reached_within_three_presses(command):
    reached, seen, answers = {command.name}, set(), [ask(command.example)]
    for _ in range(MOST_PRESSES):
        following = []
        for button in (button for answer in answers for button in answer.controls):
            parsed = parse_custom_id(button.custom_id)
            reached |= {parsed.command, parsed.action}
            if (parsed.command, parsed.action) not in seen:
                seen.add((parsed.command, parsed.action))
                following.append(press(button.custom_id))
        answers = following
    # Every list of questions is what /help says.
    assert reached >= set(COMMANDS) - {"help"}


@EVERY
def test_hostile_text_in_options_is_answered_politely(command):
    for option in command.options:
        for text in HOSTILE:
            started = time.perf_counter()
            answer = run_command(command, REQUEST, {**example_of(command), option.name: text})
            assert time.perf_counter() - started < SLOW_SECONDS, (option.name, text)
            check(answer)
            words = answer.plain_text
            assert "@everyone" not in words
            assert "evil.example)" not in words.replace("\\", "") or "](" not in words
            assert not re.search(r"(?<!\\)<@", words)
            choices = option.suggest(REQUEST, text) if option.suggest else ()
            assert len(choices) <= 25
            assert all(0 < len(choice.label) <= 100 and choice.value for choice in choices)


@EVERY
def test_forged_buttons_get_polite_answer(command):
    for rest in ("show", "show:", "show:x", "math:" + "9" * 80, "post:jp:1", "explode"):
        check(run_component(f"1:{command.name}:{rest}", REQUEST))


def test_list_of_questions_names_every_command():
    answer = press("1:more:show")
    assert answer.is_private
    options = [option for menu in answer.menus for option in menu.options]
    assert {parse_custom_id(option.custom_id).action for option in options} == {
        name for name in COMMANDS if name != "help"
    }
    for control in answer.controls:
        assert not control.label.startswith("/"), "a question without words"
        assert not press(control.custom_id).is_refusal


def test_long_list_of_questions_takes_more_menus(monkeypatch):
    command = next(iter(COMMANDS.values()))
    many = {f"{chr(97 + i // 26)}{chr(97 + i % 26)}": command for i in range(40)}
    monkeypatch.setattr(dispatch, "COMMANDS", {name: replace(command, name=name) for name in many})
    menus = run_component("1:more:show", REQUEST).menus
    assert [len(menu.options) for menu in menus] == [25, 15]


def test_page_of_earlier_list_of_questions_is_answered():
    """Ids of lists sent before they were menus."""
    assert press("1:more:show:14").menus == press("1:more:show").menus


def test_sample_of_absent_command_is_left_out(monkeypatch):
    shown = [button.label for button in run_component("1:learn:show:yield", REQUEST).buttons]
    monkeypatch.setattr(dispatch, "COMMANDS", {"learn": COMMANDS["learn"]})
    left = [button.label for button in run_component("1:learn:show:yield", REQUEST).buttons]
    assert len(shown) == len(left) + 1
