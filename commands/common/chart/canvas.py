"""Collect the primitives of a chart; all lengths are pixels from the lower left corner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from commands.common.chart import theme
from commands.common.chart.spec import Area, ChartSpec, Dot, Line, Point, Primitive, Text
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from commands.common.chart.theme import TextStyle

BOT_NAME = "selloff bot"
_SEPARATOR = " · "
_SHARE_BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}


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
_RING_STROKE = 5


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
