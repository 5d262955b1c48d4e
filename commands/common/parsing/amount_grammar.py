"""The grammar of one amount: what is dollars, what is a share, and what is neither.

A text matches whole or not at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from commands.common.parsing.cjk_numerals import read_myriads, read_part
from commands.common.parsing.currencies import SCALES, SHORT_SCALES, strip_dollars
from commands.common.parsing.local_words import fold_word, shares_anywhere, units_anywhere
from commands.common.parsing.numbers import (
    LARGE_SCALES,
    NUMBER,
    plain_decimal,
    read_cardinal,
    read_fraction,
    read_number,
    split_words,
)
from commands.common.parsing.sanitize import ParseError

FLOOR_USD: Final = 1_000_000
"""The smallest sale read, and the smallest bare number taken as whole dollars."""

MOST_SUGGESTED_USD: Final = 30 * 10**12
"""No suggestion goes beyond it: about all Treasuries there are."""


MOST_READ_USD: Final = 10**18
"""More is not told apart: it is too much anywhere, and must stay a number that can be handled."""


@dataclass(frozen=True, slots=True)
class Dollars:
    """An amount in whole US dollars.

    Args:
        usd: From `FLOOR_USD` to `MOST_READ_USD`, which stands for all above; no ceiling yet.
    """

    usd: int


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the holding.

    Args:
        fraction: Above 0, at most 1.
    """

    fraction: Fraction


_SHORT_SCALE_AT_END: Final = re.compile(rf"(.+?) ?\b({'|'.join(SHORT_SCALES)})")
_NUMBER_WITH_UNIT: Final = re.compile(rf"({NUMBER}) ?(?:\$ ?(?=[a-z]))?([a-z]+)?")

_WHOLE_HOLDING: Final = re.compile(
    r"all|everything|the (?:whole )?lot|the whole (?:thing|holding)|the entire holding"
    r"|全部|全て|すべて|所有|전부"
)
_OF_HOLDING: Final = (
    r"(?: (?:of )?(?:it|them|(?:their|its|the|the whole|the entire|its entire|their entire)"
    r" (?:holdings?|stake|stock|position|stash|portfolio))"
    r"| (?:of )?(?:their|its) (?:us |u\.s\. )?(?:treasuries|treasurys|bonds|debt)"
    r"| of holdings?)?"
)
_SHARE_FORM: Final = re.compile(rf"(.+?){_OF_HOLDING}")
_PERCENT_FORM: Final = re.compile(r"(.+?) ?(?:%|percent|per cent|pct)")
_NUMBER_WITH_WORD: Final = re.compile(rf"({NUMBER}) ?([^0-9]+)")
_EAST_ASIAN_SHARES: Final = {"一半": Fraction(1, 2), "半分": Fraction(1, 2), "절반": Fraction(1, 2)}


def parse(text: str) -> Dollars | Share | ParseError | None:
    """Read one amount.

    Returns:
        The amount; an error when it is clear but unusable (zero, too small, no unit, more than
        all); None when the text is not one amount.
    """
    if text in {"none", "nothing", "nil"}:
        return ParseError("zero")
    fraction = _share(text)
    if fraction is not None:
        return _checked_share(fraction)
    unmarked = strip_dollars(re.sub(r"^\+ ?(?=[0-9.$])", "", text))
    if unmarked is None:
        return None
    sized = _quantity(unmarked.text)
    if sized is None:
        return None
    value, has_scale = sized
    return parse_value(value, is_stated=has_scale or unmarked.is_spelled)


def _share(text: str) -> Fraction | None:
    form = _SHARE_FORM.fullmatch(text)
    core = form[1] if form else text
    if _WHOLE_HOLDING.fullmatch(core):
        return Fraction(1)
    if core in _EAST_ASIAN_SHARES:
        return _EAST_ASIAN_SHARES[core]
    if percent := _PERCENT_FORM.fullmatch(core):
        number = read_number(percent[1])
        if number is None:
            number = read_cardinal(split_words(percent[1]))
        return None if number is None else number / 100
    if (elsewhere := _share_elsewhere(core)) is not None:
        return elsewhere
    if re.fullmatch(r"[^0-9,. ]|[0-9] ?[/⁄] ?[0-9]+", core):
        number = read_number(core.replace(" ", ""))
        return number if number is not None and number < 1 else None
    return read_fraction(split_words(core))


def _share_elsewhere(text: str) -> Fraction | None:
    """Read "10 Prozent" or "la mitad"."""
    if (east_asian := read_part(text)) is not None:
        return east_asian
    if not any(map(str.isdecimal, text)):
        return shares_anywhere().get(fold_word(text))
    found = _NUMBER_WITH_WORD.fullmatch(text)
    if found is None or units_anywhere().get(fold_word(found[2])) != "percent":
        return None
    number = read_number(found[1])
    return None if number is None else number / 100


def _quantity(text: str) -> tuple[Fraction, bool] | None:
    """The value, and whether a scale such as "b" or "thousand" was given with it."""
    if short := _NUMBER_WITH_UNIT.fullmatch(text):
        number, unit = read_number(short[1]), short[2]
        if number is not None and (unit is None or unit in SCALES):
            return number * SCALES.get(unit or "", 1), unit is not None
    if (value := read_myriads(text)) is not None:
        return value, True
    words = split_words(text)
    if (value := read_cardinal(words)) is not None:
        return value, not LARGE_SCALES.isdisjoint(words)
    if ending := _SHORT_SCALE_AT_END.fullmatch(text):
        words = split_words(ending[1])
        value = read_cardinal(words)
        if value is not None and LARGE_SCALES.isdisjoint(words):
            return value * SCALES[ending[2]], True
    return None


def _checked_share(fraction: Fraction) -> Share | ParseError:
    if fraction == 0:
        return ParseError("zero")
    return Share(fraction) if fraction <= 1 else ParseError("share_over_all", ("all",))


def parse_value(value: Fraction, *, is_stated: bool) -> Dollars | ParseError:
    """Check a number of dollars.

    Args:
        value: In dollars.
        is_stated: Whether a scale or the word "dollars" says how large it is meant.
    """
    if value == 0:
        return ParseError("zero")
    if value >= FLOOR_USD:
        return Dollars(min(round(value), MOST_READ_USD))
    suggestions = () if is_stated else _with_units(value)
    if suggestions:
        return ParseError("no_unit", suggestions, is_question=True)
    return ParseError("too_small", ("1m",))


def _with_units(value: Fraction) -> tuple[str, ...]:
    number = plain_decimal(value)
    if number is None:
        return ()
    sized = (f"{number}{u}" for u in "btm" if FLOOR_USD <= value * SCALES[u] <= MOST_SUGGESTED_USD)
    return tuple(sized)[:2]
