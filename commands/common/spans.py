"""A best guess with its range, as text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from commands.common.locale.values import Shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc import Range
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
        qualify: Calls a text of the best guess one, as `about` does.
    """

    central: str
    least: str
    most: str
    about: str
    range: str
    labelled: str = ""
    in_brackets: str = ""
    qualify: Callable[[str], str] = field(default=_unqualified, repr=False, compare=False)

    @property
    def bold(self) -> str:
        """The best guess in bold, the word that qualifies it not."""
        return self.bold_as(self.central)

    def bold_as(self, text: str) -> str:
        """The same with a longer wording of the best guess."""
        bold = f"**{text}**"
        if isinstance(self.central, Shown):
            bold = self.central.reworded(bold)
        return self.qualify(bold)


def span(  # noqa: PLR0913 - how to show it, each with a default
    values: Range,
    show: Callable[[float], str],
    translator: Translator,
    *,
    show_range: Callable[[float, float], str] | None = None,
    nothing: float = _TINY,
    label: Callable[[str], str] | None = None,
) -> Span:
    """The text of a best guess with its range.

    Args:
        values: Low, central and high setting, in any order of size.
        show: Makes the text of one value.
        translator: The language.
        show_range: Makes the text of a range; the two values with "to" between when not given.
        nothing: A value too small to show, to recognise its wording.
        label: Says of a range what it is.
    """
    central, least, most = (show(v) for v in (values.central, values.smallest, values.largest))
    between: str = translator.between(least, most)
    if least == show(nothing):
        between = translator.gettext("up to {most}", most=most)
    elif show_range is not None:
        between = show_range(values.smallest, values.largest)
    shown = "" if least == most else between
    labelled = label(shown) if label and shown else ""
    qualify = _unqualified if central == show(nothing) else translator.about
    return Span(
        central,
        least,
        most,
        about=qualify(central),
        range=shown,
        labelled=labelled,
        in_brackets=translator.aside(labelled or shown),
        qualify=qualify,
    )
