"""The words of one language: classes of words, flags, other things than Treasuries, templates."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

FILLER: Final = "FILLER"
OTHER: Final = "OTHER"
UNKNOWN: Final = "UNKNOWN"
FLAGS: Final = ("IF", "MODAL", "NOT", "DENY")

_NUMBERS: Final = ("USD", "PCT", "PTS", "BARE", "MON", "CUR", "TENOR", "DUR", "ORD")
_ITEMS: Final = (*_NUMBERS, "WHO", "AGENCY", "PER", "SEP", OTHER, UNKNOWN)
_FIRST_CHARACTER: Final = 0xE000
_ELEMENT: Final = re.compile(r"(?:(?P<slot>[a-z][a-z0-9]*)=)?(?P<name>[A-Z][A-Z0-9]*)")
_LONGEST_PHRASE: Final = 6


@dataclass(frozen=True, slots=True)
class ClaimTemplate:
    """A pattern over classes of words.

    Args:
        kind: What a segment that it matches claims.
        pattern: Over characters that stand for sets of classes.
    """

    kind: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class ClaimVocabulary:
    """Everything that a language needs.

    Args:
        phrases: From words to the classes that they may have.
        longest: The most words of a phrase.
        characters: One character per set of classes, for the templates.
        sets: The sets, in the order of their characters.
        templates: In order of preference.
        rewrites: Patterns of the language and what stands for each.
        raw: The rest of the file.
    """

    phrases: Mapping[tuple[str, ...], frozenset[str]]
    longest: int
    characters: Mapping[frozenset[str], str]
    sets: tuple[frozenset[str], ...]
    templates: tuple[ClaimTemplate, ...]
    rewrites: Mapping[str, Sequence[tuple[re.Pattern[str], str]]]
    raw: Mapping[str, Any]

    def pattern(self, name: str) -> re.Pattern[str]:
        """A pattern of the file; `re` keeps it compiled."""
        return re.compile(self.raw[name])

    def classes_of(self, character: str) -> frozenset[str]:
        """The set of classes that a character stands for."""
        return self.sets[ord(character) - _FIRST_CHARACTER]

    def words(self, *path: str) -> tuple[str, ...]:
        """A list of phrases of the file."""
        found: Any = self.raw
        for key in path:
            found = found[key]
        return _split(found)


@cache
def vocabulary(language: str = "en") -> ClaimVocabulary:
    """Read a language.

    Raises:
        ValueError: A template names a class that no word has.
    """
    raw = _load(language)
    phrases: dict[tuple[str, ...], set[str]] = {}
    for name, listed in _classes(raw):
        for phrase in _split(listed):
            phrases.setdefault(tuple(phrase.split()), set()).add(name)
    for words, classes in phrases.items():
        # A word with a meaning is no filler, and no other thing.
        if len(classes) > 1:
            classes.discard(FILLER)
        if len(classes) > 1 and len(words) == 1:
            classes.discard(OTHER)
    frozen = {words: frozenset(classes) for words, classes in phrases.items()}
    sets = {*frozen.values(), *(frozenset({name}) for name in _ITEMS), *_MIXED}
    characters = {
        each: chr(_FIRST_CHARACTER + at) for at, each in enumerate(sorted(sets, key=sorted))
    }
    return ClaimVocabulary(
        frozen,
        min(max(map(len, frozen)), _LONGEST_PHRASE),
        characters,
        tuple(characters),
        tuple(_templates(f"{language}_templates", characters)),
        {
            when: [(re.compile(pattern), by) for pattern, by in raw["rewrites"][when]]
            for when in ("before", "after")
        },
        raw,
    )


_MIXED: Final = (
    frozenset({"TENOR", "DUR"}),
    frozenset({"BARE", "MON"}),
    frozenset({"USD", "MON"}),
)


def _load(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        (files("commands.claim") / "data" / f"{name}.json").read_text("utf-8")
    )
    return loaded


def _classes(raw: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from raw["words"].items()
    yield from raw["flags"].items()
    yield from (("AGENCY", listed) for listed in raw["agencies"].values())
    yield OTHER, raw["other"]
    yield FILLER, raw["fillers"]


def _split(listed: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in listed.split(","))


def _templates(name: str, characters: Mapping[frozenset[str], str]) -> Iterator[ClaimTemplate]:
    raw = _load(name)
    macros: dict[str, str] = raw["macros"]
    known = frozenset().union(*characters)
    number = 0
    for kind, patterns in raw["templates"].items():
        for pattern in patterns:
            number += 1
            yield ClaimTemplate(kind, re.compile(_compiled(pattern, macros, characters, known)))


def _compiled(
    pattern: str,
    macros: Mapping[str, str],
    characters: Mapping[frozenset[str], str],
    known: frozenset[str],
) -> str:
    """A regular expression over characters; a slot that stands twice gets a number."""
    seen: dict[str, int] = {}

    def element(match: re.Match[str]) -> str:
        name, slot = match["name"], match["slot"]
        if name in macros:
            inner = _ELEMENT.sub(element, macros[name])
        elif name in known:
            inner = f"[{''.join(c for classes, c in characters.items() if name in classes)}]"
        else:
            raise ValueError(name)
        if slot is None:
            return inner
        seen[slot] = seen.get(slot, 0) + 1
        return f"(?P<{slot}__{seen[slot]}>{inner})"

    written = _ELEMENT.sub(element, pattern)
    return written.replace(" ", "")
