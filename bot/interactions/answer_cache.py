"""LRU cache of answers; cleared when the market data change."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from commands.common.answer import Answer

MAX_ANSWERS = 2048
"""Some 10 MB; pictures are cached by the renderer."""


class AnswerCache:
    """The last answers, without a trace of who asked."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()

    def get(self, key: Hashable, compute: Callable[[], Answer]) -> Answer:
        """The answer for a key, computed unless it is cached.

        Args:
            key: Everything that the answer depends on.
            compute: Makes the answer; what it raises is not cached.
        """
        cached = self._answers.get(key)
        if cached is not None:
            self._answers.move_to_end(key)
            return cached
        answer = compute()
        self._answers[key] = _without_chart_data(answer, compute)
        if len(self._answers) > MAX_ANSWERS:
            self._answers.popitem(last=False)
        return answer

    def clear(self) -> None:
        """Forget all answers."""
        self._answers.clear()


def _without_chart_data(answer: Answer, compute: Callable[[], Answer]) -> Answer:
    """The same answer, whose picture computes its data again when it is drawn.

    The daily series behind a picture are forty times as large as the words, and nearly always the
    renderer has the picture.
    """
    if answer.picture is None:
        return answer

    def draw() -> bytes:
        picture = compute().picture
        if picture is None:
            msg = "The same question had a picture before."
            raise RuntimeError(msg)
        return picture.draw()

    return replace(answer, picture=replace(answer.picture, draw=draw))
