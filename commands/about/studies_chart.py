"""Forest plot of published estimates: a line a study, the pooled diamond, the model's own."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from calc.estimates import ReadIn
from calc.evidence.families import interval
from commands.common.chart import theme
from commands.common.chart.bars import BASELINE, DOT, GAP, RANGE, RULE
from commands.common.chart.canvas import MARGIN, PAGE, Box, Canvas, TextColumn
from commands.common.chart.coverage import text_width
from commands.common.chart.scale import Scale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from calc import Range
    from calc.estimates import Estimate
    from calc.evidence.families import Family, StudiesOutcome
    from commands.about.figures import StudiesFigures
    from commands.common.chart.canvas import ChartSpec, Point
    from commands.common.chart.theme import TextStyle
    from commands.common.translator import Translator

_HEIGHT = 2080
_SHEET = Box(PAGE.left, PAGE.bottom, PAGE.right, _HEIGHT - MARGIN)
_ROWS_BESIDE_STUDIES = 4
"""Of a family: its name, the pooled mean, the next study, ours."""
_NUMBER_WIDTH = 190
_DIAMOND = 20
_SHORT = {
    "Federal Reserve Bank of Kansas City": "Kansas City",
    "Federal Reserve Board (FEDS)": "Fed Board",
    "International Monetary Fund": "IMF",
}
_LEAST = 1e-4
"""A smaller number reads as less than 0.01 points."""


def chart(studies: StudiesOutcome, figures: StudiesFigures) -> ChartSpec:
    """Both families on one log scale, each with its pooled mean and the model's own number."""
    canvas, gettext = Canvas(), figures.translator.gettext
    column = TextColumn(canvas, _SHEET)
    column.title(gettext("Studies of sales say {mean} points", mean=figures.flows.mean))
    column.label(gettext("Each line right is ten times more. *: not checked."))
    yields = studies.sale.yields
    families = (
        (gettext("Sales within weeks"), studies.flows, yields.peak),
        (gettext("Who holds the debt"), studies.stocks, yields.permanent),
    )
    plot = _Plot(canvas, column.rest, [family for _, family, _ in families], figures.translator)
    for name, family, ours in families:
        plot.heading(name)
        for estimate, label in zip(family.estimates, study_names(family.estimates), strict=True):
            plot.study(estimate, label)
        plot.pooled(family)
        plot.ours(ours)
    canvas.footer(gettext("Published estimates"), gettext("points of yield"))
    return canvas.spec(_HEIGHT)


def study_names(estimates: Sequence[Estimate]) -> tuple[str, ...]:
    """First author and year of each; numbered where one paper has two, starred if not checked."""
    seen: Counter[str] = Counter()
    names = []
    for estimate in estimates:
        reference = estimate.study.reference
        first = reference.authors.split(",")[0]
        name = f"{_SHORT.get(first, first)} {reference.year}"
        seen[name] += 1
        number = f" ({seen[name]})" if seen[name] > 1 else ""
        star = " *" if estimate.study.read is ReadIn.FROM_MEMORY else ""
        names.append(f"{name}{number}{star}")
    return tuple(names)


