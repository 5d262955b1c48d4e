"""A sheet to draw on in pixels, and the PNG of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from commands.common.chart import rasterizer as raster
from commands.common.chart.primitives import Dot, Hatched, Line, Mark, Point, Text
from commands.common.chart.text_layout import lettering

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from commands.common.chart.theme import TextStyle

__all__ = ["Canvas", "Point"]


class Canvas:
    """A picture in the making; the origin is the lower left corner, all lengths are pixels.

    Nothing is shared between two of them, so any number may be drawn at once.

    Attributes:
        marks: What was drawn.
        texts: What was written, with style and place.
    """

    def __init__(self) -> None:
        self.marks: list[Mark] = []
        self.texts: list[Text] = []

    def text(
        self,
        at: Point,
        words: str,
        style: TextStyle,
        *,
        align: Literal["left", "center", "right"] = "left",
    ) -> None:
        """Put one line of text with its baseline at a point."""
        before = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        left = at[0] - before * self.text_width(words, style)
        self.texts.append(Text(round(left), round(at[1]), words, style))

    def text_width(self, words: str, style: TextStyle) -> float:
        """How wide one line of text is."""
        return lettering(words, style).width

    def line(self, points: Iterable[Point], *, color: str, width: float, layer: int) -> None:
        """Draw a line through points; a higher layer covers a lower one."""
        self.marks.append(Line(tuple(points), color, width, layer))

    def hatched(self, outline: Sequence[Point], *, layer: int) -> None:
        """Fill an outline as a range: hatched, its edge clear."""
        self.marks.append(Hatched(tuple(outline), layer))

    def dot(self, at: Point, *, color: str, size: float, layer: int) -> None:
        """Mark a point with a disc that stands clear of what it covers."""
        self.marks.append(Dot(at, color, size, layer))

    def png(self) -> bytes:
        """The finished picture, the same bytes for the same marks."""
        return raster.draw_png(self.marks, self.texts)
