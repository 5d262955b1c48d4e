"""Size, colours, typeface and text styles of every chart.

A phone shows a chart about 300 pixels wide, a quarter of its width, in a dark or light Discord: the
ground is opaque and brings its own contrast, and no text is smaller than 44 pixels (11 on the
phone). Colours are those of Okabe and Ito, *Color Universal Design* (2008), which people with any
colour vision can tell apart; a dot or a hatch repeats what a colour says.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

WIDTH = 1200
HEIGHT = 900

GROUND = "#1b1d22"
RULE = "#3c4049"
BASELINE = "#b5bac1"
BEST_GUESS = "#e69f00"
RANGE = "#56b4e9"
RANGE_FILL = "#21303d"
RANGE_HATCH = "#3b6f90"
# Observed values, as opposed to the model's; bluish green, lightened for the dark ground.
MEASURED = "#2cc295"
TEXT = "#f2f3f5"
COLORS = (GROUND, RULE, BASELINE, BEST_GUESS, RANGE, RANGE_FILL, RANGE_HATCH, MEASURED, TEXT)
"""Every colour that a chart may use, the ground first."""

RANGE_EDGE = 3
"""Width of the line around a hatched area."""
HATCH_WIDTH = 3
RING = 4
"""Width of the ring of ground around a dot."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """Font files and their proportions, each over the size of the text.

    Args:
        regular: Path of the regular font.
        bold: Path of the bold font.
        cap_height: Height of figures and capitals.
        ascent: Reach above the baseline of letters without accents.
        descent: Reach below the baseline.
    """

    regular: str
    bold: str
    cap_height: float
    ascent: float
    descent: float


# Files, not names: no font of the machine takes the place of the one the layout was made for.
_FONTS = Path(__file__).parent / "fonts"
TYPEFACE = Typeface(
    str(_FONTS / "DejaVuSans.ttf"),
    str(_FONTS / "DejaVuSans-Bold.ttf"),
    cap_height=0.73,
    ascent=0.76,
    descent=0.24,
)
LEAST_TEXT = 44


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Appearance of a line of text.

    Args:
        color: As ``#rrggbb``, one of `COLORS`.
        size: Pixels.
        bold: Whether to use the bold font.
        typeface: The fonts.
    """

    color: str
    size: float = LEAST_TEXT
    bold: bool = False
    typeface: Typeface = TYPEFACE

    @property
    def font_file(self) -> str:
        """Path of the font."""
        return self.typeface.bold if self.bold else self.typeface.regular

    @property
    def cap_height(self) -> float:
        """Height of figures and capitals in pixels."""
        return self.typeface.cap_height * self.size


TITLE = TextStyle(TEXT, 68, bold=True)
LABEL = TextStyle(TEXT)
FINDING = TextStyle(BEST_GUESS, 80, bold=True)
RANGE_TEXT = TextStyle(RANGE)
TICK = TextStyle(BASELINE)
MAIN_TICK = TextStyle(TEXT, bold=True)
LABEL_HEIGHT = LABEL.cap_height
