"""Chart of ``/yen``: dollars sold against how far the dollar falls.

Past rounds lie in the corner; what is asked often lies far outside, where the lines part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.fx_intervention import InterventionModel, fall_by
from commands.common.chart import theme
from commands.common.chart.canvas import MARGIN, Box, Canvas
from commands.common.chart.scale import Scale, round_ticks
from commands.common.chart.text_column import TextColumn
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from calc.fx_intervention import YenOutcome
    from commands.common.chart.spec import ChartSpec, Point
    from commands.common.translator import Translator
    from commands.yen.figures import YenFigures

_RIGHT = theme.WIDTH - MARGIN
_TITLE = Box(MARGIN, 700, _RIGHT, 862)
_PLOT = Box(MARGIN, 110, _RIGHT - 20, 660)
_LABEL_BASE = 36
_STEPS = 60
_BILLION = 1e9
_ROOM = 1.1
_HALF_BAR = 16
_AWAY = 60
_AIR = 24
_PAST = theme.TICK.color
_PAST_LABEL = theme.TICK
_RULE, _RANGE, _LINE, _BASELINE, _GUESS, _DOT = range(6)


def chart(outcome: YenOutcome, figures: YenFigures) -> ChartSpec:
    """A move of the yen and the sale of dollars that it takes.

    Args:
        outcome: Gives the marks their places.
        figures: All numbers that are written out, those of the same outcome.
    """
    canvas, gettext = Canvas(), figures.translator.gettext
    title = TextColumn(canvas, _TITLE)
    title.headline(
        gettext("{start} to {target}:", start=figures.start, target=figures.target),
        gettext("about {usd}", usd=figures.usd_short.central),
    )
    title.range(figures.usd_short)
    rounds = _rounds(outcome)
    x, y = _scales(outcome, rounds, figures)
    _axes(canvas, x, y, figures)
    _lines(canvas, outcome, x, y)
    for usd, fall in rounds:
        canvas.dot((x(usd), y(fall)), color=_PAST, size=22, layer=_GUESS)
    _name_rounds(canvas, rounds, x, y, gettext("past rounds"))
    _target(canvas, outcome, x, y)
    return canvas.spec()


def _rounds(outcome: YenOutcome) -> list[tuple[float, float]]:
    """Dollars and fall of each round whose effect is known."""
    return [
        (each.yen * 2 / (effect.before + effect.after), effect.fall)
        for each, effect in outcome.record.seen
    ]


def _scales(
    outcome: YenOutcome,
    rounds: list[tuple[float, float]],
    figures: YenFigures,
) -> tuple[Scale, Scale]:
    most_usd = max(outcome.usd.largest, *(usd for usd, _ in rounds))
    most_fall = max(outcome.fall, *(fall for _, fall in rounds))
    y = Scale(0.0, most_fall * _ROOM, _PLOT.bottom, _PLOT.top)
    labels = _fall_labels(y, figures.translator)
    left = _PLOT.left + max(text_width(text, theme.TICK) for _, text in labels) + _AIR
    x = Scale(0.0, most_usd * _ROOM, left, _PLOT.right)
    return x, y


def _fall_labels(y: Scale, translator: Translator) -> list[tuple[float, str]]:
    """Round falls, decimal, with their labels."""
    return [
        (value / 100, translator.gettext("−{number}%", number=text) if value else text)
        for value, text in round_ticks(y.last * 100, translator)
    ]


def _name_rounds(
    canvas: Canvas, rounds: list[tuple[float, float]], x: Scale, y: Scale, words: str
) -> None:
    """Below all lines, where nothing else is, tied to the largest round."""
    usd, fall = max(rounds)
    left = min(x(usd) + _AWAY, x.end - text_width(words, _PAST_LABEL))
    base = y.start + theme.LABEL_HEIGHT / 2
    tie = [(x(usd), y(fall)), (max(left - 12, x(usd)), base + theme.LABEL_HEIGHT + 12)]
    canvas.line(tie, color=theme.RULE, width=3, layer=_RULE)
    canvas.text((left, base), words, _PAST_LABEL)


def _axes(canvas: Canvas, x: Scale, y: Scale, figures: YenFigures) -> None:
    translator = figures.translator
    canvas.text((_PLOT.left, y.end + _AIR), translator.gettext("Dollar"), theme.TICK)
    for fall, label in _fall_labels(y, translator):
        at = (x.start - _AIR, y(fall) - theme.LABEL_HEIGHT / 2)
        canvas.text(at, label, theme.TICK, align="right")
    for value, text in round_ticks(x.last / _BILLION, translator)[1:]:
        label = translator.gettext("${number}bn", number=text)
        canvas.text((x(value * _BILLION), _LABEL_BASE), label, theme.TICK, align="center")
    canvas.text((_PLOT.left, _LABEL_BASE), translator.gettext("Sold"), theme.TICK)
    base = [(x.start, y.start), (x.end, y.start)]
    canvas.line(base, color=theme.BASELINE, width=4, layer=_BASELINE)


def _lines(canvas: Canvas, outcome: YenOutcome, x: Scale, y: Scale) -> None:
    """What the three ways span, and the middle one of them: that the answer is taken from."""
    rate = (outcome.start + outcome.target) / 2
    sums = [x.last * number / _STEPS for number in range(_STEPS + 1)]
    falls = [sorted(fall_by(way, usd, rate) for way in InterventionModel) for usd in sums]
    low, middle, high = (
        [(x(usd), y(fall)) for usd, fall in zip(sums, line, strict=True)]
        for line in zip(*falls, strict=True)
    )
    low, high = (_under(line, y.end) for line in (low, high))
    canvas.area([*low, *reversed(high)], color=theme.RANGE, layer=_RANGE)
    inside = [point for point in middle if point[1] <= y.end]
    canvas.line(inside, color=theme.BEST_GUESS, width=6, layer=_LINE)


def _under(line: list[Point], top: float) -> list[Point]:
    return [(x, min(height, top)) for x, height in line]


def _target(canvas: Canvas, outcome: YenOutcome, x: Scale, y: Scale) -> None:
    height = y(outcome.fall)
    low, high = x(outcome.usd.smallest), x(outcome.usd.largest)
    canvas.line([(low, height), (high, height)], color=theme.RANGE, width=8, layer=_GUESS)
    for end in (low, high):
        canvas.line(
            [(end, height - _HALF_BAR), (end, height + _HALF_BAR)],
            color=theme.RANGE,
            width=8,
            layer=_GUESS,
        )
    canvas.dot((x(outcome.usd.central), height), color=theme.BEST_GUESS, size=36, layer=_DOT)
