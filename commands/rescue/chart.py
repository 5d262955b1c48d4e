"""The picture of ``/rescue``: the rise, and below it what each way out takes off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.box import Box
from commands.common.chart.canvas import Canvas
from commands.common.chart.facts import GAP, LABEL_HEIGHT, MARGIN, TITLE_TOP, Rows, headline

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc import Range
    from calc.policy_options import PolicyOption, PolicyOutcome
    from commands.common.spans import Span
    from commands.rescue.figures import RescueFigures

_SHEET = Box(MARGIN, 32, theme.WIDTH - MARGIN, TITLE_TOP)
# A plot never shows less than this, so that next to nothing also looks like next to nothing.
_LEAST_RISE = 0.0005


def draw(
    rescued: PolicyOutcome, figures: RescueFigures, labels: Mapping[PolicyOption, str]
) -> bytes:
    """The picture, as an opaque PNG of 1200 by 900 pixels."""
    return compose(rescued, figures, labels).png()


def compose(
    rescued: PolicyOutcome, figures: RescueFigures, labels: Mapping[PolicyOption, str]
) -> Canvas:
    """The same picture before it becomes a PNG, with every text and its place."""
    canvas, gettext = Canvas(), figures.translator.gettext
    rise = figures.sale.rise
    title = gettext("Yield up {points}:", points=_short(rise, figures))
    rest = headline(canvas, _SHEET, title, gettext("what takes it off"), theme.BEST_GUESS)
    bars: list[tuple[str, Range, Span]] = [
        (gettext("The rise"), rescued.outcome.yields.peak, rise),
        *(
            (labels[way.option], way.takes_off, figures.takes_off[way.option])
            for way in rescued.options
        ),
    ]
    shown = [_short(span, figures) for *_, span in bars]
    room = GAP + max(canvas.text_width(text, theme.MAIN_TICK) for text in shown)
    values = [value for _, value, _ in bars]
    ends = (
        min(0.0, *(value.smallest for value in values)),
        max(_LEAST_RISE, *(value.largest for value in values)),
    )
    rows = Rows(canvas, rest, [label for label, *_ in bars], ends, right=room)
    for row, value in enumerate(values):
        rows.label(row, theme.LABEL if row else theme.MAIN_TICK)
        rows.span(row, value.smallest, value.largest, thickness=0.6)
        rows.bar(row, value.central, theme.BEST_GUESS, thickness=0.22)
        rows.dot(row, value.central, theme.BEST_GUESS)
        at = (rest.right, rows.middle(row) - LABEL_HEIGHT / 2)
        canvas.text(at, shown[row], theme.MAIN_TICK, align="right")
    rows.baseline()
    return canvas


def _short(span: Span, figures: RescueFigures) -> str:
    return figures.translator.gettext("<0.01") if span.about == span.central else span.central
