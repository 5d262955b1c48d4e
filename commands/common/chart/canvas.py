"""A chart as a value, and how it is put together: marks in layers, lines of text, columns of them.

All lengths are pixels from the lower left corner.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from commands.common.chart import theme
from commands.common.chart.coverage import cap_height, text_width, unbroken_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from commands.common.chart.theme import TextStyle
    from commands.common.translator import Translator

Point = tuple[float, float]
BOT_NAME = "selloff bot"
_SEPARATOR = " · "
_SHARE_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}
_RING_STROKE = 5
_LINE_GAP = 29


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; half a disc at each end where it is round."""

    points: tuple[Point, ...]
    color: str
    width: float
    is_round: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A filled polygon."""

    outline: tuple[Point, ...]
    color: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc with a ring of ground around it; ``size`` is its diameter."""

    at: Point
    color: str
    size: float


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; ``left`` and ``baseline`` are whole pixels, as glyphs are copied there."""

    left: int
    baseline: int
    words: str
    style: TextStyle


Primitive = Line | Area | Dot | Text


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart: hashable, picklable, and all that rendering needs.

    Args:
        width, height: Pixels.
        primitives: In painting order; a later one covers an earlier one.
        language: Of the texts, by its catalog's name; it decides the shapes of Han.
    """

    width: int
    height: int
    primitives: tuple[Primitive, ...]
    language: str = ""

    @property
    def texts(self) -> tuple[Text, ...]:
        """The lines of text, in the order in which they were added."""
        return tuple(each for each in self.primitives if isinstance(each, Text))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From the left edge to the right one."""
        return self.right - self.left

    def below(self, height: float) -> Box:
        """The part under a height."""
        return replace(self, top=height)

    def above(self, height: float) -> Box:
        """The part over a height."""
        return replace(self, bottom=height)


MARGIN = 48
FOOTER_BASELINE = 24
PAGE = Box(MARGIN, 80, theme.WIDTH - MARGIN, 868)
"""The chart without its margins and its source line."""
LOW_PAGE = Box(MARGIN, PAGE.bottom, PAGE.right, PAGE.top - (theme.HEIGHT - theme.LOW_HEIGHT))
"""The same of a low chart, which leaves more of a phone to the words."""


class Canvas:
    """Builder of a `ChartSpec`: layers are sorted, and text covers everything."""

    def __init__(self) -> None:
        self._marks: list[tuple[int, Primitive]] = []
        self._texts: list[Text] = []

    def text(
        self,
        at: Point,
        words: str,
        style: TextStyle,
        *,
        align: Literal["left", "center", "right"] = "left",
    ) -> None:
        """Add one line of text with its baseline at a point."""
        left = at[0] - _SHARE_BEFORE[align] * text_width(words, style)
        self._texts.append(Text(round(left), round(at[1]), words, style))

    def line(
        self,
        points: Iterable[Point],
        *,
        color: str,
        width: float,
        layer: int,
        is_round: bool = False,
    ) -> None:
        """Add a line through points; a higher layer covers a lower one."""
        self._marks.append((layer, Line(tuple(points), color, width, is_round)))

    def area(self, outline: Iterable[Point], *, color: str, layer: int) -> None:
        """Add a filled polygon."""
        self._marks.append((layer, Area(tuple(outline), color)))

    def band(
        self,
        ends: tuple[float, float],
        middle: float,
        *,
        thickness: float,
        layer: int,
        color: str = theme.RANGE,
    ) -> None:
        """Add a range along a row: a bar with round ends, which lie where the values do."""
        left, right = min(ends), max(ends)
        is_round = right - left > thickness
        inset = thickness / 2 if is_round else 0
        points = [(left + inset, middle), (right - inset, middle)]
        self.line(points, color=color, width=thickness, layer=layer, is_round=is_round)

    def dot(self, at: Point, *, color: str, size: float, layer: int) -> None:
        """Add a disc with a ring of ground around it."""
        self._marks.append((layer, Dot(at, color, size)))

    def ring(self, at: Point, *, color: str, size: float, layer: int) -> None:
        """Add a hollow disc."""
        self.dot(at, color=color, size=size, layer=layer)
        inner = size - 2 * _RING_STROKE - theme.RING
        self.dot(at, color=theme.GROUND, size=inner, layer=layer)

    def footer(self, *parts: str) -> None:
        """Write the source line: as many parts as fit, and the name of the bot."""
        kept = [*parts, BOT_NAME]
        while text_width(_SEPARATOR.join(kept), theme.FOOTER) > PAGE.width:
            kept.pop(-2)
        self.text((MARGIN, FOOTER_BASELINE), _SEPARATOR.join(kept), theme.FOOTER)

    def spec(self, height: int = theme.HEIGHT) -> ChartSpec:
        """The chart so far, in pixels of height."""
        marks = (mark for _, mark in sorted(self._marks, key=itemgetter(0)))
        return ChartSpec(theme.WIDTH, height, (*marks, *self._texts))


def yields_of(day: str, translator: Translator) -> str:
    """Whose yields, of which day."""
    return translator.gettext("Treasury yields of {day}", day=day)


class TextColumn:
    """A column of text, filled from the top.

    Args:
        canvas: Where it is written.
        box: What it may fill.

    Attributes:
        rest: What is left of the box under the lines so far.
    """

    def __init__(self, canvas: Canvas, box: Box) -> None:
        self._canvas = canvas
        self.rest = box

    def headline(self, words: str, finding: str) -> None:
        """Write the title: words, and behind them the finding in its colour."""
        self._colored((f"{words} ", theme.TITLE.color), (finding, theme.BEST_GUESS))

    def marked_title(self, words: str) -> None:
        """Write the title, what stands between ``**`` in the colour of a finding."""
        colors = itertools.cycle((theme.TITLE.color, theme.BEST_GUESS))
        self._colored(*zip(words.split("**"), colors, strict=False))

    def lead(self, finding: str, words: str) -> None:
        """Write the title: the finding in its colour, and words behind it."""
        self._colored((f"{finding} ", theme.BEST_GUESS), (words, theme.TITLE.color))

    def title(self, words: str) -> None:
        """Write a title of one colour."""
        style = self._fitted(words, theme.TITLE)
        if style.size >= theme.LEAST_TEXT:
            self._line(words, style)
        else:
            self._lines(words, replace(style, size=theme.LEAST_TEXT))

    def subtitle(self, words: str) -> None:
        """Write what goes with the title, quieter."""
        self._lines(words, theme.TICK)

    def note(self, words: str) -> None:
        """Write a range."""
        self._lines(words, theme.RANGE_TEXT)

    def heading(self, words: str) -> None:
        """Write the heading of a part of the chart."""
        self._lines(words, replace(theme.LABEL, bold=True))

    def label(self, words: str) -> None:
        """Write a line that is neither quiet nor a heading."""
        self._lines(words, theme.LABEL)

    def _colored(self, *parts: tuple[str, str]) -> None:
        """One line of texts, each with its colour."""
        style = self._fitted("".join(words for words, _ in parts), theme.TITLE)
        baseline, left = self._next_baseline(style), self.rest.left
        for words, color in parts:
            if words.strip():
                self._canvas.text((left, baseline), words.rstrip(), replace(style, color=color))
            left += text_width(words, style)

    def _lines(self, words: str, style: TextStyle) -> None:
        line = ""
        for gap, part in unbroken_parts(words):
            longer = f"{line}{gap}{part}" if line else part
            if line and text_width(longer, style) > self.rest.width:
                self._line(line, style)
                longer = part
            line = longer
        self._line(line, style)

    def _line(self, words: str, style: TextStyle) -> None:
        self._canvas.text((self.rest.left, self._next_baseline(style)), words, style)

    def _next_baseline(self, style: TextStyle) -> float:
        baseline = self.rest.top - cap_height(style)
        self.rest = self.rest.below(baseline - _LINE_GAP)
        return baseline

    def _fitted(self, words: str, style: TextStyle) -> TextStyle:
        fitting = math.floor(style.size * self.rest.width / text_width(words, style))
        return replace(style, size=min(style.size, fitting))
