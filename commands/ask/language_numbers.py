"""Numbers in a question of another language: sums, percentages, shares, times, years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from commands.common.parsing.amount_grammar import Dollars
from commands.common.parsing.cjk_numerals import read_part
from commands.common.parsing.currencies import SCALES, names_other_currency
from commands.common.parsing.local_amounts import parse_in_locale, read_in_locale
from commands.common.parsing.local_words import fold_word, is_english, local_words
from commands.common.parsing.sanitize import ParseError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.ask.language_words import FoldedWord, LanguageWords

_NUMBER: Final = re.compile(
    r"[0-9]{1,3}(?:([ .,'’])[0-9]{3})(?:\1[0-9]{3})*(?![0-9])(?:[.,][0-9]+)?|[0-9]+(?:[.,][0-9]+)?"
)
_NUMERALS: Final = "0-9〇零一二两兩三四五六七八九十百千"
_EAST_ASIAN: Final = re.compile(
    rf"[{_NUMERALS}.,]*[万萬亿億兆][{_NUMERALS}万萬亿億兆.,]*(?<![.,])"
    r"(?: ?(?:米ドル|ドル|美元|美金))?"
)
_PART: Final = re.compile(rf"[{_NUMERALS}]+分[之の][{_NUMERALS}.]+|[1-9一二三四五六七八九]割")
_FRACTION: Final = re.compile(r"([1-9]) ?/ ?([2-9]|10)(?![0-9/])")
_YEAR: Final = re.compile(r"(?:19[5-9]|20[0-3])[0-9]")
_SIGN: Final = re.compile(r"(?<!\S)[-−–][$]?$")
_MOST_WORDS_OF_SUM: Final = 4
_POINTS: Final = re.compile("[.,]")
_PERCENT: Final = 100
_LEAST_POWER_ALONE: Final = 9
_SHORTEST_ALONE: Final = 4
_LEAST_DIGITS_ALONE: Final = 7
_OTHER_MONEY: Final = frozenset({"yen", "money"})
_MOST_DIGITS: Final = 24


@dataclass(frozen=True, slots=True)
class ReadNumber:
    """A number of a text.

    Args:
        mark: ``@usd``, ``@pct``, ``@date``, ``@num``; ``?`` for one that is no number.
        value: US dollars for ``@usd``, of a hundred for ``@pct``.
        end: Where it ends.
    """

    mark: str
    value: float
    end: int


@dataclass(frozen=True, slots=True)
class NumberReader:
    """Reads the numbers of a text.

    Args:
        text: One line.
        tokens: Its words.
        words: Of its language.
        locale: Discord's, by which numbers are read.
    """

    text: str
    tokens: Sequence[FoldedWord]
    words: LanguageWords
    locale: str

    def number_at(self, at: int) -> ReadNumber | None:
        """The number that begins with a token, if one does."""
        start = self.tokens[at].start
        if part := _PART.match(self.text, start):
            share = read_part(part[0])
            return None if share is None else _percent(float(share) * _PERCENT, part.end())
        if found := _EAST_ASIAN.match(self.text, start):
            usd = self._dollars(found[0])
            behind = first_behind(self.tokens, at, found.end())
            is_sum = usd is not None and not self._is_other_money(found.end(), behind)
            return ReadNumber("@usd" if is_sum else "?", usd or 0.0, found.end())
        if self.tokens[at].text.isdecimal():
            if found := _FRACTION.match(self.text, start):
                return _percent(_PERCENT * int(found[1]) / int(found[2]), found.end())
            number = _NUMBER.match(self.text, start)
            return None if number is None else self._in_digits(at, number)
        if _is_large_scale(self.tokens[at].text, self.locale):
            return self._sum(at, "1")
        digits = self.words.numbers.get(self.tokens[at].text)
        return None if digits is None else self._sum(at + 1, digits)

    def _in_digits(self, at: int, number: re.Match[str]) -> ReadNumber:
        behind = first_behind(self.tokens, at, number.end())
        read = read_in_locale(number[0], self.locale)
        if read is None or len(number[0]) > _MOST_DIGITS or self._is_negative(number.start()):
            return ReadNumber("?", 0.0, number.end())
        value = float(read.values[0])
        if (end := self._end_of_percent(behind)) is not None:
            return _percent(value, end)
        if (sum_ := self._sum(behind, number[0])) is not None:
            return sum_
        if _YEAR.fullmatch(number[0]):
            return ReadNumber("@date", value, number.end())
        return ReadNumber("@num" if len(read.values) == 1 else "?", value, number.end())

    def _is_negative(self, start: int) -> bool:
        sign = _SIGN.search(self.text[:start])
        return sign is not None and sign.start() > 0

    def _end_of_percent(self, at: int) -> int | None:
        if at >= len(self.tokens):
            return None
        if self.tokens[at].text == "%":
            return self.tokens[at].end
        form = self.words.form_at(self.tokens, at)
        if form is None or "percent" not in form.meanings:
            return None
        return self.tokens[at + len(form.words) - 1].end

    def _sum(self, behind: int, number: str) -> ReadNumber | None:
        """The longest sum of a number with the words behind it."""
        if not self._is_scale(behind) and len(number) < _LEAST_DIGITS_ALONE:
            return None
        last = behind
        while last < min(behind + _MOST_WORDS_OF_SUM, len(self.tokens)):
            if self.tokens[last].text.isdecimal():
                break
            last += 1
        for after in range(last, behind - 1, -1):
            end = self.tokens[after - 1].end
            words = self.text[self.tokens[behind].start : end] if after > behind else ""
            usd = self._dollars(f"{number} {words}".rstrip())
            if usd is not None:
                mark = "?" if self._is_other_money(end, after) else "@usd"
                return ReadNumber(mark, usd, end)
        return None

    def _is_scale(self, at: int) -> bool:
        return at < len(self.tokens) and _begins_scale(self.tokens[at].text, self.locale)

    def _is_other_money(self, end: int, behind: int) -> bool:
        """Whether a sum is of money that is not dollars."""
        for at in range(behind, min(behind + 2, len(self.tokens))):
            token = self.tokens[at]
            form = self.words.form_at(self.tokens, at)
            if self.text[end : token.start].strip(" '’"):
                return False
            if form is not None and not _OTHER_MONEY.isdisjoint(form.meanings):
                return True
            if names_other_currency(token.text):
                return True
            end = token.end
        return False

    def _dollars(self, text: str) -> float | None:
        clean = text.lower()
        read = parse_in_locale(clean, self.locale)
        if isinstance(read, Dollars):
            return float(read.usd)
        if not isinstance(read, ParseError) or read.code != "format" or _POINTS.search(clean):
            return None
        # In a German sentence a Billion is German: only separators leave a doubt.
        own = read_in_locale(clean, self.locale)
        return None if own is None else float(own.values[0])


@lru_cache(maxsize=4096)
def _begins_scale(word: str, locale: str) -> bool:
    """Whether a word begins "billion" or "thousand millions" in a locale or in English."""
    folded = fold_word(word)
    own = () if is_english(locale) else local_words(locale).scales
    return folded in SCALES or any(scale.partition(" ")[0] == folded for scale in own)


@lru_cache(maxsize=4096)
def _is_large_scale(word: str, locale: str) -> bool:
    """Whether a word is one such as "billion", which is a number when it stands alone."""
    folded = fold_word(word)
    powers = () if is_english(locale) else local_words(locale).scales.get(folded, ())
    return len(folded) >= _SHORTEST_ALONE and max(powers, default=0) >= _LEAST_POWER_ALONE


def first_behind(tokens: Sequence[FoldedWord], at: int, end: int) -> int:
    """The first token, from one on, that begins behind a place."""
    while at < len(tokens) and tokens[at].start < end:
        at += 1
    return at


def _percent(value: float, end: int) -> ReadNumber:
    return ReadNumber("@pct", value, end)
