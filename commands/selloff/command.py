"""``/selloff``: what would happen if a country sold some of its US Treasuries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from calc import Fed, Others, Outcome, Pace, PortfolioType, Scenario, run
from calc.parameters import load_impact_parameters
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Choice, Command, Option, Request
from commands.common.custom_id import POST, SHOW, StaleButtonError
from commands.common.errors import InputError
from commands.common.sale.figures import Figures, figures_of
from commands.common.sale.options import SALE_OPTIONS, read_sale
from commands.common.text.errors import error_text
from commands.common.text.names import capitalised, fed_name, in_time, mix_name, others_name
from commands.common.translator import ENGLISH, N_
from commands.rescue.buttons import rescue_id
from commands.selloff import math
from commands.selloff import text as words
from commands.selloff.buttons import NAME, read_scenario, scenario_id, write_scenario
from commands.selloff.chart import chart
from commands.selloff.explanation import why_text
from commands.selloff.follow_ups import leads_from, leads_from_why

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from commands.common.translator import Translator

_MATH = "math"
_WHY = "why"
_LEAST_SALE_USD = 1_000_000
_MAX_BUTTONS = 5
_Choice = TypeVar("_Choice", PortfolioType, Others, Fed)
# A dash for cash is what others do, and comes with that option.
_MARKETS = {
    "calm": N_("Calm"),
    "jumpy": N_("Jumpy"),
    "panic": N_("A panic, others sell a quarter as much again"),
}
_PROBLEMS = {
    "market.unknown": N_("I do not know a market called **“{typed}”**."),
    "others.unknown": N_("I do not know what **“{typed}”** would mean for the others."),
    "fed.unknown": N_("I do not know what **“{typed}”** would mean for the Fed."),
}


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``country``, ``amount`` and ``over``."""
    try:
        scenario, corrected_from = read_values(request, values)
    except InputError as problem:
        buttons = _ways_on(request, values, problem)
        return Answer(
            error_text(problem, request.translator, _PROBLEMS),
            buttons=buttons,
            is_private=True,
            is_refusal=True,
        )
    return _answer(request, scenario, corrected_from)


def read_values(request: Request, values: Mapping[str, str]) -> tuple[Scenario, str | None]:
    """The scenario in the options, and how the country was typed if it had to be corrected.

    Raises:
        InputProblem: An option cannot be used.
    """
    sale, corrected_from = read_sale(request, values)
    scenario = replace(
        sale,
        portfolio_type=_choice(
            PortfolioType, "selling", values.get("selling", PortfolioType.TYPICAL)
        ),
        regime=_mood(values.get("market", "calm")),
        others=_choice(Others, "others", values.get("others", Others.NOBODY)),
        fed=_choice(Fed, "fed", values.get("fed", Fed.OUT)),
    )
    return scenario, corrected_from


def _ways_on(
    request: Request, values: Mapping[str, str], problem: InputError
) -> tuple[Button, ...]:
    """A button for each suggestion that makes the question answerable."""
    action = SHOW if request.is_private else POST
    buttons: list[Button] = []
    for suggestion in problem.suggestions[:_MAX_BUTTONS]:
        try:
            scenario, _ = read_values(request, {**values, problem.argument: suggestion})
        except InputError:
            continue
        button = Button(suggestion, scenario_id(action, scenario))
        if button.custom_id not in {other.custom_id for other in buttons}:
            buttons.append(button)
    return tuple(buttons)


def press(request: Request, action: str, fields: Sequence[str]) -> Answer:
    """The answer to a tapped button: another scenario, or why, or the math of this one."""
    regimes = load_impact_parameters().regimes
    scenario = read_scenario(fields, holders=request.snapshot.holders, regimes=regimes)
    if not _LEAST_SALE_USD <= scenario.amount_usd <= request.snapshot.marketable_usd:
        raise StaleButtonError
    if action in {SHOW, POST}:
        return _answer(request, scenario)
    if action == _MATH:
        outcome = run(scenario, request.snapshot)
        text = math.math_text(outcome, figures_of(outcome, request.translator))
        return Answer(text, buttons=leads_from(outcome, request.translator), is_private=True)
    if action == _WHY:
        outcome = run(scenario, request.snapshot)
        text = why_text(outcome, figures_of(outcome, request.translator))
        return Answer(text, buttons=leads_from_why(outcome, request.translator), is_private=True)
    raise StaleButtonError


