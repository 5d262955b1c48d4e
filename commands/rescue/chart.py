"""Chart of ``/rescue``: the rise, and below it what each policy option takes off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Canvas
from commands.common.chart.rows import GAP, Rows
from commands.common.chart.text_column import TextColumn
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc import Range
    from calc.policy_options import PolicyOption, PolicyOutcome
    from commands.common.chart.spec import ChartSpec
    from commands.common.spans import Span
    from commands.rescue.figures import RescueFigures

# A plot never shows less than this, so that next to nothing also looks like next to nothing.
_LEAST_RISE = 0.0005


def chart(
    rescued: PolicyOutcome, figures: RescueFigures, labels: Mapping[PolicyOption, str]
) -> ChartSpec:
    """The rise of the yield, and what each policy option takes off it."""
    canvas, gettext = Canvas(), figures.translator.gettext
    rise = figures.sale.rise
    title = gettext("Yield up {points}:", points=_short(rise, figures))
    column = TextColumn(canvas, PAGE)
    column.headline(title, gettext("what takes it off"))
    bars: list[tuple[str, Range, Span]] = [
        (gettext("The rise"), rescued.outcome.yields.peak, rise),
        *(
            (labels[way.option], way.takes_off, figures.takes_off[way.option])
            for way in rescued.options
        ),
    ]
    shown = [_short(span, figures) for *_, span in bars]
    room = GAP + max(text_width(text, theme.MAIN_TICK) for text in shown)
    values = [value for _, value, _ in bars]
    ends = (
        min(0.0, *(value.smallest for value in values)),
        max(_LEAST_RISE, *(value.largest for value in values)),
    )
    rows = Rows(canvas, column.rest, [label for label, *_ in bars], ends, right=room)
    for row, value in enumerate(values):
        rows.label(row, theme.LABEL if row else theme.MAIN_TICK)
        rows.span(row, value.smallest, value.largest, thickness=0.6)
        rows.bar(row, value.central, theme.BEST_GUESS, thickness=0.22)
        rows.dot(row, value.central, theme.BEST_GUESS)
        rows.number(row, PAGE.right, shown[row], theme.MAIN_TICK)
    rows.baseline()
    return canvas.spec()


def _short(span: Span, figures: RescueFigures) -> str:
    return figures.translator.gettext("<0.01") if span.about == span.central else span.central
