"""Numbers with Chinese, Japanese and Korean scales: 2000亿, 1兆2000亿, 2천억."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from commands.common.parsing.currencies import MYRIAD_SPELLINGS, MYRIADS
from commands.common.parsing.numbers import read_number

_SPACE_BESIDE_SCALE: Final = re.compile(rf" ?([{''.join(MYRIADS)}]) ?")

# What speakers leave off: 3亿5千 is said for 3亿5千万, 1千5亿 for 1千5百亿.
_UNSAID_SCALE: Final = {"兆": "亿", "亿": "万"}
_UNSAID_TENTH: Final = {"兆": "千亿", "亿": "千万", "万": "千", "千": "百", "百": "十"}
_SCALE_UNSAID: Final = re.compile(r"([兆亿])((?:[0-9.]+[千百十])+[0-9]*|[0-9]{2,4})$")
_TENTH_UNSAID: Final = re.compile(r"([兆亿万千百])([1-9])(?=$|[兆亿万])")
_DIGITS: Final = str.maketrans("〇零一二两兩三四五六七八九", "0012223456789")
_BARE_TEN: Final = re.compile("(?<![0-9.])([十百千])")
_PART: Final = re.compile(
    "([百0-9一二三四五六七八九十]+)分(?:之|の)([0-9一二两三四五六七八九十百.]+)"
)
_TENTHS: Final = re.compile("([1-9一二三四五六七八九])割")
_ORDER: Final = "兆亿万千百"


def read_part(text: str) -> Fraction | None:
    """Read ``三分之一``, ``百分之十``, ``4分の1`` and ``1割``; None for anything else."""
    if found := _PART.fullmatch(text):
        under, over = (read_number(each.translate(_DIGITS)) for each in found.groups())
        if "百" in found[1]:
            under, over = Fraction(100), _read(_in_digits(found[2]))
        return over / under if under and over is not None else None
    if found := _TENTHS.fullmatch(text):
        return Fraction(int(found[1].translate(_DIGITS)), 10)
    return None


def read_myriads(text: str) -> Fraction | None:
    """Read digits with East Asian scales; 兆 is 10¹² as in Japan, Korea and Taiwan.

    Returns:
        The exact value, or None when there is no such scale, anything is left over, or a scale
        may have been left unsaid.
    """
    unified = _unify(text)
    if _completed(unified) is not None or not any(scale in unified for scale in MYRIADS):
        return None
    return _read(unified)


def readings_of_unsaid(text: str) -> tuple[Fraction, ...]:
    """What a number whose last scale may be unsaid stands for.

    Returns:
        The value with the scale put in and the value as written, so far as they can be read:
        350 million and 300,005,000 for ``3亿5千``. Empty when nothing is unsaid.
    """
    unified = _unify(text)
    completed = _completed(unified)
    if completed is None:
        return ()
    readings = (_read(completed), _read(unified))
    return tuple(reading for reading in readings if reading is not None)


def _unify(text: str) -> str:
    joined = _SPACE_BESIDE_SCALE.sub(r"\1", _in_digits(text.translate(MYRIAD_SPELLINGS)))
    return joined.replace("万亿", "兆")


def _in_digits(text: str) -> str:
    """Write ``二千`` as ``2千`` and ``十`` as ``1十``; a text without such a numeral stays."""
    if not any(ord(character) in _DIGITS or character == "十" for character in text):
        return text
    return _BARE_TEN.sub(r"1\1", text.translate(_DIGITS))


def _completed(unified: str) -> str | None:
    """The text with its unsaid scale put in; None when nothing is unsaid."""
    if found := _SCALE_UNSAID.search(unified):
        return unified + _UNSAID_SCALE[found[1]]
    for found in _TENTH_UNSAID.finditer(unified):
        following = unified[found.end() :][:1]
        # In 1亿2万 the two has a scale of its own, in 1万2亿 both share the last one.
        if not following or _ORDER.index(following) < _ORDER.index(found[1]):
            return unified[: found.end()] + _UNSAID_TENTH[found[1]] + unified[found.end() :]
    return None


def _read(text: str) -> Fraction | None:
    for symbol, scale in MYRIADS.items():
        left, found, right = text.partition(symbol)
        if not found:
            continue
        multiplier = _read(left)
        if multiplier is None or (not left.isascii() and multiplier >= scale):
            return None
        if not right:
            return multiplier * scale
        rest = _read(right)
        whole = multiplier.denominator == 1
        return multiplier * scale + rest if whole and rest is not None and rest < scale else None
    return read_number(text)
