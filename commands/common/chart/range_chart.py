"""Rungs of effects: each a name, a best guess with its sign, a range, and a bar from zero."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import Range
    from commands.common.chart.box import Box
    from commands.common.chart.canvas import Canvas
    from commands.common.spans import Span

_CAP = theme.CAP_HEIGHT * theme.LEAST_TEXT
_LINE_GAP = 20
_HALF_BAR = 12
_BASELINE, _RANGE, _GUESS, _DOT = 3, 1, 4, 5
_NAME = theme.LABEL
_GUESS_TEXT = replace(theme.LABEL, color=theme.BEST_GUESS, bold=True)


@dataclass(frozen=True, slots=True)
class Rung:
    """One effect.

    Args:
        name: What changes.
        change: By how much, in the unit of its ladder, with sign.
        text: The same as text, the sign before the best guess.
    """

    name: str
    change: Range
    text: Span


def draw_ladder(canvas: Canvas, rungs: Sequence[Rung], box: Box, least: float) -> None:
    """Draw rungs from the top of a box to its bottom, all bars on one scale from one zero.

    Args:
        canvas: Where to draw.
        rungs: From the top.
        box: What they fill.
        least: A scale never shows less than this, so that next to nothing looks like it.
    """
    ends = [value for rung in rungs for value in (rung.change.smallest, rung.change.largest)]
    low, high = min(0.0, *ends), max(0.0, *ends)
    if high - low < least:
        low, high = (-least, 0.0) if high == 0 else (low, low + least)
    widest = max(
        canvas.text_width(words, style)
        for rung in rungs
        for words, style in (
            (rung.text.central, _GUESS_TEXT),
            (rung.text.range, theme.RANGE_TEXT),
        )
    )
    x = Scale(low, high, box.left + _HALF_BAR, box.right - widest - 2 * _LINE_GAP)
    pitch = (box.top - box.bottom) / len(rungs)
    for number, rung in enumerate(rungs):
        _draw_rung(canvas, rung, x, box, box.top - number * pitch)
    zero = x(0.0)
    for number in range(len(rungs)):
        middle = _middle(box.top - number * pitch)
        bar = [(zero, middle + 2 * _HALF_BAR), (zero, middle - 2 * _HALF_BAR)]
        canvas.line(bar, color=theme.BASELINE, width=4, layer=_BASELINE)


def _draw_rung(canvas: Canvas, rung: Rung, x: Scale, box: Box, top: float) -> None:
    first = top - _CAP
    second = first - _LINE_GAP - _CAP
    canvas.text((box.left, first), rung.name, _NAME)
    canvas.text((box.right, first), rung.text.central, _GUESS_TEXT, align="right")
    if rung.text.range:
        canvas.text((box.right, second), rung.text.range, theme.RANGE_TEXT, align="right")
    middle = _middle(top)
    low, high = x(rung.change.smallest), x(rung.change.largest)
    outline = [
        (low, middle - _HALF_BAR),
        (high, middle - _HALF_BAR),
        (high, middle + _HALF_BAR),
        (low, middle + _HALF_BAR),
    ]
    canvas.hatched(outline, layer=_RANGE)
    guess = x(rung.change.central)
    way = [(x(0.0), middle), (guess, middle)]
    canvas.line(way, color=theme.BEST_GUESS, width=8, layer=_GUESS)
    canvas.dot((guess, middle), color=theme.BEST_GUESS, size=26, layer=_DOT)


def _middle(top: float) -> float:
    """The height of the bar of a rung: clear of what hangs below its name."""
    return top - _CAP - _LINE_GAP - 2 * _HALF_BAR
