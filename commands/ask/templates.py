"""Templates of how people ask: words, ``(one|other)``, ``[optional]``, ``{list}``, gaps and stems.

A template is looked for anywhere in a text of words with one blank behind each. ``sell*`` is any
word that begins so, ``...`` a few words of any kind, ``[a|b]*`` up to three of them, ``^`` and
``$`` the ends of the first line. Parts that ``&`` parts must all be found, in any order; one with
``!`` before it must not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TOKEN: Final = re.compile(r"[()|]|\[|\]\*?|\{[a-z]+\}|[^\s()|\[\]{}]+")
_GAP: Final = r"(?:\S+ ){0,8}?"
_MOST_REPEATED: Final = 3
_STEM: Final = 20
"""No stem of a template is longer."""


@dataclass(frozen=True, slots=True)
class TemplatePart:
    """What stands between two ``&``.

    Args:
        pattern: What is looked for.
        first: Words and stems one of which it begins with; empty for any word.
    """

    pattern: re.Pattern[str]
    first: frozenset[str] = frozenset()

    def is_in(self, text: str) -> bool:
        """Whether it stands anywhere in a text of words, each with a blank behind it."""
        # Looking up words first is many times faster than looking for all patterns.
        may_begin = not self.first or not self.first.isdisjoint(_words_and_stems(text))
        return may_begin and self.pattern.search(text) is not None


@dataclass(frozen=True, slots=True)
class QuestionTemplate:
    """Parts that must be found in a text, and others that must not."""

    wanted: tuple[TemplatePart, ...]
    unwanted: tuple[TemplatePart, ...]

    def matches(self, text: str) -> bool:
        """Whether a text of words, each with a blank behind it, fits."""
        return all(part.is_in(text) for part in self.wanted) and not any(
            part.is_in(text) for part in self.unwanted
        )


@lru_cache(maxsize=4)
def _words_and_stems(text: str) -> frozenset[str]:
    words = set(text.split())
    stems = {f"{word[:size]}*" for word in words for size in range(1, min(len(word), _STEM) + 1)}
    return frozenset(words | stems)


@dataclass(slots=True)
class _Sequence:
    """A pattern that is being built, and the words that it can begin with."""

    pieces: list[str] = field(default_factory=list)
    first: set[str] = field(default_factory=set)
    may_be_empty: bool = False
    is_empty_so_far: bool = True

    def add(self, piece: str, first: Iterable[str], *, may_be_empty: bool = False) -> None:
        self.pieces.append(piece)
        if self.is_empty_so_far:
            self.first.update(first)
            self.is_empty_so_far = may_be_empty

    def begin_alternative(self) -> None:
        self.pieces.append("|")
        self.may_be_empty |= self.is_empty_so_far
        self.is_empty_so_far = True

    def end(self) -> str:
        self.may_be_empty |= self.is_empty_so_far
        return "".join(self.pieces)


def compile_template(template: str, lists: Mapping[str, Iterable[str]]) -> QuestionTemplate:
    """Compile a template.

    Args:
        template: As in the module's first lines.
        lists: The templates that each ``{name}`` stands for.

    Raises:
        ValueError: A bracket is not closed, or a list is unknown.
    """
    parts = template.split(" & ")
    return QuestionTemplate(
        tuple(_compile(part, lists) for part in parts if part[0] != "!"),
        tuple(_compile(part[1:], lists) for part in parts if part[0] == "!"),
    )


def _compile(part: str, lists: Mapping[str, Iterable[str]]) -> TemplatePart:
    sequence = _sequence(part, lists)
    pattern = re.compile(rf"(?<!\S)(?:{sequence.end()})")
    if sequence.may_be_empty or _ANY_WORD in sequence.first:
        return TemplatePart(pattern)
    return TemplatePart(pattern, frozenset(sequence.first))


def _sequence(part: str, lists: Mapping[str, Iterable[str]]) -> _Sequence:
    opened = [_Sequence()]
    for sign in _TOKEN.findall(part):
        if sign in {"(", "["}:
            opened.append(_Sequence())
        elif sign in _REPEATS:
            inside = opened.pop()
            if not opened:
                break
            piece = f"(?:{inside.end()}){_REPEATS[sign]}"
            may_be_empty = inside.may_be_empty or sign[0] == "]"
            opened[-1].add(piece, inside.first, may_be_empty=may_be_empty)
        elif sign == "|":
            opened[-1].begin_alternative()
        else:
            piece, first = _SPECIAL.get(sign) or _word_or_list(sign, lists)
            opened[-1].add(piece, first, may_be_empty=sign in _ENDS)
    if len(opened) != 1:
        msg = f"a bracket is not closed in {part!r}"
        raise ValueError(msg)
    return opened[0]


_ANY_WORD: Final = ""
_ENDS: Final = {"^", "$"}
_SPECIAL: Final = {
    "...": (_GAP, {_ANY_WORD}),
    "^": (r"\A", set[str]()),
    "$": (r"(?=\n|\Z)", set[str]()),
    "@tenor": ("@(?:tenor|long) ", {"@tenor", "@long"}),
}
_REPEATS: Final = {")": "", "]": "?", "]*": f"{{0,{_MOST_REPEATED}}}"}


def _word_or_list(sign: str, lists: Mapping[str, Iterable[str]]) -> tuple[str, set[str]]:
    if sign[0] != "{":
        stem = sign.removesuffix("*")
        return re.escape(stem) + (r"\S* " if stem != sign else " "), {sign}
    if sign[1:-1] not in lists:
        msg = f"no list {sign[1:-1]!r}"
        raise ValueError(msg)
    inner = [_sequence(each, lists) for each in lists[sign[1:-1]]]
    return f"(?:{'|'.join(each.end() for each in inner)})", set().union(*(e.first for e in inner))