class _Plot:
    """Rows from the top on one log scale."""

    def __init__(
        self, canvas: Canvas, box: Box, families: Sequence[Family], translator: Translator
    ) -> None:
        self._canvas, self._translator = canvas, translator
        labels = [name for family in families for name in study_names(family.estimates)]
        left = box.left + GAP + max(text_width(label, theme.LABEL) for label in labels)
        ends = [end for family in families for e in family.estimates for end in interval(e)]
        ends += [end for family in families for end in family.pooled.next_study]
        self._scale = Scale(
            math.log10(min(ends)), math.log10(max(ends)), left, box.right - _NUMBER_WIDTH
        )
        self._left, self._right = box.left, box.right
        bottom = box.bottom + theme.LABEL_HEIGHT + GAP
        rows = sum(len(family.estimates) + _ROWS_BESIDE_STUDIES for family in families)
        self._pitch = (box.top - bottom) / rows
        self._middle = box.top + self._pitch / 2
        labelled_to = -math.inf
        for value in self._ticks():
            label, x = translator.number(value * 100, 1), self._scale(math.log10(value))
            half = text_width(label, theme.TICK) / 2
            if x - half > labelled_to:
                canvas.text((x, box.bottom), label, theme.TICK, align="center")
                labelled_to = x + half + GAP

    def heading(self, words: str) -> None:
        """Name the family that follows, in a row without rules, as it may be long."""
        self._label(words, theme.MAIN_TICK)

    def study(self, estimate: Estimate, label: str) -> None:
        """Draw the interval and the middle of one study."""
        checked = estimate.study.read is not ReadIn.FROM_MEMORY
        color = theme.TITLE.color if checked else theme.BASELINE
        self._row(label, theme.LABEL, self._number(estimate.middle))
        low, high = interval(estimate)
        self._line(low, high, theme.BASELINE)
        self._dot(estimate.middle, color)

    def pooled(self, family: Family) -> None:
        """Draw the diamond of the mean, and the interval of the next study below it."""
        gettext, pooled = self._translator.gettext, family.pooled
        self._row(gettext("Pooled"), theme.MAIN_TICK, self._number(pooled.mean))
        low, high = (self._x(end) for end in pooled.mean_interval)
        middle, x = self._middle, self._x(pooled.mean)
        outline: tuple[Point, ...] = (
            (low, middle),
            (x, middle + _DIAMOND),
            (high, middle),
            (x, middle - _DIAMOND),
        )
        self._canvas.area(outline, color=theme.RANGE_WORDS, layer=RANGE)
        self._row(gettext("Next study"), theme.LABEL)
        self._line(*pooled.next_study, theme.RANGE)

    def ours(self, values: Range) -> None:
        """Draw the model's own number, where a log scale can show it."""
        ours = self._number(values.central)
        self._row(self._translator.gettext("Ours"), theme.MAIN_TICK, ours)
        if values.smallest > 0:
            self._line(values.smallest, values.largest, theme.BEST_GUESS)
            self._dot(values.central, theme.BEST_GUESS)

    def _number(self, change: float) -> str:
        if abs(change) < _LEAST:
            return self._translator.gettext("<{limit}", limit=self._translator.points(_LEAST))
        return self._translator.points(change)

    def _ticks(self) -> Iterator[float]:
        first, last = math.ceil(self._scale.first), math.floor(self._scale.last)
        return (10.0**power for power in range(first, last + 1))

    def _row(self, words: str, style: TextStyle, number: str = "") -> None:
        baseline = self._label(words, style)
        if number:
            self._canvas.text((self._right, baseline), number, style, align="right")
        low, high = self._middle - self._pitch / 2, self._middle + self._pitch / 2
        for value in self._ticks():
            x = self._scale(math.log10(value))
            self._canvas.line([(x, low), (x, high)], color=theme.RULE, width=2, layer=RULE)

    def _label(self, words: str, style: TextStyle) -> float:
        self._middle -= self._pitch
        baseline = self._middle - theme.LABEL_HEIGHT / 2
        self._canvas.text((self._left, baseline), words, style)
        return baseline

    def _x(self, value: float) -> float:
        """The place of a value, at the edge where it lies beyond the scale."""
        x = self._scale(math.log10(value))
        return min(max(x, self._scale.start), self._scale.end)

    def _line(self, low: float, high: float, color: str) -> None:
        ends = [(self._x(low), self._middle), (self._x(high), self._middle)]
        self._canvas.line(ends, color=color, width=6, layer=BASELINE)

    def _dot(self, value: float, color: str) -> None:
        at = (self._x(value), self._middle)
        self._canvas.dot(at, color=color, size=26, layer=DOT)
