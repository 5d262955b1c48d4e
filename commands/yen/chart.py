"""Chart of ``/yen``: dollars that a move would take, beside what past rounds took and reached."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.bars import GAP, Rows
from commands.common.chart.canvas import LOW_PAGE, Canvas, TextColumn
from commands.common.chart.coverage import text_width

if TYPE_CHECKING:
    from calc.fx_intervention import YenOutcome
    from commands.common.chart.canvas import ChartSpec
    from commands.yen.figures import YenFigures

_NEEDED = replace(theme.MAIN_TICK, color=theme.BEST_GUESS)


def chart(outcome: YenOutcome, figures: YenFigures) -> ChartSpec:
    """A move of the yen and the sale of dollars that it takes."""
    canvas, gettext = Canvas(), figures.translator.gettext
    column = TextColumn(canvas, LOW_PAGE)
    column.marked_title(
        gettext(
            "{start} to {target} yen: **about {usd}**",
            start=figures.start,
            target=figures.target,
            usd=figures.usd_short.central,
        )
    )
    column.subtitle(gettext("Dollars sold, and how far the dollar fell"))
    if figures.usd_short.range:
        column.note(gettext("darker: three methods, {range}", range=figures.usd_short.range))
    labels = [gettext("Needed"), *(shown.when for shown in figures.rounds)]
    falls = [
        gettext("−{size}", size=figures.fall),
        *(gettext("−{size}", size=each.fall) if each.fall else "?" for each in figures.rounds),
    ]
    sums = [figures.usd_short.central, *(each.usd for each in figures.rounds)]
    fall_room = GAP + max(text_width(text, theme.MAIN_TICK) for text in falls)
    sum_room = GAP + max(text_width(text, theme.MAIN_TICK) for text in sums)
    usd = [outcome.usd.central, *(each.about_usd for each in outcome.record.rounds)]
    ends = (0.0, max(outcome.usd.largest, *usd))
    rows = Rows(canvas, column.rest, labels, ends, right=fall_room + sum_room)
    rows.label(0, theme.MAIN_TICK)
    rows.estimate(0, outcome.usd, theme.BEST_GUESS)
    for row in range(len(labels)):
        if row:
            rows.label(row)
            rows.bar(row, usd[row], theme.MEASURED)
        style = theme.LABEL if row else _NEEDED
        rows.number(row, LOW_PAGE.right - fall_room, sums[row], style)
        rows.number(row, LOW_PAGE.right, falls[row], style)
    rows.baseline()
    canvas.footer(
        gettext("Japan's finance ministry"), gettext("rates to {day}", day=figures.rates_until)
    )
    return canvas.spec(theme.LOW_HEIGHT)
