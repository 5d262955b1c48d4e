"""Where slanted lines and areas are drawn, one at a time, by Agg: matplotlib's rasteriser."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from commands.common.chart.primitives import Point

    Window = tuple[slice, slice]

# The module carries no types.
_AGG: Any = RendererAgg
_DOTS_PER_INCH = 72
_WHITE = (1.0, 1.0, 1.0)
# A line is looked for in windows of about this size along it; most of a box around all of it would
# be empty.
_REACH = 120
# What a line and its rounding may cover beyond half its width.
_BLUR = 2


class Sheet:
    """Says which pixels of a picture a line or an area covers.

    It is wiped where it was read and nowhere else, which is most of its speed.

    Args:
        width: Of the picture with what stands before each row.
        height: Of the picture.
        margin: What stands before each row.
    """

    def __init__(self, width: int, height: int, margin: int) -> None:
        self._height, self._margin = height, margin
        self._into_margin = Affine2D().translate(margin, 0)
        self._agg = _AGG(width, height, _DOTS_PER_INCH)
        drawn = np.asarray(self._agg.buffer_rgba())
        self._pixels = drawn.view(np.uint32)[..., 0]
        self._alpha = drawn[..., 3]
        # A new one is white, if all transparent.
        self._pixels[...] = 0

    def line(
        self, points: Sequence[Point], width: float
    ) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """Windows that hold a line, and how much of each of their pixels it covers, of 255.

        No pixel is covered in two windows, even where they overlap. The coverage holds until the
        next window is asked for, and all have to be.
        """
        pen = self._agg.new_gc()
        pen.set_linewidth(width)
        pen.set_joinstyle("round")
        pen.set_capstyle("butt")
        self._agg.draw_path(pen, Path(points), self._into_margin, None)
        for part in _parts(points):
            window = self._window(part, width / 2 + _BLUR)
            yield window, self._alpha[window]
            self._pixels[window] = 0

    def area(self, outline: Sequence[Point]) -> tuple[Window, NDArray[np.bool_]]:
        """The window that holds an area, and which of its pixels lie inside."""
        pen = self._agg.new_gc()
        pen.set_linewidth(0)
        pen.set_antialiased(False)
        self._agg.draw_path(pen, Path(outline), self._into_margin, _WHITE)
        window = self._window(outline, _BLUR)
        is_inside = self._pixels[window] != 0
        self._pixels[window] = 0
        return window, is_inside

    def _window(self, points: Sequence[Point], beyond: float) -> Window:
        xs, ys = zip(*points, strict=True)
        top, bottom = self._height - max(ys), self._height - min(ys)
        left, right = self._margin + min(xs), self._margin + max(xs)
        return _slice(top - beyond, bottom + beyond), _slice(left - beyond, right + beyond)


def _parts(points: Sequence[Point]) -> Iterator[list[Point]]:
    """Cut a line into parts of no more than some reach."""
    part = [points[0]]
    for (from_x, from_y), (to_x, to_y) in pairwise(points):
        steps = math.ceil(max(abs(to_x - from_x), abs(to_y - from_y)) / _REACH)
        for step in range(1, steps + 1):
            share = step / steps
            point = from_x + share * (to_x - from_x), from_y + share * (to_y - from_y)
            x, y = part[0]
            if len(part) > 1 and max(abs(point[0] - x), abs(point[1] - y)) > _REACH:
                yield part
                part = [part[-1]]
            part.append(point)
    yield part


def _slice(first: float, last: float) -> slice:
    return slice(max(0, math.floor(first)), max(0, math.ceil(last)))
