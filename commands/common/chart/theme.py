"""Size, colours, typeface and text styles of every chart.

A phone shows a chart about 300 pixels wide, a quarter of its width, in a dark or light Discord: the
ground is opaque and brings its own contrast, and no text is smaller than 44 pixels (11 on the
phone); only the source line at the foot may be smaller (32, 8 on the phone). There is one hue,
amber, for what the answer says, and its darker shade for the range. All else is grey, so that
lightness alone tells the colours apart, for people with any colour vision.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WIDTH = 1200
HEIGHT = 900
LOW_HEIGHT = 760
"""Of charts with little in them."""

GROUND = "#16181d"
RULE = "#343842"
BASELINE = "#9aa0aa"
BEST_GUESS = "#ffb020"
RANGE = "#7f5f22"
RANGE_WORDS = "#dcb870"
# Observed values, as opposed to the model's.
MEASURED = "#bcc5d1"
TEXT = "#f2f3f5"
COLORS = (GROUND, RULE, BASELINE, BEST_GUESS, RANGE, RANGE_WORDS, MEASURED, TEXT)
"""Every colour that a chart may use, the ground first."""

RING = 4
"""Width of the ring of ground around a dot."""


# Files, not names: no font of the machine takes the place of the one the layout was made for.
_FONTS = Path(__file__).parent / "fonts"
REGULAR_FONT, BOLD_FONT = (str(_FONTS / f"Inter-{cut}.ttf") for cut in ("Regular", "SemiBold"))
CAP_HEIGHT, ASCENT, DESCENT = 0.73, 0.76, 0.22
"""Of figures and capitals, and the reach of letters without accents, over the size of a text."""
LEAST_TEXT = 44
FOOTER_SIZE = 32


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Appearance of a line of text.

    Args:
        color: As ``#rrggbb``, one of `COLORS`.
        size: Pixels.
        bold: Whether to use the semibold font.
    """

    color: str
    size: float = LEAST_TEXT
    bold: bool = False


TITLE = TextStyle(TEXT, 72, bold=True)
LABEL = TextStyle(TEXT)
FINDING = TextStyle(BEST_GUESS, 80, bold=True)
RANGE_TEXT = TextStyle(RANGE_WORDS)
TICK = TextStyle(BASELINE)
FOOTER = TextStyle(BASELINE, FOOTER_SIZE)
MAIN_TICK = TextStyle(TEXT, bold=True)
LABEL_HEIGHT = CAP_HEIGHT * LABEL.size
