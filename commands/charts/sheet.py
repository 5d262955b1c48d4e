"""Where slanted lines and areas are drawn, one at a time, by Agg: matplotlib's rasteriser."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from commands.charts.marks import Point

# The module carries no types.
_AGG: Any = RendererAgg
_DOTS_PER_INCH = 72
_WHITE = (1.0, 1.0, 1.0)


class Sheet:
    """Says which pixels of a picture a line or an area covers.

    It is wiped after each answer and only as far as it was drawn on, which is most of its speed.

    Args:
        width: Of the picture with what stands before each row.
        height: Of the picture.
        margin: What stands before each row.
    """

    def __init__(self, width: int, height: int, margin: int) -> None:
        self._width, self._height = width, height
        self._into_margin = Affine2D().translate(margin, 0)
        self._agg = _AGG(width, height, _DOTS_PER_INCH)
        drawn = np.asarray(self._agg.buffer_rgba())
        self._pixels = drawn.view(np.uint32).reshape(-1)
        self._alpha = drawn.reshape(-1)[3::4]
        # A new one is white, if all transparent.
        self._pixels[...] = 0

    def line(
        self, points: Sequence[Point], width: float
    ) -> tuple[NDArray[np.intp], NDArray[np.uint8]]:
        """The pixels that a line touches, counted row by row, and how much of each, of 255."""
        pen = self._agg.new_gc()
        pen.set_linewidth(width)
        pen.set_joinstyle("round")
        pen.set_capstyle("butt")
        self._agg.draw_path(pen, Path(points), self._into_margin, None)
        rows = self._rows(points, width)
        pixels = np.flatnonzero(self._pixels[rows] != 0) + rows.start
        coverage = self._alpha[pixels]
        self._pixels[rows] = 0
        return pixels, coverage

    def area(self, outline: Sequence[Point]) -> tuple[slice, NDArray[np.bool_]]:
        """The rows that an area touches, as one run of pixels, and which of these lie inside."""
        pen = self._agg.new_gc()
        pen.set_linewidth(0)
        pen.set_antialiased(False)
        self._agg.draw_path(pen, Path(outline), self._into_margin, _WHITE)
        rows = self._rows(outline, 1)
        inside = self._pixels[rows] != 0
        self._pixels[rows] = 0
        return rows, inside

    def _rows(self, points: Sequence[Point], reach: float) -> slice:
        heights = [y for _, y in points]
        first = math.floor(self._height - max(heights) - reach)
        last = math.ceil(self._height - min(heights) + reach)
        return slice(max(0, first) * self._width, max(0, last) * self._width)
