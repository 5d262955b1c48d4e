"""Numbers in digits and in words, as exact fractions."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from commands.common.parsing.currencies import ONES, PARTS, SCALE_WORDS, TENS

if TYPE_CHECKING:
    from collections.abc import Sequence


_DIGITS: Final = {"zero": 0, "oh": 0} | {word: n for word, n in ONES.items() if n < 10}
_SCALES: Final = dict(reversed(SCALE_WORDS.items())) | {"hundred": 100}

LARGE_SCALES: Final = frozenset(SCALE_WORDS)
"""The scale words that say how large an amount is meant: "two hundred" alone does not."""

_HYPHEN: Final = re.compile("(?<=[a-z])-(?=[a-z])")
_PLURALS: Final = {f"{word}s": word for word in _SCALES}


def split_words(text: str) -> list[str]:
    """Split clean lower-case text into singular words; "twenty-five" is two.

    Only a hyphen between letters parts words: before a digit it is a sign.
    """
    return [_PLURALS.get(word, word) for word in _HYPHEN.sub(" ", text).split()]


def read_cardinal(words: Sequence[str]) -> Fraction | None:
    """Read "two hundred and fifty billion", "one and a half trillion", "2 hundred million".

    Returns:
        The exact value, or None when any word is left over.
    """
    for scale_word, scale in _SCALES.items():
        if scale_word in words:
            left_words, right_words = _parted(words, scale_word)
            left = _multiplier(left_words, scale)
            right = None if left is None else _remainder(right_words, scale)
            # "1.5 trillion and a half" says two things at once.
            if left is None or right is None or (right and left.denominator != 1):
                return None
            return left * scale + right
    return _below_hundred(words)


def read_fraction(words: Sequence[str]) -> Fraction | None:
    """Read "half", "a quarter", "two thirds", "3 quarters"; None for anything else."""
    if not words or len(words) > 2:
        return None
    *count_words, part = words
    below = PARTS.get(part) or PARTS.get(part.removesuffix("s"))
    if below is None:
        return None
    if not count_words:
        return Fraction(1, below) if below <= 4 else None
    if count_words[0] in {"a", "an"}:
        return Fraction(1, below)
    count = _below_hundred(count_words)
    return None if count is None else count / below


def read_spelled(words: Sequence[str]) -> Fraction | None:
    """Read a cardinal, a fraction, or both as in "four and a quarter".

    Returns:
        The exact value, or None when any word is left over.
    """
    for read in (read_cardinal, _mixed, read_fraction):
        if (value := read(words)) is not None:
            return value
    return None


def _parted(words: Sequence[str], word: str) -> tuple[Sequence[str], Sequence[str]]:
    at = list(words).index(word)
    return words[:at], words[at + 1 :]


def _multiplier(words: Sequence[str], scale: int) -> Fraction | None:
    """Read what stands before a scale: also "a", "hundred", "a quarter of a", "one and a half".

    "Two thousand million" is said, "two million billion" is a mistake.
    """
    if not (LARGE_SCALES - {"thousand"}).isdisjoint(words):
        return None
    match list(words):
        case ["a" | "an"]:
            return Fraction(1)
        case ["hundred"]:
            return Fraction(100)
    if (mixed := _mixed(words)) is not None:
        return mixed
    without_article = words[:-1] if words and words[-1] == "a" else words
    of_one = without_article[:-1] if without_article[-1:] == ["of"] else without_article
    fraction = read_fraction(of_one)
    value = read_cardinal(words) if fraction is None else fraction
    return None if value is not None and scale == 100 and value >= 100 else value


def _mixed(words: Sequence[str]) -> Fraction | None:
    if "and" not in words[1:]:
        return None
    whole_words, part_words = _parted(words, "and")
    whole, part = _below_hundred(whole_words), read_fraction(part_words)
    if whole is None or part is None or whole.denominator != 1 or part >= 1:
        return None
    return whole + part


def _remainder(words: Sequence[str], scale: int) -> Fraction | None:
    """Read what stands after a scale: nothing, a smaller number, or "and a half"."""
    if not words:
        return Fraction(0)
    rest = words[1:] if words[0] == "and" else words
    part = read_fraction(rest) if words[0] == "and" else None
    if part is not None:
        return part * scale if part < 1 else None
    value = read_cardinal(rest)
    return value if value is not None and 0 < value < scale else None


def _below_hundred(words: Sequence[str]) -> Fraction | None:
    if "point" in words:
        return _with_decimals(words)
    match list(words):
        case ["zero"]:
            return Fraction(0)
        case [word]:
            number = ONES.get(word) or TENS.get(word)
            return read_number(word) if number is None else Fraction(number)
        case [tens, unit] if tens in TENS and ONES.get(unit, 10) < 10:
            return Fraction(TENS[tens] + ONES[unit])
    return None


def _with_decimals(words: Sequence[str]) -> Fraction | None:
    whole_words, digit_words = _parted(words, "point")
    whole = _below_hundred(whole_words) if whole_words else Fraction(0)
    digits = [_DIGITS.get(word) for word in digit_words]
    if whole is None or not digits:
        return None
    value = whole
    for place, digit in enumerate(digits, start=1):
        if digit is None:
            return None
        value += Fraction(digit, 10**place)
    return value


_VULGAR: Final = {
    character: Fraction(unicodedata.numeric(character)).limit_denominator(10)
    for character in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒"
}
_VULGAR_CLASS: Final = f"[{''.join(_VULGAR)}]"

# "1_000" and "١٢٣" are numbers to Python, hence [0-9] throughout and never float() or \d.
_WHOLE: Final = r"(?:[1-9][0-9]{0,2}(?:,[0-9]{3})+|[0-9]+)"
NUMBER: Final = (
    rf"(?:(?:{_WHOLE} ?)?{_VULGAR_CLASS}|{_WHOLE} [1-9][/⁄](?:[2-9]|10)|[1-9][/⁄](?:[2-9]|10)"
    rf"|(?:{_WHOLE}(?:\.[0-9]+)?|\.[0-9]+)(?:e[+-]?[0-9]+)?)"
)
"""A pattern for every form `read_number` reads, for use inside larger patterns."""

_VULGAR_FORM: Final = re.compile(rf"(?:({_WHOLE}) ?)?({_VULGAR_CLASS})")
_RATIO_FORM: Final = re.compile(rf"(?:({_WHOLE}) )?([1-9])[/⁄]([2-9]|10)")
_DECIMAL_FORM: Final = re.compile(rf"({_WHOLE})?(?:\.([0-9]+))?(?:e([+-]?)([0-9]+))?")

# Above any amount and below any, whatever a mantissa of MAX_LENGTH digits stands before it; so a
# larger exponent need not be worked out (10**1000000 takes seconds).
_EXPONENT_BOUND: Final = 400

_MOST_PLACES: Final = 20


def read_number(text: str) -> Fraction | None:
    """Read ``1,234.5``, ``.5``, ``2e11``, ``1½``, ``1 ½``, ``3/4`` or ``1 3/4``.

    Returns:
        The exact value, or None when the text is anything but one such number. An exponent beyond
        ±400 is read as ±400.
    """
    if ratio := _RATIO_FORM.fullmatch(text):
        whole, over, under = ratio.groups()
        part = Fraction(int(over), int(under))
        return _whole(whole) + part if part < 1 else None
    if vulgar := _VULGAR_FORM.fullmatch(text):
        return _whole(vulgar[1]) + _VULGAR[vulgar[2]]
    decimal = _DECIMAL_FORM.fullmatch(text)
    if decimal is None or (decimal[1] is None and decimal[2] is None):
        return None
    whole, digits, sign, exponent = decimal.groups(default="")
    value = _whole(whole) + (Fraction(int(digits), 10 ** len(digits)) if digits else 0)
    return value * _power_of_ten(sign, exponent)


def plain_decimal(value: Fraction) -> str | None:
    """Write a value as ``1,234.5``; None when its decimals do not end soon."""
    places = 0
    while (value * 10**places).denominator != 1:
        if places == _MOST_PLACES:
            return None
        places += 1
    digits = str(value * 10**places).rjust(places + 1, "0")
    whole, decimals = digits[: len(digits) - places], digits[len(digits) - places :]
    return f"{int(whole):,}" + (f".{decimals}" if decimals else "")


def _whole(text: str | None) -> Fraction:
    return Fraction(int(text.replace(",", ""))) if text else Fraction(0)


def _power_of_ten(sign: str, digits: str) -> Fraction:
    size = min(int(digits or 0), _EXPONENT_BOUND)
    return Fraction(1, 10**size) if sign == "-" else Fraction(10**size)
