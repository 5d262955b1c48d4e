"""Evaluate the model per parameter band and combine the results.

A reaction to the yield differs from band to band, so each is simulated alone.
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


def at_band(parameters: ImpactParameters, band: int) -> ImpactParameters:
    """Parameters with the values of one band at all three places."""

    def fixed(parameter: Range) -> Range:
        value = list(parameter)[band]
        return Range(value, value, value)

    return replace(
        parameters,
        kappa=fixed(parameters.kappa),
        flow=fixed(parameters.flow),
        half_life=fixed(parameters.half_life),
        bill_rise=fixed(parameters.bill_rise),
    )


def combine_bands(paths: Sequence[YieldPath]) -> YieldPath:
    """One path from those of the low, the central and the high band, over the same days."""

    def rows(name: str) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
        return np.array([getattr(path, name)[band] for band, path in enumerate(paths)])

    permanent = (list(path.permanent)[band] for band, path in enumerate(paths))
    return YieldPath(
        paths[0].days, rows("shift"), rows("temporary"), rows("unabsorbed_usd"), Range(*permanent)
    )
