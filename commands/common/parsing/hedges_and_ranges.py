"""What people put around a value and between two: "about 200b", "between 4% and 5%"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from commands.common.parsing.numbers import NUMBER

if TYPE_CHECKING:
    from collections.abc import Iterator

DASHES: Final = r"\-−–—"
"""The dashes in use for a minus sign or a range, for a character class."""

_HEDGE_BEFORE: Final = re.compile(
    r"(?:[~≈<>≤≥±]=?|=>|(?:approx|circa|ca|c|max|min)\."
    r"|(?:about|around|approx|approximately|roughly|circa|ca|some|nearly|almost"
    r"|over|under|above|below|more than|less than|at least|at most|up to|upto|just over|just under"
    r"|maybe|perhaps|like|say|only|exactly|max|maximum|min|minimum)\b) ?(.+)"
)
_HEDGE_AFTER: Final = re.compile(
    r"(.+?) ?(?:\+|-?ish|or (?:so|more|less)|plus|max|maximum|min|minimum|approx\.?|\?"
    r"|(?:(?:per|a|an|each|every) |/ ?)(?:day|week|month|quarter|year|annum|d|wk|mo|mth|yr|y|hour)"
    r"|daily|weekly|monthly|quarterly|yearly|annually|p\.?a\.?)"
)
_BETWEEN: Final = re.compile(r"^(?:between|from|either) ")
_SEPARATORS: Final = re.compile(
    rf" ?(?:[{DASHES}~〜,;&|]|\.{{2,}}|…) ?| (?:to|and|or|until|through|vs) "
)
_UNIT_THEN_NUMBER: Final = re.compile(r"(?<=[a-z%億亿兆万萬]) ?(?=\$?[0-9])")
_BARE_NUMBER: Final = re.compile(rf"[+{DASHES}]?\$?{NUMBER}")
_UNIT_AT_END: Final = re.compile(r"(?<=[0-9]) ?(?:[a-z]+(?: [a-z]+)*|%|[^\x00-\x7f]+)$")


def unhedged(text: str) -> Iterator[str]:
    """The value inside "about 200b" and "200b or more", if there is a hedge."""
    for pattern in (_HEDGE_BEFORE, _HEDGE_AFTER):
        if found := pattern.fullmatch(text):
            yield found[1]


def split_values(text: str) -> Iterator[list[str]]:
    """Every way to take "100b to 200b" or "1t 200b" for several values.

    Yields:
        At least two parts, the surest way first; in "1 to 2 trillion" both get the unit. Whether
        they are values is not looked at.
    """
    bare = _BETWEEN.sub("", text)
    splits = [_SEPARATORS.split(bare), _UNIT_THEN_NUMBER.split(bare)]
    splits += ([bare[: at.start()], bare[at.end() :]] for at in re.finditer(" ", bare))
    yield from (_with_shared_unit(parts) for parts in splits if len(parts) > 1)


def _with_shared_unit(parts: list[str]) -> list[str]:
    unit = _UNIT_AT_END.search(parts[-1])
    if unit is None:
        return parts
    return [part + unit[0] if _BARE_NUMBER.fullmatch(part) else part for part in parts]
