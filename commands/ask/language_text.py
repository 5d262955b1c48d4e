"""A text of another language as a row of meanings: what its words say, whatever the language."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from commands.ask.language_numbers import NumberReader, ReadNumber, first_behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.ask.language_words import FoldedWord, Form, LanguageWords

WHO: Final = "@who"
UNREAD: Final = "?"
_FILLER: Final = "-"
_PAUSE: Final = re.compile(r"[,;:.!?—–](?=\s|$)|[、。]| - ")
_AROUND_TERM: Final = frozenset({"means", "what", "how", "ask", "can", _FILLER})
_SIGNS: Final = "$%€£¥"
_ENOUGH: Final = 40
"""Words by which a language is told."""


@dataclass(frozen=True, slots=True)
class MeaningsOfText:
    """What a text says.

    Args:
        marked: The meanings in order, a blank behind each; among them ``@who``, marks of numbers,
            ``/`` for a pause, and ``?`` for what was not read.
        holders: Keys of holders, each with its place among the meanings.
        sums: US dollars.
        percents: Of a hundred.
        numbers: Of nothing that is known.
        has_unread_number: Whether there is a number that cannot be read.
        unread: Words that were not read.
        known: How many words were read, names and numbers left aside.
        rest: What stands around the words of a question about a word.
    """

    marked: str
    holders: tuple[tuple[str, int], ...]
    sums: tuple[float, ...]
    percents: tuple[float, ...]
    numbers: tuple[float, ...]
    has_unread_number: bool
    unread: tuple[str, ...]
    known: int
    rest: str


def coverage_of(text: str, words: LanguageWords) -> tuple[float, int]:
    """The share of the words of a text that a language has, and how many that are.

    Names, numbers and signs are of every language.
    """
    tokens = words.tokens(text.translate(words.characters))[:_ENOUGH]
    known = unread = at = 0
    while at < len(tokens):
        said = tokens[at].text
        form = None if said.isdecimal() or said in _SIGNS else words.form_at(tokens, at)
        if form is not None:
            known += 0 if form.meanings[0] == WHO else len(form.words)
        elif said[0].isalpha():
            unread += 1
        at += 1 if form is None else len(form.words)
    return (known / (known + unread) if known else 0.0), known


def meanings_of(text: str, words: LanguageWords, locale: str) -> MeaningsOfText:
    """Read a text by the words of a language.

    Args:
        text: One line.
        words: Of the language.
        locale: Discord's, by which numbers are read.
    """
    read = _Reading(text.translate(words.characters), text)
    tokens = words.tokens(read.text)
    numbers = NumberReader(read.text, tokens, words, locale)
    at = 0
    while at < len(tokens):
        read.add_pause(tokens[at].start)
        if number := numbers.number_at(at):
            read.add_number(number)
            at = first_behind(tokens, at, number.end)
        elif form := words.form_at(tokens, at):
            read.add_form(form, tokens[at : at + len(form.words)])
            at += len(form.words)
        else:
            read.add_unread(tokens[at])
            at += 1
    return read.done()


@dataclass(slots=True)
class _Reading:
    text: str
    typed: str
    row: list[str] = field(default_factory=list)
    holders: list[tuple[str, int]] = field(default_factory=list)
    numbers: list[ReadNumber] = field(default_factory=list)
    unread: list[tuple[int, int]] = field(default_factory=list)
    rest: list[tuple[int, int]] = field(default_factory=list)
    known: int = 0
    end: int = 0

    def add_pause(self, start: int) -> None:
        if self.row and self.row[-1] != "/" and _PAUSE.search(self.text[self.end : start]):
            self.row.append("/")

    def add_number(self, number: ReadNumber) -> None:
        is_one = number.mark == "@num" and number.value == 1
        self.row.append("@one" if is_one else number.mark)
        self.numbers.append(number)
        self.end = number.end

    def add_form(self, form: Form, tokens: Sequence[FoldedWord]) -> None:
        start, self.end = tokens[0].start, tokens[-1].end
        if form.meanings[0] == WHO:
            self.holders.append((form.meanings[1], len(self.row)))
            self.row.append(WHO)
        else:
            self.row += [each for each in form.meanings if each != _FILLER]
            self.known += len(form.words)
        if not _AROUND_TERM.intersection(form.meanings):
            self._extend(self.rest, start)

    def add_unread(self, token: FoldedWord) -> None:
        self.end = token.end
        if token.text in _SIGNS:
            return
        self.row.append(UNREAD)
        self._extend(self.unread, token.start)
        self._extend(self.rest, token.start)

    def _extend(self, spans: list[tuple[int, int]], start: int) -> None:
        """Add a span, to the last one where no blank parts them."""
        if spans and spans[-1][1] == start and not self.text[start].isascii():
            spans[-1] = spans[-1][0], self.end
        else:
            spans.append((start, self.end))

    def done(self) -> MeaningsOfText:
        def values(mark: str) -> tuple[float, ...]:
            return tuple(each.value for each in self.numbers if each.mark == mark)

        return MeaningsOfText(
            marked="".join(f"{each} " for each in self.row),
            holders=tuple(self.holders),
            sums=values("@usd"),
            percents=values("@pct"),
            numbers=values("@num"),
            has_unread_number=bool(values(UNREAD)),
            unread=tuple(self.typed[start:end] for start, end in self.unread),
            known=self.known,
            rest=self.typed[self.rest[0][0] : self.rest[-1][1]] if self.rest else "",
        )
