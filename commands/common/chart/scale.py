"""Map values to pixels, and choose round ticks."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commands.common.translator import Translator

_ROUND_STEPS = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Scale:
    """A linear map from values to pixels.

    Args:
        first: Value at ``start``.
        last: Value at ``end``, different from ``first``.
        start: Pixel.
        end: Pixel; may lie before ``start``.
    """

    first: float
    last: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The pixel of a value."""
        share = (value - self.first) / (self.last - self.first)
        return self.start + share * (self.end - self.start)


def round_ticks(
    top: float, translator: Translator, at_most: int = 2
) -> tuple[tuple[float, str], ...]:
    """Zero and the round values up to ``top``, each with its label.

    Args:
        top: Greatest value, more than zero.
        translator: The language of the labels.
        at_most: How many ticks above zero.

    Returns:
        Values and labels; the steps are 1, 2 or 5 times a power of ten.
    """
    power = math.floor(math.log10(top / at_most))
    steps = (digit * 10.0**power for digit in _ROUND_STEPS)
    step, count = next((s, n) for s in steps if (n := math.floor(top / s)) <= at_most)
    decimals = max(0, -math.floor(math.log10(step)))
    ticks = ((n * step, translator.fixed(n * step, decimals)) for n in range(1, count + 1))
    return (0.0, "0"), *ticks
