"""Chart of ``/history``: dated moves of the yield as bars, a sale hatched above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Canvas
from commands.common.chart.rows import Rows
from commands.common.chart.text_column import TextColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.events.dated_moves import History
    from commands.common.chart.spec import ChartSpec
    from commands.history.figures import HistoryFigures

_SHEET = PAGE.above(24)
_DAYS_WIDTH = 160
_CHANGE_WIDTH = 150


def chart(past: History, names: Sequence[str], figures: HistoryFigures) -> ChartSpec:
    """Dated moves of the 10-year yield, below the sale if there is one.

    Args:
        past: Gives the marks their places.
        names: Of the moves, in their order.
        figures: All numbers that are written out.
    """
    canvas, gettext = Canvas(), figures.translator.gettext
    column = TextColumn(canvas, _SHEET)
    placed = figures.placed
    if placed is None:
        finding = gettext("{turned} of {count} moves", turned=figures.turned, count=figures.count)
        column.headline(gettext("Policy changed:"), finding, theme.MEASURED)
    else:
        finding = gettext("{points} points", points=placed.sale.rise.central)
        column.headline(gettext("This sale:"), finding)
    changes = [move.episode.change for move in past.moves]
    labels = list(names)
    if past.placed is not None:
        changes += list(past.placed.sale.yields.peak)
        labels = [gettext("This sale"), *labels]
    room = _DAYS_WIDTH + _CHANGE_WIDTH
    rows = Rows(canvas, column.rest, labels, (min(changes), max(changes)), right=room)
    first = 0
    if past.placed is not None:
        first = 1
        peak = past.placed.sale.yields.peak
        rows.label(0, theme.MAIN_TICK)
        rows.span(0, peak.smallest, peak.largest)
        rows.bar(0, peak.central, theme.BEST_GUESS, thickness=0.2)
        rows.dot(0, peak.central, theme.BEST_GUESS)
    for number, (move, shown) in enumerate(zip(past.moves, figures.moves, strict=True)):
        row = first + number
        rows.label(row)
        rows.bar(row, move.episode.change, theme.MEASURED)
        if move.before_turn is not None:
            rows.dot(row, move.before_turn, theme.TITLE.color)
        rows.number(row, _SHEET.right - _DAYS_WIDTH, shown.change, theme.LABEL)
        rows.number(row, _SHEET.right, shown.short_days, theme.TICK)
    rows.baseline()
    return canvas.spec()
