"""``/selloff``: what would happen if a country sold some of its US Treasuries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calc import Fed, Others, Outcome, Pace, Scenario, run
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Request
from commands.common.component import by_action, refusal
from commands.common.custom_id import MATH, SHOW
from commands.common.errors import InputError
from commands.common.exact import rounded_money
from commands.common.parsing.amounts import FLOOR_USD
from commands.common.sale.fields import read_scenario, write_scenario
from commands.common.sale.figures import Figures, figures_of
from commands.common.sale.options import (
    MARKET_OPTIONS,
    SALE_ERROR_TEXTS,
    SALE_OPTIONS,
    read_sale_in_market,
)
from commands.common.sale.small_print import small_print
from commands.common.text.names import capitalised, in_time
from commands.common.translator import N_
from commands.rescue.buttons import rescue_id
from commands.selloff import math
from commands.selloff import text as words
from commands.selloff.buttons import NAME, scenario_id
from commands.selloff.chart import chart
from commands.selloff.explanation import why_small_print, why_text
from commands.selloff.follow_ups import buttons_after_explanation, buttons_after_math

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.translator import Translator

_WHY = "why"


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``country``, ``amount``, ``over`` and the options of the market."""
    try:
        scenario, corrected_from = read_sale_in_market(request, values)
    except InputError as problem:
        option = problem.option

        def custom_id_of(suggestion: str) -> str:
            scenario, _ = read_sale_in_market(request, {**values, option: suggestion})
            return scenario_id(request.suggestion_action, scenario)

        return refusal(problem, request, SALE_ERROR_TEXTS, custom_id_of)
    return _answer(request, scenario, corrected_from)


def _answer(request: Request, scenario: Scenario, corrected_from: str | None = None) -> Answer:
    outcome = run(scenario, request.snapshot)
    figures = figures_of(outcome, request.translator)
    return Answer(
        text=words.main_text(outcome, figures),
        small_print=small_print(outcome, figures, corrected_from),
        picture=Picture(
            spec=chart(outcome, figures),
            alt=words.alt_text(outcome, figures),
            filename=f"{NAME}-{'-'.join(write_scenario(scenario))}.png",
        ),
        buttons=_buttons(outcome, figures),
    )


def _math(request: Request, scenario: Scenario) -> Answer:
    outcome = run(scenario, request.snapshot)
    text = math.math_text(outcome, figures_of(outcome, request.translator))
    return Answer(text, buttons=buttons_after_math(outcome, request.translator), is_private=True)


def _why(request: Request, scenario: Scenario) -> Answer:
    outcome = run(scenario, request.snapshot)
    figures = figures_of(outcome, request.translator)
    return Answer(
        text=why_text(outcome, figures),
        small_print=why_small_print(outcome, figures),
        buttons=buttons_after_explanation(outcome, request.translator),
        is_private=True,
    )


def _buttons(outcome: Outcome, figures: Figures) -> tuple[Button, ...]:
    """The other paces, half, double or the hypothetical; then who else acts, why, and the math."""
    shown, translator = outcome.scenario, figures.translator
    sold = int(outcome.sale.sold_usd)
    buttons = [
        _show(capitalised(in_time(pace, translator)), replace(shown, pace=pace))
        for pace in Pace
        if pace != shown.pace
    ]
    half = round(sold / 2)
    if half >= FLOOR_USD:
        buttons.append(
            _show(
                translator.gettext("Half: {amount}", amount=rounded_money(half, translator)),
                replace(shown, amount_usd=half),
            )
        )
    if outcome.sale.is_capped:
        asked = translator.short_money(outcome.sale.asked_usd, 3)
        what_if = translator.gettext("What if it had {amount}?", amount=asked)
        buttons.append(_show(what_if, replace(shown, beyond_holding=True)))
    elif 2 * sold <= _most_usd(outcome):
        buttons.append(
            _show(
                translator.gettext("Double: {amount}", amount=rounded_money(2 * sold, translator)),
                replace(shown, amount_usd=2 * sold),
            )
        )
    buttons += _market_buttons(outcome, translator)
    buttons.append(Button(translator.gettext("Why?"), scenario_id(_WHY, shown)))
    buttons.append(Button(translator.gettext("Ways out"), rescue_id(SHOW, shown)))
    buttons.append(Button(translator.gettext("Show the math"), scenario_id(MATH, shown)))
    return tuple(buttons)


def _most_usd(outcome: Outcome) -> float:
    """What can be sold: all that is held, or beyond that all that there is."""
    if outcome.scenario.beyond_holding:
        return outcome.snapshot.marketable_usd
    return outcome.sale.holding.usd


def _market_buttons(outcome: Outcome, translator: Translator) -> list[Button]:
    """The market, the others and the Federal Reserve: each button is the next step."""
    buttons, shown = [], outcome.scenario
    # A dash for cash is a panic, and no sale too fast for the market meets a calm one.
    if shown.others is not Others.DASH:
        if shown.regime == "calm":
            buttons.append(_show(translator.gettext("In a panic"), replace(shown, regime="panic")))
        elif not outcome.sale.day.is_strained:
            buttons.append(
                _show(translator.gettext("Without the panic"), replace(shown, regime="calm"))
            )
    others, to_others = {
        Others.NOBODY: (Others.FOLLOW, translator.gettext("Others follow")),
        Others.FOLLOW: (Others.DASH, translator.gettext("A dash for cash")),
        Others.DASH: (Others.NOBODY, translator.gettext("Nobody follows")),
    }[shown.others]
    fed, to_fed = {
        Fed.OUT: (Fed.BUYS, translator.gettext("The Fed steps in")),
        Fed.BUYS: (Fed.REPO, translator.gettext("The Fed lends instead")),
        Fed.REPO: (Fed.OUT, translator.gettext("Without the Fed")),
    }[shown.fed]
    buttons.append(_show(to_others, replace(shown, others=others)))
    buttons.append(_show(to_fed, replace(shown, fed=fed)))
    return buttons


def _show(label: str, scenario: Scenario) -> Button:
    return Button(label, scenario_id(SHOW, scenario))


COMMAND = Command(
    name=NAME,
    description="What would happen if a country sold some of its US Treasuries?",
    label=N_("What would a sale do?"),
    reply=reply,
    press=by_action(read_scenario, show=_answer, math=_math, why=_why),
    example="/selloff country:japan amount:200b",
    options=(*SALE_OPTIONS, *MARKET_OPTIONS),
    error_texts=SALE_ERROR_TEXTS,
    sample=Button(
        N_("If Japan sold $200 billion"), scenario_id(SHOW, Scenario("jp", 200_000_000_000))
    ),
)
