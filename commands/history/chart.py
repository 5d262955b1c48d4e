"""Chart of ``/history``: dated moves of the yield, with what policy did after some of them.

Moves after which US policy changed are amber and say what changed; a sale stands on top.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.bars import GAP, Rows
from commands.common.chart.canvas import PAGE, Canvas, TextColumn
from commands.common.chart.coverage import text_width
from commands.common.text.names import short_event_name
from commands.history.figures import drawn_moves, turn_label

if TYPE_CHECKING:
    from calc.events.dated_moves import History
    from commands.common.chart.canvas import ChartSpec
    from commands.history.figures import HistoryFigures

_TURNED = replace(theme.LABEL, color=theme.BEST_GUESS)


def chart(past: History, figures: HistoryFigures) -> ChartSpec:
    """Dated moves of the 10-year yield, below the sale if there is one."""
    canvas, translator = Canvas(), figures.translator
    gettext = translator.gettext
    column = TextColumn(canvas, PAGE)
    sale = figures.sale
    rise = "" if sale is None else translator.narrowed(sale.rise.central)
    if sale is None:
        column.marked_title(
            gettext(
                "Policy changed: **{turned} of {count} moves**",
                turned=figures.turned,
                count=figures.count,
            )
        )
    else:
        column.marked_title(gettext("This sale: **{points} points**", points=rise))
    moves = drawn_moves(past)
    changes = [move.change for move in moves]
    labels = [short_event_name(move, translator) for move in moves]
    shown = [*figures.changes]
    turns = [turn_label(move, translator) for move in moves]
    if past.placed is not None:
        changes += list(past.placed.sale.yields.peak)
        labels = [gettext("This sale"), *labels]
        shown = [rise, *shown]
        turns = ["", *turns]
    turn_room = max(text_width(text, theme.LABEL) for text in turns) + GAP
    room = max(text_width(text, theme.MAIN_TICK) for text in shown) + turn_room
    box = column.rest
    if smaller := len(past.moves) - len(moves):
        words = translator.ngettext(
            "and {count} smaller move", "and {count} smaller moves", smaller
        )
        canvas.text((box.left, box.bottom), words, theme.TICK)
        box = box.above(box.bottom + theme.LABEL_HEIGHT + GAP)
    rows = Rows(canvas, box, labels, (min(changes), max(changes)), right=room)
    first = len(labels) - len(moves)
    if past.placed is not None:
        rows.label(0, theme.MAIN_TICK)
        rows.estimate(0, past.placed.sale.yields.peak, theme.BEST_GUESS)
        rows.number(0, PAGE.right - turn_room, shown[0], theme.MAIN_TICK)
    for row, move in enumerate(moves, first):
        rows.label(row)
        has_turn = move.turn is not None
        # Beside a sale, the amber is the sale's.
        color = theme.BEST_GUESS if has_turn and not first else theme.MEASURED
        rows.bar(row, move.change, color)
        rows.number(row, PAGE.right - turn_room, shown[row], theme.LABEL)
        if turns[row]:
            rows.number(row, PAGE.right, turns[row], _TURNED)
    rows.baseline()
    canvas.footer(
        gettext("10-year yield, points, Federal Reserve"),
        *((gettext("darker: most studies"),) if first else ()),
    )
    return canvas.spec()
