"""Number words and scales, such as "bn" or 亿: one table for options and for running text."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from pydantic import BaseModel, ConfigDict


class _ScaleTable(BaseModel):
    """Number words, and scales by power of ten.

    Attributes:
        source: Where they are from.
        ones: English, one to nineteen.
        tens: Twenty to ninety.
        parts: Words for fractions, by what they divide by.
        american: Read; the first spelling is the word.
        elsewhere: Asked back in an option: a "mil" is a million or a thousand.
        unambiguous_elsewhere: Those of them that are read in running text.
        east_asian: Characters; the first is the one that the others are replaced by.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    ones: list[str]
    tens: list[str]
    parts: dict[int, list[str]]
    american: dict[int, list[str]]
    elsewhere: dict[int, list[str]]
    unambiguous_elsewhere: list[str]
    east_asian: dict[int, str]


_TABLE: Final = _ScaleTable.model_validate_json(
    (files("commands.common.parsing") / "data" / "scales.json").read_bytes()
)

ONES: Final[dict[str, int]] = {word: value for value, word in enumerate(_TABLE.ones, start=1)}
TENS: Final[dict[str, int]] = {word: 10 * value for value, word in enumerate(_TABLE.tens, start=2)}
PARTS: Final = {word: value for value, words in _TABLE.parts.items() for word in words}

SCALE_WORDS: Final[dict[str, int]] = {
    names[0]: 10**power for power, names in _TABLE.american.items()
}
"""The English words, smallest first."""

SCALES: Final[dict[str, int]] = {
    name: 10**power for power, names in _TABLE.american.items() for name in names
} | {f"{word}s": value for word, value in SCALE_WORDS.items()}
"""Every American spelling."""

SHORT_SCALES: Final = [name for name in SCALES if name.removesuffix("s") not in SCALE_WORDS]
"""Those that are no words, such as "bn"."""

SCALES_ELSEWHERE: Final[dict[str, int]] = {
    name: 10**power for power, names in _TABLE.elsewhere.items() for name in names
}
"""Spellings of other languages."""

SCALES_IN_TEXT: Final = SCALES | {
    name: SCALES_ELSEWHERE[name] for name in _TABLE.unambiguous_elsewhere
}
"""What is read in running text."""

MYRIADS: Final[dict[str, int]] = {
    characters[0]: 10**power for power, characters in _TABLE.east_asian.items()
}
"""East Asian scales, largest first."""

MYRIAD_SPELLINGS: Final = str.maketrans(
    {other: chars[0] for chars in _TABLE.east_asian.values() for other in chars[1:]}
)
"""From each other way to write an East Asian scale to the key of `MYRIADS`."""

MYRIAD_CHARACTERS: Final = "".join(_TABLE.east_asian.values())
