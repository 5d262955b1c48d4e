"""From any answer to any question: every command is at most three taps away."""

import pytest

from calc import load_snapshot
from commands.common.command import Request
from commands.common.custom_id import parse_custom_id
from commands.dispatch import run_command, run_component
from commands.registry import COMMANDS, example_of

REQUEST = Request(load_snapshot())
MOST_TAPS = 3


@pytest.mark.parametrize("start", sorted(COMMANDS))
def test_every_command_is_within_three_taps_of_every_answer(start):
    reached, seen = {start}, set()
    answers = [run_command(COMMANDS[start], REQUEST, example_of(COMMANDS[start]))]
    for _ in range(MOST_TAPS):
        following = []
        for answer in answers:
            for button in answer.buttons:
                press = parse_custom_id(button.custom_id)
                reached |= {press.command, press.action}
                if (press.command, press.action) not in seen:
                    seen.add((press.command, press.action))
                    following.append(run_component(button.custom_id, REQUEST))
        answers = following
    assert reached >= set(COMMANDS)


def test_the_list_of_questions_names_them_all_and_each_is_answered():
    answer = run_component("1:more:show", REQUEST)
    assert answer.is_private
    assert len(answer.buttons) == len(COMMANDS)
    for button in answer.buttons:
        assert not button.label.startswith("/"), "a question without words"
        assert not run_component(button.custom_id, REQUEST).is_refusal


def test_a_question_that_does_not_exist_is_stale():
    assert run_component("1:more:nothing", REQUEST).is_refusal
