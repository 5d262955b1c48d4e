"""Which pixels a line, an area or a text covers, by Agg, matplotlib's rasteriser.

The only module that imports matplotlib. Its one use beyond the documented interface: that an array
made of ``RendererAgg.buffer_rgba()`` shares memory with the renderer and may be written to, which
clears the part that was drawn instead of the whole surface (``RendererAgg.clear``, ten times as
slow). ``test_agg_buffer_is_shared_and_writable`` fails when that changes.

A line of text is cut into digits, Han characters and the words between them, and its pieces are
cached. Numbers change from chart to chart, words hardly ever do, so that soon every piece is known,
even of a line never seen before. The width is that of the whole line as long as the font has no
kerning at digits.

The typeface of the charts has no Chinese, Japanese and Korean characters. Each language has its own
font beside its catalog, as the same character has other shapes in each; all of them are as wide as
the text is high.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties
from matplotlib.path import Path
from matplotlib.transforms import Affine2D

from commands.common.chart import theme
from commands.common.locale import catalog_files

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from commands.common.chart.theme import TextStyle

    Window = tuple[slice, slice]
    Points = Sequence[tuple[float, float]]

# The module carries no types.
_AGG: Any = RendererAgg
# At 72 dots per inch a typographic point is a pixel.
_DOTS_PER_INCH = 72
_WHITE = (1.0, 1.0, 1.0)
# A line is read in windows of about this size along it; most of a box around all of it is empty.
_WINDOW = 120
# What a line and its antialiasing may cover beyond half its width.
_BLUR = 2

REGULAR: Final = "chart-regular.otf"
BOLD: Final = "chart-bold.otf"
_HAN = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
"""Ranges of a regular expression: from radicals to the unified block, Hangul, full-width forms."""
_OPENING, _CLOSING = "（「", "、。，：；！？）」％"
# What stays together on a line, with the blank before it.
_TOKEN = re.compile(rf"(\s*)([{_OPENING}]*[{_HAN}][{_CLOSING}]*|[^\s{_HAN}]+[{_CLOSING}]*)")
_PIECES = re.compile(rf"\d|[{_HAN}]|[^\d{_HAN}]+")
_IS_HAN = re.compile(f"[{_HAN}]").match
# A few megabytes; many times the texts of one language.
_MOST_PIECES = 4096
_MOST_LINES = 1024

# Where pieces of text are measured and rendered, one at a time.
_TEXT_LOCK = Lock()
_TEXT_AGG = _AGG(1200, 240, _DOTS_PER_INCH)
_TEXT_START, _TEXT_BASELINE = 20, 160
_INK: NDArray[np.uint8] = np.asarray(_TEXT_AGG.buffer_rgba())[..., 3]


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
        self, points: Points, width: float, *, is_round: bool = False
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

    def area(self, outline: Points) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """Yield the same of a filled polygon."""
        pen = self._agg.new_gc()
        pen.set_linewidth(0)
        self._agg.draw_path(pen, Path([*outline, outline[0]]), self._shift, _WHITE)
        window = self._window(outline, _BLUR)
        yield window, self._alpha[window]
        self._pixels[window] = 0

    def _window(self, points: Points, reach: float) -> Window:
        xs, ys = zip(*points, strict=True)
        top, bottom = self._height - max(ys), self._height - min(ys)
        left, right = self._margin + min(xs), self._margin + max(xs)
        return clipped(top - reach, bottom + reach), clipped(left - reach, right + reach)


def _parts(points: Points) -> Iterator[Points]:
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


def clipped(first: float, last: float) -> slice:
    """Rows or columns as far as they are on the chart."""
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


@lru_cache(_MOST_PIECES)
def _measure(part: str, font_file: str, size: float) -> float:
    """Pixels from the start of a piece of text to where the next one starts."""
    with _TEXT_LOCK:
        font = _font(font_file, size)
        width, _, _ = _TEXT_AGG.get_text_width_height_descent(part, font, ismath=False)
    return float(width)


@lru_cache(_MOST_PIECES)
def _paint(part: str, font_file: str, size: float) -> TextCoverage:
    """Render a piece of text in a font at a size in pixels."""
    with _TEXT_LOCK:
        _TEXT_AGG.clear()
        font, pen = _font(font_file, size), _TEXT_AGG.new_gc()
        _TEXT_AGG.draw_text(pen, _TEXT_START, _TEXT_BASELINE, part, font, 0)
        rows = np.flatnonzero(_INK.any(axis=1))
        columns = np.flatnonzero(_INK.any(axis=0))
        if not rows.size:
            return TextCoverage(np.zeros((0, 0), np.uint8), 0, 0)
        top, left = int(rows[0]), int(columns[0])
        coverage = _INK[top : rows[-1] + 1, left : columns[-1] + 1].copy()
    return TextCoverage(coverage, left - _TEXT_START, _TEXT_BASELINE - top)


@lru_cache(64)
def _font(file: str, size: float) -> FontProperties:
    return FontProperties(fname=file, size=size)


@lru_cache(16)
def han_font(language: str, *, is_bold: bool) -> str:
    """Path of the font of a language by its catalog's name; empty for one without."""
    if not language:
        return ""
    file = catalog_files.FOLDER / language / (BOLD if is_bold else REGULAR)
    return str(file) if file.is_file() else ""


