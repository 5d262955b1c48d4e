"""What a source is, and the checks of its figures before they replace the current ones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from calc.market import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from bot.data_refresh.market_files import MarketFiles

# Marks beside a number: revised, preliminary or estimated; asterisks; footnotes such as "2/".
_NUMBER = re.compile(
    r"(?:[rpe]\s*)?(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.\d{1,15})?)"
    r"(?:\s*(?:\([rpe]\)|[rpe]/?|\*+)|\s+\d{1,2}/)*",
    re.ASCII | re.IGNORECASE,
)
_MEGABYTE = 1_000_000

_Candidate = TypeVar("_Candidate")
_Reading = TypeVar("_Reading")


class RejectedDataError(ValueError):
    """A source's response is not plausible; the message says why."""


@dataclass(frozen=True, slots=True)
class RefreshSource:
    """One official table.

    Args:
        name: Shown in the progress and in the logs.
        url: Where to fetch it on a day.
        update: Updates the current files by a response; raises `ValueError` if it is implausible.
        date_of: The date of its figures in the files.
        notes: Figures that the last response did not contain.
        limit_bytes: The longest response.
    """

    name: str
    url: Callable[[date], str]
    update: Callable[[str, MarketFiles, date], MarketFiles]
    date_of: Callable[[MarketFiles], date]
    notes: Callable[[MarketFiles], tuple[str, ...]] = lambda _: ()
    limit_bytes: int = 2 * _MEGABYTE


class Figure(NamedTuple):
    """A new value of a single figure, and how far it may be from the current one."""

    key: str
    value: float
    as_of: date
    within: float
    standing: Standing = Standing.OFFICIAL


def with_figures(files: MarketFiles, figures: Iterable[Figure], today: date) -> MarketFiles:
    """Replace single figures.

    Raises:
        RejectedDataError: One of them is not plausible.
    """
    for key, value, as_of, within, standing in figures:
        before = files.fact(key)
        require_date(as_of, current=before.as_of, today=today)
        require_close(key, value, before.value, within=within)
        files = files.with_fact(key, value, as_of, standing)
    return files


def parse_cell(cell: object) -> float | None:
    """Read a table cell: a plain decimal number, with commas and marks such as ``1,200.0r``.

    Returns:
        None for anything else: blank, ``N/A``, ``null``, ``*``, NaN, an exponent, a word.
    """
    match = _NUMBER.fullmatch(str(cell).strip())
    return float(match["number"].replace(",", "")) if match else None


def parse_day(cell: object) -> date | None:
    """Read a day such as ``2026-07-31``; None for anything else."""
    try:
        return date.fromisoformat(str(cell))
    except ValueError:
        return None


def whole_lines(text: str) -> list[str]:
    """Split a text; a line without its end may be cut off in a number, and is left out."""
    return [line for line in text.splitlines(keepends=True) if line.endswith(("\n", "\r"))]


def first_complete(
    candidates: Iterable[_Candidate], read: Callable[[_Candidate], _Reading | None], missing: str
) -> _Reading:
    """Read the first candidate, newest first, for which `read` does not return None.

    Raises:
        RejectedDataError: There is none; the message is ``missing``.
    """
    for candidate in candidates:
        if (reading := read(candidate)) is not None:
            return reading
    raise RejectedDataError(missing)


def require_date(as_of: date, *, current: date, today: date) -> None:
    """Raise `RejectedDataError` for a date in the future or before the current one."""
    if as_of > today:
        msg = f"dated {as_of}, which is in the future"
        raise RejectedDataError(msg)
    if as_of < current:
        msg = f"dated {as_of}, older than the current {current}"
        raise RejectedDataError(msg)


def require_close(what: str, value: float, current: float, *, within: float) -> None:
    """Raise `RejectedDataError` for a value further away than ``within``, in its own unit."""
    if not is_close(value, current, within=within):
        msg = f"{what} is {value:g}, too far from {current:g}"
        raise RejectedDataError(msg)


def is_close(value: float, other: float, *, within: float) -> bool:
    """Tell whether two values differ by at most ``within``; NaN never does."""
    return abs(value - other) <= within
