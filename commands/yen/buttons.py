"""Component state of ``/yen``: two rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.fx_intervention import LARGEST_FALL
from commands.common.custom_id import StaleButtonError, build_custom_id, read_whole
from commands.common.parsing.prices import HIGHEST_YEN, LOWEST_YEN

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "yen"
_SEN_PER_YEN = 100


def yen_id(action: str, start: float, target: float) -> str:
    """The id of a button that does something with two rates, yen per dollar."""
    return build_custom_id(NAME, action, *write_rates(start, target))


def write_rates(start: float, target: float) -> tuple[str, str]:
    """The fields that hold two rates: hundredths of a yen."""
    return str(round(start * _SEN_PER_YEN)), str(round(target * _SEN_PER_YEN))


def read_rates(fields: Sequence[str]) -> tuple[float, float]:
    """The two rates in the fields.

    Raises:
        StaleButtonError: They are not such fields, or the dollar falls by nothing or too much.
    """
    if len(fields) != 2:
        raise StaleButtonError
    ends = round(LOWEST_YEN * _SEN_PER_YEN), round(HIGHEST_YEN * _SEN_PER_YEN)
    start, target = (read_whole(text, *ends) / _SEN_PER_YEN for text in fields)
    if not start * (1 - LARGEST_FALL) <= target < start:
        raise StaleButtonError
    return start, target
