"""One setting of the dials at a time, and three paths put together again.

A reaction to the yield differs from setting to setting, so that each has to be worked out alone.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from calc.impact.impact import YieldPath
from calc.ranges import Range

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.parameters import ImpactParameters

BANDS = range(3)
"""Low, central and high, as places in a `Range`."""


def at_band(parameters: ImpactParameters, setting: int) -> ImpactParameters:
    """The dials with one setting at all three places."""

    def fixed(parameter: Range) -> Range:
        value = list(parameter)[setting]
        return Range(value, value, value)

    return replace(
        parameters,
        kappa=fixed(parameters.kappa),
        flow=fixed(parameters.flow),
        half_life=fixed(parameters.half_life),
    )


def combine_bands(paths: Sequence[YieldPath]) -> YieldPath:
    """One path from those of the low, the central and the high setting, over the same days."""

    def rows(name: str) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        return np.array([getattr(path, name)[setting] for setting, path in enumerate(paths)])

    permanent = (list(path.permanent)[setting] for setting, path in enumerate(paths))
    return YieldPath(
        paths[0].days, rows("shift"), rows("temporary"), rows("unabsorbed_usd"), Range(*permanent)
    )
