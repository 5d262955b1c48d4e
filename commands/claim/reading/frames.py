"""What a text claims, as frames: who, what quantity, of what, when, compared with what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.claim.reading.dates import Role, When
    from commands.claim.reading.tokenizer import TokenizedText
    from commands.claim.reading.tokens import Token
    from commands.common.parsing.quantities_in_text import QuantityInText


class Mood(Enum):
    """How surely a claim is made; a verdict is given on what is stated only."""

    STATED = "stated"
    ASKED = "asked"
    IF = "if"
    POSSIBLE = "possible"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Frame:
    """One claim as it was read.

    Args:
        kind: Of the templates.
        slots: What stands in the places of the template, by name.
        tokens: All that it was made of.
        who: Keys of the holders that it is about.
        when: Its times.
        mood: How surely.
        tense: ``past``, ``once``, ``now``.
        negation: ``not`` or ``never`` where that is the only word that denies it.
        is_whole: Everything in its words was read.
        start: Where its words begin.
        end: Where they end.
        text: The words.
    """

    kind: str
    slots: Mapping[str, Token]
    tokens: tuple[Token, ...]
    who: tuple[str, ...]
    when: tuple[When, ...]
    mood: Mood
    tense: frozenset[str]
    negation: str
    is_whole: bool
    start: int
    end: int
    text: str

    def has(self, slot: str) -> bool:
        """Whether this place is taken."""
        return slot in self.slots

    def says(self, *names: str) -> bool:
        """Whether a word of it may be of one of these classes."""
        return any(token.has(*names) for token in self.tokens)

    def number(self, slot: str = "n") -> QuantityInText | None:
        """The number in a place."""
        token = self.slots.get(slot)
        return None if token is None else token.quantity

    def value(self, slot: str) -> float | None:
        """The years, or the place in an order, in a place."""
        token = self.slots.get(slot)
        return None if token is None else token.value

    def time(self, *roles: Role) -> When | None:
        """The first time with one of these roles."""
        return next((when for when in self.when if when.role in roles), None)


@dataclass(frozen=True, slots=True)
class ClaimReading:
    """What came of reading a text.

    Args:
        frames: What was recognised, in order.
        unread: Words that were not, as typed.
        tokens: The text taken apart.
        is_complete: Nothing was left over.
    """

    frames: tuple[Frame, ...]
    unread: tuple[str, ...]
    tokens: TokenizedText
    is_complete: bool
