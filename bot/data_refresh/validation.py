"""Checks of fetched figures before they replace the current ones."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

# Marks beside a number: revised, preliminary or estimated; asterisks; footnotes such as "2/".
_NUMBER = re.compile(
    r"(?:[rpe]\s*)?(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,15})?)"
    r"(?:\s*(?:\([rpe]\)|[rpe]/?|\*+)|\s+\d{1,2}/)*",
    re.ASCII | re.IGNORECASE,
)

_Candidate = TypeVar("_Candidate")
_Reading = TypeVar("_Reading")


class RejectedDataError(ValueError):
    """A source's response is not plausible; the message says why."""


def parse_cell(cell: object) -> float | None:
    """Read a table cell: a plain decimal number, with commas and marks such as ``1,200.0r``.

    Returns:
        None for anything else: blank, ``N/A``, ``null``, ``*``, NaN, an exponent, a word.
    """
    match = _NUMBER.fullmatch(str(cell).strip())
    return float(match["number"].replace(",", "")) if match else None


def first_complete(
    candidates: Iterable[_Candidate], read: Callable[[_Candidate], _Reading | None], missing: str
) -> _Reading:
    """Read the first candidate that is complete.

    Args:
        candidates: Newest first.
        read: Returns None for an incomplete one.
        missing: The error message when none is complete.

    Raises:
        RejectedDataError: None is complete.
    """
    for candidate in candidates:
        if (reading := read(candidate)) is not None:
            return reading
    raise RejectedDataError(missing)


def require_date(as_of: date, *, current: date, today: date) -> None:
    """Require a date that is neither in the future nor before the current one.

    Raises:
        RejectedDataError: It is.
    """
    if as_of > today:
        msg = f"dated {as_of}, which is in the future"
        raise RejectedDataError(msg)
    if as_of < current:
        msg = f"dated {as_of}, older than the current {current}"
        raise RejectedDataError(msg)


def require_close(what: str, value: float, current: float, *, within: float) -> None:
    """Require a value at most ``within`` from the current one, in its own unit.

    Raises:
        RejectedDataError: It is further away, or NaN.
    """
    if not is_close(value, current, within=within):
        msg = f"{what} is {value:g}, too far from {current:g}"
        raise RejectedDataError(msg)


def is_close(value: float, other: float, *, within: float) -> bool:
    """Tell whether two values differ by at most ``within``; NaN never does."""
    return abs(value - other) <= within
