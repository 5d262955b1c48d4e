"""What pictures of things that happened share: their title, and rows of bars.

What a model says is orange with a blue range in every picture; what was measured is green, so
that the two can stand side by side without a legend.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.common.chart.box import Box
    from commands.common.chart.canvas import Canvas, Point

MARGIN = 44
TITLE_TOP = 862
LABEL_HEIGHT = theme.CAP_HEIGHT * theme.LEAST_TEXT
GAP = 29

# What lies over what.
RULE, RANGE, BAR, BASELINE, DOT = range(5)


def headline(
    canvas: Canvas, box: Box, words: str, finding: str, color: str = theme.MEASURED
) -> Box:
    """The title along the top of a box: words, and behind them the finding in its colour.

    Returns:
        What is left of the box.
    """
    whole = canvas.text_width(f"{words} {finding}", theme.TITLE)
    style = replace(theme.TITLE, size=min(theme.TITLE.size, _fitting(whole, box.width)))
    baseline = box.top - theme.CAP_HEIGHT * style.size
    behind = box.left + canvas.text_width(f"{words} ", style)
    canvas.text((box.left, baseline), words, style)
    canvas.text((behind, baseline), finding, replace(style, color=color))
    return box.below(baseline - GAP)


def _fitting(whole: float, width: float) -> float:
    return math.floor(theme.TITLE.size * width / whole)


class Rows:
    """Rows of one height, a label at the left of each and a common scale at the right.

    Args:
        canvas: Where they are drawn.
        box: What they may fill.
        labels: One for each row, from the top.
        values: The smallest and the largest value to show; zero is always shown.
        right: What to leave free at the right, for numbers behind the bars.
    """

    def __init__(
        self,
        canvas: Canvas,
        box: Box,
        labels: Sequence[str],
        values: tuple[float, float],
        *,
        right: float = 0,
    ) -> None:
        self._canvas = canvas
        self._box = box
        self._pitch = (box.top - box.bottom) / len(labels)
        widest = max(canvas.text_width(label, theme.MAIN_TICK) for label in labels)
        least, most = min(0.0, values[0]), max(0.0, values[1])
        self.x = Scale(least, most, box.left + widest + GAP, box.right - right)
        self._labels = labels

    def middle(self, row: int) -> float:
        """The height of a row's middle."""
        return self._box.top - self._pitch * (row + 0.5)

    def label(self, row: int, style: theme.TextStyle = theme.LABEL) -> None:
        """Write the label of a row."""
        at = (self._box.left, self.middle(row) - LABEL_HEIGHT / 2)
        self._canvas.text(at, self._labels[row], style)

    def bar(self, row: int, value: float, color: str, *, thickness: float = 0.5) -> None:
        """Fill from zero to a value."""
        middle = self.middle(row)
        way = [(self.x(0), middle), (self.x(value), middle)]
        self._canvas.line(way, color=color, width=self._pitch * thickness, layer=BAR)

    def span(self, row: int, least: float, most: float, *, thickness: float = 0.55) -> None:
        """Hatch from one value to another."""
        middle, half = self.middle(row), self._pitch * thickness / 2
        left, right = self.x(least), self.x(most)
        corners: list[Point] = [
            (left, middle - half),
            (right, middle - half),
            (right, middle + half),
            (left, middle + half),
        ]
        self._canvas.hatched(corners, layer=RANGE)

    def tick(self, row: int, value: float, color: str, *, thickness: float = 0.55) -> None:
        """Mark a value with an upright line."""
        middle, half, x = self.middle(row), self._pitch * thickness / 2, self.x(value)
        self._canvas.line([(x, middle - half), (x, middle + half)], color=color, width=8, layer=BAR)

    def dot(self, row: int, value: float, color: str) -> None:
        """Mark a value with a disc."""
        self._canvas.dot((self.x(value), self.middle(row)), color=color, size=32, layer=DOT)

    def baseline(self) -> None:
        """The upright line of zero, down all rows."""
        zero = self.x(0)
        ends: list[Point] = [(zero, self._box.bottom), (zero, self._box.top)]
        self._canvas.line(ends, color=theme.BASELINE, width=4, layer=BASELINE)
