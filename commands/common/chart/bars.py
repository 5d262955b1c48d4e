"""Bars: in rows of one height, each with its label at the left, or side by side from zero.

Colours say what is shown without a legend: the model's best guess amber with a darker range,
observed values grey.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.coverage import cap_height, text_width
from commands.common.chart.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import Range
    from commands.common.chart.canvas import Box, Canvas

GAP = 29
_COLUMN_GAP = 26
_BAR_SHARE = 0.52
# A bar is never thinner than the baseline, so that a small value can be seen.
_LEAST_HEIGHT = 4
_STRIP = 0.4
"""Of the thickness of its bar."""
RULE, RANGE, BAR, STRIP, BASELINE, DOT = range(6)
"""Layers, from the lowest."""


class Rows:
    """Rows that fill a box.

    Args:
        canvas: Where they are drawn.
        box: What they fill.
        labels: One for each row, from the top.
        values: The smallest and the largest value to show; zero is always shown.
        right: Room to leave at the right, for numbers behind the bars.
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
        widest = max(text_width(label, theme.MAIN_TICK) for label in labels)
        least, most = min(0.0, values[0]), max(0.0, values[1])
        self.x = Scale(least, most, box.left + widest + GAP, box.right - right)
        self._labels = labels

    def middle(self, row: int) -> float:
        """The height of a row's middle."""
        return self._box.top - self._pitch * (row + 0.5)

    def label(self, row: int, style: theme.TextStyle = theme.LABEL) -> None:
        """Write the label of a row."""
        at = (self._box.left, self.middle(row) - theme.LABEL_HEIGHT / 2)
        self._canvas.text(at, self._labels[row], style)

    def number(self, row: int, right: float, words: str, style: theme.TextStyle) -> None:
        """Write a number that ends at ``right``."""
        at = (right, self.middle(row) - theme.LABEL_HEIGHT / 2)
        self._canvas.text(at, words, style, align="right")

    def bar(self, row: int, value: float, color: str, *, thickness: float = 0.5) -> None:
        """Fill from zero to a value."""
        middle = self.middle(row)
        ends = [(self.x(0), middle), (self.x(value), middle)]
        self._canvas.line(ends, color=color, width=self._pitch * thickness, layer=BAR)

    def estimate(self, row: int, value: Range, color: str, *, thickness: float = 0.5) -> None:
        """Fill from zero to the best guess, with a darker strip along the whole range."""
        self.bar(row, value.central, color, thickness=thickness)
        middle, height = self.middle(row), self._pitch * thickness * _STRIP
        ends = [(self.x(value.smallest), middle), (self.x(value.largest), middle)]
        self._canvas.line(ends, color=theme.RANGE, width=height, layer=STRIP)

    def baseline(self) -> None:
        """Draw the upright line of zero down all rows."""
        zero = self.x(0)
        ends = [(zero, self._box.bottom), (zero, self._box.top)]
        self._canvas.line(ends, color=theme.BASELINE, width=4, layer=BASELINE)


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Args:
        size: Not less than zero.
        value: Text on top.
        name: Text below.
        color: Of bar and value.
    """

    size: float
    value: str
    name: str
    color: str


def draw_bars(canvas: Canvas, bars: tuple[Bar, ...], box: Box) -> None:
    """Draw bars on one scale that begins at zero."""
    style = replace(theme.FINDING, size=min(_fitting_size(bars, box), theme.FINDING.size))
    bottom = box.bottom + theme.LABEL_HEIGHT + _COLUMN_GAP
    top = box.top - cap_height(style) - 2 * _COLUMN_GAP
    y = Scale(0, max(bar.size for bar in bars) or 1, bottom, top)
    pitch = box.width / len(bars)
    for number, bar in enumerate(bars):
        middle = box.left + pitch * (number + 0.5)
        height = max(y(bar.size), bottom + _LEAST_HEIGHT)
        column = [(middle, bottom), (middle, height)]
        canvas.line(column, color=bar.color, width=pitch * _BAR_SHARE, layer=BAR)
        over = replace(style, color=bar.color)
        canvas.text((middle, height + _COLUMN_GAP), bar.value, over, align="center")
        canvas.text((middle, box.bottom), bar.name, theme.MAIN_TICK, align="center")
    ground = [(box.left, bottom), (box.right, bottom)]
    canvas.line(ground, color=theme.BASELINE, width=4, layer=BASELINE)


def _fitting_size(bars: tuple[Bar, ...], box: Box) -> float:
    """The size of text at which every value fits over its bar."""
    widest = max(text_width(bar.value, theme.FINDING) for bar in bars)
    room = 0.94 * box.width / len(bars)
    return max(theme.LEAST_TEXT, theme.FINDING.size * room / widest)
