"""Reading one number as written in the United States, exactly.

Values are fractions, never floats: ``0.1t`` is a hundred billion dollars to the dollar.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from typing import Final

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
