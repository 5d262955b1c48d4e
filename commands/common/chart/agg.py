"""Adapter to Agg, matplotlib's rasteriser: which pixels a line, an area or a text covers.

The only module that imports matplotlib. Its one use beyond the documented interface: that an array
made of ``RendererAgg.buffer_rgba()`` shares memory with the renderer and may be written to, which
clears the part that was drawn instead of the whole surface (``RendererAgg.clear``, ten times as
slow). ``test_agg_buffer_is_shared_and_writable`` fails when that changes.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from commands.common.chart.spec import Point

    Window = tuple[slice, slice]

# The module carries no types.
_AGG: Any = RendererAgg
# At 72 dots per inch a typographic point is a pixel.
_DOTS_PER_INCH = 72
_WHITE = (1.0, 1.0, 1.0)
# A line is read in windows of about this size along it; most of a box around all of it is empty.
_WINDOW = 120
# What a line and its antialiasing may cover beyond half its width.
_BLUR = 2


class PathCoverage:
    """Surface that tells which pixels a line or an area covers.

    Args:
        width: Of the chart with its left margin.
        height: Of the chart.
        margin: Columns before the chart in each row.
    """

    def __init__(self, width: int, height: int, margin: int) -> None:
        self._height, self._margin = height, margin
        self._shift = Affine2D().translate(margin, 0)
        self._agg = _AGG(width, height, _DOTS_PER_INCH)
        drawn = np.asarray(self._agg.buffer_rgba())
        self._pixels = drawn.view(np.uint32)[..., 0]
        self._alpha = drawn[..., 3]
        # A new buffer is white, if transparent.
        self._pixels[...] = 0

    def line(
        self, points: Sequence[Point], width: float, *, is_round: bool = False
    ) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """Yield windows that hold a line, and how much of each pixel it covers, of 255.

        No pixel is covered in two windows, even where they overlap. The coverage is valid until
        the next window is asked for, and all must be.
        """
        pen = self._agg.new_gc()
        pen.set_linewidth(width)
        pen.set_joinstyle("round")
        pen.set_capstyle("round" if is_round else "butt")
        self._agg.draw_path(pen, Path(points), self._shift, None)
        for part in _parts(points):
            window = self._window(part, width / 2 + _BLUR)
            yield window, self._alpha[window]
            self._pixels[window] = 0

    def area(self, outline: Sequence[Point]) -> tuple[Window, NDArray[np.uint8]]:
        """The window that holds an area, and how much of each pixel it covers, of 255.

        The coverage is valid until `clear`, which has to follow.
        """
        pen = self._agg.new_gc()
        pen.set_linewidth(0)
        self._agg.draw_path(pen, Path([*outline, outline[0]]), self._shift, _WHITE)
        window = self._window(outline, _BLUR)
        return window, self._alpha[window]

    def clear(self, window: Window) -> None:
        """Forget what was drawn in a window."""
        self._pixels[window] = 0

    def _window(self, points: Sequence[Point], reach: float) -> Window:
        xs, ys = zip(*points, strict=True)
        top, bottom = self._height - max(ys), self._height - min(ys)
        left, right = self._margin + min(xs), self._margin + max(xs)
        return _slice(top - reach, bottom + reach), _slice(left - reach, right + reach)


def _parts(points: Sequence[Point]) -> Iterator[list[Point]]:
    """Cut a line into parts no larger than `_WINDOW`."""
    part = [points[0]]
    for (from_x, from_y), (to_x, to_y) in pairwise(points):
        steps = math.ceil(max(abs(to_x - from_x), abs(to_y - from_y)) / _WINDOW)
        for step in range(1, steps + 1):
            share = step / steps
            point = from_x + share * (to_x - from_x), from_y + share * (to_y - from_y)
            x, y = part[0]
            if len(part) > 1 and max(abs(point[0] - x), abs(point[1] - y)) > _WINDOW:
                yield part
                part = [part[-1]]
            part.append(point)
    yield part


def _slice(first: float, last: float) -> slice:
    return slice(max(0, math.floor(first)), max(0, math.ceil(last)))


@dataclass(frozen=True, slots=True, eq=False)
class TextCoverage:
    """A rendered piece of text.

    Args:
        coverage: How much of each pixel is ink, of 255; rows from the top.
        left: From where it starts to the first column.
        rise: From the baseline up to the top of the first row.
    """

    coverage: NDArray[np.uint8]
    left: int
    rise: int


class _TextSurface:
    """Where pieces of text are measured and rendered, one at a time."""

    WIDTH, HEIGHT, START, BASELINE = 1200, 240, 20, 160

    def __init__(self) -> None:
        self.agg = _AGG(self.WIDTH, self.HEIGHT, _DOTS_PER_INCH)
        self.ink: NDArray[np.uint8] = np.asarray(self.agg.buffer_rgba())[..., 3]
        self.lock = Lock()


_TEXT = _TextSurface()


def measure_text(part: str, font_file: str, size: float) -> float:
    """Pixels from the start of a piece of text to where the next one starts."""
    with _TEXT.lock:
        font = _font(font_file, size)
        width, _, _ = _TEXT.agg.get_text_width_height_descent(part, font, ismath=False)
    return float(width)


def paint_text(part: str, font_file: str, size: float) -> TextCoverage:
    """Render a piece of text in a font at a size in pixels."""
    with _TEXT.lock:
        agg, ink = _TEXT.agg, _TEXT.ink
        agg.clear()
        font = _font(font_file, size)
        agg.draw_text(agg.new_gc(), _TEXT.START, _TEXT.BASELINE, part, font, 0)
        rows = np.flatnonzero(ink.any(axis=1))
        columns = np.flatnonzero(ink.any(axis=0))
        if not rows.size:
            return TextCoverage(np.zeros((0, 0), np.uint8), 0, 0)
        top, left = int(rows[0]), int(columns[0])
        coverage = ink[top : rows[-1] + 1, left : columns[-1] + 1].copy()
    return TextCoverage(coverage, left - _TEXT.START, _TEXT.BASELINE - top)


@lru_cache(64)
def _font(file: str, size: float) -> FontProperties:
    return FontProperties(fname=file, size=size)
