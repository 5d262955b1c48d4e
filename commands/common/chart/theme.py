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
_WORDS = "#f2f3f5"
# All that a picture may be drawn in; the ground stands first.
COLORS = (GROUND, RULE, BASELINE, BEST_GUESS, RANGE, RANGE_FILL, RANGE_HATCH, MEASURED, _WORDS)

# Of the line around a range, and of the ground around a dot.
RANGE_EDGE = 3
RING = 4

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


TITLE = TextStyle(_WORDS, 68, bold=True)
LABEL = TextStyle(_WORDS)
FINDING = TextStyle(BEST_GUESS, 80, bold=True)
RANGE_TEXT = TextStyle(RANGE)
TICK = TextStyle(BASELINE)
MAIN_TICK = TextStyle(_WORDS, bold=True)
