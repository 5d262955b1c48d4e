"""Scale words, separators and units as each of Discord's locales writes them."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Final

from pydantic import BaseModel, ConfigDict

ENGLISH_LOCALE: Final = "en-US"


class LocalWords(BaseModel):
    """What one locale writes.

    Attributes:
        decimal: Its decimal separator.
        group: What parts thousands.
        scales: From a folded scale word to the powers of ten it stands for.
        units: Folded words for "percent", "years", "months", "weeks" and "days".
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    decimal: str
    group: str
    scales: dict[str, tuple[int, ...]]
    units: dict[str, tuple[str, ...]]


class _ShareWords(BaseModel):
    """Words that CLDR does not have: for all, for half, and units Babel has no pattern for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    all: tuple[str, ...]
    half: tuple[str, ...]
    units: dict[str, tuple[str, ...]]


class _LocalWordsFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    locales: dict[str, LocalWords]


def fold_word(text: str) -> str:
    """Reduce a word to what tells it from others: no case, accents, dots or outer blanks."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(c for c in decomposed if unicodedata.category(c) not in {"Mn", "Cf"})
    return " ".join(letters.replace(".", "").split())


def is_english(locale: str) -> bool:
    """Whether numbers are read the American way: in English, and where the locale is unknown."""
    return locale.startswith("en") or locale not in _table()


def reading_locale(tag: str) -> str:
    """The locale of Discord's by which numbers are read where a language is all that is known."""
    language = tag.replace("_", "-").casefold()
    for matches in (language, language.partition("-")[0]):
        for locale in (ENGLISH_LOCALE, *_table()):
            if locale.casefold() == matches or locale.casefold().startswith(f"{matches}-"):
                return locale
    return ENGLISH_LOCALE


def local_words(locale: str) -> LocalWords:
    """What a locale writes, by its name in Discord.

    Raises:
        KeyError: It is not one of Discord's.
    """
    return _table()[locale]


@cache
def scales_anywhere() -> dict[str, frozenset[int]]:
    """Every folded scale word of a locale that is not English, with all powers it stands for."""
    powers: dict[str, set[int]] = {}
    for locale, words in _table().items():
        if not is_english(locale):
            for word, own in words.scales.items():
                powers.setdefault(word, set()).update(own)
    return {word: frozenset(own) for word, own in powers.items()}


@cache
def units_anywhere() -> dict[str, str]:
    """Every folded unit word of any locale, with the unit; a word of two units is left out."""
    units: dict[str, set[str]] = {}
    for words in _table().values():
        for unit, own in words.units.items():
            for word in own:
                units.setdefault(word, set()).add(unit)
    for unit, own in _share_words().units.items():
        for word in own:
            units.setdefault(fold_word(word), set()).add(unit)
    return {word: next(iter(own)) for word, own in units.items() if len(own) == 1}


@cache
def shares_anywhere() -> dict[str, Fraction]:
    """Every folded word for all or half of it."""
    words = _share_words()
    return {
        **{fold_word(word): Fraction(1) for word in words.all},
        **{fold_word(word): Fraction(1, 2) for word in words.half},
    }


@cache
def _share_words() -> _ShareWords:
    file = files("commands.common.parsing") / "data" / "share_words.json"
    return _ShareWords.model_validate_json(file.read_bytes())


@cache
def _table() -> dict[str, LocalWords]:
    file = files("commands.common.parsing") / "data" / "cldr.json"
    return _LocalWordsFile.model_validate_json(file.read_bytes()).locales
