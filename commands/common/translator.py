"""One language: its sentences, numbers, money, dates and names of countries.

Sentences come from gettext catalogs in ``commands/catalogs``; English stands in the code and is
what a missing translation falls back to. Numbers, dates and countries follow the locale. A further
language is a new catalog and nothing else.
"""

from __future__ import annotations

import math
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal
from babel.support import NullTranslations, Translations

if TYPE_CHECKING:
    from datetime import date

_CATALOGS = str(resources.files("commands") / "catalogs")
_DOMAIN = "messages"
_LEAST_USD = 1e6
_LEAST_POINTS = 0.01
_LEAST_CENT = 0.01
_LEAST_SHARE = 1e-4


def N_(message: str) -> str:
    """Mark a message for the catalogs where it is kept before it is said."""
    return message


_TRILLIONS = (
    N_("${number} trillion"),
    N_("${low} to ${high} trillion"),
    N_("${number}tn"),
)
_BILLIONS = N_("${number} billion"), N_("${low} to ${high} billion"), N_("${number}bn")
_MILLIONS = N_("${number} million"), N_("${low} to ${high} million"), N_("${number}m")


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


class Translator:
    """Says things in one language.

    Args:
        locale: Of numbers, dates and names.
        texts: Its catalog.
    """

    def __init__(self, locale: Locale, texts: NullTranslations) -> None:
        self.locale = locale
        self._texts = texts

    def gettext(self, message: str, **values: object) -> str:
        """A sentence of the catalog with its ``{named}`` places filled."""
        return str(self._texts.gettext(message)).format(**values)

    def ngettext(self, one: str, many: str, count: int, **values: object) -> str:
        """The sentence that fits a count, which is also its place ``{count}``."""
        text = str(self._texts.ngettext(one, many, count))
        return text.format(count=self.fixed(count, 0), **values)

    def number(self, value: float, figures: int = 2) -> str:
        """A number to so many significant figures, grouped, never in exponent form."""
        rounded = round_significant(value, figures)
        if rounded == 0:
            return "0"
        return self.fixed(rounded, max(0, figures - 1 - math.floor(math.log10(abs(rounded)))))

    def fixed(self, value: float, decimals: int) -> str:
        """A number with so many decimals, grouped."""
        places = "0" * decimals
        pattern = f"#,##0.{places}" if decimals else "#,##0"
        return str(format_decimal(value, pattern, locale=self.locale))

    def bound(self, value: float) -> str:
        """A limit as somebody set it: no trailing zeros."""
        return str(format_decimal(value, "#,##0.####", locale=self.locale))

    def money(self, usd: float, figures: int = 2) -> str:
        """US dollars in words: ``$7.1 billion``."""
        size = round_significant(abs(usd), figures)
        if size < _LEAST_USD:
            return self.less_than(self.gettext("${number} million", number=1))
        scale, (pattern, _, _) = self._scale(size)
        sign = "-" if usd < 0 else ""
        return sign + self.gettext(pattern, number=self.number(size / scale, figures))

    def money_range(self, least: float, most: float) -> str:
        """Two sums, the unit once where they share it: ``$2.2 to $30 billion``."""
        low, high = (round_significant(value) for value in (least, most))
        if low < _LEAST_USD or self._scale(low) != self._scale(high):
            return self.between(self.money(least), self.money(most))
        scale, (_, pattern, _) = self._scale(high)
        return self.gettext(pattern, low=self.number(low / scale), high=self.number(high / scale))

    def short_money(self, usd: float, figures: int = 2) -> str:
        """US dollars for narrow places: ``$7.1bn``."""
        size = round_significant(abs(usd), figures)
        if size < _LEAST_USD:
            return self.less_than(self.gettext("${number}m", number=1))
        scale, (_, _, pattern) = self._scale(size)
        sign = "-" if usd < 0 else ""
        return sign + self.gettext(pattern, number=self.number(size / scale, figures))

    def brief_money(self, usd: float) -> str:
        """US dollars of a question for narrow places: three figures at most, no trailing zeros."""
        shown = round_significant(usd, 3)
        figures = next(n for n in (1, 2, 3) if n == 3 or round_significant(usd, n) == shown)
        # A whole number keeps its zeros: 200, not 2e2.
        return self.short_money(usd, figures)

    def exact_money(self, usd: float) -> str:
        """US dollars somebody typed or a table printed: up to five decimals, no trailing zeros."""
        scale, (pattern, _, _) = self._scale(max(abs(usd), _LEAST_USD))
        return self.gettext(
            pattern, number=format_decimal(usd / scale, "#,##0.#####", locale=self.locale)
        )

    def billions(self, usd: float) -> str:
        """US dollars in whole billions, as budget tables print them: ``$2,144 billion``."""
        return self.gettext("${number} billion", number=self.fixed(usd / 1e9, 0))

    def points(self, change: float) -> str:
        """A change of a yield (decimal) in percentage points, never finer than 0.01."""
        size = abs(shown_rise(change)) * 100
        if size == 0:
            return self.less_than(self.fixed(0.01, 2))
        sign = "-" if change < 0 else ""
        return sign + (self.number(size) if size >= 0.1 else self.fixed(size, 2))

    def percent(self, share: float, figures: int = 2) -> str:
        """A share (decimal) in percent: ``18%``."""
        if 0 < share < _LEAST_SHARE:
            return self.less_than(self.gettext("{number}%", number=self.fixed(0.01, 2)))
        shown = self.fixed(share * 100, 0)
        if share < 1:
            # What is less than all must not read as all.
            while round_significant(share * 100, figures) >= 100:
                figures += 1
            shown = self.number(share * 100, figures)
        return self.gettext("{number}%", number=shown)

    def rate(self, value: float) -> str:
        """A yield (decimal) in percent with the two decimals it is published with."""
        return self.gettext("{number}%", number=self.fixed(value * 100, 2))

    def price(self, value: float, face: float, decimals: int = 2) -> str:
        """A price per ``face``, its distance from the face to two significant figures."""
        fall = face - value
        if abs(fall) < _LEAST_CENT:
            return self.gettext("less than 1 cent below {face}", face=self.dollars(face, 0))
        return self.dollars(face - round_significant(fall), decimals)

    def dollars(self, usd: float, decimals: int = 2) -> str:
        """US dollars and cents: ``$98.80``."""
        return self.gettext("${number}", number=self.fixed(usd, decimals))

    def less_than(self, limit: str) -> str:
        """Something too small to show."""
        return self.gettext("less than {limit}", limit=limit)

    def about(self, number: str) -> str:
        """A best guess."""
        return self.gettext("about {number}", number=number)

    def between(self, least: str, most: str) -> str:
        """A range."""
        return self.gettext("{low} to {high}", low=least, high=most)

    def month(self, day: date) -> str:
        """``Jul 2026``."""
        return str(format_date(day, "LLL y", locale=self.locale))

    def day(self, day: date) -> str:
        """``9 Oct 2026``."""
        return str(format_date(day, "d MMM y", locale=self.locale))

    def country(self, key: str, name: str) -> str:
        """A country by its lower-case ISO code; ``name`` when the locale does not know it."""
        return str(self.locale.territories.get(key.upper(), name))

    def _scale(self, size: float) -> tuple[float, tuple[str, str, str]]:
        """The unit of a sum, and its patterns: one sum, a range, one sum in a narrow place."""
        if size >= 1e12:
            return 1e12, _TRILLIONS
        if size >= 1e9:
            return 1e9, _BILLIONS
        return 1e6, _MILLIONS


def translator_for(discord_locale: str | None) -> Translator:
    """The language for a locale as Discord writes it, for example ``en-US``; English if unknown.

    A locale without a catalog speaks English throughout, with English numbers: half a language
    reads worse than none.
    """
    return _translator(str(discord_locale))


@lru_cache(maxsize=64)
def _translator(discord_locale: str) -> Translator:
    try:
        locale = Locale.parse(discord_locale, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = Locale("en")
    texts = Translations.load(_CATALOGS, [str(locale), locale.language], _DOMAIN)
    if not isinstance(texts, Translations):
        return Translator(Locale("en"), NullTranslations())
    return Translator(locale, texts)


ENGLISH = translator_for("en-US")