def _answer(request: Request, scenario: Scenario, corrected_from: str | None = None) -> Answer:
    outcome = run(scenario, request.snapshot)
    figures = figures_of(outcome, request.translator)
    return Answer(
        text=words.main_text(outcome, figures),
        small_print=words.small_print(outcome, figures, corrected_from),
        picture=Picture(
            spec=chart(outcome, figures),
            alt=words.alt_text(outcome, figures),
            filename=f"{NAME}-{'-'.join(write_scenario(scenario))}.png",
        ),
        buttons=_buttons(outcome, figures),
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
    if sold // 2 >= _LEAST_SALE_USD:
        buttons.append(
            _show(
                translator.gettext("Half: {amount}", amount=translator.exact_money(sold // 2)),
                replace(shown, amount_usd=sold // 2),
            )
        )
    if outcome.sale.is_capped:
        asked = translator.short_money(outcome.sale.asked_usd, 3)
        what_if = translator.gettext("What if it had {amount}?", amount=asked)
        buttons.append(_show(what_if, replace(shown, beyond_holding=True)))
    elif 2 * sold <= _most_usd(outcome):
        buttons.append(
            _show(
                translator.gettext("Double: {amount}", amount=translator.exact_money(2 * sold)),
                replace(shown, amount_usd=2 * sold),
            )
        )
    buttons += _twists(shown, translator)
    buttons.append(Button(translator.gettext("Why?"), scenario_id(_WHY, shown)))
    buttons.append(Button(translator.gettext("Ways out"), rescue_id(SHOW, shown)))
    buttons.append(Button(translator.gettext("Show the math"), scenario_id(_MATH, shown)))
    return tuple(buttons)


def _most_usd(outcome: Outcome) -> float:
    """What can be sold: all that is held, or beyond that all that there is."""
    if outcome.scenario.beyond_holding:
        return outcome.snapshot.marketable_usd
    return outcome.sale.holding.usd


def _twists(shown: Scenario, translator: Translator) -> list[Button]:
    """The market's mood, the others and the Federal Reserve: each button is the next step."""
    buttons = []
    # A dash for cash is a panic.
    if shown.others is not Others.DASH:
        if shown.regime == "calm":
            buttons.append(_show(translator.gettext("In a panic"), replace(shown, regime="panic")))
        else:
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


def _choice(kind: type[_Choice], option: str, text: str) -> _Choice:
    try:
        return kind(text.strip().lower())
    except ValueError as error:
        known = tuple(each.value for each in kind)
        raise InputError(f"{option}.unknown", option, text, suggestions=known) from error


def _mood(text: str) -> str:
    regime = text.strip().lower()
    if regime not in _MARKETS:
        raise InputError("market.unknown", "market", text, suggestions=tuple(_MARKETS))
    return regime


COMMAND = Command(
    name=NAME,
    description="What would happen if a country sold some of its US Treasuries?",
    reply=reply,
    press=press,
    example="/selloff country:japan amount:200b",
    options=(
        *SALE_OPTIONS,
        Option(
            "selling",
            "What it sells: its typical mix when left out",
            choices=tuple(
                Choice(capitalised(mix_name(portfolio_type, ENGLISH)), portfolio_type.value)
                for portfolio_type in PortfolioType
            ),
        ),
        Option(
            "market",
            "The state of the market: calm when left out",
            choices=tuple(
                Choice(ENGLISH.gettext(label), regime) for regime, label in _MARKETS.items()
            ),
        ),
        Option(
            "others",
            "What other holders do: nobody follows when left out",
            choices=tuple(
                Choice(capitalised(others_name(others, ENGLISH)), others.value) for others in Others
            ),
        ),
        Option(
            "fed",
            "What the Federal Reserve does: it stays out when left out",
            choices=tuple(Choice(capitalised(fed_name(fed, ENGLISH)), fed.value) for fed in Fed),
        ),
    ),
    problems=_PROBLEMS,
)
