"""Sentences of one language, and the values in them, which carry their grammar.

Words of a language may change with a number or a name. A translation chooses by them in its places,
through Python's format protocol:
``{points:one=процентный пункт|few=процентных пункта|other=процентного пункта}`` takes the text of
the plural class, ``{who:f=продала|m=продал|pl=продали}`` that of the gender, and ``{who:gen}`` the
genitive of a name. English never does.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Self

from commands.common.locale.formats import OTHER, fixed, plural_class
from commands.common.locale.grammar import NO_GRAMMAR, Grammar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from babel import Locale
    from babel.support import NullTranslations

# What Babel writes where nobody is named.
_NOBODY = "<LL@li.org>"
# An abbreviated month, "9 oct.", at the end of a sentence.
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
# Chinese and Japanese write no blank after a full stop.
_WIDE_ENDS = frozenset("。！？）」")
_DOTTED_I = frozenset({"az", "tr"})


class Shown(str):
    """The text of a value with the keys that choose between alternatives.

    Args:
        text: As it is shown.
        keys: For example ``few`` of a number, or ``f`` and ``sg`` of a name.
        forms: Other forms of the text by name, for example ``gen``.
    """

    __slots__ = ("forms", "keys")

    keys: tuple[str, ...]
    forms: Mapping[str, str]

    def __new__(
        cls, text: str, keys: Sequence[str] = (), forms: Mapping[str, str] | None = None
    ) -> Self:
        """A text is made once and never changed."""
        shown = super().__new__(cls, text)
        shown.keys, shown.forms = tuple(keys), dict(forms or {})
        return shown

    def __format__(self, spec: str) -> str:
        if not spec:
            return str(self)
        if "=" in spec:
            return _choose(spec, self.keys)
        return self.forms.get(spec, str(self))

    def reworded(self, text: str) -> Shown:
        """Another text with the same grammar: ``about 7 weeks``."""
        return Shown(text, self.keys, self.forms)

    def capitalised(self) -> Shown:
        """The same at the start of a sentence."""
        forms = {name: text[:1].upper() + text[1:] for name, text in self.forms.items()}
        return Shown(self[:1].upper() + self[1:], self.keys, forms)


def like(value: str, text: str) -> Shown:
    """Another text with the grammar of a value: ``about 7 weeks``."""
    return value.reworded(text) if isinstance(value, Shown) else Shown(text)


def parse_alternatives(spec: str) -> dict[str, str]:
    """The alternatives of a choice ``one=…|other=…`` by their keys."""
    pairs = (part.partition("=") for part in spec.split("|"))
    return {key: text for key, _, text in pairs}


def _choose(spec: str, keys: Sequence[str]) -> str:
    alternatives = parse_alternatives(spec)
    for key in (*keys, OTHER):
        if key in alternatives:
            return alternatives[key]
    return next(reversed(alternatives.values()))


class _Filling(string.Formatter):
    """Fills places; a plain number or text knows choices, too."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, Shown) or not format_spec:
            return format(value, format_spec)
        if "=" in format_spec:
            return _choose(format_spec, (plural_class(str(value), self._locale),))
        return str(value)


def paragraph(sentences: Iterable[str]) -> str:
    """One sentence after the other, with the gap of their language; empty ones are left out."""
    text = ""
    for sentence in sentences:
        end = text.rstrip("*")[-1:]
        gap = " " if end and sentence and end not in _WIDE_ENDS else ""
        text += gap + sentence
    return text


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
        """A sentence of the catalog with its ``{named}`` places filled.

        Raises:
            LookupError, ValueError: It has a place without a value, or a lone brace.
        """
        text = str(self._texts.gettext(message))
        if text is message:
            self.missing.add(message)
            return message.format(**values)
        return self._filled(text, values)

    def sentence(self, message: str, **values: object) -> str:
        """The same at the start of a sentence, with a large letter whatever it begins with."""
        text = self.gettext(message, **values)
        at = next((place for place, character in enumerate(text) if character.isalnum()), 0)
        first = text[at : at + 1]
        large = "İ" if first == "i" and self.locale.language in _DOTTED_I else first.upper()
        return text[:at] + large + text[at + 1 :]

    def ngettext(self, one: str, many: str, count: int, **values: object) -> str:
        """The sentence that fits a count, which is also its place ``{count}``."""
        text = str(self._texts.ngettext(one, many, count))
        if text in {one, many}:
            self.missing.add(one)
        return self._filled(text, {"count": fixed(count, 0, self.locale), **values})

    def _filled(self, text: str, values: Mapping[str, object]) -> str:
        return _TWO_STOPS.sub(".", _Filling(self.locale).vformat(text, (), values))

    def less_than(self, limit: str) -> Shown:
        """Something too small to show."""
        return like(limit, self.gettext("less than {limit}", limit=limit))

    def narrowed(self, text: str) -> str:
        """``<0.01`` for ``less than 0.01``, for narrow places; any other text as it is."""
        limit = "{limit}"
        before, _, after = self.gettext("less than {limit}", limit=limit).partition(limit)
        if not (text.startswith(before) and text.endswith(after)):
            return text
        return f"<{text[len(before) : len(text) - len(after)]}"

    def about(self, number: str) -> Shown:
        """A best guess."""
        return like(number, self.gettext("about {number}", number=number))

    def between(self, least: str, most: str) -> Shown:
        """A range; words after it agree with its end."""
        return like(most, self.gettext("{low} to {high}", low=least, high=most))

    def _counted(self, text: str, number: str | None = None) -> Shown:
        """A text with the plural class of the digits shown, so that 1.0 is not 1."""
        return Shown(text, (plural_class(number or text, self.locale),))
