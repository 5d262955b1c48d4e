"""A best guess with its range, as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.locale.sentences import like

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc import Range
    from commands.common.locale.sentences import Shown
    from commands.common.translator import Translator

_TINY = 1e-12


def _unqualified(text: str) -> str:
    return text


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
