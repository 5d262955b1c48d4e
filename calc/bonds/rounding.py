"""Rounding as the Treasury prints it: half up, on decimal figures."""

from math import floor

# A figure that is an exact tie on paper (accrued interest of 0.0078125) may sit one float step
# below it. A millionth of the last printed unit is far wider than that and far below any figure.
_TIE = 1e-6


def round_half_up(value: float, decimals: int) -> float:
    """Round to ``decimals`` places, ties up.

    Source: 31 CFR 356, Appendix B, sections II and VI ("normal rounding procedures").
    """
    scale = 10.0**decimals
    return floor(value * scale + 0.5 + _TIE) / scale
