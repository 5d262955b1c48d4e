"""Lines of text that flow down a column and never leave it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.chart import theme

if TYPE_CHECKING:
    from commands.common.chart.box import Box
    from commands.common.chart.canvas import Canvas
    from commands.common.chart.theme import TextStyle
    from commands.common.spans import Span

_GAP = 29
# A finding that fits only in smaller text than this is broken into lines instead.
_LEAST_FINDING = 56


class Column:
    """A column of text, filled from the top.

    Args:
        canvas: Where it is written.
        box: What it may fill.
    """

    def __init__(self, canvas: Canvas, box: Box) -> None:
        self._canvas = canvas
        self._box = box

    @property
    def rest(self) -> Box:
        """What is left under the lines so far."""
        return self._box

    def headline(self, words: str, finding: str) -> None:
        """The title: words, and behind them the finding in the colour of the best guess."""
        style = self._fitted(f"{words} {finding}", theme.TITLE)
        baseline = self._next_baseline(style)
        behind = self._box.left + self._canvas.text_width(f"{words} ", style)
        self._canvas.text((self._box.left, baseline), words, style)
        self._canvas.text((behind, baseline), finding, replace(style, color=theme.BEST_GUESS))

    def label(self, words: str) -> None:
        """What the finding below is."""
        self._lines(words, theme.LABEL)

    def finding(self, words: str) -> None:
        """The best guess, as large as the column lets it be."""
        style = self._fitted(words, theme.FINDING)
        if style.size >= _LEAST_FINDING:
            self._line(words, style)
        else:
            self._lines(words, replace(style, size=theme.LEAST_TEXT))

    def range(self, span: Span) -> None:
        """The range, when it is more than the best guess already says."""
        if span.range:
            self._lines(span.range, theme.RANGE_TEXT)

    def _lines(self, words: str, style: TextStyle) -> None:
        line, *rest = words.split()
        for word in rest:
            longer = f"{line} {word}"
            if self._canvas.text_width(longer, style) > self._box.width:
                self._line(line, style)
                longer = word
            line = longer
        self._line(line, style)

    def _line(self, words: str, style: TextStyle) -> None:
        self._canvas.text((self._box.left, self._next_baseline(style)), words, style)

    def _next_baseline(self, style: TextStyle) -> float:
        baseline = self._box.top - theme.CAP_HEIGHT * style.size
        self._box = self._box.below(baseline - _GAP)
        return baseline

    def _fitted(self, words: str, style: TextStyle) -> TextStyle:
        fitting = math.floor(style.size * self._box.width / self._canvas.text_width(words, style))
        return replace(style, size=min(style.size, fitting))
