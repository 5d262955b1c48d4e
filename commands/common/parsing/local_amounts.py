"""One amount as the asker's locale writes it; what English reads otherwise is asked back."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from commands.common.parsing.amount_grammar import (
    FLOOR_USD,
    MOST_SUGGESTED_USD,
    Dollars,
    Share,
    parse,
    parse_value,
)
from commands.common.parsing.currencies import SCALES
from commands.common.parsing.local_numbers import read_in_locale
from commands.common.parsing.local_words import is_english
from commands.common.parsing.numbers import plain_decimal
from commands.common.parsing.sanitize import ParseError

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_MEANT_USD: Final = 50 * 10**12
"""All that the US owes is less."""
_DOTTED: Final = re.compile(
    r"(?:us ?)?\$? ?(?P<number>[1-9][0-9]{0,2}\.[0-9]{3})[ -]?"
    rf"(?P<scale>{'|'.join(SCALES)})(?: ?(?:us ?)?(?:dollars?|usd|\$))?"
)
_WORD: Final = re.compile(r"[^\W\d_]+")


def parse_in_locale(text: str, locale: str) -> Dollars | Share | ParseError | None:
    """Read one amount by a locale.

    Args:
        text: Clean text.
        locale: As Discord writes it.

    Returns:
        What `amount_grammar.parse` returns; a question with every reading in digits where the
        locale and English, or two words of the locale, differ.
    """
    american = (_dotted(text) if is_english(locale) else None) or parse(text)
    if is_english(locale) or isinstance(american, Share):
        return american
    number = read_in_locale(text, locale)
    if number is None:
        return american
    if len(number.values) == 1 or not number.has_scale:
        return parse_value(number.values[0], is_stated=number.has_scale)
    readings = in_digits(number.values)
    possible = [value for value in number.values if value <= _MOST_MEANT_USD]
    if len(possible) == 1 and readings:
        # Of "200b" in Spanish, 10¹² is no reading: it is more than all there is.
        return parse_value(possible[0], is_stated=True)
    if readings:
        return ParseError("format", readings, is_question=True)
    return parse_value(max(number.values), is_stated=True)


def _dotted(text: str) -> ParseError | None:
    """Ask whether "1.500 billion" is 1.5 or, as most of Europe writes it, 1,500.

    Returns:
        None for what has one reading: of "1.104 trillion", the other is more than there is.
    """
    found = _DOTTED.fullmatch(text)
    if found is None:
        return None
    value = Fraction(found["number"]) * SCALES[found["scale"]]
    readings = in_digits((value, 1000 * value))
    return ParseError("format", readings, is_question=True) if len(readings) > 1 else None


def read_alike(suggestion: str, text: str, locale: str) -> tuple[str, ...]:
    """A suggestion written so that a locale reads it as it is meant.

    Args:
        suggestion: An amount that `amount_grammar.parse` reads.
        text: What was typed, clean; words taken from it keep all that they may mean.
        locale: As Discord writes it.
    """
    american, local = parse(suggestion), parse_in_locale(suggestion, locale)
    if local == american or not isinstance(american, Dollars):
        return (suggestion,)
    is_theirs = set(_WORD.findall(suggestion)) <= set(_WORD.findall(text))
    if is_theirs and isinstance(local, ParseError):
        return local.suggestions
    return (f"{american.usd:,}",)


def in_digits(values: Iterable[Fraction]) -> tuple[str, ...]:
    """The values that can be sold, in digits, which mean the same everywhere."""
    usual = (value for value in values if FLOOR_USD <= value <= MOST_SUGGESTED_USD)
    return tuple(dict.fromkeys(digits for value in usual if (digits := plain_decimal(value))))
