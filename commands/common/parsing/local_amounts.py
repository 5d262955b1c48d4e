"""Numbers and amounts as other languages than English write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
from commands.common.parsing.currencies import SCALE_WORDS, SCALES, SCALES_ELSEWHERE
from commands.common.parsing.edit_distance import edits_between
from commands.common.parsing.local_words import (
    fold_word,
    is_english,
    local_words,
    scales_anywhere,
)
from commands.common.parsing.numbers import plain_decimal
from commands.common.parsing.sanitize import ParseError

if TYPE_CHECKING:
    from collections.abc import Iterable


_BLANKS: Final = "\u00a0\u202f "
_DOLLARS_BEFORE: Final = re.compile(r"^(?:us ?\$|usd|\$) ?")
_DOLLARS_AFTER: Final = re.compile(
    r"[ -]?(?:\b(?:de|di|do|d['’]|en|in) ?)?"
    r"(?:us ?\$|\$(?: ?us)?|\busd"
    r"|\b(?:(?:us|amerikanische)[ -]?)?(?:d[oó]l[aá]r|doll?ar|долл?ар|δολάρι|đô la|دولار)\w*"
    r"(?: сша| mỹ| us)?)$"
)
_NUMBER_AND_SCALE: Final = re.compile(r"([0-9]+(?:[.,'’ ][0-9]+)*)[ -]?([^0-9]*)")
_ONE_SEPARATOR: Final = re.compile(r"([1-9][0-9]{0,2})([.,])([0-9]{3})")
_GROUPED: Final = re.compile(r"[1-9][0-9]{0,2}(?:([.,'’ ])[0-9]{3})(?:\1[0-9]{3})*")
_SHORTEST_ASCII_ELSEWHERE: Final = 3
_SHORTEST_MISSPELT: Final = 5


@dataclass(frozen=True, slots=True)
class LocalNumber:
    """What a number with a scale may mean.

    Args:
        values: Every reading, the locale's own first.
        has_scale: Whether a scale word stood there.
    """

    values: tuple[Fraction, ...]
    has_scale: bool


def read_in_locale(text: str, locale: str) -> LocalNumber | None:
    """Read clean text by the words and separators of a locale that is not English.

    A word or separator that means something else in English, too, gives both readings.

    Returns:
        None when the text is anything but one number with a scale of that locale or of English.
    """
    number, word = _split(text) or ("", "")
    if not number:
        return None
    words = local_words(locale)
    own, american = words.scales.get(word, ()), SCALES.get(word)
    numbers = _numbers(number, decimal=words.decimal)
    if numbers is None:
        return None
    local, other = numbers
    if not word:
        return LocalNumber(_each_once((local, other)), has_scale=False)
    values = [local * 10**power for power in own]
    if american is not None:
        values += [local * american, other * american]
    elif own and _is_read_otherwise(number, words.decimal):
        values += [other * 10**power for power in own]
    return LocalNumber(_each_once(values), has_scale=True) if values else None


def readings_anywhere(text: str, *, is_misspelt_too: bool = True) -> tuple[Fraction, ...]:
    """What a number with a scale word that is not English may mean in any locale.

    Args:
        text: Clean text.
        is_misspelt_too: Add the English word that it is one slip away from.

    Returns:
        Every value, or nothing when the scale is not known.
    """
    number, word = _split(text) or ("", "")
    powers = _powers_anywhere(word, text)
    if not powers:
        return ()
    numbers = _numbers(number, decimal=",")
    if numbers is None:
        return ()
    scales = [10**power for power in powers]
    if is_misspelt_too and word not in SCALES_ELSEWHERE:
        scales += [SCALES[near] for near in misspelt_scales(word)]
    return _each_once(value * scale for scale in scales for value in numbers)


def misspelt_scales(word: str) -> list[str]:
    """The English scale words that a word is one slip away from."""
    if len(word) < _SHORTEST_MISSPELT:
        return []
    names = (name for name in SCALES if name.removesuffix("s") in SCALE_WORDS)
    return [name for name in names if edits_between(word, name, 1) <= 1]


def scale_powers_near(word: str, locale: str) -> frozenset[int]:
    """The powers of ten of all scale words of a locale within one slip of a word."""
    if is_english(locale) or len(word) < _SHORTEST_MISSPELT:
        return frozenset()
    near = (
        powers
        for name, powers in local_words(locale).scales.items()
        if edits_between(fold_word(word), name, 1) <= 1
    )
    return frozenset(power for powers in near for power in powers)


def _powers_anywhere(word: str, text: str) -> frozenset[int]:
    if not word or word in SCALES:
        return frozenset()
    if word in SCALES_ELSEWHERE:
        size = len(str(SCALES_ELSEWHERE[word])) - 1
        # A crore is counted with American separators.
        return scales_anywhere().get(word, frozenset()) | {size} if size % 3 == 0 else frozenset()
    if len(word) < _SHORTEST_ASCII_ELSEWHERE and text.isascii():
        return frozenset()
    return scales_anywhere().get(word, frozenset())


def _split(text: str) -> tuple[str, str] | None:
    """The number and the folded scale word of "$200 Milliarden Dollar"."""
    core = _DOLLARS_AFTER.sub("", _DOLLARS_BEFORE.sub("", text.casefold()))
    found = _NUMBER_AND_SCALE.fullmatch(core.strip(_BLANKS))
    return (found[1], fold_word(found[2])) if found else None


def _numbers(text: str, *, decimal: str) -> tuple[Fraction, Fraction] | None:
    """The number read with this decimal separator, and with the other of comma and dot."""
    if found := _ONE_SEPARATOR.fullmatch(text):
        whole = Fraction(int(found[1] + found[3]))
        part = whole / 1000
        return (part, whole) if found[2] == decimal else (whole, part)
    head, mark, tail = text, "", ""
    for separator in ".,":
        if text.count(separator) == 1 and not _GROUPED.fullmatch(text):
            left, _, right = text.rpartition(separator)
            if right.isdecimal() and (not mark or len(right) < len(tail)):
                head, mark, tail = left, separator, right
    grouped = _GROUPED.fullmatch(head)
    if not (grouped and grouped[1] != mark) and not head.isdecimal():
        return None
    digits = re.sub("[^0-9]", "", head)
    value = Fraction(int(digits + tail), 10 ** len(tail))
    return value, value


def _is_read_otherwise(number: str, decimal: str) -> bool:
    """Whether a number with three decimals looks like thousands: "1,200 Mrd" in Germany."""
    found = _ONE_SEPARATOR.fullmatch(number)
    return found is not None and found[2] == decimal


def _each_once(values: Iterable[Fraction]) -> tuple[Fraction, ...]:
    return tuple(dict.fromkeys(values))


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
