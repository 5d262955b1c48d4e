"""A rectangle on the canvas."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, pixels from the lower left corner of the canvas."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From the left edge to the right one."""
        return self.right - self.left

    def below(self, height: float) -> Box:
        """The part of it under a height."""
        return replace(self, top=height)

    def above(self, height: float) -> Box:
        """The part of it over a height."""
        return replace(self, bottom=height)
