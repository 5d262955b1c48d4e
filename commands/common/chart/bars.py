"""Bars side by side from zero, each with its value on top and its name below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.coverage import cap_height, text_width
from commands.common.chart.scale import Scale

if TYPE_CHECKING:
    from commands.common.chart.canvas import Box, Canvas

_GAP = 26
_BAR_SHARE = 0.52
# A bar is never thinner than the baseline, so that a small value can be seen.
_LEAST_HEIGHT = 4
_BAR, _BASELINE = range(2)


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
    bottom = box.bottom + theme.LABEL_HEIGHT + _GAP
    top = box.top - cap_height(style) - 2 * _GAP
    y = Scale(0, max(bar.size for bar in bars) or 1, bottom, top)
    pitch = box.width / len(bars)
    for number, bar in enumerate(bars):
        middle = box.left + pitch * (number + 0.5)
        height = max(y(bar.size), bottom + _LEAST_HEIGHT)
        column = [(middle, bottom), (middle, height)]
        canvas.line(column, color=bar.color, width=pitch * _BAR_SHARE, layer=_BAR)
        over = replace(style, color=bar.color)
        canvas.text((middle, height + _GAP), bar.value, over, align="center")
        canvas.text((middle, box.bottom), bar.name, theme.MAIN_TICK, align="center")
    ground = [(box.left, bottom), (box.right, bottom)]
    canvas.line(ground, color=theme.BASELINE, width=4, layer=_BASELINE)


def _fitting_size(bars: tuple[Bar, ...], box: Box) -> float:
    """The size of text at which every value fits over its bar."""
    widest = max(text_width(bar.value, theme.FINDING) for bar in bars)
    room = 0.94 * box.width / len(bars)
    return max(theme.LEAST_TEXT, theme.FINDING.size * room / widest)
