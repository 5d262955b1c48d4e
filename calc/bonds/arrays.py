"""Numbers and arrays under one roof."""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]
FloatOrArray = float | FloatArray


def all_within(value: FloatOrArray, lowest: float, highest: float) -> bool:
    """Whether a number, or every number of an array, lies between two limits; NaN never does."""
    if isinstance(value, np.ndarray):
        return bool(((value >= lowest) & (value <= highest)).all())
    return lowest <= value <= highest
