"""The picture of the track record: what the model would have said, and what was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.box import Box
from commands.common.chart.canvas import Canvas
from commands.common.chart.facts import LABEL_HEIGHT, MARGIN, TITLE_TOP, Rows, headline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.evaluation import TrackRecord
    from commands.about.figures import RecordFigures

_SHEET = Box(MARGIN, 24, theme.WIDTH - MARGIN, TITLE_TOP)
_NUMBER_WIDTH = 230
_MARK_WIDTH = 60
_INSIDE, _OUTSIDE = "✓", "✗"


def draw(record: TrackRecord, names: Sequence[str], figures: RecordFigures) -> bytes:
    """The picture, as an opaque PNG of 1200 by 900 pixels.

    Args:
        record: Gives the marks their places.
        names: Of the tested cases, in their order.
        figures: All numbers that are written out.
    """
    return compose(record, names, figures).png()


def compose(record: TrackRecord, names: Sequence[str], figures: RecordFigures) -> Canvas:
    """The same picture before it becomes a PNG, with every text and its place."""
    canvas, gettext = Canvas(), figures.translator.gettext
    finding = gettext("{within} of {tested}", within=figures.within, tested=figures.tested)
    rest = headline(canvas, _SHEET, gettext("Inside our range:"), finding)
    values = [value for case in record.tested for value in (*case.expected, case.observed)]
    rows = Rows(canvas, rest, names, (min(values), max(values)), right=_NUMBER_WIDTH)
    for row, (case, shown) in enumerate(zip(record.tested, figures.cases, strict=True)):
        rows.label(row)
        rows.span(row, case.expected.smallest, case.expected.largest)
        rows.tick(row, case.expected.central, theme.BEST_GUESS)
        rows.dot(row, case.observed, theme.MEASURED)
        baseline = rows.middle(row) - LABEL_HEIGHT / 2
        right = _SHEET.right - _MARK_WIDTH
        canvas.text((right, baseline), shown.observed, theme.LABEL, align="right")
        verdict = _INSIDE if case.is_within else _OUTSIDE
        canvas.text((_SHEET.right, baseline), verdict, theme.MAIN_TICK, align="right")
    rows.baseline()
    return canvas
