"""Answers given before, kept while they are true: the same question has the same answer."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from commands.common.answer import Answer

MOST_KEPT = 2048
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
            answer = work_out()
            self._answers[question] = _without_outcome(answer, work_out)
            if len(self._answers) > MOST_KEPT:
                self._answers.popitem(last=False)
            return answer
        self._answers.move_to_end(question)
        return known

    def forget(self) -> None:
        """The market changed: no answer is true any more."""
        self._answers.clear()


def _without_outcome(answer: Answer, work_out: Callable[[], Answer]) -> Answer:
    """The same answer, without the numbers of every day that its picture would be drawn from.

    They are forty times as large as the words, and nearly always the picture is there already.
    """
    if answer.picture is None:
        return answer

    def draw() -> bytes:
        again = work_out().picture
        if again is None:
            msg = "The same question had a picture before."
            raise RuntimeError(msg)
        return again.draw()

    return replace(answer, picture=replace(answer.picture, draw=draw))
