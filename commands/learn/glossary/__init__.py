"""The words that the story and our answers use, in plain language: rows of ``terms.json``."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from importlib.resources import files
from typing import Final

from pydantic import TypeAdapter

from calc.sourced import FrozenRecord
from commands.common.locale.catalog_files import served_languages
from commands.common.parsing.edit_distance import edits_allowed, edits_between
from commands.common.translator import translator_for


class Term(FrozenRecord):
    """A word that the story or an answer of ours uses.

    Args:
        key: Lower-case letters and digits, stable: buttons carry it.
        name: As it heads its answer.
        meaning: Two plain sentences.
        example: A small worked example; ``{named}`` places are filled from `figures`.
        also: Other words for it.
        related: Keys of terms that lead on.
        used: The command that uses it, whose sample button stands under the term.
    """

    key: str
    name: str
    meaning: str
    example: str
    also: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    used: str = "selloff"


_ROWS: Final = TypeAdapter(tuple[Term, ...]).validate_json(
    (files(__name__) / "terms.json").read_bytes()
)
TERMS: Final = {term.key: term for term in _ROWS}
_SPACING: Final = re.compile(r"[\s_\-./'’“”\"]+")
_BRACKETS: Final = re.compile("[()（）]")
_LONGEST: Final = 100
_ALIKE: Final = 0.75
_LEAST_WORD: Final = 4


def find_term(typed: str) -> Term | None:
    """The term that is meant: by name in any language, another word, or one but for a slip."""
    wanted = _fold(typed)
    if not wanted:
        return None
    known = _names()
    if wanted in known:
        return known[wanted]
    most = edits_allowed(wanted)
    near = {
        term.key: term
        for name, term in known.items()
        if len(name) > 3 and edits_between(wanted, name, most) <= most
    }
    return near.popitem()[1] if most and len(near) == 1 else None


def nearest_terms(typed: str, most: int) -> list[Term]:
    """Terms spelt nearly so, best first, then those explained with it; often there are none."""
    wanted = _fold(typed)
    likeness = {term.key: _likeness(wanted, term) for term in TERMS.values()}
    ranked = sorted(TERMS.values(), key=lambda term: -likeness[term.key])
    alike = [term for term in ranked if likeness[term.key] >= _ALIKE]
    whole = re.compile(rf"\b{re.escape(wanted)}\b")
    is_word = len(wanted) >= _LEAST_WORD
    told = [term for term in ranked if is_word and whole.search(_fold(term.meaning))]
    return list({term.key: term for term in (*alike, *told)}.values())[:most]


def matching_terms(typed: str, most: int) -> list[Term]:
    """Terms one of whose names begins so, then those that hold it anywhere."""
    wanted = _fold(typed)
    if not wanted:
        return list(TERMS.values())[:most]
    names = {
        key: [name for name, t in _names().items() if t is term] for key, term in TERMS.items()
    }
    beginning = [t for k, t in TERMS.items() if any(n.startswith(wanted) for n in names[k])]
    holding = [t for k, t in TERMS.items() if any(wanted in n for n in names[k])]
    found = list({term.key: term for term in (*beginning, *holding)}.values())
    return (found or nearest_terms(typed, 5))[:most]


def _likeness(wanted: str, term: Term) -> float:
    names = [name for name, known in _names().items() if known is term]
    return max(
        SequenceMatcher(None, wanted, name).ratio() + _shares_words(wanted, name) for name in names
    )


def _shares_words(wanted: str, name: str) -> bool:
    """Whether one holds the other, or its beginning, as words: "credit" and "credit rating"."""
    shorter, longer = sorted((wanted, name), key=len)
    return len(shorter) >= _LEAST_WORD and f" {shorter}" in f" {longer}"


def _names() -> dict[str, Term]:
    return _names_in(served_languages())


@lru_cache(maxsize=2)
def _names_in(languages: tuple[str, ...]) -> dict[str, Term]:
    """Terms by all their names: the English ones first, then the translated ones."""
    names: dict[str, Term] = {}
    for term in TERMS.values():
        names[_fold(term.name)] = term
    for term in TERMS.values():
        for other in (term.key, *term.also):
            names.setdefault(_fold(other), term)
    for translator in map(translator_for, languages):
        for term in TERMS.values():
            for name in _BRACKETS.split(translator.gettext(term.name)):
                if name.strip():
                    names.setdefault(_fold(name), term)
    return names


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text[:_LONGEST]).casefold()
    return _SPACING.sub(" ", plain).strip().removeprefix("the ")
