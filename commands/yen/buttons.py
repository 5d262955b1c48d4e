"""Component state of ``/yen``: two rates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commands.common.custom_id import StaleButtonError, build_custom_id
from commands.common.parsing.exchange import HIGHEST_YEN, LOWEST_YEN

if TYPE_CHECKING:
    from collections.abc import Sequence

NAME = "yen"
_SEN_PER_YEN = 100
_SEN = re.compile(r"[1-9][0-9]{3,4}")


def yen_id(action: str, start: float, target: float) -> str:
    """The id of a button that does something with two rates, yen per dollar."""
    return build_custom_id(NAME, action, *write_rates(start, target))


def write_rates(start: float, target: float) -> tuple[str, str]:
    """The fields that hold two rates: hundredths of a yen."""
    return str(round(start * _SEN_PER_YEN)), str(round(target * _SEN_PER_YEN))


def read_rates(fields: Sequence[str]) -> tuple[float, float]:
    """The two rates in the fields.

    Raises:
        StaleButtonError: They are not such fields.
    """
    if len(fields) != 2 or not all(_SEN.fullmatch(text) for text in fields):
        raise StaleButtonError
    start, target = (int(text) / _SEN_PER_YEN for text in fields)
    if not all(LOWEST_YEN <= rate <= HIGHEST_YEN for rate in (start, target)):
        raise StaleButtonError
    return start, target
