"""Exact numbers as text: what somebody gave, or what follows from it without a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.locale.formats import round_significant

if TYPE_CHECKING:
    from commands.common.translator import Translator

_MOST_FIGURES = 5


def exact_rate(rate: float, translator: Translator) -> str:
    """A rate (decimal) in percent without trailing zeros: ``6%``, ``14.44%``."""
    return translator.bare_percent(round(rate * 100, 4))


def given_dollars(usd: float, translator: Translator) -> str:
    """A price with cents only where it has some: ``$90``, ``$90.03``."""
    cents = round(usd * 100)
    return translator.dollars(cents / 100, 0 if cents % 100 == 0 else 2)


def given_years(years: float, translator: Translator) -> str:
    """A time to maturity: ``1 year``, ``10 years``, ``5 years 7 months``."""
    whole, months = divmod(round(years * 12), 12)
    if not months:
        return translator.duration(whole, "year")
    if not whole:
        return translator.duration(months, "month")
    return translator.gettext(
        # TRANSLATORS: A time: 5 years 7 months.
        "{years} {months}",
        years=translator.duration(whole, "year"),
        months=translator.duration(months, "month"),
    )


def _figures_needed(usd: float) -> int:
    """As many significant figures as the sum has, two to five."""
    figures = 2
    while figures < _MOST_FIGURES and abs(round_significant(usd, figures) - usd) > 1e-9 * abs(usd):
        figures += 1
    return figures


def exact_money(usd: float, translator: Translator) -> str:
    """A sum in words with the figures it has: ``$3.0 billion``, ``$14.4 billion``, ``$0``."""
    if usd == 0:
        return translator.dollars(0, 0)
    return translator.money(usd, _figures_needed(usd))


def rounded_money(usd: float, translator: Translator) -> str:
    """A sum to three significant figures at most: ``$368 billion``, ``$1.1 trillion``."""
    return translator.exact_money(round_significant(usd, 3))


def exact_short_money(usd: float, translator: Translator) -> str:
    """The same for narrow places: ``$14.4bn``."""
    if usd == 0:
        return translator.dollars(0, 0)
    return translator.short_money(usd, _figures_needed(usd))
