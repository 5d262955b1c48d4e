"""Prices as dealers write them: whole dollars and 32nds per $100, ``99-16+`` for 99 and 16.5/32."""

from __future__ import annotations

import re
from typing import Final

from commands.common.parsing.hedges_and_ranges import DASHES

_TICKS: Final = 32
_QUOTED: Final = re.compile(
    rf"\$? ?([0-9]{{1,3}})(?: ?[{DASHES}:'’] ?| (?=[0-9.]+ ?/ ?32))"
    r"(3[01]|[0-2][0-9]|[0-9])(?:([0-7+])|\.(5))?(?: ?/ ?32)?"
)


def read_thirty_seconds(text: str) -> float | None:
    """The price in ``99-16``, ``99 16/32``, ``99-16+`` or ``99-162`` (16 and two eighths).

    None where it is no such price, or more likely a range, as ``10-20`` is.
    """
    found = _QUOTED.fullmatch(text.strip())
    if found is None:
        return None
    whole, ticks = int(found[1]), int(found[2])
    if found[3] and len(found[2]) == 1:
        return None
    eighths = 4 if found[3] == "+" or found[4] else int(found[3] or 0)
    return whole + (ticks + eighths / 8) / _TICKS if whole > ticks else None


def write_thirty_seconds(price: float) -> str:
    """A price to the nearest 64th: ``99-16`` or, half a 32nd more, ``99-16+``."""
    halves = round(price * 2 * _TICKS)
    whole, rest = divmod(halves, 2 * _TICKS)
    ticks, half = divmod(rest, 2)
    return f"{whole}-{ticks:02d}{'+' if half else ''}"
