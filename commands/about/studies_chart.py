"""The picture of published studies: a line for each, ours hatched above those it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.box import Box
from commands.common.chart.canvas import Canvas
from commands.common.chart.facts import (
    BAR,
    BASELINE,
    DOT,
    GAP,
    LABEL_HEIGHT,
    MARGIN,
    RANGE,
    RULE,
    TITLE_TOP,
    headline,
)
from commands.common.chart.scale import Scale, round_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import Range
    from calc.estimates import Estimate
    from calc.evaluation import StudiesOutcome
    from commands.about.figures import StudiesFigures
    from commands.common.chart.canvas import Point
    from commands.common.translator import Translator

_SHEET = Box(MARGIN, 32, theme.WIDTH - MARGIN, TITLE_TOP)
_MIDDLE = 392
_OURS_HEIGHT = 56
# A plot never shows less than this, so that next to nothing also looks like next to nothing.
_LEAST_POINTS = 0.02
_ROOM_FOR_LABELS = 1.04


def draw(studies: StudiesOutcome, figures: StudiesFigures) -> bytes:
    """The picture, as an opaque PNG of 1200 by 900 pixels."""
    return compose(studies, figures).png()


def compose(studies: StudiesOutcome, figures: StudiesFigures) -> Canvas:
    """The same picture before it becomes a PNG, with every text and its place."""
    canvas, translator = Canvas(), figures.translator
    finding = translator.gettext("{range} points", range=figures.all)
    rest = headline(canvas, _SHEET, translator.gettext("Studies:"), finding, theme.TITLE.color)
    yields = studies.sale.yields
    labels = (
        (
            translator.gettext("Our peak"),
            translator.gettext("{count} studies", count=figures.flows),
        ),
        (
            translator.gettext("Our lasting"),
            translator.gettext("{count} studies", count=figures.stocks),
        ),
    )
    left = _SHEET.left + GAP
    left += max(canvas.text_width(label, theme.MAIN_TICK) for pair in labels for label in pair)
    plots = (
        (rest.above(_MIDDLE + GAP), yields.peak, studies.of_flows),
        (rest.below(_MIDDLE), yields.permanent, studies.of_stocks),
    )
    for (box, ours, estimates), pair in zip(plots, labels, strict=True):
        _plot(canvas, Box(left, box.bottom, box.right, box.top), ours, estimates, translator)
        middles = (box.top - _OURS_HEIGHT / 2, (box.top - _OURS_HEIGHT + box.bottom) / 2)
        for label, style, middle in zip(pair, (theme.MAIN_TICK, theme.LABEL), middles, strict=True):
            canvas.text((_SHEET.left, middle - LABEL_HEIGHT / 2), label, style)
    return canvas


def _plot(
    canvas: Canvas, box: Box, ours: Range, estimates: Sequence[Estimate], translator: Translator
) -> None:
    """Ours on top, then a lane for each study, zero at the left, one scale for both."""
    points = ours.map(lambda change: change * 100)
    most = max(_LEAST_POINTS, points.largest, *(e.most * 100 for e in estimates))
    x = Scale(min(0.0, points.smallest), most * _ROOM_FOR_LABELS, box.left, box.right)
    bottom = box.bottom + LABEL_HEIGHT + GAP
    for value, label in round_marks(most, translator):
        color, layer = (theme.RULE, RULE) if value else (theme.BASELINE, BASELINE)
        rule: list[Point] = [(x(value), bottom), (x(value), box.top)]
        canvas.line(rule, color=color, width=4 if value == 0 else 2, layer=layer)
        canvas.text((x(value), box.bottom), label, theme.TICK, align="center")

    top, low = box.top, box.top - _OURS_HEIGHT
    outline: list[Point] = [
        (x(points.smallest), low),
        (x(points.largest), low),
        (x(points.largest), top),
        (x(points.smallest), top),
    ]
    canvas.hatched(outline, layer=RANGE)
    canvas.dot((x(points.central), (top + low) / 2), color=theme.BEST_GUESS, size=36, layer=DOT)

    lanes = low - GAP / 2
    pitch = (lanes - bottom) / len(estimates)
    for lane, estimate in enumerate(estimates):
        height = lanes - pitch * (lane + 0.5)
        least, middle, most_x = (
            x(value * 100) for value in (estimate.least, estimate.middle, estimate.most)
        )
        way: list[Point] = [(least, height), (most_x, height)]
        canvas.line(way, color=theme.BASELINE, width=6, layer=BAR)
        size = min(26.0, pitch + 6)
        canvas.dot((middle, height), color=theme.TITLE.color, size=size, layer=DOT)
