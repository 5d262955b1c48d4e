"""Two bars from zero, each with its value on top and its name below."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.scale import Scale

if TYPE_CHECKING:
    from commands.common.chart.box import Box
    from commands.common.chart.canvas import Canvas

_NAME_HEIGHT = theme.CAP_HEIGHT * theme.LEAST_TEXT
_GAP = 26
_BAR_SHARE = 0.52
# A bar is never thinner than its own baseline, so that a small value is still seen to be one.
_LEAST_HEIGHT = 4
_BASELINE, _BAR = 4, 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar.

    Args:
        size: Not less than zero.
        value: What is written on top.
        name: What is written below.
        color: Of bar and value.
    """

    size: float
    value: str
    name: str
    color: str


def draw_bars(canvas: Canvas, bars: tuple[Bar, ...], box: Box) -> None:
    """Bars side by side on one scale that begins at zero."""
    style = replace(theme.FINDING, size=min(_fitting(canvas, bars, box), theme.FINDING.size))
    bottom = box.bottom + _NAME_HEIGHT + _GAP
    top = box.top - theme.CAP_HEIGHT * style.size - 2 * _GAP
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


def _fitting(canvas: Canvas, bars: tuple[Bar, ...], box: Box) -> float:
    """The size of text at which every value fits over its bar."""
    widest = max(canvas.text_width(bar.value, theme.FINDING) for bar in bars)
    room = 0.94 * box.width / len(bars)
    return max(theme.LEAST_TEXT, theme.FINDING.size * room / widest)
