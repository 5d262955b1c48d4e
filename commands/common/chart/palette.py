"""The colours of a picture as numbers of a palette.

A chart is made of few colours; what else it needs are the mixtures at edges, where a pixel is
covered in part. Seven steps from nothing to all are enough for an edge to look smooth. So a pixel
is one byte from the start: a quarter of the work, and less than half of the file.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from commands.common.chart import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

STEPS = 7
"""In how many steps the ground changes into a colour."""
_MOST_ENTRIES = 256
_STEP_OF_COVERAGE = (np.arange(256) * STEPS + 127) // 255
_ROW_OF_COVERAGE = (_STEP_OF_COVERAGE * _MOST_ENTRIES).astype(np.uint16)


class Palette:
    """Colours and the mixtures of each two of them.

    Args:
        colors: As ``#rrggbb``; the ground first.

    Attributes:
        entries: Red, green and blue of each number, shape (numbers, 3).
    """

    def __init__(self, colors: Sequence[str]) -> None:
        first, *others = (_rgb(color) for color in colors)
        entries = [first]
        # The mixtures with the ground lie one after the other, up to the colour itself.
        for other in others:
            entries += _between(first, other, STEPS - 1)
            entries.append(other)
        self._solid = {color: number * STEPS for number, color in enumerate(colors)}
        pairs = list(combinations(others, 2))
        left_for_each = (_MOST_ENTRIES - len(entries)) // max(1, len(pairs))
        for one, other in pairs:
            entries += _between(one, other, min(left_for_each, STEPS - 1))
        self.entries: NDArray[np.uint8] = np.round(entries).astype(np.uint8)
        self._over = {color: self._mixtures(number) for color, number in self._solid.items()}

    def number(self, color: str) -> int:
        """The number of an unmixed colour."""
        return self._solid[color]

    def over(
        self, under: NDArray[np.uint8], coverage: NDArray[np.uint8], color: str
    ) -> NDArray[np.uint8]:
        """What becomes of pixels that a colour covers in part.

        Args:
            under: Their numbers.
            coverage: How much of each is covered, of 255.
            color: One of the palette's.
        """
        return self._over[color].take(_ROW_OF_COVERAGE.take(coverage) + under)

    def nearest(self, pixels: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """The numbers that come closest to red, green and blue along the last axis."""
        kinds, which = np.unique(pixels.reshape(-1, 3), axis=0, return_inverse=True)
        numbers: NDArray[np.uint8] = self._nearest(kinds)[which].reshape(pixels.shape[:-1])
        return numbers

    def _mixtures(self, number: int) -> NDArray[np.uint8]:
        """What a colour makes of each number, by steps of coverage: a row of 256 for each step."""
        rows = np.zeros((STEPS + 1, _MOST_ENTRIES), np.uint8)
        under = self.entries.astype(float)
        for step, row in enumerate(rows):
            row[: len(under)] = self._nearest(under + (under[number] - under) * step / STEPS)
        return rows.ravel()

    def _nearest(self, colors: NDArray[np.generic]) -> NDArray[np.uint8]:
        off = colors[:, None, :] - self.entries.astype(float)
        numbers: NDArray[np.uint8] = np.square(off).sum(axis=2).argmin(axis=1).astype(np.uint8)
        return numbers


@cache
def palette() -> Palette:
    """That of all pictures."""
    return Palette(theme.COLORS)


def _rgb(color: str) -> NDArray[np.float64]:
    return np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)], float)


def _between(
    one: NDArray[np.float64], other: NDArray[np.float64], count: int
) -> list[NDArray[np.float64]]:
    return [one + (other - one) * step / (count + 1) for step in range(1, count + 1)]
