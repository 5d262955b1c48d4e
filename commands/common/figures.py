"""Figures as text: exact ones, changes with their sign, and best guesses with their range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.locale.formats import round_significant
from commands.common.locale.sentences import like

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc import Range
    from commands.common.locale.sentences import Shown
    from commands.common.translator import Translator

_MOST_FIGURES = 5
_TINY = 1e-12


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


def signed(value: float, show: Callable[[float], str], translator: Translator) -> str:
    """A change with its sign: ``+0.14``, ``−3%``; none before what reads as no change.

    Args:
        value: The change.
        show: Makes the text of its size.
        translator: The language.
    """
    size = show(abs(value))
    if size in {show(0.0), show(_TINY)}:
        return size
    if value < 0:
        return like(size, translator.gettext("−{size}", size=size))
    return like(size, translator.gettext("+{size}", size=size))


@dataclass(frozen=True, slots=True)
class Span:
    """A best guess with its range, as text.

    Args:
        central: The best guess.
        least: The smallest value of the range.
        most: The greatest value of the range.
        about: The best guess, called one unless its wording already says that it is.
        range: ``$2.2 to $30 billion``; empty when both ends read the same.
        labelled: The range and what it is: ``most studies: $2.2 to $30 billion``; likewise.
        in_brackets: The same in brackets, to follow the best guess.
        bold: The best guess in bold, the word that qualifies it not.
        is_tiny: The best guess is worded as too small to show, so that it is not called one.
    """

    central: str
    least: str
    most: str
    about: str
    range: str
    labelled: str = ""
    in_brackets: str = ""
    bold: str = ""
    is_tiny: bool = False


def span(  # noqa: PLR0913 - how to show it, each with a default
    values: Range,
    show: Callable[[float], str],
    translator: Translator,
    *,
    show_range: Callable[[float, float], str] | None = None,
    nothing: float = _TINY,
    label: Callable[[str, Translator], str] | None = None,
) -> Span:
    """The text of a best guess with its range.

    Args:
        values: Low, central and high setting, in any order of size.
        show: Makes the text of one value.
        translator: The language.
        show_range: Makes the text of a range; the two values with "to" between when not given.
        nothing: A value too small to show, to recognise its wording.
        label: Says of a range what it is, in a language.
    """
    central, least, most = (show(v) for v in (values.central, values.smallest, values.largest))
    between: str = translator.between(least, most)
    if least == show(nothing):
        between = like(most, translator.gettext("up to {most}", most=most))
    elif show_range is not None:
        between = show_range(values.smallest, values.largest)
    shown = "" if least == most else between
    labelled = label(shown, translator) if label and shown else ""
    is_tiny = central == show(nothing)
    marked = _in_bold(central)
    return Span(
        central,
        least,
        most,
        about=central if is_tiny else translator.about(central),
        range=shown,
        labelled=labelled,
        in_brackets=translator.aside(labelled or shown),
        bold=marked if is_tiny else translator.about(marked),
        is_tiny=is_tiny,
    )


def money_span(values: Range, translator: Translator) -> Span:
    """The text of US dollars with their range, in words."""
    return span(values, translator.money, translator, show_range=translator.money_range)


def bold_points(rise: Span, translator: Translator) -> str:
    """A rise of a yield with its unit: ``about **0.15 points**``."""
    number = translator.least_points() if rise.is_tiny else rise.central
    points = like(number, translator.gettext("{number} points", number=number))
    if rise.is_tiny:
        # Around the unit, too, as some languages say "less than" behind it.
        return _in_bold(translator.less_than(points))
    return translator.about(_in_bold(points))


def _in_bold(text: str) -> Shown:
    return like(text, f"**{text}**")


def in_most_studies(between: str, translator: Translator) -> str:
    """The range in which nine in ten studies fall."""
    return translator.gettext("most studies: {range}", range=between)


def our_guess(between: str, translator: Translator) -> str:
    """A range that no study gives."""
    return translator.gettext("our guess: {range}", range=between)
