"""The words that the story and our answers use, in plain language: rows of ``terms.json``."""

from __future__ import annotations

from importlib.resources import files
from typing import Final

from pydantic import TypeAdapter

from calc.sourced import FrozenRecord


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
