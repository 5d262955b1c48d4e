"""Quantiles of Student's t distribution."""

from __future__ import annotations

import math

import numpy as np

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(64)
_STEPS = 60


def student_t_quantile(probability: float, degrees: int) -> float:
    """The value that a t-distributed variable stays below with this probability.

    Args:
        probability: From 0.5 to below 1.
        degrees: Degrees of freedom, at least 1.

    Raises:
        ValueError: One of them is out of range.
    """
    if not 0.5 <= probability < 1 or degrees < 1:
        msg = f"no quantile of t for probability {probability} and {degrees} degrees of freedom"
        raise ValueError(msg)
    # With t = sqrt(degrees) tan(angle) the density becomes a power of the cosine.
    low, high = 0.0, math.pi / 2
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if 0.5 + _mass(middle, degrees) < probability:
            low = middle
        else:
            high = middle
    return math.sqrt(degrees) * math.tan((low + high) / 2)


def _mass(angle: float, degrees: int) -> float:
    """The probability between zero and an angle."""
    scale = math.exp(math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2))
    powers = np.cos(angle * (_NODES + 1) / 2) ** (degrees - 1)
    return scale / math.sqrt(math.pi) * angle / 2 * float(_WEIGHTS @ powers)
