"""Reading which holder is meant.

Exact names and codes come first, whatever their case, accents, script or word order. A misspelling
is corrected only when one name is nearer than every other, and the correction is reported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from commands.common.errors import InputError
from commands.common.parsing.cldr_names import named_in_cldr
from commands.common.parsing.country_search import suggest_countries
from commands.common.parsing.country_table import (
    FLAG,
    Country,
    Group,
    KnownHolder,
    Named,
    codes_that_are_words,
    fold,
    inverted,
    names,
    run_together,
)
from commands.common.parsing.edit_distance import edits_allowed, edits_between
from commands.common.parsing.sanitize import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["CountryMatch", "KnownHolder", "read_country", "suggest_countries"]

ARGUMENT: Final = "country"

_HOME: Final = "us"
_MOST_SUGGESTIONS: Final = 3
_SHORTEST_MISSPELT: Final = 5
_WORD: Final = re.compile(r"[^\W_]+")
_NOT_AVAILABLE: Final = "n a"

_BETWEEN_COUNTRIES: Final = re.compile("[;|、和与與と]")
_CONNECTORS: Final = frozenset({"and", "or", "vs", "versus", "plus", "with", "to", "then", "et"})


@dataclass(frozen=True, slots=True)
class CountryMatch:
    """The holder that was meant.

    Args:
        key: Of a `KnownHolder`.
        corrected_from: What was typed, when it was misspelt or only stands for the holder
            ("Tokyo"); None when the holder was named.
    """

    key: str
    corrected_from: str | None = None


def read_country(text: str, known: Sequence[KnownHolder]) -> CountryMatch:
    """Read a country by any name it goes by.

    Args:
        text: What was typed, raw.
        known: The holders to choose from, largest first.

    Raises:
        InputError: With code ``country.`` and one of ``too_long``, ``characters``, ``is_us``,
            ``not_listed`` (a country without a figure; ``facts["name"]``), ``unknown``
            (nearest holders suggested; a question when several are equally near); as a question
            ``group`` or ``one_of`` (``facts["name"]``, holders in it suggested) or ``two``.
    """
    cleaned = clean(text, ARGUMENT)
    typed = fold(cleaned)
    reader = _Reader(text, known)
    for holder in known:
        if typed in {fold(holder.key), fold(holder.name)}:
            return CountryMatch(holder.key)
    named = names().get(typed)
    # An accent is no part of a code: "Bỉ" is Belgium, BI is Burundi.
    if named is None or (named.is_code and not cleaned.isascii() and not FLAG.search(cleaned)):
        named = named_in_cldr(cleaned) or named
    named = named or _run_together(typed)
    if named is not None:
        return reader.match(named.what, cleaned if named.is_loose else None)
    parts = _names_within(typed)
    several = list(dict.fromkeys(part.what for part in parts))
    if len(several) == 1:
        return reader.match(several[0], cleaned if parts[0].is_loose else None)
    if several:
        raise reader.problem("two", reader.holders_among(several), is_question=True)
    nearest = _nearest(typed)
    if (misspelt := _misspelt(typed, nearest)) is not None:
        return reader.match(misspelt, cleaned)
    equally_near = reader.holders_among(tuple(nearest))
    raise reader.problem(
        "unknown",
        equally_near or _most_alike(typed, known),
        is_question=bool(equally_near),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    echo: str
    known: Sequence[KnownHolder]

    def match(self, what: Country | Group, corrected_from: str | None) -> CountryMatch:
        if isinstance(what, Group):
            members = tuple(h.name for h in self.known if h.key in what.members)
            code = "one_of" if what.is_one_of else "group"
            raise self.problem(code, members[:5], is_question=True, name=what.name)
        if any(holder.key == what.alpha2 for holder in self.known):
            return CountryMatch(what.alpha2, corrected_from)
        if what.alpha2 == _HOME:
            raise self.problem("is_us")
        raise self.problem("not_listed", name=inverted(what.name))

    def holders_among(self, several: Sequence[Country | Group]) -> tuple[str, ...]:
        keys = {what.alpha2 for what in several if isinstance(what, Country)}
        return tuple(holder.name for holder in self.known if holder.key in keys)

    def problem(
        self,
        code: str,
        suggestions: tuple[str, ...] = (),
        *,
        is_question: bool = False,
        name: str | None = None,
    ) -> InputError:
        return InputError(
            f"{ARGUMENT}.{code}",
            ARGUMENT,
            self.echo,
            suggestions=suggestions,
            is_question=is_question,
            facts={} if name is None else {"name": name},
        )


def _run_together(typed: str) -> Named | None:
    """What "HongKong" and "U K" are; a code is taken only when each of its letters stands alone.

    "N/A" is no country, but says that there is none.
    """
    if typed == _NOT_AVAILABLE:
        return None
    joined = typed.replace(" ", "")
    are_initials = all(len(word) == 1 for word in typed.split())
    return names().get(joined) if are_initials else run_together().get(joined)


def _names_within(typed: str) -> list[Named]:
    """The names a text consists of, connectors aside; none when anything else is in it."""
    words = [w for w in fold(_BETWEEN_COUNTRIES.sub(" ", typed)).split() if w != "the"]
    parts = _segments(words)
    if not parts or words[0] in _CONNECTORS or words[-1] in _CONNECTORS:
        return []
    has_word = any(phrase in codes_that_are_words() for phrase, _ in parts)
    is_one = len({id(named.what) for _, named in parts}) == 1
    return [named for _, named in parts] if is_one or not has_word else []


def _segments(words: list[str]) -> list[tuple[str, Named]] | None:
    """Cut words into names and connectors, long names first; None when some word is neither."""
    longest = 8
    tails: list[list[tuple[str, Named]] | None] = [None] * len(words) + [[]]
    for start in reversed(range(len(words))):
        for end in reversed(range(start + 1, min(start + longest, len(words)) + 1)):
            tail, phrase = tails[end], " ".join(words[start:end])
            if tail is None:
                continue
            if phrase in _CONNECTORS:
                tails[start] = tail
                break
            if (named := names().get(phrase)) is not None:
                tails[start] = [(phrase, named), *tail]
                break
    return tails[0]


def _nearest(typed: str) -> dict[Country | Group, str]:
    """Everything whose name is within a slip or two of the text and as near as any other."""
    best = edits_allowed(typed)
    found: dict[Country | Group, str] = {}
    # "N0rway" is a slip, "Norway 2" says something more.
    if best == 0 or any(word.isdecimal() for word in typed.split()):
        return found
    initials = _initials(typed)
    for name, named in names().items():
        # So short a name is one letter from too many words: "kind" from the Danish for China.
        if named.is_code or len(name) < _SHORTEST_MISSPELT or _initials(name) != initials:
            continue
        # "Middle Earth" is no misspelt Middle East.
        most = min(best, 1) if isinstance(named.what, Group) else best
        edits = edits_between(typed, name, most)
        if edits > most:
            continue
        if edits < best:
            best, found = edits, {}
        found.setdefault(named.what, name)
    return found


def _misspelt(typed: str, nearest: Mapping[Country | Group, str]) -> Country | Group | None:
    """The one thing that was meant; None where it is not sure.

    Who misspells a name gets its first letter right; "Prussia" may be Russia or not.
    """
    if len(nearest) != 1:
        return None
    [(what, name)] = nearest.items()
    return what if isinstance(what, Group) or name[0] == typed[0] else None


def _initials(text: str) -> list[str]:
    """The words of one letter: in "N Korea" no slip may change it, or leave it out."""
    return [word for word in text.split() if len(word) == 1]


def _most_alike(typed: str, known: Sequence[KnownHolder]) -> tuple[str, ...]:
    """Holders named somewhere in the text, or that begin so; else the first few."""
    named = [names().get(word) for word in _WORD.findall(typed) if len(word) > 3]
    keys = {n.what.alpha2 for n in named if n is not None and isinstance(n.what, Country)}
    mentioned = [holder for holder in known if holder.key in keys]
    beginning = suggest_countries(typed, known, _MOST_SUGGESTIONS)
    return tuple(holder.name for holder in mentioned or beginning or known)[:_MOST_SUGGESTIONS]
