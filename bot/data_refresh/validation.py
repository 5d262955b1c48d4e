"""What every served figure must pass before it replaces a known one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


class RefusedError(ValueError):
    """What a source served is not what it should be; the message says what."""


def read_number(text: str) -> float:
    """A plain decimal number, as tables print it; thousands may be grouped by commas.

    Raises:
        RefusedError: It is anything else: NaN, an exponent, a word.
    """
    plain = text.strip().replace(",", "")
    if not _NUMBER.fullmatch(plain):
        msg = f"not a number: {text[:40]!r}"
        raise RefusedError(msg)
    return float(plain)


def need_day(as_of: date, *, known: date, today: date) -> None:
    """Require a day that is neither in the future nor before what is known.

    Raises:
        RefusedError: It is.
    """
    if as_of > today:
        msg = f"dated {as_of}, which is in the future"
        raise RefusedError(msg)
    if as_of < known:
        msg = f"dated {as_of}, older than the {known} that is known"
        raise RefusedError(msg)


def need_near(what: str, value: float, known: float, *, within: float) -> None:
    """Require a value at most ``within`` from the known one, in its own unit.

    Raises:
        RefusedError: It is further away, or no number.
    """
    if not abs(value - known) <= within:
        msg = f"{what} is {value:g}, too far from the known {known:g}"
        raise RefusedError(msg)
