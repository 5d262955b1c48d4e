"""Reading an option that holds one number; what only looks like one number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from commands.common.errors import InputError
from commands.common.parsing.foreign_number_formats import (
    around_number,
    mixed_numbers_as_decimals,
    readings_elsewhere,
)
from commands.common.parsing.numbers import NUMBER
from commands.common.parsing.quantities import (
    DIRECTIONS,
    SIGNS,
    Quantity,
    direction_first,
    read_quantity,
)
from commands.common.parsing.sanitize import ParseError, clean, has_foreign_digits, lower_ascii

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


DASHES: Final = r"\-−–—"
"""The dashes in use for a minus sign or a range, for a character class."""

_HEDGE_BEFORE: Final = re.compile(
    r"(?:[~≈<>≤≥±]=?|=>|(?:approx|circa|ca|c|max|min)\."
    r"|(?:about|around|approx|approximately|roughly|circa|ca|some|nearly|almost"
    r"|over|under|above|below|more than|less than|at least|at most|up to|upto|just over|just under"
    r"|maybe|perhaps|like|say|only|exactly|max|maximum|min|minimum)\b) ?(.+)"
)
_HEDGE_AFTER: Final = re.compile(
    r"(.+?) ?(?:\+|-?ish|or (?:so|more|less)|plus|max|maximum|min|minimum|approx\.?|\?"
    r"|(?:(?:per|a|an|each|every) |/ ?)(?:day|week|month|quarter|year|annum|d|wk|mo|mth|yr|y|hour)"
    r"|daily|weekly|monthly|quarterly|yearly|annually|p\.?a\.?)"
)
_BETWEEN: Final = re.compile(r"^(?:between|from|either) ")
_SEPARATORS: Final = re.compile(
    rf" ?(?:[{DASHES}~〜,;&|]|\.{{2,}}|…) ?| (?:to|and|or|until|through|vs) "
)
_UNIT_THEN_NUMBER: Final = re.compile(r"(?<=[a-z%億亿兆万萬]) ?(?=\$?[0-9])")
_BARE_NUMBER: Final = re.compile(rf"[+{DASHES}]?\$?{NUMBER}")
_UNIT_AT_END: Final = re.compile(r"(?<=[0-9]) ?(?:[a-z]+(?: [a-z]+)*|%|[^\x00-\x7f]+)$")


def unhedged(text: str) -> Iterator[str]:
    """The value inside "about 200b" and "200b or more", if there is a hedge."""
    for pattern in (_HEDGE_BEFORE, _HEDGE_AFTER):
        if found := pattern.fullmatch(text):
            yield found[1]


def split_values(text: str) -> Iterator[list[str]]:
    """Every way to take "100b to 200b" or "1t 200b" for several values.

    Yields:
        At least two parts, the surest way first; in "1 to 2 trillion" both get the unit. Whether
        they are values is not looked at.
    """
    bare = _BETWEEN.sub("", text)
    splits = [_SEPARATORS.split(bare), _UNIT_THEN_NUMBER.split(bare)]
    splits += ([bare[: at.start()], bare[at.end() :]] for at in re.finditer(" ", bare))
    yield from (_with_shared_unit(parts) for parts in splits if len(parts) > 1)


def _with_shared_unit(parts: list[str]) -> list[str]:
    unit = _UNIT_AT_END.search(parts[-1])
    if unit is None:
        return parts
    return [part + unit[0] if _BARE_NUMBER.fullmatch(part) else part for part in parts]


_SIGNED: Final = re.compile(rf"[+{DASHES}]")


@dataclass(frozen=True, slots=True)
class NumericOption:
    """What an option that takes one number reads.

    Args:
        prefix: What its error codes begin with, whichever argument it is read for.
        units: From `quantities.units`.
        bounds: The lowest and the highest value, in the unit of the factors.
        facts: What ``out_of_range`` calls the two bounds, or the higher one.
        divisor: From that unit to the value returned.
        is_bare_offered: Whether a bare number may be suggested before this word, which is not
            known and may be another unit.
        is_change: Its sign says which way, and may be said in words.
        refuses_negative: A negative number has a sentence of its own.
        prepare: Takes away what may stand around the number; a value or an error when that is
            all there is to read, None when it cannot be right.
        doubt: Why a number cannot be taken as it stands, if it cannot.
        is_other_money: Whether a text that is no such number names money that is not dollars.
    """

    prefix: str
    units: Mapping[str, Fraction]
    bounds: tuple[Fraction | int, Fraction | int]
    facts: tuple[str, ...]
    divisor: int = 1
    is_bare_offered: Callable[[str], bool] = lambda _: True
    is_change: bool = False
    refuses_negative: bool = False
    prepare: Callable[[str], str | Fraction | ParseError | None] = str
    doubt: Callable[[Quantity], ParseError | None] = lambda _: None
    is_other_money: Callable[[str], bool] = lambda _: False

    def parse(self, text: str) -> Fraction | ParseError | None:
        """Read clean lower-case text.

        Returns:
            The value; an error when it is clear but unusable; None when it is no such number.
        """
        reading = self._read(direction_first(text) if self.is_change else text)
        if reading is None and self.is_other_money(text):
            return ParseError("not_dollars")
        if not isinstance(reading, Fraction):
            return reading
        lowest, highest = self.bounds
        in_range = lowest <= reading <= highest
        return reading / self.divisor if in_range else ParseError("out_of_range")

    def _read(self, text: str) -> Fraction | ParseError | None:
        prepared = self.prepare(text)
        if not isinstance(prepared, str):
            return prepared
        quantity = read_quantity(prepared, self.units, DIRECTIONS if self.is_change else SIGNS)
        if quantity is None:
            return None
        if self.refuses_negative and quantity.value < 0:
            return ParseError("negative", (quantity.unsigned,))
        return self.doubt(quantity) or quantity.value * self.units[quantity.unit]


def read_numeric_option(text: str, option: NumericOption, *, argument: str) -> float:
    """Read a text that must be one number.

    Args:
        text: What was typed, raw.
        option: What the option reads.
        argument: The option it came from.

    Returns:
        The value, exact until it becomes a float.

    Raises:
        InputError: With ``<prefix>.`` and ``too_long``, ``characters``, ``unreadable``,
            ``out_of_range`` (its facts are the bounds), ``negative``, ``not_dollars``, or as a
            question ``format``.
    """
    cleaned = lower_ascii(clean(text, argument, prefix=option.prefix))
    reading = option.parse(cleaned)
    if isinstance(reading, Fraction):
        return float(reading)
    error = reading or _error_in(cleaned, option)
    suggestions = _usable(error.suggestions, option)
    if error.is_question and not suggestions:
        error = ParseError("unreadable")
    bounds = map(float, option.bounds[-len(option.facts) :])
    raise InputError(
        f"{option.prefix}.{error.code}",
        argument,
        text,
        suggestions=suggestions,
        is_question=error.is_question,
        facts=dict(zip(option.facts, bounds, strict=True)) if error.code == "out_of_range" else {},
    )


def _error_in(text: str, option: NumericOption) -> ParseError:
    if has_foreign_digits(text):
        return ParseError("characters")
    for candidates in _nearly(text, option):
        if _usable(candidates, option):
            return ParseError("format", tuple(candidates), is_question=True)
        for candidate in candidates:
            if isinstance(error := option.parse(candidate), ParseError):
                return error
    return ParseError("unreadable", _within(text, option))


def _nearly(text: str, option: NumericOption) -> Iterator[list[str]]:
    """What may be meant, surest first: another number format, a hedge, several values."""
    yield mixed_numbers_as_decimals(text)
    if parts := around_number(text):
        before, number, after = parts
        readings = readings_elsewhere(number) or ()
        yield [f"{before}{reading}{after}" for reading in readings]
    yield list(unhedged(text))
    for values in split_values(text):
        if all(option.parse(value) is not None for value in values):
            yield values


def _within(text: str, option: NumericOption) -> tuple[str, ...]:
    """The one number inside "sell at 4.25 % please"; nothing when there are two."""
    words = [word.strip("()[]*`'\".,;:!") for word in text.split(" ")]
    pairs = [" ".join(pair) for pair in pairwise(words)]
    values: dict[Fraction, str] = {}
    for candidate in (*pairs, *words):
        following = (after for word, after in pairwise(words) if word == candidate)
        if candidate.isdecimal() and not all(map(option.is_bare_offered, following)):
            continue
        # "A drop of 3%" is no "3%".
        if option.is_change and not _SIGNED.match(candidate):
            continue
        if isinstance(value := option.parse(candidate), Fraction):
            values.setdefault(value, candidate)
    return tuple(values.values()) if len(values) == 1 else ()


def _usable(candidates: Iterable[str], option: NumericOption) -> tuple[str, ...]:
    """The candidates that read as a value, a question among them replaced by its answers."""
    usable: dict[str, None] = {}
    for candidate in candidates:
        match option.parse(candidate):
            case Fraction():
                usable[candidate] = None
            case ParseError(suggestions=answers, is_question=True):
                usable.update(dict.fromkeys(_usable(answers, option)))
    return tuple(usable)[:5]
