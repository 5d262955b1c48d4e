"""A text as a row of tokens: numbers, places, dates and words."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from commands.claim.reading.dates import find_dates
from commands.claim.reading.numbers import find_sums, find_times_and_places
from commands.claim.reading.vocabulary import vocabulary
from commands.claim.reading.words import find_words, join_lists, without_helpers
from commands.claim.regions import DOMESTIC
from commands.common.parsing.digits_in_text import write_digits

if TYPE_CHECKING:
    from datetime import date

    from commands.claim.reading.dates import When
    from commands.claim.reading.tokens import Token
    from commands.common.parsing.quantities_in_text import QuantityInText

_LONGEST: Final = 30.0
MAX_LENGTH: Final = 300
"""What is read of a longer text."""

_LINK: Final = re.compile(r"https?://\S+|<[@#:][^>]*>")


@dataclass(frozen=True, slots=True)
class TokenizedText:
    """A text taken apart.

    Args:
        text: As read: lower case, numbers in digits.
        raw: As typed.
        tokens: Those with a meaning, in order.
        dates: When.
        flags: "if", "could", "not" and the like: name and place.
        now: The day on which it is read.
        is_cut: It was longer than what is read.
    """

    text: str
    raw: str
    tokens: tuple[Token, ...]
    dates: tuple[When, ...]
    flags: tuple[tuple[str, int], ...]
    now: date
    is_cut: bool

    @property
    def is_question(self) -> bool:
        """It asks."""
        return asks(self.text)

    def has(self, *names: str) -> bool:
        """Whether a word may be of one of these classes."""
        return any(token.has(*names) for token in self.tokens)

    def says(self, pattern: str) -> bool:
        """Whether a pattern of the language stands in it."""
        return vocabulary().pattern(pattern).search(self.text) is not None

    @property
    def names_other(self) -> bool:
        """Another thing than US debt is named."""
        return any(token.is_other for token in self.tokens)

    @property
    def who(self) -> tuple[str, ...]:
        """Keys of those abroad who are named, each once."""
        keys = dict.fromkeys(key for token in self.tokens for key in token.who)
        return tuple(key for key in keys if key != DOMESTIC)

    def numbers(self, name: str) -> list[QuantityInText]:
        """The numbers of a class."""
        return [token.quantity for token in self.tokens if token.has(name) and token.quantity]

    def years(self, name: str, least: float = 1.0) -> list[float]:
        """Maturities or lives, up to that of the longest bond."""
        found = (token.value for token in self.tokens if token.has(name))
        return [years for years in found if least <= years <= _LONGEST]

    def flagged(self, name: str) -> bool:
        """Whether such a word stands in it."""
        return any(flag == name for flag, _ in self.flags)


def tokenize(raw: str, now: date) -> TokenizedText:
    """Take a text apart; anything at all may be in it."""
    visible = _visible(_LINK.sub(" ", raw))
    dates, text, rest = find_dates(_prepared(visible[:MAX_LENGTH]), now)
    tokens: list[Token] = []
    rest = _take(rest, find_times_and_places(rest), tokens)
    rest = _take(rest, find_sums(rest), tokens)
    found, flags = find_words(rest)
    tokens = sorted((*tokens, *found), key=lambda token: token.start)
    tokens, denials = without_helpers(tokens)
    return TokenizedText(
        text,
        raw,
        tuple(join_lists(tokens)),
        dates,
        (*flags, *denials),
        now,
        len(visible) > MAX_LENGTH,
    )


def _prepared(visible: str) -> str:
    known = vocabulary()
    text = known.pattern("home").sub("america", visible).lower()
    text = write_digits(_rewritten(text, "before"))
    return " ".join(_rewritten(text, "after").split())


def _rewritten(text: str, when: str) -> str:
    for pattern, by in vocabulary().rewrites[when]:
        text = pattern.sub(by, text)
    return text


def _visible(raw: str) -> str:
    """One line of what can be seen; full-width digits and signs as ASCII."""
    kept = "".join(
        "\n" if c == "\n" else " " if unicodedata.category(c) in {"Zs", "Zl", "Zp", "Cc"} else c
        for c in raw
        if unicodedata.category(c) not in {"Cf", "Cs", "Co", "Cn"}
    ).replace("\n", " . ")
    plain = "".join(
        unicodedata.normalize("NFKC", c) if "\uff01" <= c <= "\uff5e" else c for c in kept
    )
    return " ".join(plain.split())


def _take(text: str, found: list[Token], tokens: list[Token]) -> str:
    """Blank what was read, so that nothing is read twice."""
    for token in found:
        text = text[: token.start] + "\x00" * (token.end - token.start) + text[token.end :]
    tokens += found
    return text


def asks(text: str) -> bool:
    """Whether a sentence is a question."""
    words = text.split()
    return "?" in text or bool(words and words[0] in vocabulary().words("questions"))


def tense_of(text: str) -> frozenset[str]:
    """Which of ``past``, ``once`` and ``now`` words of a text tell."""
    spaced = f" {re.sub('[^a-z0-9]+', ' ', text)} "
    # "Held by the public" is of no time.
    spaced = re.sub(r" held (?=by |abroad )|(?<= foreign) held ", " ", spaced)
    return frozenset(
        name
        for name in ("past", "once", "now")
        if any(f" {word} " in spaced for word in vocabulary().words(name))
    )
