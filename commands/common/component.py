"""Answers to components: what a pressed button asks, and buttons under a refusal."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from commands.common.answer import Answer, Button
from commands.common.custom_id import StaleButtonError
from commands.common.errors import InputError
from commands.common.text.errors import error_text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from commands.common.command import ComponentCallback, Request
    from commands.common.custom_id import CustomId
    from commands.common.forward import Forward

_MOST_SUGGESTIONS = 5
_Question = TypeVar("_Question")


def by_action(
    read: Callable[[Request, Sequence[str]], _Question],
    **actions: Callable[[Request, _Question], Answer | Forward],
) -> ComponentCallback:
    """A callback that reads the fields and leaves the answer to the action of this name.

    Args:
        read: Reads the fields; raises `StaleButtonError` for what it cannot read.
        actions: Answers by the action of the custom id.
    """

    def press(request: Request, custom_id: CustomId) -> Answer | Forward:
        answer = actions.get(custom_id.action)
        if answer is None:
            raise StaleButtonError
        return answer(request, read(request, custom_id.fields))

    return press


def refusal(
    problem: InputError,
    request: Request,
    error_texts: Mapping[str, str],
    custom_id_of: Callable[[str], str],
    otherwise: Sequence[Button] = (),
) -> Answer:
    """What could not be used, with a button for each suggestion that can be.

    Args:
        problem: What was wrong.
        request: Who asks.
        error_texts: Sentences of the command beside the shared ones.
        custom_id_of: The id that answers a suggestion; raises `InputError` where there is none.
        otherwise: Buttons where no suggestion can be used.
    """
    buttons: dict[str, Button] = {}
    for suggestion in problem.suggestions[:_MOST_SUGGESTIONS]:
        try:
            custom_id = custom_id_of(suggestion)
        except InputError:
            continue
        buttons.setdefault(custom_id, Button(suggestion, custom_id))
    return Answer(
        error_text(problem, request.translator, error_texts),
        buttons=tuple(buttons.values()) or tuple(otherwise),
        is_private=True,
        is_refusal=True,
    )
