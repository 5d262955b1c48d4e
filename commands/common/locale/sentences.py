"""Sentences of one language, filled with values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.locale import numbers, punctuation
from commands.common.locale.grammar import NO_GRAMMAR, Grammar
from commands.common.locale.values import Shown, counted, fill, like

if TYPE_CHECKING:
    from typing import Self

    from babel import Locale
    from babel.support import NullTranslations


# What Babel writes where nobody is named.
_NOBODY = "<LL@li.org>"


class Sentences:
    """Says things in one language.

    Args:
        locale: Of numbers, dates and names.
        texts: Its catalog.
        grammar: The forms of its names.
        catalog: The name of the catalog; empty for English.
    """

    def __init__(
        self,
        locale: Locale,
        texts: NullTranslations,
        grammar: Grammar = NO_GRAMMAR,
        catalog: str = "",
    ) -> None:
        self.locale = locale
        self.catalog = catalog
        self.missing: set[str] = set()
        """Messages that had to be said in English."""
        self._texts = texts
        self._grammar = grammar

    @property
    def is_reviewed(self) -> bool:
        """Whether a native speaker read the translation: the catalog names who in its header."""
        reviewers = self._texts.info().get("language-team", "")
        return not self.catalog or (bool(reviewers) and _NOBODY not in reviewers)

    def fresh(self) -> Self:
        """The same language with nothing missing so far."""
        return type(self)(self.locale, self._texts, self._grammar, self.catalog)

    def gettext(self, message: str, **values: object) -> str:
        """A sentence of the catalog with its ``{named}`` places filled."""
        text = str(self._texts.gettext(message))
        if text is message:
            self.missing.add(message)
            return message.format(**values)
        return fill(text, values, self.locale)

    def sentence(self, message: str, **values: object) -> str:
        """The same at the start of a sentence, with a large letter whatever it begins with."""
        return punctuation.begun(self.gettext(message, **values), self.locale)

    def ngettext(self, one: str, many: str, count: int, **values: object) -> str:
        """The sentence that fits a count, which is also its place ``{count}``."""
        text = str(self._texts.ngettext(one, many, count))
        if text in {one, many}:
            self.missing.add(one)
        return fill(text, {"count": numbers.fixed(count, 0, self.locale), **values}, self.locale)

    def less_than(self, limit: str) -> Shown:
        """Something too small to show."""
        return like(limit, self.gettext("less than {limit}", limit=limit))

    def about(self, number: str) -> Shown:
        """A best guess."""
        return like(number, self.gettext("about {number}", number=number))

    def between(self, least: str, most: str) -> Shown:
        """A range; words after it agree with its end."""
        return like(most, self.gettext("{low} to {high}", low=least, high=most))

    def _counted(self, text: str, number: str | None = None) -> Shown:
        return counted(text, number or text, self.locale)
