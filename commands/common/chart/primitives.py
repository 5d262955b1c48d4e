"""What a canvas holds before it becomes a picture; lengths in pixels from its lower left corner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.transforms import Bbox

from commands.common.chart.text_layout import lettering

if TYPE_CHECKING:
    from commands.common.chart.theme import TextStyle

Point = tuple[float, float]


@dataclass(slots=True)
class Text:
    """One line of text.

    What can be asked of it bears the names that matplotlib's text has, so that whoever knows one
    can examine the other.

    Args:
        left: Where it starts, a whole pixel: letters are drawn once and then only copied.
        baseline: On which it stands, a whole pixel.
        words: What it says.
        style: How it looks.
        visible: Whether it is drawn.
    """

    left: int
    baseline: int
    words: str
    style: TextStyle
    visible: bool = True

    def get_text(self) -> str:
        """What it says."""
        return self.words

    def get_color(self) -> str:
        """As ``#rrggbb``."""
        return self.style.color

    def get_fontsize(self) -> float:
        """Pixels."""
        return self.style.size

    def get_parse_math(self) -> bool:
        """Never: two dollar signs in a line would be read as a formula."""
        return False

    def get_window_extent(self) -> Bbox:
        """The box around it, at least as high as any letter without accent."""
        line = lettering(self.words, self.style)
        return Bbox(
            [
                (self.left, self.baseline - line.descent),
                (self.left + line.width, self.baseline + line.ascent),
            ]
        )

    def set_visible(self, visible: object) -> None:
        """Show or hide it."""
        self.visible = bool(visible)


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points."""

    points: tuple[Point, ...]
    color: str
    width: float
    layer: int

    @property
    def is_upright(self) -> bool:
        """Whether it is one straight piece that runs along the pixels."""
        (left, low), (right, high) = self.points[0], self.points[-1]
        return len(self.points) == 2 and (left == right or low == high)


@dataclass(frozen=True, slots=True)
class Hatched:
    """A hatched area with a clear edge."""

    outline: tuple[Point, ...]
    layer: int

    @property
    def is_upright(self) -> bool:
        """Whether it is a box whose sides run along the pixels."""
        turned = zip(self.outline, (*self.outline[1:], self.outline[0]), strict=True)
        return len(self.outline) == 4 and all(
            one[0] == other[0] or one[1] == other[1] for one, other in turned
        )

    @property
    def is_thin(self) -> bool:
        """Whether there is no room between its edges: less than a pixel."""
        return any(max(along) - min(along) < 1 for along in zip(*self.outline, strict=True))


@dataclass(frozen=True, slots=True)
class Dot:
    """A disc with a ring of ground around it."""

    at: Point
    color: str
    size: float
    layer: int


Mark = Line | Hatched | Dot
