"""``/compare``: two sales side by side."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from calc import Fed, Others, Scenario, run
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Option, Request, by_action
from commands.common.custom_id import MATH, SHOW
from commands.common.errors import InputError
from commands.common.parsing.amounts import resolve_amount
from commands.common.parsing.countries import read_country
from commands.common.parsing.scenarios import read_scenario_text
from commands.common.sale.options import known_holders
from commands.common.sale.suggestions import sort_out
from commands.common.slash_line import parse_slash_line
from commands.common.translator import N_
from commands.compare import text as words
from commands.compare.buttons import NAME, Pair, pair_id, read_pair, write_pair
from commands.compare.chart import chart
from commands.compare.figures import PairFigures
from commands.selloff.buttons import scenario_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc import Outcome

_ERROR_TEXTS = {
    "scenario": N_("Try `japan 200b month` or `china half day`."),
    "scenario.unreadable": N_("I could not read **“{typed}”** as a country and an amount."),
    "scenario.format": N_("I can read **“{typed}”** in more than one way, so I did not guess."),
    "scenario.characters": N_("**“{typed}”** holds characters I cannot read in a sale."),
    "scenario.too_long": N_("That is too long for a sale."),
    "compare.no_amount": N_("How much would each sell? A sale is a country and an amount."),
    "compare.same": N_("Both are the same sale. Change the country, the amount or the pace."),
}


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``a`` and ``b``."""
    try:
        first, first_from = _read(request, values["a"], "a")
        second, second_from = _read(request, values["b"], "b")
    except InputError as problem:
        if (halves := _halves(request, values)) is None:
            raise
        raise InputError(
            "compare.no_amount", problem.option, problem.raw, suggestions=(halves,)
        ) from problem
    pair = Pair(first, second)
    if _is_one(request, pair):
        suggestions = ("japan 200b month", "japan 200b day")
        raise InputError("compare.same", "b", values["b"], suggestions=suggestions)
    return _answer(request, pair, (bool(first_from), bool(second_from)))


def _halves(request: Request, values: Mapping[str, str]) -> str | None:
    """Both in order: half of what is held where a country stands alone; None without any."""
    lines = {option: _in_order(request, values[option]) for option in ("a", "b")}
    if lines == {option: values[option].strip() for option in lines}:
        return None
    return " ".join(f"{option}:{text}" for option, text in lines.items())


def _in_order(request: Request, text: str) -> str:
    known = known_holders(request)
    with suppress(InputError):
        read_country(text, known)
        return f"{text.strip()} half"
    sorted_out = sort_out(text, "", known, request.locale)
    if len(sorted_out) != 1:
        return text.strip()
    _, options = parse_slash_line(f"/{NAME} {sorted_out[0]}")
    return " ".join(options.values())


def _is_one(request: Request, pair: Pair) -> bool:
    """Both come to the same sale: more than a country holds is all of it."""
    sold = [
        (
            one.holder,
            one.pace,
            min(one.amount_usd, int(request.snapshot.holders[one.holder].latest.usd)),
        )
        for one in (pair.first, pair.second)
    ]
    return sold[0] == sold[1]


def _read(request: Request, text: str, argument: str) -> tuple[Scenario, str | None]:
    """The sale, and how its country was typed if that had to be corrected."""
    typed = read_scenario_text(text, known_holders(request), argument=argument)
    try:
        amount = resolve_amount(
            typed.amount,
            holding_usd=int(request.snapshot.holders[typed.country.key].latest.usd),
            ceiling_usd=int(request.snapshot.marketable_usd),
            echo=text,
        )
    except InputError as problem:
        raise typed.with_problem(problem, argument) from problem
    return Scenario(typed.country.key, amount, pace=typed.pace), typed.country.corrected_from


def _work_out(request: Request, pair: Pair) -> tuple[Outcome, Outcome, PairFigures]:
    first, second = (run(one, request.snapshot) for one in (pair.first, pair.second))
    names = words.names_of(first, second, request.translator)
    return first, second, PairFigures(first, second, names, request.translator)


def _answer(
    request: Request, pair: Pair, are_corrected: tuple[bool, bool] = (False, False)
) -> Answer:
    first, second, figures = _work_out(request, pair)
    return Answer(
        text=words.main_text(first, second, figures),
        small_print=words.small_print(first, second, figures, are_corrected, request.today),
        used=(),
        picture=Picture(
            spec=chart(first, second, figures),
            alt=words.alt_text(first, second, figures),
            filename=f"{NAME}-{'-'.join(write_pair(pair))}.png",
        ),
        buttons=_buttons(pair, figures),
        own_id=pair_id(SHOW, pair),
    )


def _math(request: Request, pair: Pair) -> Answer:
    first, second, figures = _work_out(request, pair)
    return Answer(words.math_text(first, second, figures), is_private=True)


def _buttons(pair: Pair, figures: PairFigures) -> tuple[Button, ...]:
    """Each alone, both in another market, the math."""
    gettext = figures.translator.gettext
    alone = [
        Button(gettext("{name} alone", name=name), scenario_id(SHOW, one))
        for name, one in zip(figures.names, (pair.first, pair.second), strict=True)
    ]
    now = pair.first
    markets = (
        (gettext("Both in calm"), "calm", Others.NOBODY, Fed.OUT),
        (gettext("Both in a panic"), "panic", Others.NOBODY, Fed.OUT),
        (gettext("Others follow both"), "calm", Others.FOLLOW, Fed.OUT),
        (gettext("The Fed steps in"), "calm", Others.NOBODY, Fed.BUYS),
    )
    both = [
        Button(label, pair_id(SHOW, pair.with_market(regime, others, fed)))
        for label, regime, others, fed in markets
        if (regime, others, fed) != (now.regime, now.others, now.fed)
    ]
    return (*alone, *both, Button(gettext("Math"), pair_id(MATH, pair)))


COMMAND = Command(
    name=NAME,
    description="Two sales side by side: who, how much, how fast?",
    label=N_("Two sales side by side"),
    reply=reply,
    press=by_action(read_pair, show=_answer, math=_math),
    example="/compare a:japan 200b month b:china half day",
    options=(
        Option("a", "The one sale: japan 200b month", is_required=True),
        Option("b", "The other sale: china half day", is_required=True),
    ),
    error_texts=_ERROR_TEXTS,
)
