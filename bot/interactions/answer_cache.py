"""Answers given before, kept while they are true: the same question has the same answer."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from commands.common.answer import Answer

MOST_KEPT = 1024
"""Answers, some 20 MB with their charts as values; PNGs are kept elsewhere."""


class Recall:
    """The last answers, without a trace of who asked."""

    def __init__(self) -> None:
        self._answers: OrderedDict[Hashable, Answer] = OrderedDict()

    def answer(self, question: Hashable, work_out: Callable[[], Answer]) -> Answer:
        """The answer to a question, worked out unless it is remembered.

        Args:
            question: Everything that the answer depends on.
            work_out: What to do when it is not; what it raises is not remembered.
        """
        known = self._answers.get(question)
        if known is None:
            answer = work_out()
            self._answers[question] = answer
            if len(self._answers) > MOST_KEPT:
                self._answers.popitem(last=False)
            return answer
        self._answers.move_to_end(question)
        return known

    def forget(self) -> None:
        """The market changed: no answer is true any more."""
        self._answers.clear()
