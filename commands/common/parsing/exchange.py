"""Reading the price of a dollar in yen."""

from __future__ import annotations

import re
from typing import Final

from commands.common.parsing.numeric_option import NumericOption, read_numeric_option
from commands.common.parsing.quantities import units

LOWEST_YEN: Final = 50
"""The lowest rate read; the dollar's lowest ever is near 76 (Federal Reserve, H.10, 2011)."""

HIGHEST_YEN: Final = 400
"""The highest rate read; it was 360 until 1971."""

_MARK: Final = re.compile(r"^(?:¥|usd ?/? ?jpy ?)|(?:¥| ?(?:yen|jpy|円)(?: per dollar)?)$")

_YEN: Final = NumericOption(
    "yen",
    units(),
    bounds=(LOWEST_YEN, HIGHEST_YEN),
    facts=("lowest", "highest"),
    prepare=lambda text: _MARK.sub("", text).strip(" "),
)


def read_yen(text: str, *, argument: str) -> float:
    """Read a rate such as ``160``, ``157.09``, ``¥150`` or ``150 yen``.

    Returns:
        Yen per dollar, from `LOWEST_YEN` to `HIGHEST_YEN`, to a hundredth.
    """
    return round(read_numeric_option(text, _YEN, argument=argument), 2)
