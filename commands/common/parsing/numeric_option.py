"""Reading one number of a kind, and asking back what is nearly one.

A kind brings its grammar; how the world mistypes numbers is the same for all of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from commands.common.errors import InputError
from commands.common.parsing.foreign_number_formats import around_number, readings_elsewhere
from commands.common.parsing.hedges_and_ranges import DASHES, split_values, unhedged
from commands.common.parsing.parse_error import Flaw
from commands.common.parsing.sanitize import clean, has_foreign_digits, lower_ascii

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_SIGNED: Final = re.compile(rf"[+{DASHES}]")


@dataclass(frozen=True, slots=True)
class Measure:
    """A kind of number.

    Args:
        prefix: What its problem codes begin with, whichever argument it is read for.
        parse: From clean lower-case text to a value, a flaw when it is clear but unusable, or
            None when it is not one such number.
        bounds: The facts of ``out_of_range``.
        is_change: Its sign says which way, and may be said in words.
    """

    prefix: str
    parse: Callable[[str], Fraction | Flaw | None]
    bounds: Mapping[str, float]
    is_change: bool = False


def read_measure(text: str, measure: Measure, *, argument: str) -> float:
    """Read a text that must be one number of a kind.

    Args:
        text: What was typed, raw.
        measure: The kind.
        argument: The option it came from.

    Returns:
        The value, exact until it becomes a float.

    Raises:
        InputProblem: With ``<prefix>.`` and ``too_long``, ``characters``, ``unreadable``, a code
            of the kind's grammar, or as a question ``format``.
    """
    cleaned = lower_ascii(clean(text, argument, prefix=measure.prefix))
    reading = measure.parse(cleaned)
    if isinstance(reading, Fraction):
        return float(reading)
    flaw = reading or _flaw_in(cleaned, measure)
    suggestions = _usable(flaw.suggestions, measure)
    if flaw.is_question and not suggestions:
        flaw = Flaw("unreadable")
    raise InputError(
        f"{measure.prefix}.{flaw.code}",
        argument,
        text,
        suggestions=suggestions,
        is_question=flaw.is_question,
        facts=dict(measure.bounds) if flaw.code == "out_of_range" else {},
    )


def _flaw_in(text: str, measure: Measure) -> Flaw:
    if has_foreign_digits(text):
        return Flaw("characters")
    for candidates in _nearly(text, measure):
        if _usable(candidates, measure):
            return Flaw("format", tuple(candidates), is_question=True)
        for candidate in candidates:
            if isinstance(flaw := measure.parse(candidate), Flaw):
                return flaw
    return Flaw("unreadable", _within(text, measure))


def _nearly(text: str, measure: Measure) -> Iterator[list[str]]:
    """What may be meant, the surest way first: another place's number, a hedge, several values."""
    if parts := around_number(text):
        before, number, after = parts
        readings = readings_elsewhere(number) or ()
        yield [f"{before}{reading}{after}" for reading in readings]
    yield list(unhedged(text))
    for values in split_values(text):
        if all(measure.parse(value) is not None for value in values):
            yield values


def _within(text: str, measure: Measure) -> tuple[str, ...]:
    """The one number inside "sell at 4.25 % please"; nothing when there are two."""
    words = [word.strip("()[]*`'\".,;:!") for word in text.split(" ")]
    pairs = [" ".join(pair) for pair in pairwise(words)]
    values: dict[Fraction, str] = {}
    for candidate in (*pairs, *words):
        # "A drop of 3%" is no "3%".
        if measure.is_change and not _SIGNED.match(candidate):
            continue
        if isinstance(value := measure.parse(candidate), Fraction):
            values.setdefault(value, candidate)
    return tuple(values.values()) if len(values) == 1 else ()


def _usable(candidates: Iterable[str], measure: Measure) -> tuple[str, ...]:
    """The candidates that read as a value, a question among them replaced by its answers."""
    usable: dict[str, None] = {}
    for candidate in candidates:
        match measure.parse(candidate):
            case Fraction():
                usable[candidate] = None
            case Flaw(suggestions=answers, is_question=True):
                usable.update(dict.fromkeys(_usable(answers, measure)))
    return tuple(usable)[:5]
