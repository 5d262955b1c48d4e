"""Chart of the track record: modelled ranges and observed values of past cases."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Canvas
from commands.common.chart.rows import Rows
from commands.common.chart.text_column import TextColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.evaluation import TrackRecord
    from commands.about.figures import RecordFigures
    from commands.common.chart.spec import ChartSpec

_SHEET = PAGE.above(24)
_NUMBER_WIDTH = 230
_MARK_WIDTH = 60
_INSIDE, _OUTSIDE = "✓", "✗"


def chart(record: TrackRecord, names: Sequence[str], figures: RecordFigures) -> ChartSpec:
    """The modelled range and the observed value of each tested case.

    Args:
        record: Gives the marks their places.
        names: Of the tested cases, in their order.
        figures: All numbers that are written out.
    """
    canvas, gettext = Canvas(), figures.translator.gettext
    finding = gettext("{within} of {tested}", within=figures.within, tested=figures.tested)
    column = TextColumn(canvas, _SHEET)
    column.headline(gettext("Inside our range:"), finding, theme.MEASURED)
    values = [value for case in record.tested for value in (*case.expected, case.observed)]
    rows = Rows(canvas, column.rest, names, (min(values), max(values)), right=_NUMBER_WIDTH)
    for row, (case, shown) in enumerate(zip(record.tested, figures.cases, strict=True)):
        rows.label(row)
        rows.span(row, case.expected.smallest, case.expected.largest)
        rows.tick(row, case.expected.central, theme.BEST_GUESS)
        rows.dot(row, case.observed, theme.MEASURED)
        rows.number(row, _SHEET.right - _MARK_WIDTH, shown.observed, theme.LABEL)
        verdict = _INSIDE if case.is_within else _OUTSIDE
        rows.number(row, _SHEET.right, verdict, theme.MAIN_TICK)
    rows.baseline()
    return canvas.spec()
