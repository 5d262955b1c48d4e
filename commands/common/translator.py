"""One language: its sentences, numbers, money, dates and names of countries.

Sentences come from the catalogs in ``commands/catalogs``; English stands in the code. Everything
else follows CLDR. A further language is a catalog, and a grammar file where the language inflects.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from babel import Locale
from babel.support import NullTranslations

from commands.common.locale import formats
from commands.common.locale.catalog_files import find_catalog, load_texts, parse_locale
from commands.common.locale.formats import LEAST_USD, round_significant, scale_of, shown_rise
from commands.common.locale.grammar import load_grammar
from commands.common.locale.sentences import Sentences, Shown, paragraph

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from commands.common.locale.formats import MoneyScale, Unit

_LEAST_POINTS = 0.01
_LEAST_CENT = 0.01
_LEAST_SHARE = 1e-4


def N_(message: str) -> str:
    """Mark a message for the catalogs where it is kept before it is said."""
    return message


class Translator(Sentences):
    """Says things in one language."""

    def number(self, value: float, figures: int = 2) -> Shown:
        """A number to so many significant figures, grouped, never in exponent form."""
        return self._counted(formats.significant(value, figures, self.locale))

    def fixed(self, value: float, decimals: int) -> Shown:
        """A number with so many decimals, grouped."""
        return self._counted(formats.fixed(value, decimals, self.locale))

    def bound(self, value: float) -> Shown:
        """A limit as somebody set it: no trailing zeros."""
        return self._counted(formats.trimmed(value, 4, self.locale))

    def points(self, change: float) -> Shown:
        """A change of a yield (decimal) in percentage points, never finer than 0.01."""
        size = abs(shown_rise(change)) * 100
        if size == 0:
            return self.less_than(self.least_points())
        number = self.number(size) if size >= 0.1 else self.fixed(size, 2)
        return number.reworded(f"-{number}") if change < 0 else number

    def least_points(self) -> Shown:
        """The smallest change that `points` shows: ``0.01``."""
        return self.fixed(_LEAST_POINTS, 2)

    def percent(self, share: float, figures: int = 2) -> Shown:
        """A share (decimal) in percent: ``18%``."""
        if 0 < share < _LEAST_SHARE:
            return self.less_than(self._percent(self.fixed(0.01, 2)))
        shown = self.fixed(share * 100, 0)
        if share < 1:
            # What is less than all must not read as all.
            while round_significant(share * 100, figures) >= 100:
                figures += 1
            shown = self.number(share * 100, figures)
        return self._percent(shown)

    def bare_percent(self, percent: float) -> Shown:
        """A number of percent as somebody gave it, without trailing zeros: ``14.44%``."""
        return self._percent(self.bound(percent))

    def rate(self, value: float, decimals: int = 2) -> Shown:
        """A yield (decimal) in percent with the decimals it is published with."""
        return self._percent(self.fixed(value * 100, decimals))

    def price(
        self, value: float, face: float, decimals: int = 2, *, is_short: bool = False
    ) -> Shown:
        """A price per ``face``, its distance from the face to two significant figures."""
        fall = face - value
        if abs(fall) < _LEAST_CENT:
            face_text = self.dollars(face, 0)
            return Shown(self.gettext("less than 1 cent below {face}", face=face_text))
        show = self.short_dollars if is_short else self.dollars
        return show(face - round_significant(fall), decimals)

    def dollars(self, usd: float, decimals: int = 2) -> Shown:
        """US dollars and cents: ``$98.80``."""
        number = self.fixed(usd, decimals)
        return number.reworded(self.gettext("${number}", number=number))

    def short_dollars(self, usd: float, decimals: int = 2) -> Shown:
        """The same for narrow places, with the sign in every language: ``98,80 $``."""
        number = self.fixed(usd, decimals)
        return number.reworded(formats.dollar_sign(number, self.locale))

    def money(self, usd: float, figures: int = 2) -> Shown:
        """US dollars in words: ``$7.1 billion``."""
        size = round_significant(abs(usd), figures)
        if size < LEAST_USD:
            return self.less_than(self.exact_money(LEAST_USD))
        scale = scale_of(size, self.locale)
        number = self._significant(size, scale, figures)
        return self._in_dollars(scale.worded(number, self.locale), number, is_negative=usd < 0)

    def money_range(self, least: float, most: float) -> Shown:
        """Two sums, the unit once where they share it: ``$2.2 to $30 billion``."""
        low, high = (round_significant(value) for value in (least, most))
        if low < LEAST_USD or scale_of(low, self.locale) != scale_of(high, self.locale):
            return self.between(self.money(least), self.money(most))
        scale = scale_of(high, self.locale)
        low_number, number = (self._significant(size, scale, 2) for size in (low, high))
        text = self.gettext(
            # TRANSLATORS: Sums of US dollars: $2.2 to $30 billion. {high} has the word for billion.
            "${low} to ${high}",
            low=scale.worded(low_number, self.locale) if scale.is_attached else low_number,
            high=scale.worded(number, self.locale),
        )
        return self._counted(text, number)

    def short_money(self, usd: float, figures: int = 2) -> Shown:
        """US dollars for narrow places: ``$7.1bn``."""
        size = round_significant(abs(usd), figures)
        if size < LEAST_USD:
            return self.less_than(self._short(scale_of(LEAST_USD, self.locale, is_short=True), "1"))
        scale = scale_of(size, self.locale, is_short=True)
        number = self._significant(size, scale, figures)
        return self._short(scale, number, is_negative=usd < 0)

    def brief_money(self, usd: float) -> Shown:
        """US dollars of a question for narrow places: three figures at most, no trailing zeros."""
        shown = round_significant(usd, 3)
        figures = next(n for n in (1, 2, 3) if n == 3 or round_significant(usd, n) == shown)
        # A whole number keeps its zeros: 200, not 2e2.
        return self.short_money(usd, figures)

    def exact_money(self, usd: float) -> Shown:
        """US dollars somebody typed or a table printed: up to five decimals, no trailing zeros."""
        scale = scale_of(max(abs(usd), LEAST_USD), self.locale)
        number = formats.trimmed(scale.number(usd), 5, self.locale, grouped=scale.is_grouped)
        return self._in_dollars(scale.worded(number, self.locale), number)

    def billions(self, usd: float) -> Shown:
        """US dollars in whole billions, as budget tables print them: ``$2,144 billion``."""
        scale = formats.billion(self.locale)
        if scale is None:
            return self.exact_money(round(usd, -9))
        number = formats.fixed(scale.number(usd), 0, self.locale)
        return self._in_dollars(scale.worded(number, self.locale), number)

    def month(self, day: date) -> str:
        """``Jul 2026``."""
        return formats.date_text(day, "yMMM", self.locale)

    def day(self, day: date) -> str:
        """``9 Oct 2026``."""
        return formats.date_text(day, "yMMMd", self.locale)

    def short_day(self, day: date) -> str:
        """``9 Oct``, where the year goes without saying."""
        return formats.date_text(day, "MMMd", self.locale)

    def year(self, year: int) -> str:
        """``2036``."""
        return formats.year_text(year, self.locale)

    def duration(self, count: float, unit: Unit) -> Shown:
        """``7 weeks``."""
        shown = self.bound(count)
        return shown.reworded(formats.duration_text(count, unit, shown, self.locale))

    def paragraph(self, sentences: Iterable[str]) -> str:
        """Sentences one after the other, with the language's gap; empty ones are left out."""
        return paragraph(sentences)

    def plain(self, text: str) -> str:
        """A sentence without its bold marks, for alt text and small print."""
        return text.replace("**", "")

    def aside(self, text: str) -> str:
        """An addition in the language's brackets, with the blank before them; empty for nothing."""
        return formats.in_brackets(text, self.locale) if text else ""

    def one_of(self, parts: Sequence[str]) -> str:
        """``a, b or c``."""
        return formats.alternatives(parts, self.locale)

    def listed(self, parts: Iterable[str]) -> str:
        """``a, b, c``."""
        return formats.enumeration(parts, self.locale)

    def country(self, key: str, name: str) -> Shown:
        """A country by its lower-case ISO code; ``name`` when the locale does not know it."""
        known = self._grammar.holders.get(key)
        in_cldr = str(self.locale.territories.get(key.upper(), name))
        if known is None:
            return Shown(in_cldr)
        return Shown(known.name or in_cldr, known.classes, known.forms)

    def _significant(self, size: float, scale: MoneyScale, figures: int) -> str:
        grouped = scale.is_grouped
        return formats.significant(scale.number(size), figures, self.locale, grouped=grouped)

    def _in_dollars(self, amount: str, number: str, *, is_negative: bool = False) -> Shown:
        # TRANSLATORS: A sum of US dollars; {amount} is, for example, 200 billion.
        text = self.gettext("${amount}", amount=amount)
        return self._counted(f"-{text}" if is_negative else text, number)

    def _short(self, scale: MoneyScale, number: str, *, is_negative: bool = False) -> Shown:
        # TRANSLATORS: The same for narrow places; {short_amount} is, for example, 200bn.
        text = self.gettext("${short_amount}", short_amount=scale.worded(number, self.locale))
        return self._counted(f"-{text}" if is_negative else text, number)

    def _percent(self, number: Shown) -> Shown:
        return number.reworded(formats.percent(number, self.locale))


ENGLISH = Translator(Locale("en"), NullTranslations())


def translator_for(discord_locale: str | None) -> Translator:
    """The language for a locale as Discord writes it, for example ``en-US``; English if unknown.

    A locale without a catalog speaks English throughout, with English numbers: half a language
    reads worse than none.
    """
    return _translator(str(discord_locale))


@lru_cache(maxsize=64)
def _translator(discord_locale: str) -> Translator:
    locale = parse_locale(discord_locale)
    folder = find_catalog(locale) if locale else None
    if locale is None or folder is None:
        return ENGLISH
    return Translator(locale, load_texts(folder), load_grammar(folder), folder.name)


def is_served(tag: str) -> bool:
    """Whether answers can be had in the language of a locale, by its own name."""
    locale = parse_locale(tag)
    return locale is not None and (locale.language == "en" or translator_for(tag) is not ENGLISH)
