"""One term of the glossary."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
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
