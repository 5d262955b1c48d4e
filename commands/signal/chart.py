"""Chart of ``/signal``: the observed move above, the nearest past moves below it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.canvas import MARGIN, Box, Canvas
from commands.common.chart.scale import Scale
from commands.common.chart.text_column import TextColumn
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from calc.market_signals import SignalReading
    from commands.common.chart.spec import ChartSpec
    from commands.signal.figures import SignalFigures

_RIGHT = theme.WIDTH - MARGIN
_TITLE = Box(MARGIN, 780, _RIGHT, 862)
_HEADER = 712
_TOP, _BOTTOM = 690, 24
_ROWS = 5
_BARS_LEFT, _BARS_RIGHT = 352, 780
_TEN_RIGHT = 968
_GAP = 24
_HALF = 12
_LEAST = 0.001
_TEN = replace(theme.LABEL, color=theme.BEST_GUESS, bold=True)
_THIRTY = theme.RANGE_TEXT
_BAR, _BASELINE = 1, 2


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: what it is, two changes (decimals) and their texts."""

    name: str
    ten: float | None
    thirty: float | None
    ten_text: str
    thirty_text: str


def chart(reading: SignalReading, figures: SignalFigures) -> ChartSpec:
    """A reading that has past moves to compare with.

    Args:
        reading: Gives the marks their places.
        figures: All numbers that are written out, those of the same reading.
    """
    canvas, gettext = Canvas(), figures.translator.gettext
    words = gettext("Nearest:") if reading.is_near else gettext("None near, least far:")
    TextColumn(canvas, _TITLE).headline(words, figures.neighbours[0].day)
    thirty = gettext("30-year")
    ten_right = min(_TEN_RIGHT, _RIGHT - text_width(thirty, _THIRTY) - _GAP)
    canvas.text((ten_right, _HEADER), gettext("10-year"), _TEN, align="right")
    canvas.text((_RIGHT, _HEADER), thirty, _THIRTY, align="right")
    rows = _rows(reading, figures)
    known = [abs(value) for row in rows for value in (row.ten, row.thirty) if value is not None]
    values = [value for row in rows for value in (row.ten, row.thirty) if value is not None]
    most = max(_LEAST, *known)
    low = -most if min(values) < 0 else 0.0
    high = most if max(values) > 0 else 0.0
    x = Scale(low, high, _BARS_LEFT, _BARS_RIGHT)
    pitch = (_TOP - _BOTTOM) / _ROWS
    for number, row in enumerate(rows):
        _draw_row(canvas, row, x, _TOP - (number + 0.5) * pitch)
    zero, end = x(0.0), _TOP - len(rows) * pitch
    canvas.line([(zero, _TOP), (zero, end)], color=theme.BASELINE, width=4, layer=_BASELINE)
    return canvas.spec()


def _rows(reading: SignalReading, figures: SignalFigures) -> list[_Row]:
    seen, gettext = reading.moves, figures.translator.gettext
    yours = _Row(gettext("Yours"), seen.ten, seen.thirty, figures.ten, figures.thirty)
    return [
        yours,
        *(
            _Row(text.day, each.move.change, each.move.thirty_year_change, text.ten, text.thirty)
            for each, text in zip(reading.neighbours, figures.neighbours, strict=True)
        ),
    ]


def _draw_row(canvas: Canvas, row: _Row, x: Scale, middle: float) -> None:
    baseline = middle - theme.LABEL_HEIGHT / 2
    canvas.text((MARGIN, baseline), row.name, theme.LABEL)
    bars = (
        (row.ten, row.ten_text, _TEN, _TEN_RIGHT, middle + _HALF + 4),
        (row.thirty, row.thirty_text, _THIRTY, _RIGHT, middle - _HALF - 4),
    )
    for change, text, style, right, height in bars:
        if change is None:
            continue
        canvas.text((right, baseline), text, style, align="right")
        bar = [(x(0.0), height), (x(change), height)]
        canvas.line(bar, color=style.color, width=2 * _HALF, layer=_BAR)
