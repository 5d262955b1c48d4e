"""``/rescue``: what could take off the worst of a sale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Others
from calc.parameters import load_impact_parameters
from calc.policy_options import policy_outcome
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Choice, Command, Option, Request
from commands.common.custom_id import POST, SHOW, StaleButtonError
from commands.common.parsing.amounts import FLOOR_USD
from commands.common.text.names import capitalised, others_name
from commands.common.translator import ENGLISH
from commands.rescue import text as words
from commands.rescue.buttons import NAME, rescue_id
from commands.rescue.chart import draw
from commands.rescue.figures import rescue_figures
from commands.selloff.buttons import read_scenario, scenario_id, write_scenario
from commands.selloff.command import COMMAND as SELLOFF
from commands.selloff.command import read_values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calc import Scenario
    from calc.policy_options import PolicyOutcome
    from commands.common.translator import Translator

_MATH = "math"
_OPTIONS = {option.name: option for option in SELLOFF.options}


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``country``, ``amount``, ``over`` and ``others``."""
    # Somebody who asks for ways out fears the worst.
    scenario, corrected_from = read_values(request, {"others": Others.DASH.value, **values})
    return _answer(request, scenario, corrected_from)


def press(request: Request, action: str, fields: Sequence[str]) -> Answer:
    """The answer to a tapped button: the ways out of a sale, or their math."""
    regimes = load_impact_parameters().regimes
    scenario = read_scenario(fields, holders=request.snapshot.holders, regimes=regimes)
    if not FLOOR_USD <= scenario.amount_usd <= request.snapshot.marketable_usd:
        raise StaleButtonError
    if action in {SHOW, POST}:
        return _answer(request, scenario)
    if action == _MATH:
        rescued = policy_outcome(scenario, request.snapshot)
        text = words.math_text(rescued, rescue_figures(rescued, request.translator))
        return Answer(text, is_private=True)
    raise StaleButtonError


def _answer(request: Request, scenario: Scenario, corrected_from: str | None = None) -> Answer:
    translator = request.translator
    rescued = policy_outcome(scenario, request.snapshot)
    figures = rescue_figures(rescued, translator)
    labels = {way: translator.gettext(label) for way, label in words.LABELS.items()}
    return Answer(
        text=words.main_text(rescued, figures),
        small_print=words.small_print(rescued, figures, corrected_from),
        picture=Picture(
            draw=lambda: draw(rescued, figures, labels),
            alt=words.alt_text(rescued, figures),
            filename=f"{NAME}-{'-'.join(write_scenario(scenario))}.png",
        ),
        buttons=_buttons(rescued, translator),
    )


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
        Button(translator.gettext("Show the math"), rescue_id(_MATH, scenario)),
    )


COMMAND = Command(
    name=NAME,
    description="What could take off the worst of a sale: the seller, the Fed, the Treasury?",
    reply=reply,
    press=press,
    example="/rescue country:japan amount:200b",
    options=(
        _OPTIONS["country"],
        _OPTIONS["amount"],
        _OPTIONS["over"],
        Option(
            "others",
            "What other holders do: a dash for cash when left out",
            choices=tuple(
                Choice(capitalised(others_name(others, ENGLISH)), others.value) for others in Others
            ),
        ),
    ),
    problems=SELLOFF.problems,
)
