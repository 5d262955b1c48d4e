"""Gaps between sentences, brackets and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from babel import Locale
from babel.lists import format_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Chinese and Japanese write no blank after a full stop, and brackets that bring their own.
_NO_BLANKS = frozenset({"ja", "zh"})
_WIDE_ENDS = frozenset("。！？）」")
_BOLD = "**"
_DOTTED_I = frozenset({"az", "tr"})
# American English puts a comma before the "and" of a list.
_ENGLISH_LISTS = Locale("en", "GB")


def paragraph(sentences: Iterable[str]) -> str:
    """One sentence after the other; empty ones are left out.

    A Chinese or Japanese full stop brings its own gap, so that no blank follows it.
    """
    text = ""
    for sentence in sentences:
        end = text.rstrip("*")[-1:]
        gap = " " if end and sentence and end not in _WIDE_ENDS else ""
        text += gap + sentence
    return text


def begun(text: str, locale: Locale) -> str:
    """A sentence with its first letter large, whatever value it begins with."""
    at = next((place for place, character in enumerate(text) if character.isalnum()), 0)
    first = text[at : at + 1]
    large = "İ" if first == "i" and locale.language in _DOTTED_I else first.upper()
    return text[:at] + large + text[at + 1 :]


def without_bold(text: str) -> str:
    """The same without marks of bold, for where there is no markdown."""
    return text.replace(_BOLD, "")


def in_brackets(text: str, locale: Locale) -> str:
    """An addition, with the blank before it where there is one: `` (most: 2 to 3)``."""
    return f"（{text}）" if locale.language in _NO_BLANKS else f" ({text})"


def listed(parts: Sequence[str], style: Literal["standard", "or"], locale: Locale) -> str:
    """``a, b and c``, with ``or`` for the style "or"."""
    lists = _ENGLISH_LISTS if locale.language == "en" else locale
    return str(format_list(list(parts), style, locale=lists))


def enumerated(parts: Iterable[str], locale: Locale) -> str:
    """``a, b, c``."""
    separator = "、" if locale.language in _NO_BLANKS else ", "
    return separator.join(parts)
