"""Marks become a picture, quickly.

A pixel is a number of the palette from the start. Letters and discs are copied from where they
were drawn once, upright lines and areas are boxes to fill, and only what is slanted goes through
Agg. `commands.common.chart.matplotlib_backend` draws the same with matplotlib alone, many times as slowly; a test
compares the two.
"""

from __future__ import annotations

import math
import threading
from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from commands.common.chart import matplotlib_backend as reference
from commands.common.chart import theme
from commands.common.chart.agg_surface import Sheet
from commands.common.chart.palette import palette
from commands.common.chart.png import encode_png
from commands.common.chart.primitives import Dot, Hatched, Line
from commands.common.chart.text_layout import lettering

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from commands.common.chart.primitives import Mark, Text
    from commands.common.chart.text_layout import Piece

    Pixels = NDArray[np.uint8]

# Each row of a PNG begins with a byte that names its filter.
_MARGIN = 1
_STRIDE = _MARGIN + theme.WIDTH


def draw_png(marks: Iterable[Mark], texts: Iterable[Text]) -> bytes:
    """The PNG of some marks, lower layers first, and of some texts over them."""
    page = _DESK.page
    page[...] = 0
    for mark in sorted(marks, key=lambda mark: mark.layer):
        match mark:
            case Line():
                _draw_line(page, mark)
            case Hatched():
                _draw_hatched(page, mark)
            case Dot():
                _draw_dot(page, mark)
    for text in texts:
        if text.visible:
            _draw_text(page, text)
    page[:, :_MARGIN] = 0
    return encode_png(page, palette().entries)


class _Desk(threading.local):
    """What a thread draws on. It is kept: fresh memory costs more than drawing on it."""

    def __init__(self) -> None:
        self.page: Pixels = np.zeros((theme.HEIGHT, _STRIDE), np.uint8)
        self.sheet = Sheet(_STRIDE, theme.HEIGHT, _MARGIN)


_DESK = _Desk()


def _draw_line(page: Pixels, line: Line) -> None:
    if not line.is_upright:
        _draw_slanted(page, line)
        return
    xs, ys = zip(*line.points, strict=True)
    rows, columns = [_row(max(ys)), _row(min(ys))], [_column(min(xs)), _column(max(xs))]
    # As Agg does: a line that runs along the pixels covers whole ones, and is not blurred.
    width = max(1, round(line.width))
    across = columns if xs[0] == xs[1] else rows
    across[0] -= width // 2
    across[1] = across[0] + width
    _fill(page, rows, columns, palette().number(line.color))


def _draw_slanted(page: Pixels, line: Line) -> None:
    for window, coverage in _DESK.sheet.line(line.points, line.width):
        page[window] = palette().over(page[window], coverage, line.color)


def _draw_hatched(page: Pixels, area: Hatched) -> None:
    if area.is_upright:
        xs, ys = zip(*area.outline, strict=True)
        top, bottom, left, right = _row(max(ys)), _row(min(ys)), _column(min(xs)), _column(max(xs))
        before = theme.RANGE_EDGE // 2
        behind = theme.RANGE_EDGE - before
        outside = (top - before, bottom + behind), (left - before, right + behind)
        inside = (top + behind, bottom - before), (left + behind, right - before)
        _fill(page, *outside, palette().number(theme.RANGE))
        _fill(page, *inside, _hatch())
        return
    if not area.is_thin:
        window, is_inside = _DESK.sheet.area(area.outline)
        under, hatch = page[window], _hatch()[window]
        # Under + inside * (hatch - under), which bytes that overflow get right: much faster than
        # to choose by a mask.
        change = hatch - under
        change *= is_inside.view(np.uint8)
        under += change
    edge = (*area.outline, area.outline[0])
    _draw_slanted(page, Line(edge, theme.RANGE, theme.RANGE_EDGE, area.layer))


def _draw_dot(page: Pixels, dot: Dot) -> None:
    row, column = _row(dot.at[1]), _column(dot.at[0])
    half_ring = theme.RING / 2
    for radius, color in (
        (dot.size / 2 + half_ring, theme.GROUND),
        (dot.size / 2 - half_ring, dot.color),
    ):
        disc = _disc(radius)
        reach = len(disc) // 2
        under, disc = _window(page, disc, row - reach, column - reach)
        under[...] = palette().over(under, disc, color)


def _draw_text(page: Pixels, text: Text) -> None:
    line = lettering(text.words, text.style)
    row, column = theme.HEIGHT - text.baseline, _MARGIN + text.left
    around = _clipped(row - math.ceil(line.ascent), row + math.ceil(line.descent))
    along = _clipped(column, column + math.ceil(line.width))
    # Text on clean ground, as good as all of it, is copied; over other marks it has to be mixed.
    clean = not np.count_nonzero(page[around, along])
    for piece, start in line.pieces:
        if clean:
            ink = _inked(piece, text.style.color)
            under, ink = _window(page, ink, row - piece.rise, column + start)
            np.maximum(under, ink, out=under)
        else:
            under, coverage = _window(page, piece.coverage, row - piece.rise, column + start)
            under[...] = palette().over(under, coverage, text.style.color)


@lru_cache(4096)
def _inked(piece: Piece, color: str) -> Pixels:
    """A piece of text in a colour on clean ground."""
    return palette().over(np.zeros_like(piece.coverage), piece.coverage, color)


@cache
def _disc(radius: float) -> Pixels:
    """How much of each pixel a disc in the middle covers, of 255."""
    reach = math.ceil(radius)
    offset = np.arange(-reach, reach + 1)
    distance = np.hypot(offset[:, None], offset)
    return np.round(np.clip(radius + 0.5 - distance, 0, 1) * 255).astype(np.uint8)


@cache
def _hatch() -> Pixels:
    """A page full of hatch."""
    tile = palette().nearest(reference.hatch_tile())
    page: Pixels = np.zeros((theme.HEIGHT, _STRIDE), np.uint8)
    across = math.ceil(theme.WIDTH / tile.shape[1])
    down = math.ceil(theme.HEIGHT / tile.shape[0])
    page[:, _MARGIN:] = np.tile(tile, (down, across))[: theme.HEIGHT, : theme.WIDTH]
    return page


def _row(y: float) -> int:
    return math.floor(theme.HEIGHT - y + 0.5)


def _column(x: float) -> int:
    return _MARGIN + math.floor(x + 0.5)


def _clipped(first: int, last: int) -> slice:
    return slice(max(0, first), max(0, last))


def _fill(page: Pixels, rows: Sequence[int], columns: Sequence[int], ink: int | Pixels) -> None:
    """Fill a box with a number, or with what a page full of something has there."""
    box = _clipped(*rows), _clipped(*columns)
    page[box] = ink if isinstance(ink, int) else ink[box]


def _window(page: Pixels, stamp: Pixels, top: int, left: int) -> tuple[Pixels, Pixels]:
    """The part of a page that a stamp lands on, and the part of the stamp that lands there."""
    height, width = stamp.shape
    if top >= 0 <= left:
        under = page[top : top + height, left : left + width]
        if under.shape == stamp.shape:
            return under, stamp
    under = page[_clipped(top, top + height), _clipped(left, left + width)]
    stamp = stamp[max(0, -top) :, max(0, -left) :]
    return under, stamp[: under.shape[0], : under.shape[1]]
