"""Answers to components: what a pressed button asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from commands.common.custom_id import StaleButtonError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from commands.common.answer import Answer
    from commands.common.command import ComponentCallback, Request
    from commands.common.custom_id import CustomId
    from commands.common.forward import Forward

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
