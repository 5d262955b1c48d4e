"""A ruler with fixed marks, the same on every picture, so that sizes can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.scale import Scale
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import Range
    from commands.common.chart.canvas import Box, Canvas

_HEAD, _LINE, _FIRST, _SECOND = 47, 84, 138, 192
_HALF_TICK = 17
_BAND, _DOT = 32, 40
_ARROW = 26
_GAP = 18
_AXIS, _RANGE, _TICKS, _DOTS = range(4)


@dataclass(frozen=True, slots=True)
class RulerMark:
    """A mark of a ruler: its value and its name in two lines."""

    value: float
    first: str
    second: str


def draw_ruler(
    canvas: Canvas, marks: Sequence[RulerMark], change: Range, most: float, box: Box
) -> None:
    """Draw a ruler from zero, its marks, and a change on it; an arrow where it lies beyond.

    Args:
        canvas: Where to draw.
        marks: By value.
        change: In their unit.
        most: Where the ruler ends.
        box: Its sides, and the top of the heading above it.
    """
    middle = box.top - _LINE
    x = Scale(0, most, box.left + _DOT / 2, box.right - _ARROW)
    ends = [(box.left, middle), (box.right - _ARROW, middle)]
    canvas.line(ends, color=theme.BASELINE, width=4, layer=_AXIS)
    low, high = (x(min(max(value, 0), most)) for value in (change.smallest, change.largest))
    canvas.band((low, high), middle, thickness=_BAND, layer=_RANGE)
    if change.largest > most:
        _draw_arrow(canvas, box.right, middle, theme.RANGE)
    reached = box.left
    for mark in marks:
        at = x(mark.value)
        tick = [(at, middle - _HALF_TICK), (at, middle + _HALF_TICK)]
        canvas.line(tick, color=theme.TEXT, width=5, layer=_TICKS)
        half = max(text_width(line, theme.TICK) for line in (mark.first, mark.second)) / 2
        at = min(max(at, reached + half), box.right - half)
        reached = at + half + _GAP
        canvas.text((at, box.top - _FIRST), mark.first, theme.TICK, align="center")
        canvas.text((at, box.top - _SECOND), mark.second, theme.TICK, align="center")
    if change.central > most:
        _draw_arrow(canvas, box.right, middle, theme.BEST_GUESS)
    else:
        at = x(max(change.central, 0))
        canvas.dot((at, middle), color=theme.BEST_GUESS, size=_DOT, layer=_DOTS)


def head_baseline(box: Box) -> float:
    """Where the heading of a ruler stands."""
    return box.top - _HEAD


def _draw_arrow(canvas: Canvas, right: float, middle: float, color: str) -> None:
    """Say that what is meant lies beyond the end."""
    left = right - _ARROW
    outline = [(left, middle - _ARROW), (right, middle), (left, middle + _ARROW)]
    canvas.area(outline, color=color, layer=_DOTS)
