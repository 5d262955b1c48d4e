"""Rounding as every answer does it."""

from __future__ import annotations

import math

_LEAST_POINTS = 0.01


def round_significant(value: float, figures: int = 2) -> float:
    """The value to so many significant figures; zero stays zero."""
    if value == 0 or not math.isfinite(value):
        return value
    return round(value, figures - 1 - math.floor(math.log10(abs(value))))


def shown_rise(change: float) -> float:
    """A change of a yield (decimal) as it is shown: two figures, never finer than 0.01 points."""
    # A difference of two published yields is off by what floats cannot hold.
    points = round(change * 100, 9)
    if abs(points) < _LEAST_POINTS:
        return 0.0
    rounded = round_significant(points) if abs(points) >= 0.1 else round(points, 2)
    return round(rounded / 100, 6)
