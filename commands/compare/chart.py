"""Chart of ``/compare``: two sales, three measures, each pair of bars on one scale."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calc.price import FACE_USD
from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Box, Canvas
from commands.common.chart.rows import GAP, Rows
from commands.common.chart.text_column import TextColumn
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from calc import Outcome, Range
    from commands.common.chart.spec import ChartSpec
    from commands.common.spans import Span
    from commands.compare.figures import PairFigures

_BETWEEN = 34


@dataclass(frozen=True, slots=True)
class _Measure:
    """One pair of bars.

    Args:
        label: What is measured.
        values: Of both sales.
        shown: The same as text.
        least: The scale never ends before this, so that next to nothing also looks like it.
    """

    label: str
    values: tuple[Range, ...]
    shown: tuple[str, ...]
    least: float


def chart(first: Outcome, second: Outcome, figures: PairFigures) -> ChartSpec:
    """Two sales side by side by yield, price and interest."""
    canvas, gettext = Canvas(), figures.translator.gettext
    if figures.ratio:
        title = gettext("{name}:", name=figures.names[figures.stronger])
        finding = gettext("{ratio} the rise", ratio=figures.ratio)
        least = replace(theme.TITLE, size=theme.LEAST_TEXT)
        if text_width(f"{title} {finding}", least) > PAGE.width:
            title = gettext("Yields:")
    else:
        title, finding = gettext("Both:"), gettext("about the same rise")
    column = TextColumn(canvas, PAGE)
    column.headline(title, finding)
    rest = column.rest
    measures = _measures((first, second), figures)
    room = GAP + max(
        text_width(text, theme.MAIN_TICK) for measure in measures for text in measure.shown
    )
    height = (rest.top - rest.bottom - (len(measures) - 1) * _BETWEEN) / len(measures)
    for number, measure in enumerate(measures):
        top = rest.top - number * (height + _BETWEEN)
        canvas.text((rest.left, top - theme.LABEL_HEIGHT), measure.label, theme.TICK)
        box = Box(rest.left, top - height, rest.right, top - theme.LABEL_HEIGHT - GAP / 2)
        _plot(box, measure, Rows(canvas, box, figures.names, _ends(measure), right=room))
    return canvas.spec()


def _measures(outcomes: tuple[Outcome, Outcome], figures: PairFigures) -> tuple[_Measure, ...]:
    gettext, texts = figures.translator.gettext, (figures.first, figures.second)
    falls = (outcome.price.at_peak.map(lambda price: FACE_USD - price) for outcome in outcomes)
    return (
        _Measure(
            gettext("10-year yield, points"),
            tuple(outcome.yields.peak for outcome in outcomes),
            tuple(_short(each.rise, gettext("<0.01")) for each in texts),
            least=0.0005,
        ),
        _Measure(
            gettext("Price of a {face} note", face=texts[0].face),
            tuple(falls),
            tuple(_short(each.price, each.face) for each in texts),
            least=0.5,
        ),
        _Measure(
            gettext("US interest, ten years"),
            tuple(outcome.interest.total_lasting_usd for outcome in outcomes),
            tuple(_short(each.interest_short, gettext("<$1m")) for each in texts),
            least=100e6,
        ),
    )


def _short(span: Span, nothing: str) -> str:
    """The best guess; ``nothing`` where its wording says that it is too small to show."""
    return nothing if span.about == span.central else span.central


def _ends(measure: _Measure) -> tuple[float, float]:
    return 0.0, max(measure.least, *(value.largest for value in measure.values))


def _plot(box: Box, measure: _Measure, rows: Rows) -> None:
    for row, value in enumerate(measure.values):
        rows.label(row)
        rows.span(row, value.smallest, value.largest, thickness=0.6)
        rows.bar(row, value.central, theme.BEST_GUESS, thickness=0.2)
        rows.dot(row, value.central, theme.BEST_GUESS)
        rows.number(row, box.right, measure.shown[row], theme.MAIN_TICK)
    rows.baseline()
