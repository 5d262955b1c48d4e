"""Random-effects meta-analysis: one mean from several estimates that differ for real.

The variance between studies is Paule and Mandel's (1982); the interval of the mean is Hartung and
Knapp's (2001); the interval of the next study is that of Higgins, Thompson and Spiegelhalter
(2009). Effects are pooled as logarithms, since they are positive and differ by factors.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.root_finding import find_root

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc.ranges import FloatArray

_UPPER_TAIL = 0.95
_LARGEST_VARIANCE = 100.0
_CLOSE = 1e-14
_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(64)


@dataclass(frozen=True, slots=True)
class Effect:
    """One estimate of a positive effect.

    Args:
        size: In any unit, the same for all that are pooled; above zero.
        standard_error: Of its natural logarithm, above zero.
    """

    size: float
    standard_error: float


@dataclass(frozen=True, slots=True)
class Pooled:
    """What several estimates say together, in their unit.

    Args:
        mean: Geometric mean over studies.
        mean_interval: 90% interval of that mean.
        next_study: 90% interval in which the result of one more study would fall.
        between_studies: Standard deviation of the logarithms between studies (tau).
        inconsistency: Share of the variation that chance does not explain (I²), 0 to 1.
    """

    mean: float
    mean_interval: tuple[float, float]
    next_study: tuple[float, float]
    between_studies: float
    inconsistency: float
    studies: int


def pool(effects: Sequence[Effect]) -> Pooled:
    """Pool estimates by random effects.

    Args:
        effects: At least three.

    Raises:
        ValueError: There are fewer than three, or one is not positive.
    """
    if len(effects) < 3 or not all(e.size > 0 and e.standard_error > 0 for e in effects):
        msg = "pooling takes three or more positive effects with positive standard errors"
        raise ValueError(msg)
    logs = np.log([effect.size for effect in effects])
    variances = np.square([effect.standard_error for effect in effects])
    between = _between_variance(logs, variances)
    mean, error = _weighted_mean(logs, variances + between)
    freedom = len(effects) - 1
    of_mean = student_t_quantile(_UPPER_TAIL, freedom) * error
    of_next = student_t_quantile(_UPPER_TAIL, freedom - 1) * math.hypot(error, math.sqrt(between))
    excess = _heterogeneity(logs, variances)
    return Pooled(
        mean=math.exp(mean),
        mean_interval=(math.exp(mean - of_mean), math.exp(mean + of_mean)),
        next_study=(math.exp(mean - of_next), math.exp(mean + of_next)),
        between_studies=math.sqrt(between),
        inconsistency=max(0.0, 1 - freedom / excess) if excess > 0 else 0.0,
        studies=len(effects),
    )


def _weighted_mean(logs: FloatArray, variances: FloatArray) -> tuple[float, float]:
    """The inverse-variance mean and its Hartung-Knapp standard error."""
    weights = 1 / variances
    mean = float(weights @ logs / weights.sum())
    spread = float(weights @ (logs - mean) ** 2)
    return mean, math.sqrt(spread / ((len(logs) - 1) * weights.sum()))


def _heterogeneity(logs: FloatArray, variances: FloatArray) -> float:
    """Cochran's Q: the weighted sum of squares around the weighted mean."""
    weights = 1 / variances
    mean = weights @ logs / weights.sum()
    return float(weights @ (logs - mean) ** 2)


def _between_variance(logs: FloatArray, variances: FloatArray) -> float:
    """The variance at which Q equals its degrees of freedom; zero where it never exceeds them."""

    def missing(between: float) -> float:
        return len(logs) - 1 - _heterogeneity(logs, variances + between)

    if missing(0.0) >= 0:
        return 0.0
    found = find_root(missing, missing(0.0), _LARGEST_VARIANCE, _CLOSE)
    return _LARGEST_VARIANCE if found is None else found


def student_t_quantile(probability: float, degrees: int) -> float:
    """The value that a t-distributed variable stays below with a probability of 0.5 to below 1.

    Raises:
        ValueError: The probability or the degrees of freedom are out of range.
    """
    if not 0.5 < probability < 1 or degrees < 1:
        msg = f"no quantile of t for probability {probability} and {degrees} degrees of freedom"
        raise ValueError(msg)
    scale = math.exp(math.lgamma((degrees + 1) / 2) - math.lgamma(degrees / 2))

    def missing(angle: float) -> float:
        # With t = sqrt(degrees) tan(angle) the density becomes a power of the cosine.
        powers = np.cos(angle * (_NODES + 1) / 2) ** (degrees - 1)
        mass = scale / math.sqrt(math.pi) * angle / 2 * float(_WEIGHTS @ powers)
        return 0.5 + mass - probability

    angle = find_root(missing, 0.5 - probability, math.pi / 2, _CLOSE)
    return math.sqrt(degrees) * math.tan(math.pi / 2 if angle is None else angle)
