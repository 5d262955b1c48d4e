"""Linear scales with round ticks, and rows of effects drawn on such scales.

An effect is a name, what was before (hollow) and what is after (full) on a line with its range, and
its numbers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.coverage import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import Range
    from commands.common.chart.canvas import Box, Canvas
    from commands.common.translator import Translator

_ROUND_STEPS = (1, 2, 5, 10)
_NAME = replace(theme.LABEL, size=48, bold=True)
_NUMBER = replace(theme.FINDING, size=64)
_FIRST, _SECOND = 58, 116
_MARK, _OVER_MARK = 90, 56
_ALONE = 104
_BAND, _DOT = 32, 40
_GAP = 36
_RULE, _AXIS, _RANGE, _WAY, _DOTS = range(5)


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear map from values to pixels.

    Args:
        first: Value at ``start``.
        last: Value at ``end``, different from ``first``.
        start: Pixel.
        end: Pixel; may lie before ``start``.
    """

    first: float
    last: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The pixel of a value."""
        share = (value - self.first) / (self.last - self.first)
        return self.start + share * (self.end - self.start)


def round_ticks(
    top: float, translator: Translator, at_most: int = 2
) -> tuple[tuple[float, str], ...]:
    """Zero and the round values up to ``top``, each with its label.

    Args:
        top: Greatest value, more than zero.
        translator: The language of the labels.
        at_most: How many ticks above zero.

    Returns:
        Values and labels; the steps are 1, 2 or 5 times a power of ten.
    """
    power = math.floor(math.log10(top / at_most))
    steps = (digit * 10.0**power for digit in _ROUND_STEPS)
    step, count = next((s, n) for s in steps if (n := math.floor(top / s)) <= at_most)
    decimals = max(0, -math.floor(math.log10(step)))
    ticks = ((n * step, translator.fixed(n * step, decimals)) for n in range(1, count + 1))
    return (0.0, "0"), *ticks


@dataclass(frozen=True, slots=True)
class EffectRow:
    """What changes, in any unit.

    Args:
        name: Of what changes.
        note: On it, below the name.
        before: Value before.
        after: Values after; None where there is none.
        before_text: The value before as text.
        number: The best guess after as text.
        range_text: The range as text, may be empty.
        least: The line is never shorter than this, so that next to nothing looks like it.
        ends: What its line shows where several share a scale; what it needs when not given.
    """

    name: str
    note: str
    before: float
    after: Range | None
    before_text: str
    number: str
    range_text: str
    least: float
    ends: tuple[float, float] | None = None


def draw_effects(canvas: Canvas, effects: Sequence[EffectRow], box: Box) -> None:
    """Draw effects from the top of a box to its bottom, a rule above each."""
    pitch = (box.top - box.bottom) / len(effects)
    names = max(
        max(text_width(each.name, _NAME), text_width(each.note, theme.TICK)) for each in effects
    )
    numbers = max(
        max(text_width(each.number, _NUMBER), text_width(each.range_text, theme.RANGE_TEXT))
        for each in effects
    )
    left, right = box.left + names + _GAP + _DOT, box.right - numbers - _GAP - _DOT
    for row, effect in enumerate(effects):
        top = box.top - row * pitch
        canvas.line([(box.left, top), (box.right, top)], color=theme.RULE, width=2, layer=_RULE)
        canvas.text((box.left, top - _FIRST), effect.name, _NAME)
        canvas.text((box.left, top - _SECOND), effect.note, theme.TICK)
        over = _FIRST if effect.range_text else _ALONE
        canvas.text((box.right, top - over), effect.number, _NUMBER, align="right")
        if effect.range_text:
            at = (box.right, top - _SECOND)
            canvas.text(at, effect.range_text, theme.RANGE_TEXT, align="right")
        _draw_change(canvas, effect, (left, right), top)


def _draw_change(canvas: Canvas, effect: EffectRow, ends: tuple[float, float], top: float) -> None:
    x, middle = _scale(effect, *ends), top - _MARK
    start = x(effect.before)
    axis = [(ends[0] - _DOT / 2, middle), (ends[1] + _DOT / 2, middle)]
    canvas.line(axis, color=theme.RULE, width=6, layer=_AXIS, is_round=True)
    canvas.ring((start, middle), color=theme.TEXT, size=_DOT - 4, layer=_DOTS)
    if effect.after is not None:
        low, end, high = (x(value) for value in effect.after)
        canvas.band((low, high), middle, thickness=_BAND, layer=_RANGE)
        canvas.line([(start, middle), (end, middle)], color=theme.BEST_GUESS, width=8, layer=_WAY)
        canvas.dot((end, middle), color=theme.BEST_GUESS, size=_DOT, layer=_DOTS)
    if not effect.before_text:
        return
    half = text_width(effect.before_text, theme.LABEL) / 2
    at = min(max(start, ends[0] - _DOT + half), ends[1] + _DOT - half)
    canvas.text((at, top - _OVER_MARK), effect.before_text, theme.LABEL, align="center")


def _scale(effect: EffectRow, left: float, right: float) -> Scale:
    """A line on which all values of an effect lie, what was before at one end if it can be."""
    if effect.ends is not None:
        return Scale(*effect.ends, left, right)
    values = (effect.before, *(effect.after or ()))
    low, high = min(values), max(values)
    if high - low < effect.least:
        if effect.after is None or effect.after.central < effect.before:
            low = high - effect.least
        else:
            high = low + effect.least
    return Scale(low, high, left, right)
