"""Marks become a picture the plain way, with matplotlib alone: what `raster` has to look like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.transforms import IdentityTransform

from commands.common.chart import theme
from commands.common.chart.primitives import Dot, Hatched, Line
from commands.common.chart.text_layout import font

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from commands.common.chart.primitives import Mark, Text

# At 72 dots per inch a typographic point is a pixel: sizes of text and lines are what they say.
_DOTS_PER_INCH = 72
_HATCH_WIDTH = 3
# With matplotlib a hatch repeats after an inch.
_HATCH_REPEATS = _DOTS_PER_INCH


def draw(marks: Iterable[Mark], texts: Iterable[Text]) -> NDArray[np.uint8]:
    """The picture of some marks.

    Returns:
        Red, green and blue of each pixel, rows from the top.
    """
    figure = Figure(
        figsize=(theme.WIDTH / _DOTS_PER_INCH, theme.HEIGHT / _DOTS_PER_INCH),
        dpi=_DOTS_PER_INCH,
        facecolor=theme.GROUND,
    )
    for mark in marks:
        match mark:
            case Line():
                _line(figure, mark)
            case Hatched():
                _hatched(figure, mark)
            case Dot():
                _dot(figure, mark)
    for text in texts:
        if text.visible:
            _text(figure, text)
    # The Agg module carries no types.
    agg: Any = FigureCanvasAgg(figure)
    agg.draw()
    return np.asarray(agg.buffer_rgba())[..., :3]


def hatch_tile() -> NDArray[np.uint8]:
    """What repeats over the inside of a hatched area, from the upper left corner of the picture."""
    left, bottom = -theme.RANGE_EDGE, -theme.RANGE_EDGE
    right, top = theme.WIDTH + theme.RANGE_EDGE, theme.HEIGHT + theme.RANGE_EDGE
    everywhere = Hatched(((left, bottom), (right, bottom), (right, top), (left, top)), layer=0)
    return draw([everywhere], [])[:_HATCH_REPEATS, :_HATCH_REPEATS]


def _line(figure: Figure, line: Line) -> None:
    xs, ys = zip(*line.points, strict=True)
    figure.add_artist(
        Line2D(
            xs,
            ys,
            color=line.color,
            linewidth=line.width,
            solid_capstyle="butt",
            solid_joinstyle="round",
            transform=IdentityTransform(),
            zorder=line.layer,
        )
    )


def _hatched(figure: Figure, area: Hatched) -> None:
    edge = Line((*area.outline, area.outline[0]), theme.RANGE, theme.RANGE_EDGE, area.layer)
    _line(figure, edge)
    if area.is_thin:
        # Its edge is all of it, and a fill would leave specks around.
        return
    inside = Polygon(
        area.outline,
        facecolor=theme.RANGE_FILL,
        hatch="/",
        hatchcolor=theme.RANGE_HATCH,
        linewidth=0,
        transform=IdentityTransform(),
        zorder=area.layer - 0.5,
    )
    inside.set_hatch_linewidth(_HATCH_WIDTH)
    figure.add_artist(inside)


def _dot(figure: Figure, dot: Dot) -> None:
    figure.add_artist(
        Line2D(
            [dot.at[0]],
            [dot.at[1]],
            marker="o",
            markersize=dot.size,
            markerfacecolor=dot.color,
            markeredgecolor=theme.GROUND,
            markeredgewidth=theme.RING,
            transform=IdentityTransform(),
            zorder=dot.layer,
        )
    )


def _text(figure: Figure, text: Text) -> None:
    figure.text(
        text.left,
        text.baseline,
        text.words,
        transform=IdentityTransform(),
        fontproperties=font(text.style),
        color=text.style.color,
        verticalalignment="baseline",
        parse_math=False,
        # Over everything, as in the raster.
        zorder=1000,
    )
