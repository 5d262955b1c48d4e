"""Reading the price of a dollar in yen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.common.parsing.numeric_option import Measure, read_measure
from commands.common.parsing.parse_error import Flaw
from commands.common.parsing.quantities import read_quantity, units

if TYPE_CHECKING:
    from fractions import Fraction

LOWEST_YEN: Final = 50
"""The lowest rate read; the dollar's lowest ever is near 76 (Federal Reserve, H.10, 2011)."""

HIGHEST_YEN: Final = 400
"""The highest rate read; it was 360 until 1971."""

_MARK: Final = re.compile(r"^(?:¥|usd ?/? ?jpy ?)|(?:¥| ?(?:yen|jpy|円)(?: per dollar)?)$")
_UNITS: Final = units()


def read_yen(text: str, *, argument: str) -> float:
    """Read a rate such as ``160``, ``157.09``, ``¥150`` or ``150 yen``.

    Args:
        text: What was typed, raw.
        argument: The option it came from.

    Returns:
        Yen per dollar, from `LOWEST_YEN` to `HIGHEST_YEN`, to a hundredth.

    Raises:
        InputProblem: With code ``yen.`` and one of ``too_long``, ``characters``,
            ``unreadable``, ``out_of_range`` (facts ``lowest`` and ``highest``); as a question
            ``format``.
    """
    return round(read_measure(text, _YEN, argument=argument), 2)


def _parse(text: str) -> Fraction | Flaw | None:
    quantity = read_quantity(_MARK.sub("", text).strip(" "), _UNITS)
    if quantity is None:
        return None
    return quantity.value if LOWEST_YEN <= quantity.value <= HIGHEST_YEN else Flaw("out_of_range")


_YEN: Final = Measure("yen", _parse, {"lowest": float(LOWEST_YEN), "highest": float(HIGHEST_YEN)})
