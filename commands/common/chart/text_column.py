"""Lines of text down a column, broken and sized so that they never leave it."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from commands.common.chart.canvas import Box, Canvas
    from commands.common.chart.theme import TextStyle
    from commands.common.spans import Span

_GAP = 29
# A finding that fits only in smaller text than this is broken into lines instead.
_LEAST_FINDING = 56


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

    def headline(self, words: str, finding: str, color: str = theme.BEST_GUESS) -> None:
        """Write the title: words, and behind them the finding in its colour."""
        style = self._fitted(f"{words} {finding}", theme.TITLE)
        baseline = self._next_baseline(style)
        behind = self.rest.left + text_width(f"{words} ", style)
        self._canvas.text((self.rest.left, baseline), words, style)
        self._canvas.text((behind, baseline), finding, replace(style, color=color))

    def marked_title(self, words: str) -> None:
        """Write the title, what stands between ``**`` in the colour of a finding."""
        style = self._fitted(words.replace("**", ""), theme.TITLE)
        baseline = self._next_baseline(style)
        x = self.rest.left
        for number, part in enumerate(words.split("**")):
            shown = replace(style, color=theme.BEST_GUESS) if number % 2 else style
            if part.strip():
                self._canvas.text((x, baseline), part.rstrip(), shown)
            x += text_width(part, style)

    def lead(self, finding: str, words: str) -> None:
        """Write the title: the finding in its colour, and words behind it."""
        style = self._fitted(f"{finding} {words}", theme.TITLE)
        baseline = self._next_baseline(style)
        behind = self.rest.left + text_width(f"{finding} ", style)
        in_color = replace(style, color=theme.BEST_GUESS)
        self._canvas.text((self.rest.left, baseline), finding, in_color)
        self._canvas.text((behind, baseline), words, style)

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
        """Write what the finding below is."""
        self._lines(words, theme.LABEL)

    def finding(self, words: str) -> None:
        """Write the best guess, as large as the column lets it be."""
        style = self._fitted(words, theme.FINDING)
        if style.size >= _LEAST_FINDING:
            self._line(words, style)
        else:
            self._lines(words, replace(style, size=theme.LEAST_TEXT))

    def range(self, span: Span, *, is_labelled: bool = False) -> None:
        """Write the range, when it is more than the best guess already says."""
        if span.range:
            self._lines(span.labelled if is_labelled else span.range, theme.RANGE_TEXT)

    def _lines(self, words: str, style: TextStyle) -> None:
        line, *rest = words.split()
        for word in rest:
            longer = f"{line} {word}"
            if text_width(longer, style) > self.rest.width:
                self._line(line, style)
                longer = word
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
