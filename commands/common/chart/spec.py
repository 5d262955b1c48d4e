"""A chart as a value: size and primitives, in pixels from the lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands.common.chart.theme import TextStyle

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; half a disc at each end where it is round."""

    points: tuple[Point, ...]
    color: str
    width: float
    is_round: bool = False

    @property
    def is_axis_aligned(self) -> bool:
        """Whether it is one straight piece along the rows or columns of pixels."""
        (left, low), (right, high) = self.points[0], self.points[-1]
        return len(self.points) == 2 and (left == right or low == high)


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
        width: Pixels.
        height: Pixels.
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
