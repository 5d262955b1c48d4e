"""A chart as a value: size and primitives, in pixels from the lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands.common.chart.theme import TextStyle

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: tuple[Point, ...]
    color: str
    width: float

    @property
    def is_axis_aligned(self) -> bool:
        """Whether it is one straight piece along the rows or columns of pixels."""
        (left, low), (right, high) = self.points[0], self.points[-1]
        return len(self.points) == 2 and (left == right or low == high)


@dataclass(frozen=True, slots=True)
class HatchedArea:
    """A hatched area with a line around it."""

    outline: tuple[Point, ...]

    @property
    def is_axis_aligned(self) -> bool:
        """Whether it is a rectangle whose sides run along the rows and columns of pixels."""
        following = (*self.outline[1:], self.outline[0])
        return len(self.outline) == 4 and all(
            one[0] == other[0] or one[1] == other[1]
            for one, other in zip(self.outline, following, strict=True)
        )

    @property
    def is_thin(self) -> bool:
        """Whether it is less than a pixel wide or high, so that its edge covers all of it."""
        return any(max(along) - min(along) < 1 for along in zip(*self.outline, strict=True))


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


Primitive = Line | HatchedArea | Dot | Text


@dataclass(frozen=True, slots=True)
class ChartSpec:
    """A chart: hashable, picklable, and all that rendering needs.

    Args:
        width: Pixels.
        height: Pixels.
        primitives: In painting order; a later one covers an earlier one.
    """

    width: int
    height: int
    primitives: tuple[Primitive, ...]

    @property
    def texts(self) -> tuple[Text, ...]:
        """The lines of text, in the order in which they were added."""
        return tuple(each for each in self.primitives if isinstance(each, Text))
