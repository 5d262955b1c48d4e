"""Charts of ``/holders``: the debt split by owner, and one holder over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.ownership import unbroken
from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Box, Canvas
from commands.common.chart.rows import BAR, BASELINE, DOT, GAP, RULE
from commands.common.chart.scale import Scale, round_ticks
from commands.common.chart.text_column import TextColumn
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.market import Holding
    from calc.ownership import HolderPath, Ownership
    from commands.common.chart.spec import ChartSpec
    from commands.common.translator import Translator
    from commands.holders.figures import Dated, OwnershipFigures, PathFigures

_SPLIT_BOTTOM = 604
_SPLIT_THICKNESS = 56
_BAR_THICKNESS = 20
_STROKE = 8
_DOT = 24
_YEAR = 12
# Years between the marks of the axis, and how many there may be.
_STEPS = (1, 2, 5, 10)
_MOST_YEARS = 6


def ownership_chart(split: Ownership, figures: OwnershipFigures) -> ChartSpec:
    """The split of the debt by owner, and the largest holders."""
    canvas, gettext = Canvas(), figures.translator.gettext
    column = TextColumn(canvas, PAGE)
    column.headline(gettext("US debt held abroad:"), figures.foreign_share, theme.MEASURED)
    rest = column.rest
    _split(canvas, split, figures, rest.above(_SPLIT_BOTTOM))
    _largest(canvas, split, figures, rest.below(_SPLIT_BOTTOM - GAP))
    return canvas.spec()


def _split(canvas: Canvas, split: Ownership, figures: OwnershipFigures, box: Box) -> None:
    """One bar for all of the debt, each part under or beside its name."""
    gettext = figures.translator.gettext
    middle = box.bottom + _SPLIT_THICKNESS / 2
    x = Scale(0, 1, box.left, box.right)
    to_fed = split.foreign_share
    to_domestic = to_fed + split.fed_share
    for start, end, color in (
        (0.0, to_fed, theme.MEASURED),
        (to_fed, to_domestic, theme.BASELINE),
        (to_domestic, 1.0, theme.RULE),
    ):
        ends = [(x(start), middle), (x(end), middle)]
        canvas.line(ends, color=color, width=_SPLIT_THICKNESS, layer=BAR)
    baseline = box.bottom + _SPLIT_THICKNESS + GAP
    canvas.text((x(0), baseline), gettext("Abroad"), theme.LABEL)
    fed = gettext("Fed {share}", share=figures.fed_share)
    canvas.text((x(to_fed), baseline), fed, theme.LABEL)
    domestic = gettext("US {share}", share=figures.domestic_share)
    canvas.text((x(1), baseline), domestic, theme.LABEL, align="right")


def _largest(canvas: Canvas, split: Ownership, figures: OwnershipFigures, box: Box) -> None:
    """A bar for each of the largest, its name and sum above it."""
    pitch = (box.top - box.bottom) / len(figures.largest)
    most = split.ranked[0].held.usd
    x = Scale(0, most, box.left, box.right)
    rows = zip(split.ranked, figures.names, figures.largest, strict=False)
    for row, (ranked, name, held) in enumerate(rows):
        bottom = box.top - pitch * (row + 1)
        baseline = bottom + _BAR_THICKNESS + GAP / 2
        canvas.text((box.left, baseline), name, theme.LABEL)
        canvas.text(
            (box.right, baseline), _sum(held, figures.translator), theme.TICK, align="right"
        )
        middle = bottom + _BAR_THICKNESS / 2
        ends = [(x(0), middle), (x(ranked.held.usd), middle)]
        color = theme.BASELINE if held.is_reported else theme.MEASURED
        canvas.line(ends, color=color, width=_BAR_THICKNESS, layer=BAR)


def _sum(held: Dated, translator: Translator) -> str:
    values = {"sum": held.short, "month": held.month}
    if held.is_reported:
        return translator.gettext("{sum}, {month}, reported", **values)
    return translator.gettext("{sum}, {month}", **values)


def holder_chart(path: HolderPath, figures: PathFigures) -> ChartSpec:
    """Holdings of one country over the years."""
    canvas, now = Canvas(), figures.now
    name = figures.name.removeprefix("the ")
    title = figures.translator.gettext("{name}:", name=name)
    column = TextColumn(canvas, PAGE)
    column.headline(title, now.short, theme.MEASURED)
    rest = column.rest
    baseline = rest.top - theme.LABEL_HEIGHT
    canvas.text((rest.left, baseline), _when(now, figures.translator), theme.LABEL)
    _months(canvas, path, figures, rest.below(baseline - GAP))
    return canvas.spec()


def _when(held: Dated, translator: Translator) -> str:
    if held.is_reported:
        return translator.gettext("{month}, reported", month=held.month)
    return held.month


def _months(canvas: Canvas, path: HolderPath, figures: PathFigures, box: Box) -> None:
    """Every month on an axis of time."""
    plot = box.above(box.bottom + theme.LABEL_HEIGHT + GAP)
    marks = [
        (value, figures.translator.short_money(value, 1) if value else label)
        for value, label in round_ticks(path.most.usd, figures.translator)
    ]
    left = plot.left + max(text_width(label, theme.TICK) for _, label in marks) + GAP
    y = Scale(0, path.most.usd, plot.bottom, plot.top - theme.LABEL_HEIGHT / 2)
    for value, label in marks:
        rule = [(left, y(value)), (plot.right, y(value))]
        canvas.line(rule, color=theme.RULE, width=2, layer=RULE)
        at = (left - GAP, y(value) - theme.LABEL_HEIGHT / 2)
        canvas.text(at, label, theme.TICK, align="right")
    canvas.line([(left, y(0)), (plot.right, y(0))], color=theme.BASELINE, width=4, layer=BASELINE)

    first, last = _number(path.months[0]), _number(path.months[-1])
    x = Scale(first, max(last, first + _YEAR), left, plot.right - _DOT)
    _years(canvas, x, (first, last), (left, plot.right), box.bottom)
    _line(canvas, path.months, x, y)


def _years(
    canvas: Canvas, x: Scale, ends: tuple[int, int], sides: tuple[float, float], bottom: float
) -> None:
    """January of every so many years, under the axis."""
    first, last = (number // _YEAR for number in ends)
    step = next(each for each in _STEPS if (last - first) / each <= _MOST_YEARS)
    for year in range(-(-first // step) * step, last + 1, step):
        half = text_width(str(year), theme.TICK) / 2
        at = x(year * _YEAR)
        if sides[0] + half <= at <= sides[1] - half:
            canvas.text((at, bottom), str(year), theme.TICK, align="center")


def _line(canvas: Canvas, months: Sequence[Holding], x: Scale, y: Scale) -> None:
    """The months as a line, broken where there are none; grey for a newest one only reported."""
    for run in unbroken(months):
        points = [(x(_number(held)), y(held.usd)) for held in run]
        if len(points) > 1:
            canvas.line(points, color=theme.MEASURED, width=_STROKE, layer=BAR)
    newest = months[-1]
    color = theme.BASELINE if newest.standing == "reported" else theme.MEASURED
    middle, height = x(_number(newest)), y(newest.usd)
    square = [(middle - _DOT / 2, height), (middle + _DOT / 2, height)]
    canvas.line(square, color=color, width=_DOT, layer=DOT)


def _number(held: Holding) -> int:
    return held.month.year * _YEAR + held.month.month - 1
