"""``/selloff``: what would happen if a country sold some of its US Treasuries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Outcome, Scenario, run
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Request, by_action
from commands.common.custom_id import MATH, SHOW
from commands.common.sale.figures import figures_of
from commands.common.sale.options import (
    MARKET_OPTIONS,
    SALE_ERROR_TEXTS,
    SALE_OPTIONS,
    read_sale_in_market,
    read_scenario,
    write_scenario,
)
from commands.common.translator import N_
from commands.ripple.buttons import ripple_id
from commands.selloff import math, math_chart
from commands.selloff import text as words
from commands.selloff.buttons import NAME, OPENING, sale_menus, scenario_id
from commands.selloff.chart import chart
from commands.selloff.explanation import why_small_print, why_text
from commands.selloff.follow_ups import buttons_after_explanation, buttons_after_math

if TYPE_CHECKING:
    from collections.abc import Mapping

    from commands.common.translator import Translator

_WHY = "why"


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``country``, ``amount``, ``over`` and the options of the market."""
    scenario, corrected_from = read_sale_in_market(request, values)
    return _answer(request, scenario, corrected_from)


def _answer(request: Request, scenario: Scenario, corrected_from: str | None = None) -> Answer:
    outcome = run(scenario, request.snapshot)
    figures = figures_of(outcome, request.translator)
    return Answer(
        text=words.main_text(outcome, figures),
        small_print=words.small_print(outcome, figures, corrected_from, request.today),
        used=(),
        picture=Picture(
            spec=chart(outcome, figures),
            alt=words.alt_text(outcome, figures),
            filename=f"{NAME}-{'-'.join(write_scenario(scenario))}.png",
        ),
        menus=sale_menus(outcome, request.translator),
        buttons=_buttons(outcome, request.translator),
        own_id=scenario_id(SHOW, scenario),
    )


def _math(request: Request, scenario: Scenario) -> Answer:
    outcome = run(scenario, request.snapshot)
    figures = figures_of(outcome, request.translator)
    return Answer(
        math.math_text(outcome, figures),
        picture=Picture(
            spec=math_chart.chart(outcome, figures),
            alt=math_chart.alt_text(figures),
            filename=f"{NAME}-{MATH}-{'-'.join(write_scenario(scenario))}.png",
        ),
        buttons=buttons_after_math(outcome, request.translator),
        is_private=True,
    )


def _why(request: Request, scenario: Scenario) -> Answer:
    outcome = run(scenario, request.snapshot)
    figures = figures_of(outcome, request.translator)
    return Answer(
        text=why_text(outcome, figures),
        small_print=why_small_print(outcome, figures),
        buttons=buttons_after_explanation(outcome, request.translator),
        is_private=True,
    )


def _buttons(outcome: Outcome, translator: Translator) -> tuple[Button, ...]:
    """What it costs the asker, why, and the math."""
    shown = outcome.scenario
    return (
        Button(translator.gettext("For me?"), ripple_id(SHOW, shown)),
        Button(translator.gettext("Why?"), scenario_id(_WHY, shown)),
        Button(translator.gettext("Math"), scenario_id(MATH, shown)),
    )


COMMAND = Command(
    name=NAME,
    description="What would happen if a country sold some of its US Treasuries?",
    label=N_("What would a sale do?"),
    reply=reply,
    press=by_action(read_scenario, show=_answer, math=_math, why=_why),
    example="/selloff country:japan amount:200b",
    options=(*SALE_OPTIONS, *MARKET_OPTIONS),
    error_texts=SALE_ERROR_TEXTS,
    sample_usd=OPENING.amount_usd,
    sample=Button(N_("If Japan sold {amount}"), scenario_id(SHOW, OPENING)),
)
