"""Render a `ChartSpec` to PNG.

A pixel is a number of the palette from the start. Glyphs and discs are copied from a cache, lines
along the rows and columns of pixels are filled boxes, and only slanted ones and areas go through
Agg. The tests compare the result with the same chart drawn by matplotlib alone.
"""

from __future__ import annotations

import math
import threading
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from commands.common.chart import theme
from commands.common.chart.agg import PathCoverage
from commands.common.chart.palette import palette
from commands.common.chart.png import encode_png
from commands.common.chart.spec import Area, ChartSpec, Dot, Line, Text
from commands.common.chart.text_layout import layout_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from commands.common.chart.agg import TextCoverage
    from commands.common.chart.spec import Point

    Pixels = NDArray[np.uint8]

# Each row of a PNG begins with a byte that names its filter.
_MARGIN = 1


def render_png(spec: ChartSpec) -> bytes:
    """Render a chart: an opaque PNG, the same bytes for the same chart, safe in any thread."""
    return _surface(spec.width, spec.height).render(spec)


class _Surface:
    """What a thread draws on. It is kept: fresh memory costs more than drawing on it."""

    def __init__(self, width: int, height: int) -> None:
        self._height = height
        self._page: Pixels = np.zeros((height, _MARGIN + width), np.uint8)
        self._paths = PathCoverage(_MARGIN + width, height, _MARGIN)

    def render(self, spec: ChartSpec) -> bytes:
        self._page[...] = 0
        for primitive in spec.primitives:
            match primitive:
                case Line():
                    self._draw_line(primitive)
                case Area():
                    self._draw_area(primitive)
                case Dot():
                    self._draw_dot(primitive)
                case Text():
                    self._draw_text(primitive, spec.language)
        self._page[:, :_MARGIN] = 0
        return encode_png(self._page, palette().entries)

    def _draw_line(self, line: Line) -> None:
        if not line.is_axis_aligned:
            self._draw_slanted(line)
            return
        xs, ys = zip(*line.points, strict=True)
        rows = [self._row(max(ys)), self._row(min(ys))]
        columns = [_column(min(xs)), _column(max(xs))]
        # As Agg does: a line that runs along the pixels covers whole ones, and is not blurred.
        width = max(1, round(line.width))
        across = columns if xs[0] == xs[1] else rows
        across[0] -= width // 2
        across[1] = across[0] + width
        self._page[_box(rows, columns)] = palette().number(line.color)
        if line.is_round:
            for point in line.points:
                self._draw_disc(point, line.width / 2, line.color)

    def _draw_slanted(self, line: Line) -> None:
        for window, coverage in self._paths.line(line.points, line.width, is_round=line.is_round):
            self._page[window] = palette().over(self._page[window], coverage, line.color)

    def _draw_area(self, area: Area) -> None:
        window, coverage = self._paths.area(area.outline)
        self._page[window] = palette().over(self._page[window], coverage, area.color)
        self._paths.clear(window)

    def _draw_dot(self, dot: Dot) -> None:
        half_ring = theme.RING / 2
        self._draw_disc(dot.at, dot.size / 2 + half_ring, theme.GROUND)
        self._draw_disc(dot.at, dot.size / 2 - half_ring, dot.color)

    def _draw_disc(self, at: Point, radius: float, color: str) -> None:
        disc = _disc(radius)
        reach = len(disc) // 2
        top, left = self._row(at[1]) - reach, _column(at[0]) - reach
        under, disc = _overlap(self._page, disc, top, left)
        under[...] = palette().over(under, disc, color)

    def _draw_text(self, text: Text, language: str) -> None:
        layout = layout_text(text.words, text.style, language)
        row, column = self._height - text.baseline, _MARGIN + text.left
        rows = row - math.ceil(layout.ascent), row + math.ceil(layout.descent)
        around = _box(rows, (column, column + math.ceil(layout.width)))
        # Text on clean ground, as nearly all of it is, is copied; elsewhere it has to be mixed.
        is_clean = not np.count_nonzero(self._page[around])
        for piece, start in layout.pieces:
            stamp = _colored(piece, text.style.color) if is_clean else piece.coverage
            under, stamp = _overlap(self._page, stamp, row - piece.rise, column + start)
            if is_clean:
                np.maximum(under, stamp, out=under)
            else:
                under[...] = palette().over(under, stamp, text.style.color)

    def _row(self, y: float) -> int:
        return math.floor(self._height - y + 0.5)


class _ThreadSurfaces(threading.local):
    def __init__(self) -> None:
        self.by_size: dict[tuple[int, int], _Surface] = {}


_SURFACES = _ThreadSurfaces()


def _surface(width: int, height: int) -> _Surface:
    size = (width, height)
    if size not in _SURFACES.by_size:
        _SURFACES.by_size[size] = _Surface(width, height)
    return _SURFACES.by_size[size]


@lru_cache(4096)
def _colored(piece: TextCoverage, color: str) -> Pixels:
    """A piece of text in a colour on clean ground."""
    return palette().over(np.zeros_like(piece.coverage), piece.coverage, color)


@cache
def _disc(radius: float) -> Pixels:
    """How much of each pixel a centred disc covers, of 255."""
    reach = math.ceil(radius)
    offset = np.arange(-reach, reach + 1)
    distance = np.hypot(offset[:, None], offset)
    return np.round(np.clip(radius + 0.5 - distance, 0, 1) * 255).astype(np.uint8)


def _column(x: float) -> int:
    return _MARGIN + math.floor(x + 0.5)


def _box(rows: Sequence[int], columns: Sequence[int]) -> tuple[slice, slice]:
    return _clipped(*rows), _clipped(*columns)


def _clipped(first: int, last: int) -> slice:
    return slice(max(0, first), max(0, last))


def _overlap(page: Pixels, stamp: Pixels, top: int, left: int) -> tuple[Pixels, Pixels]:
    """The part of a page that a stamp lands on, and the part of the stamp that lands there."""
    height, width = stamp.shape
    if top >= 0 <= left:
        under = page[top : top + height, left : left + width]
        if under.shape == stamp.shape:
            return under, stamp
    under = page[_box((top, top + height), (left, left + width))]
    stamp = stamp[max(0, -top) :, max(0, -left) :]
    return under, stamp[: under.shape[0], : under.shape[1]]
