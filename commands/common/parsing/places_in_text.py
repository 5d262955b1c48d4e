"""Who a sentence speaks of: holders of Treasuries by any of their names, and the United States."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from commands.common.parsing.country_table import FLAG, Country, Group, Named, fold, names
from commands.common.parsing.edit_distance import edits_between

FED: Final = "fed"
FOREIGN: Final = "grand_total"
FOREIGN_OFFICIAL: Final = "foreign_official"
HOME: Final = "us"

_WORD: Final = re.compile(r"[^\W\d_][\w.&-]*", re.UNICODE)
_POSSESSIVE: Final = re.compile(r"(?:['’]s|s['’])$")
_LONGEST: Final = 4
_CENTRAL_BANKS: Final = ("the Bank of ", "the People's ", "the Swiss ", "the Reserve Bank of ")
_WORDS: Final[dict[str, list[str]]] = json.loads(
    (files("commands.common.parsing") / "data" / "places_in_text.json").read_bytes()
)
_SUMS: Final = dict.fromkeys(_WORDS["foreign_official"], FOREIGN_OFFICIAL) | dict.fromkeys(
    _WORDS["foreign"], FOREIGN
)
# Words of the market that are also names in the table, or that one slip turns into a country.
_NOT_PLACES: Final = frozenset(_WORDS["not_places"])

_ANYBODY: Final = frozenset({"everyone", "foreigners", "islands", "sovereign wealth funds"})


@dataclass(frozen=True, slots=True)
class Place:
    """A holder named in a sentence.

    Args:
        key: Of the holder, a sum of holders, `FED` or `HOME`; another country's code otherwise.
        start: Where its name begins.
        end: Where it ends.
    """

    key: str
    start: int
    end: int


def find_places(text: str) -> tuple[Place, ...]:
    """The places named in a text, in order.

    Args:
        text: Lower case, with ``US`` already written out: ``us`` is no country.
    """
    words = list(_WORD.finditer(text))
    found: list[Place] = []
    at = 0
    while at < len(words):
        most = _LONGEST if _begins_name(words[at][0]) else 1
        for length in range(min(most, len(words) - at), 0, -1):
            start, end = words[at].start(), words[at + length - 1].end()
            key = _key(text[start:end])
            if key is not None:
                found.append(Place(key, start, end))
                at += length
                break
        else:
            at += 1
    found += _flags(text)
    found += _without_spaces(text)
    return tuple(sorted(found, key=lambda place: place.start))


def find_groups(text: str) -> tuple[tuple[str, int, int], ...]:
    """The groups of countries named in a text: each name as it is called, where it begins and ends.

    Args:
        text: Lower case.
    """
    words = list(_WORD.finditer(text))
    found = []
    for first, word in enumerate(words):
        if not _begins_name(word[0]):
            continue
        for last in range(min(first + _LONGEST, len(words)) - 1, first - 1, -1):
            start, end = word.start(), words[last].end()
            named = names().get(fold(_POSSESSIVE.sub("", text[start:end])))
            if named is None or not isinstance(named.what, Group) or len(named.what.members) < 2:
                continue
            if _of(named) is None and named.what.name not in _ANYBODY:
                found.append((named.what.name, start, end))
                break
    return tuple(found)


def members_of(group: str) -> tuple[str, ...]:
    """The codes of the countries in a group that `find_groups` found."""
    named = names().get(fold(group))
    return named.what.members if named and isinstance(named.what, Group) else ()


def _begins_name(word: str) -> bool:
    folded = fold(_POSSESSIVE.sub("", word))
    return folded in _first_words() or folded.removesuffix("s") in _first_words()


@cache
def _first_words() -> frozenset[str]:
    """The first word of every name, so that most words of a text need no further look."""
    return frozenset({"the", *(name.partition(" ")[0] for name in (*names(), *_SUMS))})


def _key(phrase: str) -> str | None:
    bare = _POSSESSIVE.sub("", phrase).rstrip(".-")
    folded = fold(bare)
    if folded in _SUMS:
        return _SUMS[folded]
    if not folded or folded in _NOT_PLACES:
        return None
    named = names().get(folded) or names().get(folded.removesuffix("s"))
    if named is None:
        return _misspelt(folded) if " " not in folded else None
    return None if named.is_code else _of(named)


def _of(named: Named) -> str | None:
    if isinstance(named.what, Country):
        return named.what.alpha2
    if isinstance(named.what, Group):
        if named.what.name == "the Federal Reserve":
            return FED
        if named.what.name.startswith(_CENTRAL_BANKS):
            return named.what.members[0]
    return None


@cache
def _misspelt(word: str) -> str | None:
    """A country whose common name is one slip away from a word that names nothing."""
    if len(word) < 4 or not word.isascii():
        return None
    near = {
        named.what.alpha2
        for name, named in names().items()
        if isinstance(named.what, Country)
        and not named.is_code
        and named.what.alpha2 in {"jp", "cn", "gb", "ca", "fr", "in", "br"}
        and name.isascii()
        and len(name) >= 5
        and edits_between(word, name, 1) <= 1
    }
    return near.pop() if len(near) == 1 else None


def _flags(text: str) -> list[Place]:
    flags = [(match, names().get(fold(match[0]))) for match in FLAG.finditer(text)]
    return [
        Place(named.what.alpha2, match.start(), match.end())
        for match, named in flags
        if named is not None and isinstance(named.what, Country)
    ]


def _without_spaces(text: str) -> list[Place]:
    """Names in scripts that leave no space between words."""
    found = []
    for name, named in names().items():
        if len(name) >= 2 and "\u2e80" <= name[0] <= "\uffef" and name in text:
            key = _of(named)
            starts = [match.start() for match in re.finditer(re.escape(name), text)]
            found += [Place(key, start, start + len(name)) for start in starts if key is not None]
    longest: list[Place] = []
    for place in sorted(found, key=lambda each: (each.start, -each.end)):
        if not longest or place.start >= longest[-1].end:
            longest.append(place)
    return longest
