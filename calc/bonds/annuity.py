"""The annuity a_n = v + v^2 + ... + v^n where its closed form divides by almost nothing."""

from typing import TypeVar

import numpy as np

from calc.arrays import FloatArray

# Below this rate per period (1 - v^n)/rate loses digits and the series has them all: with 200
# periods its first dropped term is 3e-11 of one payment.
NEAR_ZERO = 1e-5

F = TypeVar("F", float, FloatArray)


def annuity_near_zero(rate: F, n: F) -> F:
    """The annuity, ``|rate| <= NEAR_ZERO``; at zero it is n, as the Appendix rules (II)."""
    second = n * (n + 1.0) / 2.0
    third = second * (n + 2.0) / 3.0
    fourth = third * (n + 3.0) / 4.0
    return n - rate * (second - rate * (third - rate * fourth))


def annuity_derivatives_near_zero(rate: F, n: F) -> tuple[F, F]:
    """First and second derivative of the annuity in the rate, good enough to steer by."""
    second = n * (n + 1.0) / 2.0
    third = second * (n + 2.0) / 3.0
    return 2.0 * third * rate - second, 2.0 * third


def annuities(rate: FloatArray, n: FloatArray, v_n: FloatArray) -> FloatArray:
    """Annuities for arrays of rates, given ``v_n = (1 + rate)**-n``."""
    with np.errstate(divide="ignore", invalid="ignore"):
        annuity = (1.0 - v_n) / rate
    near_zero = np.abs(rate) < NEAR_ZERO
    if near_zero.any():
        annuity[near_zero] = annuity_near_zero(rate[near_zero], n[near_zero])
    return annuity
