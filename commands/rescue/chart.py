"""Chart of ``/rescue``: the rise, and below it what would remain of it with each option alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.bars import GAP, Rows
from commands.common.chart.canvas import LOW_PAGE, Canvas, TextColumn, yields_of
from commands.common.chart.coverage import text_width
from commands.common.sale.text import seller_text
from commands.rescue.text import effective_options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc.policy_options import PolicyOption, PolicyOutcome
    from commands.common.chart.canvas import ChartSpec
    from commands.rescue.figures import RescueFigures

# A plot never shows less than this, so that next to nothing also looks like next to nothing.
_LEAST_RISE = 0.0005
_THICKNESS = 0.5


def chart(
    rescued: PolicyOutcome, figures: RescueFigures, labels: Mapping[PolicyOption, str]
) -> ChartSpec:
    """The rise of the yield, and what each policy option leaves of it, in the order of the text."""
    canvas, gettext = Canvas(), figures.translator.gettext
    translator = figures.translator
    rise = figures.sale.rise
    column = TextColumn(canvas, LOW_PAGE)
    column.marked_title(
        gettext(
            "Yield up {points}: **what would remain**", points=translator.narrowed(rise.central)
        )
    )
    column.subtitle(seller_text(rescued.outcome, translator))
    column.subtitle(gettext("Of the 10-year rise, in points, with one step alone"))
    peak = max(0.0, rescued.outcome.yields.peak.central)
    left = [(labels[way.option], way) for way in effective_options(rescued)]
    shown = [
        translator.narrowed(text)
        for text in (rise.central, *(figures.left[way.option] for _, way in left))
    ]
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
        rows.number(row, LOW_PAGE.right, shown[row], theme.MAIN_TICK)
    rows.baseline()
    canvas.footer(
        gettext("Best guesses; dark: taken off"), yields_of(figures.sale.curve_date, translator)
    )
    return canvas.spec(theme.LOW_HEIGHT)
