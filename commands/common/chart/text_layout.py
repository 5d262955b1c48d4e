"""Measure and lay out lines of text from cached pieces.

A line is cut into digits, Han characters and the words between them. Numbers change from chart to
chart, words hardly ever do, so that soon every piece is known, even of a line never seen before.
The width is that of the whole line as long as the font has no kerning at digits.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from commands.common.chart.agg import measure_text, paint_text
from commands.common.chart.han import HAN, han_font

if TYPE_CHECKING:
    from commands.common.chart.agg import TextCoverage
    from commands.common.chart.theme import TextStyle

_PIECES = re.compile(rf"\d|[{HAN}]|[^\d{HAN}]+")
_IS_HAN = re.compile(f"[{HAN}]").match
# A few megabytes; many times the texts of one language.
_MOST_PIECES = 4096
_MOST_LINES = 1024

_measure = lru_cache(_MOST_PIECES)(measure_text)
_paint = lru_cache(_MOST_PIECES)(paint_text)


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
    return _width(words, style.font_file, style.size)


def layout_text(words: str, style: TextStyle, language: str = "") -> TextLayout:
    """Lay out one line of text in a style, whatever its colour, with a language's Han."""
    reach = style.typeface.ascent, style.typeface.descent
    han_file = han_font(language, is_bold=style.bold) or style.font_file
    return _layout(words, (style.font_file, han_file), style.size, reach)


@lru_cache(_MOST_LINES)
def _width(words: str, font_file: str, size: float) -> float:
    return sum((_advance(part, font_file, size) for part in _PIECES.findall(words)), 0.0)


def _advance(part: str, font_file: str, size: float) -> float:
    # All fonts for Han have square characters: the width does not depend on the language.
    return size if _IS_HAN(part) else _measure(part, font_file, size)


@lru_cache(_MOST_LINES)
def _layout(
    words: str, files: tuple[str, str], size: float, reach: tuple[float, float]
) -> TextLayout:
    font_file, han_file = files
    ascent, descent = reach
    start, placed = 0.0, []
    for part in _PIECES.findall(words):
        piece = _paint(part, han_file if _IS_HAN(part) else font_file, size)
        if piece.coverage.size:
            placed.append((piece, round(start) + piece.left))
        start += _advance(part, font_file, size)
    return TextLayout(
        tuple(placed),
        width=start,
        ascent=max([ascent * size, *(piece.rise for piece, _ in placed)]),
        descent=max([descent * size, *(len(p.coverage) - p.rise for p, _ in placed)]),
    )
