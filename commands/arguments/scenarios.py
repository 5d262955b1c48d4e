"""Reading a whole sale from one short line: ``japan 200b month``, ``china half in a day``.

The line is cut into a country, an amount and a pace that may be missing, and each is read by its
own reader; the whole line must be used up, and only one cut may make sense.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from calc import Pace
from commands.arguments.amounts import read_amount
from commands.arguments.clean import clean, lower_ascii
from commands.arguments.countries import read_country
from commands.problems import InputProblem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.arguments.amounts import Dollars, Share
    from commands.arguments.countries import CountryMatch, KnownHolder

_CODE: Final = "scenario"
_PACE: Final = re.compile(r" (?:in |over )?(?:an? |one )?(day|month|year)$")
_EXAMPLES: Final = ("japan 200b month", "china half day")
# Longer than any that makes sense: each cut is read twice.
_MOST_WORDS: Final = 12


@dataclass(frozen=True, slots=True)
class ScenarioText:
    """A sale as it was typed.

    Args:
        country: Who sells.
        amount: How much, not yet held against what there is.
        pace: How long it takes; a month when it was not said.
        amount_text: The amount as it was typed.
    """

    country: CountryMatch
    amount: Dollars | Share
    pace: Pace
    amount_text: str


def read_scenario_text(text: str, known: Sequence[KnownHolder], *, argument: str) -> ScenarioText:
    """Read a sale.

    Args:
        text: What was typed, raw.
        known: The holders to choose from, largest first.
        argument: The option it came from.

    Raises:
        InputProblem: ``scenario.`` and one of ``too_long``, ``characters``, ``unreadable`` and, as
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
    cuts = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    found, problems = [], []
    for country_text, amount_text in cuts:
        try:
            country = read_country(country_text, known)
        except InputProblem as problem:
            problems.append(_completed(problem, ("", f" {amount_text}{tail}"), text, argument))
            continue
        try:
            found.append(ScenarioText(country, read_amount(amount_text), pace, amount_text))
        except InputProblem as problem:
            problems.insert(0, _completed(problem, (f"{country_text} ", tail), text, argument))
    named = [one for one in found if one.country.corrected_from is None]
    if len(named or found) == 1:
        return (named or found)[0]
    if found:
        raise InputProblem(f"{_CODE}.format", argument, text, _EXAMPLES)
    raise _worst(problems, cuts, text, argument)


def _completed(
    problem: InputProblem, around: tuple[str, str], text: str, argument: str
) -> InputProblem:
    """The problem of a part, with suggestions for the whole line."""
    before, after = around
    return InputProblem(
        problem.code,
        argument,
        text,
        suggestions=tuple(f"{before}{part}{after}" for part in problem.suggestions),
        is_question=problem.is_question,
        facts=problem.facts,
    )


def _worst(
    problems: list[InputProblem], cuts: list[tuple[str, str]], text: str, argument: str
) -> InputProblem:
    """What to say when no cut makes sense: a part is named only where it surely is the fault."""
    if problems[0].code.startswith("amount."):
        return problems[0]
    for problem, (_, amount_text) in zip(problems, cuts, strict=True):
        try:
            read_amount(amount_text)
        except InputProblem:
            continue
        return problem
    return _unreadable(text, argument)


def _unreadable(text: str, argument: str) -> InputProblem:
    return InputProblem(f"{_CODE}.unreadable", argument, text, _EXAMPLES)
