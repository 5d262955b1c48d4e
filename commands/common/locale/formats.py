"""What CLDR decides: how a locale writes numbers, sums of money, dates and lists."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.numbers import format_decimal
from babel.units import format_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from babel.numbers import NumberPattern

Unit = Literal["day", "week", "month", "year"]
OTHER = "other"
"""The plural class of a number, and the alternative in a sentence, where no other one fits."""
LEAST_USD = 1e6
"""The smallest sum that is written in words."""
_LEAST_POINTS = 0.01
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
# Chinese and Japanese part words by no blanks, and bring their own brackets.
_NO_BLANKS = frozenset({"ja", "zh"})

# CLDR's short forms mislead where sums matter: its "11 T" is 11 billion in Vietnamese, its "B" 10¹²
# in Spanish. Short forms are our own, and where there are none the words stand.
_SHORT = {
    "en": {12: "{}tn", 9: "{}bn", 6: "{}m"},
    "de": {12: "{} Bio.", 9: "{} Mrd.", 6: "{} Mio."},
    "es": {12: "{} bill.", 6: "{} M"},
    "fr": {9: "{} Md", 6: "{} M"},
    "pt": {12: "{} tri", 9: "{} bi", 6: "{} mi"},
    "ru": {12: "{} трлн", 9: "{} млрд", 6: "{} млн"},
}
# The press counts on in milliards.
_GREATEST_POWER = {"fr": 9}

# In the order of most readers of English; CLDR's for "en" is the American one.
_ENGLISH_DATES = {"yMMMd": "d MMM y", "yMMM": "LLL y", "MMMd": "d MMM"}
# American English puts a comma before the "or" of a list.
_ENGLISH_LISTS = Locale("en", "GB")
# A full stop would follow the one of "of the year".
_YEAR_SIGN = "г."
_YEARS = {"ja": "{}年", "ko": "{}년", "zh": "{}年"}


def round_significant(value: float, figures: int = 2) -> float:
    """The value to so many significant figures; zero stays zero."""
    if value == 0 or not math.isfinite(value):
        return value
    return round(value, figures - 1 - math.floor(math.log10(abs(value))))


def shown_rise(change: float) -> float:
    """A change of a yield (decimal) as it is shown: two figures, never finer than 0.01 points."""
    # A difference of two published yields is off by what floats cannot hold.
    points = round(change * 100, 9)
    if abs(points) < _LEAST_POINTS:
        return 0.0
    rounded = round_significant(points) if abs(points) >= 0.1 else round(points, 2)
    return round(rounded / 100, 6)


def fixed(value: float, decimals: int, locale: Locale, *, grouped: bool = True) -> str:
    """A number with so many decimals."""
    return _decimal(value, "0" * decimals, locale, grouped=grouped)


def trimmed(value: float, decimals: int, locale: Locale, *, grouped: bool = True) -> str:
    """A number with at most so many decimals, without trailing zeros."""
    return _decimal(value, "#" * decimals, locale, grouped=grouped)


def significant(value: float, figures: int, locale: Locale, *, grouped: bool = True) -> str:
    """A number to so many significant figures, never in exponent form."""
    rounded = round_significant(value, figures)
    if rounded == 0:
        return "0"
    decimals = max(0, figures - 1 - math.floor(math.log10(abs(rounded))))
    return fixed(rounded, decimals, locale, grouped=grouped)


def _decimal(value: float, decimals: str, locale: Locale, *, grouped: bool) -> str:
    return str(format_decimal(value, f"{'#,##' if grouped else ''}0.{decimals}", locale=locale))


def percent(number: str, locale: Locale) -> str:
    """A number of percent with the sign where the locale puts it: ``18%``, ``18 %``."""
    return _signed(number, locale.percent_formats[None])


def dollar_sign(number: str, locale: Locale) -> str:
    """A number of US dollars with the sign where the locale puts it: ``$98.80``, ``98,80 $``."""
    return _signed(number, locale.currency_formats["standard"]).replace("¤", "$")


def _signed(number: str, pattern: NumberPattern) -> str:
    return f"{pattern.prefix[0]}{number}{pattern.suffix[0]}"


def plural_class(number: str, locale: Locale) -> str:
    """The plural class of a number as the locale writes it; of several, that of the last."""
    symbols = locale.number_symbols["latn"]
    plain = number.replace(symbols["group"], "").replace(symbols["decimal"], ".")
    found = _NUMBER.findall(plain)
    return str(locale.plural_form(Decimal(found[-1]))) if found else OTHER


@dataclass(frozen=True, slots=True)
class MoneyScale:
    """A word for a power of ten: 200 billion, 2000亿, 200 mil millones.

    Args:
        power: Of ten.
        words: From the plural class to the word with ``{}`` for the number.
        is_grouped: Whether thousands of it are parted; where four digits stand before a word they
            are not.
    """

    power: int
    words: Mapping[str, str]
    is_grouped: bool = True

    @property
    def is_attached(self) -> bool:
        """Whether it is written without a blank, and then after both ends of a range."""
        return not any(character.isspace() for character in self.words[OTHER])

    def number(self, size: float) -> float:
        """How many of it a size is."""
        return size / float(10**self.power)

    def worded(self, number: str, locale: Locale) -> str:
        """The number and the word."""
        pattern = self.words.get(plural_class(number, locale)) or self.words[OTHER]
        return pattern.format(number)


def scale_of(size: float, locale: Locale, *, is_short: bool = False) -> MoneyScale:
    """The greatest word that a size, at least `LEAST_USD`, is one of; short for narrow places."""
    scales = _short_scales(locale) if is_short else _scales(locale)
    return next((scale for scale in scales if size >= 10**scale.power), scales[-1])


def billion(locale: Locale) -> MoneyScale | None:
    """The word for 10⁹; None where the language has none."""
    return next((scale for scale in _scales(locale) if scale.power == 9), None)


@lru_cache(maxsize=64)
def _scales(locale: Locale) -> tuple[MoneyScale, ...]:
    """CLDR's words up from a million's, the greatest first: "0000亿" for 10¹¹ says 亿 is 10⁸."""
    formats = locale.compact_decimal_formats
    # Babel leaves the long ones out where they are the short ones.
    by_class = formats["long" if "long" in formats else "short"]
    powers: dict[int, dict[str, str]] = {}
    most_zeros = 0
    for plural, patterns in by_class.items():
        for size, pattern in patterns.items():
            written = pattern.pattern.partition(";")[0].replace("'", "")
            zeros = written.count("0")
            power = len(str(size)) - zeros
            if zeros == 0 or power > _GREATEST_POWER.get(locale.language, power):
                continue
            powers.setdefault(power, {}).setdefault(plural, written.replace("0" * zeros, "{}"))
            most_zeros = max(most_zeros, zeros)
    return tuple(
        MoneyScale(power, words, is_grouped=most_zeros <= 3)
        for power, words in sorted(powers.items(), reverse=True)
        if words[OTHER] != "{}"
    )


@lru_cache(maxsize=64)
def _short_scales(locale: Locale) -> tuple[MoneyScale, ...]:
    own = _SHORT.get(locale.language)
    if own is None:
        return _scales(locale)
    return tuple(MoneyScale(power, {OTHER: text}) for power, text in own.items())


def date_text(day: date, skeleton: str, locale: Locale) -> str:
    """A date with the fields of a CLDR skeleton: ``yMMMd``, ``yMMM`` or ``MMMd``."""
    if locale.language == "en":
        return str(format_date(day, _ENGLISH_DATES[skeleton], locale=locale))
    text = str(format_skeleton(skeleton, day, locale=locale))
    return text.removesuffix(_YEAR_SIGN).rstrip()


def year_text(year: int, locale: Locale) -> str:
    """``2036``, ``2036年``; as it stands alone, not inside a date."""
    return _YEARS.get(locale.language, "{}").format(year)


def duration_text(count: float, unit: Unit, shown: str, locale: Locale) -> str:
    """``7 weeks``; ``shown`` is the count as text, where CLDR has no pattern."""
    for length in ("long", "short", "narrow"):
        text = str(
            format_unit(count, f"duration-{unit}", length=length, format="#,##0.##", locale=locale)
        )
        # Babel writes the unit's key where it has no pattern.
        if "duration-" not in text:
            # CLDR parts the number from the unit in Japanese, newspapers do not.
            return text.replace(" ", "") if locale.language in _NO_BLANKS else text
    return f"{shown} {unit}"


def alternatives(parts: Sequence[str], locale: Locale) -> str:
    """``a, b or c``."""
    lists = _ENGLISH_LISTS if locale.language == "en" else locale
    return str(format_list(list(parts), "or", locale=lists))


def enumeration(parts: Iterable[str], locale: Locale) -> str:
    """``a, b, c``."""
    return ("、" if locale.language in _NO_BLANKS else ", ").join(parts)


def in_brackets(text: str, locale: Locale) -> str:
    """An addition, with the blank before it where there is one: `` (most: 2 to 3)``."""
    return f"（{text}）" if locale.language in _NO_BLANKS else f" ({text})"
