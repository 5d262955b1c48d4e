"""Draw a `ChartSpec` with matplotlib's artists alone: what the quick renderer has to look like."""

from __future__ import annotations

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.transforms import IdentityTransform

from commands.common.chart import theme
from commands.common.chart.canvas import Area, Dot, Line, Text

_DOTS_PER_INCH = 72


def draw_with_matplotlib(spec):
    """Red, green and blue of each pixel, rows from the top."""
    size = (spec.width / _DOTS_PER_INCH, spec.height / _DOTS_PER_INCH)
    figure = Figure(figsize=size, dpi=_DOTS_PER_INCH, facecolor=theme.GROUND)
    for order, primitive in enumerate(spec.primitives):
        _ARTISTS[type(primitive)](figure, primitive, {"zorder": order, **_IN_PIXELS})
    agg = FigureCanvasAgg(figure)
    agg.draw()
    return np.asarray(agg.buffer_rgba())[..., :3].astype(int)


_IN_PIXELS = {"transform": IdentityTransform()}


def _line(figure, line, place):
    xs, ys = zip(*line.points, strict=True)
    cap = "round" if line.is_round else "butt"
    style = {"solid_capstyle": cap, "solid_joinstyle": "round"}
    figure.add_artist(Line2D(xs, ys, color=line.color, linewidth=line.width, **style, **place))


def _area(figure, area, place):
    figure.add_artist(Polygon(area.outline, facecolor=area.color, linewidth=0, **place))


def _dot(figure, dot, place):
    disc = Line2D(
        [dot.at[0]],
        [dot.at[1]],
        marker="o",
        markersize=dot.size,
        markerfacecolor=dot.color,
        markeredgecolor=theme.GROUND,
        markeredgewidth=theme.RING,
        **place,
    )
    figure.add_artist(disc)


def _text(figure, text, place):
    file = theme.BOLD_FONT if text.style.bold else theme.REGULAR_FONT
    font = FontProperties(fname=file, size=text.style.size)
    style = {"color": text.style.color, "verticalalignment": "baseline", "parse_math": False}
    figure.text(text.left, text.baseline, text.words, fontproperties=font, **style, **place)


_ARTISTS = {Line: _line, Area: _area, Dot: _dot, Text: _text}
