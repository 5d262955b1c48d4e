"""Chart of ``/rescue``: the rise, and below it what would remain of it with each option alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Canvas
from commands.common.chart.footers import yields_of
from commands.common.chart.rows import GAP, Rows
from commands.common.chart.text_column import TextColumn
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc.policy_options import OptionEffect, PolicyOption, PolicyOutcome
    from commands.common.chart.spec import ChartSpec
    from commands.common.spans import Span
    from commands.rescue.figures import RescueFigures

# A plot never shows less than this, so that next to nothing also looks like next to nothing.
_LEAST_RISE = 0.0005
_THICKNESS = 0.5


def chart(
    rescued: PolicyOutcome, figures: RescueFigures, labels: Mapping[PolicyOption, str]
) -> ChartSpec:
    """The rise of the yield, and what each policy option leaves of it, the strongest first."""
    canvas, gettext = Canvas(), figures.translator.gettext
    translator = figures.translator
    rise = figures.sale.rise
    title = gettext("Yield up {points}:", points=_short(rise, figures))
    column = TextColumn(canvas, PAGE)
    column.headline(title, gettext("what would remain"))
    column.subtitle(gettext("Of the 10-year rise, in points, with one step alone"))
    peak = max(0.0, rescued.outcome.yields.peak.central)
    left = [(labels[way.option], way) for way in rescued.options]
    left.sort(key=lambda pair: pair[1].takes_off.central, reverse=True)
    shown = [_short(rise, figures), *(_left(way, figures) for _, way in left)]
    room = GAP + max(text_width(text, theme.MAIN_TICK) for text in shown)
    ends = (0.0, max(_LEAST_RISE, peak))
    names = [gettext("Nobody acts"), *(label for label, _ in left)]
    rows = Rows(canvas, column.rest, names, ends, right=room)
    remaining = [peak, *(max(0.0, peak - way.takes_off.central) for _, way in left)]
    for row, value in enumerate(remaining):
        rows.label(row, theme.LABEL if row else theme.MAIN_TICK)
        if row:
            rows.bar(row, peak, theme.RULE, thickness=_THICKNESS)
        rows.bar(row, value, theme.BEST_GUESS if row else theme.MEASURED, thickness=_THICKNESS)
        rows.number(row, PAGE.right, shown[row], theme.MAIN_TICK)
    rows.baseline()
    canvas.footer(
        gettext("Dark: taken off; best guesses"),
        yields_of(figures.sale.curve_date, translator),
    )
    return canvas.spec()


def _left(way: OptionEffect, figures: RescueFigures) -> str:
    return figures.left[way.option].replace(figures.translator.less_than(""), "<")


def _short(span: Span, figures: RescueFigures) -> str:
    return figures.translator.gettext("<0.01") if span.about == span.central else span.central
