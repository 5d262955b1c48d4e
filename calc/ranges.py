"""The values of the arithmetic: arrays, and a quantity in the model's three parameter bands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FloatArray: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Range:
    """One quantity in the low, central and high band of the model.

    The names tell the *band* of the model's parameters (low impact, best guess, high impact), not
    the order of the values: a price falls most at ``high``.
    """

    low: float
    central: float
    high: float

    def __iter__(self) -> Iterator[float]:
        yield self.low
        yield self.central
        yield self.high

    def map(self, change: Callable[[float], float]) -> Range:
        """The same change applied to all three values."""
        return Range(change(self.low), change(self.central), change(self.high))

    def times(self, factor: float) -> Range:
        """All three values times the same factor."""
        return self.map(lambda value: value * factor)

    @property
    def smallest(self) -> float:
        """The least of the three values."""
        return min(self)

    @property
    def largest(self) -> float:
        """The greatest of the three values."""
        return max(self)
