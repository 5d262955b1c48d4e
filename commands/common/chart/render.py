"""Render a `ChartSpec` to PNG.

A pixel is a number of a palette from the start: a quarter of the work, and less than half of the
file. A chart is made of few colours; what else it needs are the mixtures at edges, where a pixel is
covered in part, and seven steps from nothing to all are enough for an edge to look smooth. Glyphs
and discs are copied from a cache, lines along the rows and columns of pixels are filled boxes, and
only slanted ones and areas go through Agg. The tests compare the result with the same chart drawn
by matplotlib alone.
"""

from __future__ import annotations

import math
import struct
import threading
from functools import cache, lru_cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from isal import isal_zlib

from commands.common.chart import theme
from commands.common.chart.canvas import Area, ChartSpec, Dot, Line, Text
from commands.common.chart.coverage import PathCoverage, clipped, layout_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from commands.common.chart.canvas import Point
    from commands.common.chart.coverage import TextCoverage, Window

    Pixels = NDArray[np.uint8]
    Colors = NDArray[np.float64]

# Each row of a PNG begins with a byte that names its filter.
_MARGIN = 1
STEPS = 7
"""In how many steps the ground changes into a colour."""
_MOST_ENTRIES = 256
_STEP_OF_COVERAGE = (np.arange(256) * STEPS + 127) // 255
_ROW_OF_COVERAGE = (_STEP_OF_COVERAGE * _MOST_ENTRIES).astype(np.uint16)
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS_PER_PIXEL = 8
_INDEXED = 3
_LEVEL = 2


def render_png(spec: ChartSpec) -> bytes:
    """Render a chart: an opaque PNG, the same bytes for the same chart, safe in any thread."""
    return _SURFACES.of_size(spec.width, spec.height).render(spec)


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
                    self._cover(self._paths.area(primitive.outline), primitive.color)
                case Dot():
                    self._draw_dot(primitive)
                case Text():
                    self._draw_text(primitive, spec.language)
        self._page[:, :_MARGIN] = 0
        return encode_png(self._page, palette().entries)

    def _draw_line(self, line: Line) -> None:
        xs, ys = zip(*line.points, strict=True)
        is_along_pixels = len(xs) == 2 and (xs[0] == xs[1] or ys[0] == ys[1])
        if not is_along_pixels:
            covered = self._paths.line(line.points, line.width, is_round=line.is_round)
            self._cover(covered, line.color)
            return
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

    def _cover(self, covered: Iterator[tuple[Window, Pixels]], color: str) -> None:
        for window, coverage in covered:
            self._page[window] = palette().over(self._page[window], coverage, color)

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
        self.of_size = cache(_Surface)


_SURFACES = _ThreadSurfaces()


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
    return clipped(*rows), clipped(*columns)


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


class Palette:
    """Colours and the mixtures of each two of them.

    Args:
        colors: As ``#rrggbb``; the ground first.

    Attributes:
        entries: Red, green and blue of each number, shape (numbers, 3).
    """

    def __init__(self, colors: Sequence[str]) -> None:
        first, *others = (_rgb(color) for color in colors)
        entries = [first]
        # The mixtures with the ground lie one after the other, up to the colour itself.
        for other in others:
            entries += _between(first, other, STEPS - 1)
            entries.append(other)
        self._solid = {color: number * STEPS for number, color in enumerate(colors)}
        pairs = list(combinations(others, 2))
        left_for_each = (_MOST_ENTRIES - len(entries)) // max(1, len(pairs))
        for one, other in pairs:
            entries += _between(one, other, min(left_for_each, STEPS - 1))
        self.entries: Pixels = np.round(entries).astype(np.uint8)
        self._over = {color: self._mixtures(number) for color, number in self._solid.items()}

    def number(self, color: str) -> int:
        """The number of an unmixed colour."""
        return self._solid[color]

    def over(self, under: Pixels, coverage: Pixels, color: str) -> Pixels:
        """What becomes of pixels that a colour covers in part.

        Args:
            under: Their numbers.
            coverage: How much of each is covered, of 255.
            color: One of the palette's.
        """
        return self._over[color].take(_ROW_OF_COVERAGE.take(coverage) + under)

    def _mixtures(self, number: int) -> Pixels:
        """What a colour makes of each number, by steps of coverage: a row of 256 for each step."""
        rows = np.zeros((STEPS + 1, _MOST_ENTRIES), np.uint8)
        under = self.entries.astype(float)
        for step, row in enumerate(rows):
            row[: len(under)] = self._nearest(under + (under[number] - under) * step / STEPS)
        return rows.ravel()

    def _nearest(self, colors: Colors) -> NDArray[np.intp]:
        off = np.square(colors[:, None, :] - self.entries).sum(axis=2)
        numbers: NDArray[np.intp] = off.argmin(axis=1)
        return numbers


@cache
def palette() -> Palette:
    """That of all pictures."""
    return Palette(theme.COLORS)


def _rgb(color: str) -> Colors:
    return np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)], float)


def _between(one: Colors, other: Colors, count: int) -> list[Colors]:
    return [one + (other - one) * step / (count + 1) for step in range(1, count + 1)]


def encode_png(rows: Pixels, palette: Pixels) -> bytes:
    """Pack a picture whose pixels are numbers of a palette.

    Args:
        rows: From the top; each begins with the number of its filter, and zero is none. Shape
            (height, 1 + width), contiguous.
        palette: Red, green and blue of each number, shape (at most 256, 3).

    Returns:
        An opaque PNG as of ISO/IEC 15948.
    """
    height, width = rows.shape[0], rows.shape[1] - 1
    header = struct.pack(">IIBBBBB", width, height, _BITS_PER_PIXEL, _INDEXED, 0, 0, 0)
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", header),
            _chunk(b"PLTE", palette.tobytes()),
            _chunk(b"IDAT", isal_zlib.compress(rows, _LEVEL)),
            _chunk(b"IEND", b""),
        )
    )


def _chunk(kind: bytes, data: bytes) -> bytes:
    checksum = isal_zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)
