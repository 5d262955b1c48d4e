"""Reading an option that takes one number, and asking back what is nearly one.

An option brings its units and bounds; the ways to mistype a number are the same for all of them.
"""

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
from commands.common.parsing.hedges_and_ranges import DASHES, split_values, unhedged
from commands.common.parsing.parse_error import ParseError
from commands.common.parsing.quantities import (
    DIRECTIONS,
    SIGNS,
    Quantity,
    direction_first,
    read_quantity,
)
from commands.common.parsing.sanitize import clean, has_foreign_digits, lower_ascii

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

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
