"""Charts of ``/holders``: the debt split by owner, and one holder over the years."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from calc.ownership import unbroken
from commands.common.chart import theme
from commands.common.chart.bars import BAR, BASELINE, DOT, GAP, RULE
from commands.common.chart.canvas import LOW_PAGE, PAGE, Box, Canvas, TextColumn
from commands.common.chart.coverage import text_width
from commands.common.chart.scale import Scale, round_ticks
from commands.common.text.names import holder_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.market import Holding
    from calc.ownership import HolderPath, Ownership
    from commands.common.chart.canvas import ChartSpec, Point
    from commands.common.translator import Translator
    from commands.holders.figures import Dated, OwnershipFigures, PathFigures

_SPLIT_THICKNESS = 64
_BAR_THICKNESS = 24
_STROKE, _DASH_STROKE = 8, 5
_DASH, _DASH_GAP = 12, 16
_DOT = 36
_YEAR = 12
# Years between the marks of the axis, and how many there may be.
_STEPS = (1, 2, 5, 10)
_MOST_YEARS = 6


def ownership_chart(split: Ownership, figures: OwnershipFigures) -> ChartSpec:
    """The split of the debt by owner, and the largest holders."""
    canvas, gettext = Canvas(), figures.translator.gettext
    column = TextColumn(canvas, PAGE)
    column.marked_title(gettext("US debt held abroad: **{share}**", share=figures.foreign_share))
    # TRANSLATORS: Under the title "US debt held abroad: 29%".
    column.subtitle(gettext("of what the US owes the public"))
    top = column.rest.top - theme.LABEL_HEIGHT - GAP - _SPLIT_THICKNESS
    _split(canvas, split, figures, column.rest.above(top))
    _largest(canvas, split, figures, column.rest.below(top - 2 * GAP))
    reported = any(held.is_reported for held in figures.largest)
    canvas.footer(
        gettext("US Treasury and Fed, {date}", date=figures.public_date),
        *((gettext("darker: press reports"),) if reported else ()),
    )
    return canvas.spec()


def _split(canvas: Canvas, split: Ownership, figures: OwnershipFigures, box: Box) -> None:
    """One bar for all of the debt, each part under or beside its name."""
    gettext = figures.translator.gettext
    middle = box.bottom + _SPLIT_THICKNESS / 2
    x = Scale(0, 1, box.left, box.right)
    to_fed = split.foreign_share
    to_domestic = to_fed + split.fed_share
    for start, end, color in (
        (0.0, to_fed, theme.BEST_GUESS),
        (to_fed, to_domestic, theme.MEASURED),
        (to_domestic, 1.0, theme.RULE),
    ):
        ends = [(x(start), middle), (x(end), middle)]
        canvas.line(ends, color=color, width=_SPLIT_THICKNESS, layer=BAR)
    baseline = box.bottom + _SPLIT_THICKNESS + GAP
    canvas.text((x(0), baseline), gettext("Abroad"), theme.LABEL)
    fed = gettext("Fed {share}", share=figures.fed_share)
    canvas.text((x(to_fed), baseline), fed, theme.LABEL)
    domestic = gettext("Other US {share}", share=figures.domestic_share)
    canvas.text((x(1), baseline), domestic, theme.LABEL, align="right")


def _largest(canvas: Canvas, split: Ownership, figures: OwnershipFigures, box: Box) -> None:
    """A bar for each of the largest, its name and sum above it."""
    head = figures.translator.gettext("Largest abroad, {month}", month=figures.largest_month)
    canvas.text((box.left, box.top - theme.LABEL_HEIGHT), head, theme.TICK)
    top = box.top - theme.LABEL_HEIGHT - GAP / 2
    names = max(text_width(name, theme.LABEL) for name in figures.names)
    sums = max(text_width(held.short, theme.MAIN_TICK) for held in figures.largest)
    pitch = (top - box.bottom) / len(figures.largest)
    x = Scale(0, split.ranked[0].held.usd, box.left + names + GAP, box.right - sums - GAP)
    rows = zip(split.ranked, figures.names, figures.largest, strict=False)
    for row, (ranked, name, held) in enumerate(rows):
        middle = top - pitch * (row + 0.5)
        baseline = middle - theme.LABEL_HEIGHT / 2
        canvas.text((box.left, baseline), name, theme.LABEL)
        canvas.text((box.right, baseline), held.short, theme.MAIN_TICK, align="right")
        ends = [(x(0), middle), (x(ranked.held.usd), middle)]
        color = theme.RANGE if held.is_reported else theme.BEST_GUESS
        canvas.line(ends, color=color, width=_BAR_THICKNESS, layer=BAR)


def holder_chart(path: HolderPath, figures: PathFigures) -> ChartSpec:
    """Holdings of one country over the years."""
    canvas, now, translator = Canvas(), figures.now, figures.translator
    column = TextColumn(canvas, LOW_PAGE)
    column.marked_title(
        translator.gettext(
            "{name}: **{sum}**", name=holder_label(path.holder, translator), sum=now.short
        )
    )
    column.subtitle(_when(now, translator))
    _months(canvas, path, figures, column.rest)
    canvas.footer(translator.gettext("US Treasury, major foreign holders"))
    return canvas.spec(theme.LOW_HEIGHT)


def _when(held: Dated, translator: Translator) -> str:
    if held.is_reported:
        return translator.gettext(
            "of US Treasuries in {month}, say press reports", month=held.month
        )
    # TRANSLATORS: Under the title "Japan: $1.10tn".
    return translator.gettext("of US Treasuries in {month}", month=held.month)


def _months(canvas: Canvas, path: HolderPath, figures: PathFigures, box: Box) -> None:
    """Every month on an axis of time."""
    plot = box.above(box.bottom + theme.LABEL_HEIGHT + GAP)
    marks = [
        (value, figures.translator.short_money(value, 1) if value else label)
        for value, label in round_ticks(path.most.usd, figures.translator)
    ]
    left = plot.left + max(text_width(label, theme.TICK) for _, label in marks) + GAP
    # The label of the largest month stands above it.
    y = Scale(0, path.most.usd, plot.bottom, plot.top - theme.LABEL_HEIGHT - GAP)
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
    if path.most != path.months[-1]:
        _name_most(canvas, path, figures, x, y)


def _name_most(canvas: Canvas, path: HolderPath, figures: PathFigures, x: Scale, y: Scale) -> None:
    """A hollow dot at the largest month, its sum and month above it."""
    at = x(_number(path.most)), y(path.most.usd)
    canvas.ring(at, color=theme.TEXT, size=_DOT, layer=DOT)
    words = figures.translator.gettext(
        "{sum}, {month}", sum=figures.most.short, month=figures.most.month
    )
    half = text_width(words, theme.LABEL) / 2
    middle = min(max(at[0], x.start + half), LOW_PAGE.right - half)
    canvas.text((middle, at[1] + GAP), words, theme.LABEL, align="center")


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
    """The months as a line, dotted across those that were not read, and the newest as a dot."""
    before: Point | None = None
    for run in unbroken(months):
        points = [(x(_number(held)), y(held.usd)) for held in run]
        if before is not None:
            _dotted(canvas, before, points[0])
        before = points[-1]
        if len(points) > 1:
            canvas.line(points, color=theme.BEST_GUESS, width=_STROKE, layer=BAR)
    newest = months[-1]
    at = x(_number(newest)), y(newest.usd)
    canvas.dot(at, color=theme.BEST_GUESS, size=_DOT, layer=DOT)


def _dotted(canvas: Canvas, start: Point, end: Point) -> None:
    """Straight between two points: nothing is known of what lies between."""
    length = math.hypot(end[0] - start[0], end[1] - start[1])
    dashes = max(1, round(length / (_DASH + _DASH_GAP)))
    share = _DASH / (_DASH + _DASH_GAP)

    def point(along: float) -> Point:
        (left, low), (right, high) = start, end
        return left + along * (right - left), low + along * (high - low)

    for number in range(dashes):
        first = (number + (1 - share) / 2) / dashes
        ends = [point(first), point(first + share / dashes)]
        canvas.line(ends, color=theme.BASELINE, width=_DASH_STROKE, layer=BAR)


def _number(held: Holding) -> int:
    return held.month.year * _YEAR + held.month.month - 1
