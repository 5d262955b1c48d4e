"""Texts that carry their grammar, for languages whose words change with a number or a name.

A translation chooses by them in its places, through Python's format protocol:
``{points:one=процентный пункт|few=процентных пункта|other=процентного пункта}`` takes the text of
the plural class, ``{who:f=продала|m=продал|pl=продали}`` that of the gender, and ``{who:gen}`` the
genitive of a name. English never does.
"""

from __future__ import annotations

import re
import string
from decimal import Decimal
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from babel import Locale

# An abbreviated month, "9 oct.", at the end of a sentence.
_TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
OTHER = "other"
"""The alternative where no other one fits."""


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
            return choose(spec, self.keys)
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


def counted(text: str, number: str, locale: Locale) -> Shown:
    """The text of a number, with its plural class: that of the digits shown, so 1.0 is not 1.

    Args:
        text: With everything around the number.
        number: The digits shown, as the locale writes them.
        locale: The language.
    """
    return Shown(text, (plural_class(number, locale),))


def plural_class(number: str, locale: Locale) -> str:
    """The plural class of a number as the locale writes it; of several, that of the last."""
    symbols = locale.number_symbols["latn"]
    plain = number.replace(symbols["group"], "").replace(symbols["decimal"], ".")
    found = _NUMBER.findall(plain)
    return str(locale.plural_form(Decimal(found[-1]))) if found else OTHER


def choose(spec: str, keys: Sequence[str]) -> str:
    """The alternative of ``one=…|other=…`` that the keys choose."""
    alternatives = parse_alternatives(spec)
    for key in (*keys, OTHER):
        if key in alternatives:
            return alternatives[key]
    return next(reversed(alternatives.values()))


def parse_alternatives(spec: str) -> dict[str, str]:
    """The alternatives of a choice by their keys."""
    pairs = (part.partition("=") for part in spec.split("|"))
    return {key: text for key, _, text in pairs}


class _Filling(string.Formatter):
    """Fills places; a plain number or text knows choices, too."""

    def __init__(self, locale: Locale) -> None:
        self._locale = locale

    def format_field(self, value: object, format_spec: str) -> str:
        if isinstance(value, Shown) or not format_spec:
            return format(value, format_spec)
        if "=" in format_spec:
            return choose(format_spec, (plural_class(str(value), self._locale),))
        return str(value)


def fill(text: str, values: Mapping[str, object], locale: Locale) -> str:
    """A translation with its places filled.

    Raises:
        LookupError, ValueError: It has a place for which there is no value, or a lone brace.
    """
    return _TWO_STOPS.sub(".", _Filling(locale).vformat(text, (), values))
