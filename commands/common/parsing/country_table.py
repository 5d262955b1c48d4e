"""Names and codes of countries, from one table, and who holds Treasuries."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field


@dataclass(frozen=True, slots=True)
class KnownHolder:
    """A holder the market data names.

    Args:
        key: ISO 3166 alpha-2 code, lower case, for a country.
        name: As shown to people.
    """

    key: str
    name: str


_Name = Annotated[str, Field(min_length=2)]
_Alpha2 = Annotated[str, Field(pattern="^[a-z]{2}$")]

FLAG: Final = re.compile("([\U0001f1e6-\U0001f1ff]{2})")
"""A flag emoji."""

_DISCORD_FLAG: Final = re.compile(":flag_([a-z]{2}):")
_DROPPED: Final = re.compile("[.'’‘ʼ`]")
_SPACING: Final = re.compile(r"[\s,()/+_\-‐-―\"“”・]+")


class Country(BaseModel):
    """One row of ISO 3166-1 with the names it goes by.

    Attributes:
        alpha2: ISO code, lower case.
        alpha3: ISO code, lower case.
        name: Common English name.
        also: Other names of the same country, in any language.
        loosely: Words that stand for it without naming it: its people, its capital, a part.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    alpha2: _Alpha2
    alpha3: Annotated[str, Field(pattern="^[a-z]{3}$")]
    name: _Name
    also: tuple[_Name, ...] = ()
    loosely: tuple[_Name, ...] = ()


class Group(BaseModel):
    """Something that is named like a holder but is several, or an institution.

    Attributes:
        name: What it is called.
        also: Other names.
        members: ISO alpha-2 codes of countries that may be meant.
        is_one_of: Exactly one of them is meant, and the name does not tell which.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: _Name
    also: tuple[_Name, ...] = ()
    members: tuple[_Alpha2, ...] = ()
    is_one_of: bool = False


class _CountryTableFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    codes_that_are_words: frozenset[str]
    countries: tuple[Country, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """What a name stands for.

    Args:
        what: The country or group.
        is_loose: True when the name only stands for it ("Tokyo").
        is_code: True for ISO codes and flags, which no misspelling resembles.
    """

    what: Country | Group
    is_loose: bool = False
    is_code: bool = False


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Reduce a name to what tells it from others: no case, accents, dots or leading "the"."""
    # Decomposed first: 𝐉 has no lower case of its own, the J inside it has.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(c for c in decomposed if unicodedata.category(c) != "Mn")
    flagged = FLAG.sub(r" \1 ", _DISCORD_FLAG.sub(lambda m: flag(m[1]), letters))
    spaced = _SPACING.sub(" ", _DROPPED.sub("", flagged).replace("&", " and "))
    return spaced.strip().removeprefix("the ")


def flag(alpha2: str) -> str:
    """The flag emoji of a two-letter code."""
    return "".join(chr(ord(letter) - ord("a") + 0x1F1E6) for letter in alpha2)


def inverted(name: str) -> str:
    """Turn "Korea, South" into "South Korea"."""
    head, comma, tail = name.partition(", ")
    return f"{tail} {head}" if comma else name


@cache
def names() -> dict[str, Named]:
    """Every folded name and what it stands for.

    Raises:
        ValueError: When the table gives one name to two things.
    """
    index: dict[str, Named] = {}
    for country in _table().countries:
        for code in (country.alpha2, country.alpha3, flag(country.alpha2)):
            _add(index, code, Named(country, is_code=True))
        for name in (country.name, *country.also):
            _add(index, name, Named(country))
            _add(index, inverted(name), Named(country))
        for name in country.loosely:
            _add(index, name, Named(country, is_loose=True))
    for group in _table().groups:
        for name in (group.name, *group.also):
            _add(index, name, Named(group))
    return index


@cache
def codes_and_names(alpha2: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The folded codes and the folded names of one country; both empty for an unknown code."""
    own = names().get(alpha2)
    if own is None:
        return (), ()
    mine = [(name, named) for name, named in names().items() if named.what is own.what]
    return (
        tuple(name for name, named in mine if named.is_code),
        tuple(name for name, named in mine if not named.is_code),
    )


@cache
def run_together() -> dict[str, Named]:
    """The names of several words written as one: "southkorea"."""
    combine_bands: dict[str, Named] = {}
    for name, named in names().items():
        joined = name.replace(" ", "")
        if joined not in names():
            combine_bands[joined] = named
    return combine_bands


def codes_that_are_words() -> frozenset[str]:
    """ISO codes that are also English words: "in japan" does not name two countries."""
    return _table().codes_that_are_words


@cache
def _table() -> _CountryTableFile:
    file = files("commands.common.parsing") / "data" / "countries.json"
    return _CountryTableFile.model_validate_json(file.read_bytes())


def _add(index: dict[str, Named], name: str, named: Named) -> None:
    key = fold(name)
    if index.setdefault(key, named).what is not named.what:
        raise ValueError(f"two things are called {name!r}")