@dataclass(frozen=True, slots=True)
class TextLayout:
    """A line of text, laid out.

    Args:
        pieces: Those with ink, each with its first column from the start of the line.
        width: To where the next letter would stand.
        ascent: Reach above the baseline, at least that of letters without accents.
        descent: The same below the baseline.
    """

    pieces: tuple[tuple[TextCoverage, int], ...]
    width: float
    ascent: float
    descent: float


def text_width(words: str, style: TextStyle) -> float:
    """Width of one line of text in pixels; renders nothing."""
    return _width(words, _font_file(style), style.size)


def layout_text(words: str, style: TextStyle, language: str = "") -> TextLayout:
    """Lay out one line of text in a style, whatever its colour, with a language's Han."""
    font_file = _font_file(style)
    han_file = han_font(language, is_bold=style.bold) or font_file
    return _layout(words, font_file, han_file, style.size)


def cap_height(style: TextStyle) -> float:
    """Height of figures and capitals in pixels."""
    return theme.CAP_HEIGHT * style.size


def _font_file(style: TextStyle) -> str:
    return theme.BOLD_FONT if style.bold else theme.REGULAR_FONT


@lru_cache(_MOST_LINES)
def _width(words: str, font_file: str, size: float) -> float:
    return sum((_advance(part, font_file, size) for part in _PIECES.findall(words)), 0.0)


def _advance(part: str, font_file: str, size: float) -> float:
    # All fonts for Han have square characters: the width does not depend on the language.
    return size if _IS_HAN(part) else _measure(part, font_file, size)


def unbroken_parts(words: str) -> list[tuple[str, str]]:
    """The parts of a text that a line may end after, each with the gap before it."""
    return [(" " if gap else "", part) for gap, part in _TOKEN.findall(words)]


@lru_cache(_MOST_LINES)
def _layout(words: str, font_file: str, han_file: str, size: float) -> TextLayout:
    start, placed = 0.0, []
    for part in _PIECES.findall(words):
        piece = _paint(part, han_file if _IS_HAN(part) else font_file, size)
        if piece.coverage.size:
            placed.append((piece, round(start) + piece.left))
        start += _advance(part, font_file, size)
    return TextLayout(
        tuple(placed),
        width=start,
        ascent=max([theme.ASCENT * size, *(piece.rise for piece, _ in placed)]),
        descent=max([theme.DESCENT * size, *(len(p.coverage) - p.rise for p, _ in placed)]),
    )
