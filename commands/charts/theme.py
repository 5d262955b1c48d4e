"""Colours, sizes and styles of text of every picture.

A phone shows a picture about 300 pixels wide, a quarter of what is drawn here, in a Discord that
is dark or light: the ground is opaque and brings its own contrast, and no text is smaller than 44
pixels, 11 of which are left on the phone. Colours are those of Okabe and Ito, *Color Universal
Design* (2008), chosen so that people with any colour vision can tell them apart; a dot or a hatch
says the same once more.
"""

from __future__ import annotations

from dataclasses import dataclass

WIDTH = 1200
HEIGHT = 900

GROUND = "#1b1d22"
RULE = "#3c4049"
BASELINE = "#b5bac1"
BEST_GUESS = "#e69f00"
RANGE = "#56b4e9"
RANGE_FILL = "#21303d"
RANGE_HATCH = "#3b6f90"
# What happened, beside what the model says; bluish green, lightened for the dark ground.
MEASURED = "#2cc295"

LEAST_TEXT = 44
# Of a figure or capital, over the size of the text, in DejaVu Sans.
CAP_HEIGHT = 0.73


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How text looks.

    Args:
        color: As ``#rrggbb``.
        size: Pixels.
        bold: In the heavy cut.
    """

    color: str
    size: float = LEAST_TEXT
    bold: bool = False


TITLE = TextStyle("#f2f3f5", 68, bold=True)
LABEL = TextStyle("#f2f3f5")
FINDING = TextStyle(BEST_GUESS, 80, bold=True)
RANGE_TEXT = TextStyle(RANGE)
TICK = TextStyle("#b5bac1")
MAIN_TICK = TextStyle("#f2f3f5", bold=True)
