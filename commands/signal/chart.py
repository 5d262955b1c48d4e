"""Chart of ``/signal``: the verdict, the signs that fit it, and the nearest past moves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.bars import GAP, Rows
from commands.common.chart.canvas import PAGE, Canvas, TextColumn
from commands.common.chart.coverage import text_width
from commands.common.text.names import short_event_name
from commands.signal.figures import MOST_KINDS, SIGNS, headline, points_text, sign_name

if TYPE_CHECKING:
    from calc.market_signals import Sign, SignalReading
    from commands.common.chart.canvas import ChartSpec
    from commands.common.translator import Translator
    from commands.signal.figures import SignalFigures

_MOST_SIGNS = 4
_NEIGHBOURS = 3
_LINE = 62
_LEAST = 0.001
_FITS, _AGAINST, _UNKNOWN = "✓", "✗", "?"
_MARKS = {
    _FITS: replace(theme.MAIN_TICK, color=theme.BEST_GUESS),
    _AGAINST: theme.MAIN_TICK,
    _UNKNOWN: theme.TICK,
}


def chart(reading: SignalReading, figures: SignalFigures) -> ChartSpec:
    """A reading that has past moves to compare with."""
    canvas, gettext = Canvas(), figures.translator.gettext
    column = TextColumn(canvas, PAGE)
    column.title(headline(reading, figures.translator))
    top = column.rest.top - theme.LABEL_HEIGHT
    for words, mark in _signs(reading, figures.translator):
        canvas.text((PAGE.left, top), mark, _MARKS[mark])
        canvas.text((PAGE.left + _LINE, top), words, theme.LABEL)
        top -= _LINE
    head = gettext("10-year yield, points") if figures.ten else gettext("30-year yield, points")
    canvas.text((PAGE.left, top - GAP / 2), head, theme.TICK)
    _draw_moves(canvas, reading, figures, top - 1.5 * GAP)
    canvas.footer(gettext("Closes: Federal Reserve"), gettext("our weights, no proof"))
    return canvas.spec()


def _signs(reading: SignalReading, translator: Translator) -> list[tuple[str, str]]:
    """The signs that count most for the best kind, and whether each was seen."""
    if not 1 <= len(reading.kinds) <= MOST_KINDS:
        return []
    weights = next(row.weights for row in reading.signals.kinds if row.key == reading.kinds[0])
    by_weight = sorted(weights.items(), key=lambda pair: abs(pair[1]), reverse=True)
    return [
        (sign_name(sign, translator, is_down=weight < 0), _mark(reading, sign, weight))
        for sign, weight in by_weight
        if weight and SIGNS[sign][weight < 0]
    ][:_MOST_SIGNS]


def _mark(reading: SignalReading, sign: Sign, weight: int) -> str:
    seen = reading.signs.get(sign, 0)
    if not seen:
        return _UNKNOWN
    return _FITS if seen * weight > 0 else _AGAINST


def _draw_moves(canvas: Canvas, reading: SignalReading, figures: SignalFigures, top: float) -> None:
    """What was seen, and the nearest past moves, in the yield that was given."""
    translator, is_ten = figures.translator, reading.moves.ten is not None
    rows_of = [
        (
            translator.gettext("Yours"),
            reading.moves.ten if is_ten else reading.moves.thirty,
            figures.ten if is_ten else figures.thirty,
        )
    ]
    for move in (each.move for each in reading.nearest_moves):
        change = move.change if is_ten else move.thirty_year_change
        if change is not None:
            name = translator.day(move.end)
            if move.short_label:
                name = short_event_name(move, translator)
            rows_of.append((name, change, points_text(change, translator)))
    rows_of = rows_of[: 1 + _NEIGHBOURS]
    changes = [change for _, change, _ in rows_of if change is not None]
    room = GAP + max(text_width(text, theme.MAIN_TICK) for *_, text in rows_of)
    low, high = min(changes), max(*changes, _LEAST)
    labels = [name for name, *_ in rows_of]
    rows = Rows(canvas, PAGE.below(top), labels, (low, high), right=room)
    for row, (_, change, text) in enumerate(rows_of):
        style = theme.LABEL if row else theme.MAIN_TICK
        rows.label(row, style)
        rows.bar(row, change or 0.0, theme.MEASURED if row else theme.BEST_GUESS)
        rows.number(row, PAGE.right, text, style)
    rows.baseline()
