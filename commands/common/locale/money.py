"""Words for large numbers, by CLDR: 200 billion, 2000亿, 200 mil millones.

CLDR's short forms mislead where sums matter: its "11 T" is 11 billion in Vietnamese, its "B" 10¹²
in Spanish. Short forms are our own, and where there are none the words stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from commands.common.locale.values import OTHER, plural_class

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale
    from babel.numbers import NumberPattern

LEAST_USD = 1e6
# The press counts on in milliards.
_GREATEST_POWER = {"fr": 9}
_SHORT = {
    "en": {12: "{}tn", 9: "{}bn", 6: "{}m"},
    "de": {12: "{} Bio.", 9: "{} Mrd.", 6: "{} Mio."},
    "es": {12: "{} bill.", 6: "{} M"},
    "fr": {9: "{} Md", 6: "{} M"},
    "pt": {12: "{} tri", 9: "{} bi", 6: "{} mi"},
    "ru": {12: "{} трлн", 9: "{} млрд", 6: "{} млн"},
}


@dataclass(frozen=True, slots=True)
class MoneyScale:
    """A word for a power of ten.

    Args:
        power: Of ten.
        words: From the plural class to the word with ``{}`` for the number.
        is_grouped: Whether thousands of it are parted; where four digits stand before a word they
            are not.
        is_attached: Whether it is written without a blank, and then after both ends of a range.
    """

    power: int
    words: Mapping[str, str]
    is_grouped: bool
    is_attached: bool

    def number(self, size: float) -> float:
        """How many of it a size is."""
        return size / float(10**self.power)

    def worded(self, number: str, locale: Locale) -> str:
        """The number and the word."""
        pattern = self.words.get(plural_class(number, locale)) or self.words[OTHER]
        return pattern.format(number)


def scale_of(size: float, locale: Locale) -> MoneyScale:
    """The greatest word that a size, at least `LEAST_USD`, is one of."""
    return _greatest(_scales(locale), size)


def short_scale_of(size: float, locale: Locale) -> MoneyScale:
    """The same for narrow places."""
    return _greatest(_short_scales(locale), size)


def billion(locale: Locale) -> MoneyScale | None:
    """The word for 10⁹; None where the language has none."""
    return next((scale for scale in _scales(locale) if scale.power == 9), None)


def _greatest(scales: tuple[MoneyScale, ...], size: float) -> MoneyScale:
    return next((scale for scale in scales if size >= 10**scale.power), scales[-1])


@lru_cache(maxsize=64)
def _scales(locale: Locale) -> tuple[MoneyScale, ...]:
    """CLDR's words up from a million's, the greatest first: "0000亿" for 10¹¹ says 亿 is 10⁸."""
    by_class = _patterns(locale)
    powers: dict[int, dict[str, str]] = {}
    zeros: dict[int, int] = {}
    for plural, patterns in by_class.items():
        for size, pattern in patterns.items():
            written = pattern.pattern.partition(";")[0].replace("'", "")
            count = written.count("0")
            power = len(str(size)) - count
            if count == 0 or power > _GREATEST_POWER.get(locale.language, power):
                continue
            powers.setdefault(power, {}).setdefault(plural, written.replace("0" * count, "{}"))
            zeros[power] = max(zeros.get(power, 0), count)
    return tuple(
        _scale(power, words, is_grouped=max(zeros.values()) <= 3)
        for power, words in sorted(powers.items(), reverse=True)
        if words[OTHER] != "{}"
    )


def _patterns(locale: Locale) -> Mapping[str, Mapping[str, NumberPattern]]:
    formats = locale.compact_decimal_formats
    # Babel leaves the long ones out where they are the short ones.
    patterns: Mapping[str, Mapping[str, NumberPattern]] = formats[
        "long" if "long" in formats else "short"
    ]
    return patterns


@lru_cache(maxsize=64)
def _short_scales(locale: Locale) -> tuple[MoneyScale, ...]:
    own = _SHORT.get(locale.language)
    if own is None:
        return _scales(locale)
    return tuple(_scale(power, {OTHER: text}, is_grouped=True) for power, text in own.items())


def _scale(power: int, words: Mapping[str, str], *, is_grouped: bool) -> MoneyScale:
    is_attached = not any(character.isspace() for character in words[OTHER])
    return MoneyScale(power, words, is_grouped, is_attached)
