"""``/ripple``: what else would move: your loan, companies, the dollar, shares, the seller."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calc import Pace, Scenario
from calc.loans import MONTHS_PER_YEAR, Loan
from calc.spillovers import Spillovers, spillovers_of
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Option, Request, by_action
from commands.common.custom_id import MATH, SHOW
from commands.common.errors import InputError
from commands.common.figures import rounded_money
from commands.common.parsing.amounts import FLOOR_USD
from commands.common.parsing.loans import read_loan
from commands.common.parsing.years import read_years
from commands.common.sale.options import SALE_OPTIONS, read_sale
from commands.common.text.names import pace_label
from commands.common.translator import N_
from commands.ripple import text as words
from commands.ripple.buttons import (
    MOST_MONTHS,
    NAME,
    USUAL_LOAN,
    read_ripple,
    ripple_id,
    write_ripple,
)
from commands.ripple.chart import chart
from commands.ripple.figures import RippleFigures
from commands.ripple.math import math_text
from commands.selloff.buttons import scenario_id

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEAST_YEARS = 1
_ERROR_TEXTS = {
    "loan": N_("Try `400k` or `$1.2 million`."),
    "loan.unreadable": N_("I could not read **“{typed}”** as a loan."),
    "loan.characters": N_("**“{typed}”** holds characters I cannot read in a loan."),
    "loan.too_long": N_("That is too long for a loan."),
    "loan.negative": N_("A loan needs an amount above zero."),
    "loan.not_dollars": N_("I only know US dollars, and **“{typed}”** names another currency."),
    "loan.out_of_range": N_("I work out loans from $1,000 to {most}."),
    "loan.format": N_("I can read **“{typed}”** in more than one way, so I did not guess."),
    "loan.too_short": N_("I work out loans over a year or more."),
}


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``country``, ``amount``, ``over``, ``loan`` and ``years``."""
    scenario, loan, corrected_from = _read(request, values)
    return _answer(request, scenario, loan, corrected_from)


def _read(request: Request, values: Mapping[str, str]) -> tuple[Scenario, Loan, str | None]:
    scenario, corrected_from = read_sale(request, values)
    loan = USUAL_LOAN
    if "loan" in values:
        loan = replace(loan, usd=read_loan(values["loan"], argument="loan"))
    if "years" in values:
        longest = MOST_MONTHS / MONTHS_PER_YEAR
        years = read_years(values["years"], argument="years", longest_years=longest)
        if years < _LEAST_YEARS:
            raise InputError("loan.too_short", "years", values["years"], suggestions=("30",))
        loan = replace(loan, months=round(years * MONTHS_PER_YEAR))
    return scenario, loan, corrected_from


def _answer(
    request: Request, scenario: Scenario, loan: Loan, corrected_from: str | None = None
) -> Answer:
    result = spillovers_of(scenario, loan, request.snapshot)
    figures = RippleFigures(result, request.translator)
    return Answer(
        text=words.main_text(result, figures),
        small_print=words.small_print(result, figures, corrected_from, request.today),
        used=(),
        picture=Picture(
            spec=chart(result, figures),
            alt=words.alt_text(result, figures),
            filename=f"{NAME}-{'-'.join(write_ripple(scenario, loan))}.png",
        ),
        buttons=_buttons(result, figures),
        own_id=ripple_id(SHOW, scenario, loan),
    )


def _show(request: Request, question: tuple[Scenario, Loan]) -> Answer:
    return _answer(request, *question)


def _math(request: Request, question: tuple[Scenario, Loan]) -> Answer:
    result = spillovers_of(*question, request.snapshot)
    text = math_text(result, RippleFigures(result, request.translator))
    return Answer(text, is_private=True)


def _buttons(result: Spillovers, figures: RippleFigures) -> tuple[Button, ...]:
    """On to the sale itself, another pace, half or double, and the math."""
    shown, loan, translator = result.outcome.scenario, result.mortgage.loan, figures.translator
    sold = int(result.outcome.sale.sold_usd)
    other = Pace.MONTH if shown.pace is Pace.YEAR else Pace.YEAR
    buttons = [
        Button(translator.gettext("The sale itself"), scenario_id(SHOW, shown)),
        Button(pace_label(other, translator), ripple_id(SHOW, replace(shown, pace=other), loan)),
    ]
    sizes = [(N_("Half: {amount}"), sold // 2), (N_("Double: {amount}"), 2 * sold)]
    buttons += [
        Button(
            translator.gettext(label, amount=rounded_money(usd, translator)),
            ripple_id(SHOW, replace(shown, amount_usd=usd), loan),
        )
        for label, usd in sizes
        if FLOOR_USD <= usd <= result.outcome.sale.holding.usd
    ]
    buttons.append(Button(translator.gettext("Math"), ripple_id(MATH, shown, loan)))
    return tuple(buttons)


COMMAND = Command(
    name=NAME,
    description="What else would move: your mortgage, companies, the dollar, shares, gold?",
    label=N_("Mortgages, dollar, shares"),
    reply=reply,
    press=by_action(read_ripple, show=_show, math=_math),
    example="/ripple country:japan amount:200b loan:400k years:30",
    error_texts=_ERROR_TEXTS,
    sample=Button(
        N_("What does it cost others?"), ripple_id(SHOW, Scenario("jp", 200_000_000_000))
    ),
    options=(
        *SALE_OPTIONS,
        Option("loan", "What you want to borrow: 400k when left out"),
        Option("years", "Over how many years: 30 when left out"),
    ),
)
