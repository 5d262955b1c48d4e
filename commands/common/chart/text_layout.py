"""How wide text is and how its letters look, each piece of it drawn once and then remembered.

A line of text is cut into its digits, its spaces and the words between them. Numbers change from
picture to picture, words hardly ever do: soon every piece is known, also of a line never seen
before. Nothing is lost by it: the font moves no letter closer to a digit or a space, and words are
shaped as a whole.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import FontProperties

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from commands.common.chart.theme import TextStyle

# By file, so that no font of the machine takes the place of the one the layout was made for.
_FONTS = Path(__file__).parent / "fonts"
_REGULAR = str(_FONTS / "DejaVuSans.ttf")
_BOLD = str(_FONTS / "DejaVuSans-Bold.ttf")
# What letters without accent reach above and below the baseline, over the size.
_ASCENT, _DESCENT = 0.76, 0.24

_PIECES = re.compile(r"\d|\s|[^\d\s]+")
# The Agg module carries no types.
_AGG: Any = RendererAgg
# A few megabytes; many times what the catalogs of a language can say.
_MOST_PIECES = 4096
_MOST_LINES = 1024


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A digit, a space or a word, drawn.

    Args:
        coverage: How much of each pixel is ink, of 255; rows from the top.
        left: From where it starts to the first column.
        rise: From the baseline up to the top of the first row.
        advance: To where the next piece starts.
    """

    coverage: NDArray[np.uint8]
    left: int
    rise: int
    advance: float


@dataclass(frozen=True, slots=True)
class Lettering:
    """A line of text, laid out.

    Args:
        pieces: Those with ink, each with its first column, from the start of the line.
        width: To where the next letter would stand.
        ascent: Reach above the baseline, at least that of letters without accent.
        descent: The same below the baseline.
    """

    pieces: tuple[tuple[Piece, int], ...]
    width: float
    ascent: float
    descent: float


def lettering(words: str, style: TextStyle) -> Lettering:
    """One line of text in a style; its colour plays no part."""
    return _laid_out(words, style.size, _BOLD if style.bold else _REGULAR)


def font(style: TextStyle) -> FontProperties:
    """The font of a style."""
    return FontProperties(fname=_BOLD if style.bold else _REGULAR, size=style.size)


@lru_cache(_MOST_LINES)
def _laid_out(words: str, size: float, file: str) -> Lettering:
    start, placed = 0.0, []
    for part in _PIECES.findall(words):
        piece = _piece(part, size, file)
        if piece.coverage.size:
            placed.append((piece, round(start) + piece.left))
        start += piece.advance
    return Lettering(
        tuple(placed),
        width=start,
        ascent=max([_ASCENT * size, *(piece.rise for piece, _ in placed)]),
        descent=max([_DESCENT * size, *(len(p.coverage) - p.rise for p, _ in placed)]),
    )


@lru_cache(_MOST_PIECES)
def _piece(part: str, size: float, file: str) -> Piece:
    return _BENCH.draw(part, FontProperties(fname=file, size=size))


class _Bench:
    """Where pieces are drawn and cut out, one at a time."""

    _WIDTH, _HEIGHT, _START, _BASELINE = 1200, 240, 20, 160
    _DOTS_PER_INCH = 72

    def __init__(self) -> None:
        self._agg = _AGG(self._WIDTH, self._HEIGHT, self._DOTS_PER_INCH)
        self._ink: NDArray[np.uint8] = np.asarray(self._agg.buffer_rgba())[..., 3]
        self._free = Lock()

    def draw(self, part: str, font: FontProperties) -> Piece:
        with self._free:
            agg = self._agg
            agg.clear()
            agg.draw_text(agg.new_gc(), self._START, self._BASELINE, part, font, 0)
            advance, _, _ = agg.get_text_width_height_descent(part, font, ismath=False)
            rows = np.flatnonzero(self._ink.any(axis=1))
            columns = np.flatnonzero(self._ink.any(axis=0))
            if not rows.size:
                return Piece(np.zeros((0, 0), np.uint8), 0, 0, advance)
            top, left = int(rows[0]), int(columns[0])
            coverage = self._ink[top : rows[-1] + 1, left : columns[-1] + 1].copy()
        return Piece(coverage, left - self._START, self._BASELINE - top, advance)


_BENCH = _Bench()
