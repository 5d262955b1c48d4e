"""Collect the primitives of a chart; all lengths are pixels from the lower left corner."""

from __future__ import annotations

from dataclasses import dataclass, replace
from operator import itemgetter
from typing import TYPE_CHECKING, Literal

from commands.common.chart import theme
from commands.common.chart.spec import ChartSpec, Dot, HatchedArea, Line, Point, Primitive, Text
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from commands.common.chart.theme import TextStyle

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


MARGIN = 44
PAGE = Box(MARGIN, 32, theme.WIDTH - MARGIN, 862)
"""The chart without its margins."""


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

    def line(self, points: Iterable[Point], *, color: str, width: float, layer: int) -> None:
        """Add a line through points; a higher layer covers a lower one."""
        self._marks.append((layer, Line(tuple(points), color, width)))

    def hatched(self, outline: Iterable[Point], *, layer: int) -> None:
        """Add a range: a hatched area with an edge."""
        self._marks.append((layer, HatchedArea(tuple(outline))))

    def hatched_box(self, box: Box, *, layer: int) -> None:
        """Add a range that is a rectangle."""
        left, bottom, right, top = box.left, box.bottom, box.right, box.top
        self.hatched([(left, bottom), (right, bottom), (right, top), (left, top)], layer=layer)

    def dot(self, at: Point, *, color: str, size: float, layer: int) -> None:
        """Add a disc with a ring of ground around it."""
        self._marks.append((layer, Dot(at, color, size)))

    def spec(self, height: int = theme.HEIGHT) -> ChartSpec:
        """The chart so far, in pixels of height."""
        marks = (mark for _, mark in sorted(self._marks, key=itemgetter(0)))
        return ChartSpec(theme.WIDTH, height, (*marks, *self._texts))
