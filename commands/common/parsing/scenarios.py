"""Reading a whole sale from one short line: ``japan 200b month``, ``china half in a day``.

The line is cut into a country, an amount and a pace that may be missing, and each is read by its
own reader; the whole line must be used up, and only one cut may make sense.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final, TypeVar

from calc import Pace
from commands.common.errors import InputError
from commands.common.parsing.amounts import read_amount
from commands.common.parsing.countries import read_country
from commands.common.parsing.sanitize import clean, lower_ascii

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from commands.common.parsing.amounts import Dollars, Share
    from commands.common.parsing.countries import CountryMatch, KnownHolder

_Read = TypeVar("_Read")

_CODE: Final = "scenario"
_PACE: Final = re.compile(r" (?:in |over )?(?:an? |one )?(day|month|year)$")
_EXAMPLES: Final = ("japan 200b month", "china half day")
_AMOUNTS: Final = ("200b", "half")
_MOST_COUNTRIES: Final = 3
# No country holds a number or ends in a sign: both are the amount's.
_BELONGS_TO_AMOUNT: Final = re.compile(r"(?:^| )(?:\$?[0-9]|[^\w\U0001f1e6-\U0001f1ff:]+$)")
# Longer than any that makes sense: each cut is read twice.
_MOST_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class ScenarioText:
    """A sale as it was typed.

    Args:
        country: Who sells.
        amount: How much, not yet held against what there is.
        pace: How long it takes; a month when it was not said.
        text: What was typed, raw.
        around: What stands before and behind the amount.
    """

    country: CountryMatch
    amount: Dollars | Share
    pace: Pace
    text: str
    around: tuple[str, str]

    def with_problem(self, problem: InputError, argument: str) -> InputError:
        """A problem of the amount, with suggestions for the whole line."""
        sums = problem.suggestions or _AMOUNTS
        return _completed(problem, sums, self.around, self.text, argument)


def read_scenario_text(text: str, known: Sequence[KnownHolder], *, argument: str) -> ScenarioText:
    """Read a sale.

    Args:
        text: What was typed, raw.
        known: The holders to choose from, largest first.
        argument: The option it came from.

    Raises:
        InputError: ``scenario.`` and one of ``too_long``, ``characters``, ``unreadable`` and, as
            a question, ``format``; or, when only the country or only the amount is at fault, the
            problem of that one.
    """
    line = lower_ascii(clean(text, argument, prefix=_CODE))
    pace_part = _PACE.search(line)
    pace = Pace(pace_part[1]) if pace_part else Pace.MONTH
    tail = pace_part[0] if pace_part else ""
    words = (line.removesuffix(tail) if tail else line).split()
    if not 2 <= len(words) <= _MOST_WORDS:
        raise _unreadable(text, argument)
    cuts = [
        (" ".join(words[:at]), " ".join(words[at:]))
        for at in range(1, len(words))
        if not _BELONGS_TO_AMOUNT.search(" ".join(words[:at]))
    ]
    found, doubts, problems = [], [], []
    for country_text, amount_text in cuts:
        around = (f"{country_text} ", tail)
        country = _or_problem(partial(read_country, country_text, known))
        amount = _or_problem(partial(read_amount, amount_text))
        match country, amount:
            case InputError(), InputError():
                pass
            case InputError(suggestions=nearest), _:
                nearest = nearest or tuple(one.name for one in known[:_MOST_COUNTRIES])
                behind = ("", f" {amount_text}{tail}")
                doubts.append(_completed(country, nearest, behind, text, argument))
            case _, InputError(suggestions=sums):
                problems.append(_completed(amount, sums or _AMOUNTS, around, text, argument))
            case _:
                found.append(ScenarioText(country, amount, pace, text, around))
    named = [one for one in found if one.country.corrected_from is None]
    if len(named or found) == 1:
        return (named or found)[0]
    if found:
        raise InputError(f"{_CODE}.format", argument, text, _EXAMPLES)
    raise _worst(doubts, problems) or _unreadable(text, argument)


def _or_problem(read: Callable[[], _Read]) -> _Read | InputError:
    try:
        return read()
    except InputError as problem:
        return problem


def _completed(
    problem: InputError,
    suggestions: tuple[str, ...],
    around: tuple[str, str],
    text: str,
    argument: str,
) -> InputError:
    """The problem of a part, with suggestions for the whole line."""
    before, after = around
    return InputError(
        problem.code,
        argument,
        text,
        suggestions=tuple(f"{before}{part}{after}" for part in suggestions),
        is_question=problem.is_question,
        facts=problem.facts,
    )


def _worst(doubts: list[InputError], problems: list[InputError]) -> InputError | None:
    """What to say when no cut makes sense.

    Args:
        doubts: Of countries before an amount that can be read.
        problems: Of amounts behind a country that can be read, the longest country last.
    """
    asked = [doubt for doubt in doubts if doubt.is_question]
    return next(iter((*asked, *reversed(problems), *doubts)), None)


def _unreadable(text: str, argument: str) -> InputError:
    return InputError(f"{_CODE}.unreadable", argument, text, _EXAMPLES)
