"""The picture of ``/history``: dated moves of the yield as bars, a sale hatched above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.box import Box
from commands.common.chart.canvas import Canvas
from commands.common.chart.facts import LABEL_HEIGHT, MARGIN, TITLE_TOP, Rows, headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.events.dated_moves import History
    from commands.history.figures import HistoryFigures

_SHEET = Box(MARGIN, 24, theme.WIDTH - MARGIN, TITLE_TOP)
_DAYS_WIDTH = 160
_CHANGE_WIDTH = 150


def draw(past: History, names: Sequence[str], figures: HistoryFigures) -> bytes:
    """The picture, as an opaque PNG of 1200 by 900 pixels.

    Args:
        past: Gives the marks their places.
        names: Of the moves, in their order.
        figures: All numbers that are written out.
    """
    return compose(past, names, figures).png()


def compose(past: History, names: Sequence[str], figures: HistoryFigures) -> Canvas:
    """The same picture before it becomes a PNG, with every text and its place."""
    canvas, gettext = Canvas(), figures.translator.gettext
    placed = figures.placed
    if placed is None:
        finding = gettext("{turned} of {count} moves", turned=figures.turned, count=figures.count)
        rest = headline(canvas, _SHEET, gettext("Policy changed:"), finding)
    else:
        finding = gettext("{points} points", points=placed.sale.rise.central)
        rest = headline(canvas, _SHEET, gettext("This sale:"), finding, theme.BEST_GUESS)
    changes = [move.episode.change for move in past.moves]
    labels = list(names)
    if past.placed is not None:
        changes += list(past.placed.sale.yields.peak)
        labels = [gettext("This sale"), *labels]
    room = _DAYS_WIDTH + _CHANGE_WIDTH
    rows = Rows(canvas, rest, labels, (min(changes), max(changes)), right=room)
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
        baseline = rows.middle(row) - LABEL_HEIGHT / 2
        change_at = (_SHEET.right - _DAYS_WIDTH, baseline)
        canvas.text(change_at, shown.change, theme.LABEL, align="right")
        canvas.text((_SHEET.right, baseline), shown.short_days, theme.TICK, align="right")
    rows.baseline()
    return canvas
