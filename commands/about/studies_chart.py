"""Chart of published studies: a line for each, the model hatched above those it uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Box, Canvas
from commands.common.chart.rows import BAR, BASELINE, DOT, GAP, RANGE, RULE
from commands.common.chart.scale import Scale, round_ticks
from commands.common.chart.text_column import TextColumn
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import Range
    from calc.estimates import Estimate
    from calc.evaluation import StudiesOutcome
    from commands.about.figures import StudiesFigures
    from commands.common.chart.spec import ChartSpec
    from commands.common.translator import Translator

_MIDDLE = 392
_OURS_HEIGHT = 56
# A plot never shows less than this, so that next to nothing also looks like next to nothing.
_LEAST_POINTS = 0.02
_ROOM_FOR_LABELS = 1.04


def chart(studies: StudiesOutcome, figures: StudiesFigures) -> ChartSpec:
    """The range of each study in points, below that of the model for a sale."""
    canvas, translator = Canvas(), figures.translator
    finding = translator.gettext("{range} points", range=figures.all)
    column = TextColumn(canvas, PAGE)
    column.headline(translator.gettext("Studies:"), finding, theme.TITLE.color)
    rest = column.rest
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
    left = PAGE.left + GAP
    left += max(text_width(label, theme.MAIN_TICK) for pair in labels for label in pair)
    plots = (
        (rest.above(_MIDDLE + GAP), yields.peak, studies.of_flows),
        (rest.below(_MIDDLE), yields.permanent, studies.of_stocks),
    )
    for (box, ours, estimates), pair in zip(plots, labels, strict=True):
        _plot(canvas, Box(left, box.bottom, box.right, box.top), ours, estimates, translator)
        middles = (box.top - _OURS_HEIGHT / 2, (box.top - _OURS_HEIGHT + box.bottom) / 2)
        for label, style, middle in zip(pair, (theme.MAIN_TICK, theme.LABEL), middles, strict=True):
            canvas.text((PAGE.left, middle - theme.LABEL_HEIGHT / 2), label, style)
    return canvas.spec()


def _plot(
    canvas: Canvas, box: Box, ours: Range, estimates: Sequence[Estimate], translator: Translator
) -> None:
    """Ours on top, then a lane for each study, zero at the left, one scale for both."""
    points = ours.map(lambda change: change * 100)
    most = max(_LEAST_POINTS, points.largest, *(e.most * 100 for e in estimates))
    x = Scale(min(0.0, points.smallest), most * _ROOM_FOR_LABELS, box.left, box.right)
    bottom = box.bottom + theme.LABEL_HEIGHT + GAP
    for value, label in round_ticks(most, translator):
        color, layer = (theme.RULE, RULE) if value else (theme.BASELINE, BASELINE)
        rule = [(x(value), bottom), (x(value), box.top)]
        canvas.line(rule, color=color, width=4 if value == 0 else 2, layer=layer)
        canvas.text((x(value), box.bottom), label, theme.TICK, align="center")

    top, low = box.top, box.top - _OURS_HEIGHT
    canvas.hatched_box(Box(x(points.smallest), low, x(points.largest), top), layer=RANGE)
    canvas.dot((x(points.central), (top + low) / 2), color=theme.BEST_GUESS, size=36, layer=DOT)

    lanes = low - GAP / 2
    pitch = (lanes - bottom) / len(estimates)
    for lane, estimate in enumerate(estimates):
        height = lanes - pitch * (lane + 0.5)
        least, middle, most_x = (
            x(value * 100) for value in (estimate.least, estimate.middle, estimate.most)
        )
        ends = [(least, height), (most_x, height)]
        canvas.line(ends, color=theme.BASELINE, width=6, layer=BAR)
        size = min(26.0, pitch + 6)
        canvas.dot((middle, height), color=theme.TITLE.color, size=size, layer=DOT)
