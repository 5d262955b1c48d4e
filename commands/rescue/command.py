"""``/rescue``: what could take off the worst of a sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Others
from calc.policy_options import policy_outcome
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Option, Request, by_action
from commands.common.custom_id import MATH, SHOW
from commands.common.sale.options import (
    OTHERS_CHOICES,
    SALE_ERROR_TEXTS,
    SALE_OPTIONS,
    read_sale_in_market,
    read_scenario,
    write_scenario,
)
from commands.common.translator import N_
from commands.rescue import text as words
from commands.rescue.buttons import NAME, rescue_id
from commands.rescue.chart import chart
from commands.rescue.figures import RescueFigures
from commands.selloff.buttons import scenario_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc import Scenario
    from calc.policy_options import PolicyOutcome
    from commands.common.translator import Translator


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``country``, ``amount``, ``over`` and ``others``."""
    # Somebody who asks for ways out fears the worst.
    scenario, corrected_from = read_sale_in_market(request, {"others": Others.DASH.value, **values})
    return _answer(request, scenario, corrected_from)


def _answer(request: Request, scenario: Scenario, corrected_from: str | None = None) -> Answer:
    translator = request.translator
    rescued = policy_outcome(scenario, request.snapshot)
    figures = RescueFigures(rescued, translator)
    labels = {way: translator.gettext(label) for way, label in words.LABELS.items()}
    return Answer(
        text=words.main_text(rescued, figures),
        small_print=words.small_print(rescued, figures, corrected_from, request.today),
        used=(),
        picture=Picture(
            spec=chart(rescued, figures, labels),
            alt=words.alt_text(rescued, figures),
            filename=f"{NAME}-{'-'.join(write_scenario(scenario))}.png",
        ),
        buttons=_buttons(rescued, translator),
        own_id=rescue_id(SHOW, scenario),
    )


def _math(request: Request, scenario: Scenario) -> Answer:
    rescued = policy_outcome(scenario, request.snapshot)
    text = words.math_text(rescued, RescueFigures(rescued, request.translator))
    return Answer(text, is_private=True)


def _buttons(rescued: PolicyOutcome, translator: Translator) -> tuple[Button, ...]:
    """The sale without a way out, with each of those that are sales of their own, the math."""
    scenario = rescued.outcome.scenario
    return (
        Button(translator.gettext("The sale alone"), scenario_id(SHOW, scenario)),
        *(
            Button(translator.gettext(words.LABELS[way.option]), scenario_id(SHOW, way.scenario))
            for way in rescued.options
            if way.scenario is not None
        ),
        Button(translator.gettext("Math"), rescue_id(MATH, scenario)),
    )


COMMAND = Command(
    name=NAME,
    description="What could take off the worst of a sale: the seller, the Fed, the Treasury?",
    label=N_("Ways out"),
    reply=reply,
    press=by_action(read_scenario, show=_answer, math=_math),
    example="/rescue country:japan amount:200b",
    options=(
        *SALE_OPTIONS,
        Option(
            "others", "What other holders do: a dash for cash when left out", choices=OTHERS_CHOICES
        ),
    ),
    error_texts=SALE_ERROR_TEXTS,
)
