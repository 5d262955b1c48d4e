"""Answers given before, kept while they are true: the same question has the same answer."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from commands.answer import Answer

MOST_KEPT = 512
"""Answers, some 10 MB; their pictures are kept elsewhere."""


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
            known = self._answers[question] = work_out()
            if len(self._answers) > MOST_KEPT:
                self._answers.popitem(last=False)
        else:
            self._answers.move_to_end(question)
        return known

    def forget(self) -> None:
        """The market changed: no answer is true any more."""
        self._answers.clear()
