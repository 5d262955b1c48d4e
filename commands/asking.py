"""Asking a command: its answer, or one friendly sentence about what could not be used."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from commands.answer import Answer
from commands.buttons import StaleButtonError, read_id
from commands.problems import InputProblem
from commands.registry import COMMANDS
from commands.words.age import old_curve_text
from commands.words.problems import problem_text, stale_button_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.command import Command, Request


def answer_to(command: Command, request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to option values."""
    try:
        return _with_age(command.reply(request, values), request)
    except InputProblem as problem:
        text = problem_text(problem, request.tongue, command.problems)
        return Answer(text, is_private=True, is_refusal=True)


def answer_to_tap(custom_id: str, request: Request) -> Answer:
    """The answer to a tapped button; older and forged ones get a polite line."""
    stale = Answer(stale_button_text(request.tongue), is_private=True, is_refusal=True)
    try:
        press = read_id(custom_id)
        command = COMMANDS.get(press.command)
        if command is None or command.press is None:
            return stale
        return _with_age(command.press(request, press.action, press.fields), request)
    except StaleButtonError:
        return stale


def _with_age(answer: Answer, request: Request) -> Answer:
    """The answer, which says so when the yields behind it are old."""
    age = old_curve_text(request.snapshot.curve.as_of, request.tongue, request.today)
    if not age or not answer.small_print:
        return answer
    return replace(answer, small_print=f"{answer.small_print} {age}")
