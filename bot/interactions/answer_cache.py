"""LRU cache of answers; cleared when the market data change."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from commands.common.answer import Answer

MAX_ANSWERS = 1024
"""Some 20 MB with their charts; rendered pictures are cached by the renderer."""


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
        self._answers[key] = answer
        if len(self._answers) > MAX_ANSWERS:
            self._answers.popitem(last=False)
        return answer

    def clear(self) -> None:
        """Forget all answers."""
        self._answers.clear()
