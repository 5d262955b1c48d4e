"""Rows of effects: a name, the best guess with its sign, the range, and a bar from zero."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.scale import Scale
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import Range
    from commands.common.chart.canvas import Box, Canvas
    from commands.common.spans import Span

_LINE_GAP = 20
_HALF_BAR = 12
_RANGE, _BASELINE, _GUESS, _DOT = range(4)
_GUESS_TEXT = replace(theme.LABEL, color=theme.BEST_GUESS, bold=True)


@dataclass(frozen=True, slots=True)
class EffectRow:
    """One effect.

    Args:
        name: What changes.
        change: By how much, in the unit of its rows, with sign.
        text: The same as text, the sign before the best guess.
    """

    name: str
    change: Range
    text: Span


def draw_effects(canvas: Canvas, effects: Sequence[EffectRow], box: Box, least: float) -> None:
    """Draw effects from the top of a box to its bottom, all bars on one scale from one zero.

    Args:
        canvas: Where to draw.
        effects: From the top.
        box: What they fill.
        least: The scale never shows less than this, so that next to nothing looks like it.
    """
    ends = [
        value for effect in effects for value in (effect.change.smallest, effect.change.largest)
    ]
    low, high = min(0.0, *ends), max(0.0, *ends)
    if high - low < least:
        low, high = (-least, 0.0) if high == 0 else (low, low + least)
    widest = max(
        text_width(words, style)
        for effect in effects
        for words, style in (
            (effect.text.central, _GUESS_TEXT),
            (effect.text.range, theme.RANGE_TEXT),
        )
    )
    x = Scale(low, high, box.left + _HALF_BAR, box.right - widest - 2 * _LINE_GAP)
    pitch = (box.top - box.bottom) / len(effects)
    for number, effect in enumerate(effects):
        _draw_effect(canvas, effect, x, box.below(box.top - number * pitch))


def _draw_effect(canvas: Canvas, effect: EffectRow, x: Scale, box: Box) -> None:
    first = box.top - theme.LABEL_HEIGHT
    second = first - _LINE_GAP - theme.LABEL_HEIGHT
    canvas.text((box.left, first), effect.name, theme.LABEL)
    canvas.text((box.right, first), effect.text.central, _GUESS_TEXT, align="right")
    if effect.text.range:
        canvas.text((box.right, second), effect.text.range, theme.RANGE_TEXT, align="right")
    # Clear of what hangs below the name.
    middle = first - _LINE_GAP - 2 * _HALF_BAR
    low, high = x(effect.change.smallest), x(effect.change.largest)
    canvas.band((low, high), middle, thickness=2 * _HALF_BAR, layer=_RANGE)
    zero, guess = x(0.0), x(effect.change.central)
    canvas.line([(zero, middle), (guess, middle)], color=theme.BEST_GUESS, width=8, layer=_GUESS)
    canvas.dot((guess, middle), color=theme.BEST_GUESS, size=26, layer=_DOT)
    baseline = [(zero, middle + 2 * _HALF_BAR), (zero, middle - 2 * _HALF_BAR)]
    canvas.line(baseline, color=theme.BASELINE, width=4, layer=_BASELINE)
