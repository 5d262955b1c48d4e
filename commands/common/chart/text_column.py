"""Lines of text down a column, broken and sized so that they never leave it."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.han import unbroken_parts
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from commands.common.chart.canvas import Box, Canvas
    from commands.common.chart.theme import TextStyle

_GAP = 29


class TextColumn:
    """A column of text, filled from the top.

    Args:
        canvas: Where it is written.
        box: What it may fill.

    Attributes:
        rest: What is left of the box under the lines so far.
    """

    def __init__(self, canvas: Canvas, box: Box) -> None:
        self._canvas = canvas
        self.rest = box

    def headline(self, words: str, finding: str) -> None:
        """Write the title: words, and behind them the finding in its colour."""
        self._colored((f"{words} ", theme.TITLE.color), (finding, theme.BEST_GUESS))

    def marked_title(self, words: str) -> None:
        """Write the title, what stands between ``**`` in the colour of a finding."""
        colors = itertools.cycle((theme.TITLE.color, theme.BEST_GUESS))
        self._colored(*zip(words.split("**"), colors, strict=False))

    def lead(self, finding: str, words: str) -> None:
        """Write the title: the finding in its colour, and words behind it."""
        self._colored((f"{finding} ", theme.BEST_GUESS), (words, theme.TITLE.color))

    def title(self, words: str) -> None:
        """Write a title of one colour."""
        style = self._fitted(words, theme.TITLE)
        if style.size >= theme.LEAST_TEXT:
            self._line(words, style)
        else:
            self._lines(words, replace(style, size=theme.LEAST_TEXT))

    def subtitle(self, words: str) -> None:
        """Write what goes with the title, quieter."""
        self._lines(words, theme.TICK)

    def note(self, words: str) -> None:
        """Write a range."""
        self._lines(words, theme.RANGE_TEXT)

    def heading(self, words: str) -> None:
        """Write the heading of a part of the chart."""
        self._lines(words, replace(theme.LABEL, bold=True))

    def label(self, words: str) -> None:
        """Write a line that is neither quiet nor a heading."""
        self._lines(words, theme.LABEL)

    def _colored(self, *parts: tuple[str, str]) -> None:
        """One line of texts, each with its colour."""
        style = self._fitted("".join(words for words, _ in parts), theme.TITLE)
        baseline, left = self._next_baseline(style), self.rest.left
        for words, color in parts:
            if words.strip():
                self._canvas.text((left, baseline), words.rstrip(), replace(style, color=color))
            left += text_width(words, style)

    def _lines(self, words: str, style: TextStyle) -> None:
        line = ""
        for gap, part in unbroken_parts(words):
            longer = f"{line}{gap}{part}" if line else part
            if line and text_width(longer, style) > self.rest.width:
                self._line(line, style)
                longer = part
            line = longer
        self._line(line, style)

    def _line(self, words: str, style: TextStyle) -> None:
        self._canvas.text((self.rest.left, self._next_baseline(style)), words, style)

    def _next_baseline(self, style: TextStyle) -> float:
        baseline = self.rest.top - style.cap_height
        self.rest = self.rest.below(baseline - _GAP)
        return baseline

    def _fitted(self, words: str, style: TextStyle) -> TextStyle:
        fitting = math.floor(style.size * self.rest.width / text_width(words, style))
        return replace(style, size=min(style.size, fitting))
