"""A sheet to draw on in pixels, and the PNG of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import matplotlib as mpl
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.transforms import IdentityTransform

from commands.charts import theme
from commands.charts.png import encode_png

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.text import Text

Point = tuple[float, float]

# At 72 dots per inch a typographic point is a pixel: sizes of text and lines are what they say.
_DOTS_PER_INCH = 72
# By file, so that no font of the machine takes the place of the one the layout was made for.
_FONTS = Path(mpl.get_data_path()) / "fonts" / "ttf"
_REGULAR = _FONTS / "DejaVuSans.ttf"
_BOLD = _FONTS / "DejaVuSans-Bold.ttf"


class Canvas:
    """A picture in the making; the origin is the lower left corner, all lengths are pixels.

    Nothing is shared between two of them, so any number may be drawn at once.

    Attributes:
        texts: What was written, with style and place.
    """

    def __init__(self) -> None:
        self.texts: list[Text] = []
        self._figure = Figure(
            figsize=(theme.WIDTH / _DOTS_PER_INCH, theme.HEIGHT / _DOTS_PER_INCH),
            dpi=_DOTS_PER_INCH,
            facecolor=theme.GROUND,
        )
        # The Agg module carries no types.
        self._agg: Any = FigureCanvasAgg(self._figure)

    def text(
        self,
        at: Point,
        words: str,
        style: theme.TextStyle,
        *,
        align: Literal["left", "center", "right"] = "left",
    ) -> None:
        """Put one line of text with its baseline at a point."""
        self.texts.append(
            self._figure.text(
                *at,
                words,
                transform=IdentityTransform(),
                fontproperties=_font(style),
                color=style.color,
                horizontalalignment=align,
                verticalalignment="baseline",
                # Two dollar signs in a line would be read as a formula.
                parse_math=False,
            )
        )

    def text_width(self, words: str, style: theme.TextStyle) -> float:
        """How wide one line of text is."""
        width, _, _ = self._agg.get_renderer().get_text_width_height_descent(
            words, _font(style), ismath=False
        )
        return float(width)

    def line(self, points: Iterable[Point], *, color: str, width: float, layer: int) -> None:
        """Draw a line through points; a higher layer covers a lower one."""
        xs, ys = zip(*points, strict=True)
        self._figure.add_artist(
            Line2D(
                xs,
                ys,
                color=color,
                linewidth=width,
                solid_capstyle="butt",
                solid_joinstyle="round",
                transform=IdentityTransform(),
                zorder=layer,
            )
        )

    def hatched(self, outline: Sequence[Point], *, layer: int) -> None:
        """Fill an outline as a range: hatched, its edge clear."""
        self.line([*outline, outline[0]], color=theme.RANGE, width=3, layer=layer)
        if min(np.ptp(outline, axis=0)) < 1:
            # Thinner than a pixel: its edge is all of it, and a fill would leave specks around.
            return
        inside = Polygon(
            outline,
            facecolor=theme.RANGE_FILL,
            hatch="/",
            hatchcolor=theme.RANGE_HATCH,
            linewidth=0,
            transform=IdentityTransform(),
            zorder=layer - 0.5,
        )
        inside.set_hatch_linewidth(3)
        self._figure.add_artist(inside)

    def dot(self, at: Point, *, color: str, size: float, layer: int) -> None:
        """Mark a point with a disc that stands clear of what it covers."""
        self._figure.add_artist(
            Line2D(
                [at[0]],
                [at[1]],
                marker="o",
                markersize=size,
                markerfacecolor=color,
                markeredgecolor=theme.GROUND,
                markeredgewidth=4,
                transform=IdentityTransform(),
                zorder=layer,
            )
        )

    def png(self) -> bytes:
        """The finished picture, the same bytes for the same marks."""
        self._agg.draw()
        return encode_png(np.asarray(self._agg.buffer_rgba())[..., :3])


def _font(style: theme.TextStyle) -> FontProperties:
    return FontProperties(fname=_BOLD if style.bold else _REGULAR, size=style.size)
