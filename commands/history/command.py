"""``/history``: dated moves of the yield, when policy changed, and where a sale would stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Scenario
from calc.events.dated_moves import history
from calc.parameters import load_impact_parameters
from commands.about.buttons import record_id
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Option, Request
from commands.common.custom_id import POST, SHOW, StaleButtonError
from commands.common.errors import InputError
from commands.common.parsing.amounts import read_amount, resolve_amount
from commands.common.parsing.countries import read_country
from commands.common.sale.options import known_holders, suggest_country
from commands.common.translator import N_
from commands.history import text as words
from commands.history.buttons import NAME, history_id, read_placed
from commands.history.chart import draw
from commands.history.figures import figures_of_history
from commands.holders.buttons import holders_id
from commands.selloff import buttons as selloff
from commands.selloff.buttons import write_scenario

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_MATH = "math"
_LEAST_SALE_USD = 1_000_000
_OPENING = Scenario("jp", 200_000_000_000)
_PROBLEMS = {
    "history.no_amount": N_("How much would be sold? Add an amount, or leave both out."),
    "history.no_country": N_("Who would sell? Add a country, or leave both out."),
}


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``country`` and ``amount``, or to neither."""
    country, amount = (values.get(option, "").strip() for option in ("country", "amount"))
    if not country and not amount:
        return _answer(request, None)
    if not country:
        raise InputError("history.no_country", "country", "")
    if not amount:
        raise InputError("history.no_amount", "amount", "")
    match = read_country(country, known_holders(request))
    usd = resolve_amount(
        read_amount(amount),
        holding_usd=int(request.snapshot.holders[match.key].latest.usd),
        ceiling_usd=int(request.snapshot.marketable_usd),
        echo=amount,
    )
    return _answer(request, Scenario(match.key, usd), match.corrected_from)


def press(request: Request, action: str, fields: Sequence[str]) -> Answer:
    """The answer to a tapped button: the moves, with a sale or without, or the table of them."""
    regimes = load_impact_parameters().regimes
    scenario = read_placed(fields, holders=request.snapshot.holders, regimes=regimes)
    if scenario is not None and not (
        _LEAST_SALE_USD <= scenario.amount_usd <= request.snapshot.marketable_usd
    ):
        raise StaleButtonError
    if action in {SHOW, POST}:
        return _answer(request, scenario)
    if action != _MATH:
        raise StaleButtonError
    text = words.table(history(request.snapshot), request.snapshot, request.translator)
    return Answer(text, is_private=True)


def _answer(
    request: Request, scenario: Scenario | None, corrected_from: str | None = None
) -> Answer:
    past, translator = history(request.snapshot, scenario), request.translator
    figures = figures_of_history(past, translator)
    names = [words.short_name(move, translator) for move in past.moves]
    shown = "all" if scenario is None else "-".join(write_scenario(scenario))
    return Answer(
        text=words.main_text(past, figures),
        small_print=words.small_print(past, figures, corrected_from),
        picture=Picture(
            draw=lambda: draw(past, names, figures),
            alt=words.alt_text(past, figures),
            filename=f"{NAME}-{shown}.png",
        ),
        buttons=_buttons(request, scenario),
    )


def _buttons(request: Request, scenario: Scenario | None) -> tuple[Button, ...]:
    gettext = request.translator.gettext
    if scenario is None:
        ways_on = (
            Button(gettext("Where would Japan's sale stand?"), history_id(SHOW, _OPENING)),
            Button(gettext("Who owns the debt?"), holders_id(SHOW)),
        )
    else:
        ways_on = (
            Button(gettext("All about this sale"), selloff.scenario_id(SHOW, scenario)),
            Button(gettext("Only what happened"), history_id(SHOW)),
        )
    return (
        *ways_on,
        Button(gettext("How good is this model?"), record_id()),
        Button(gettext("Show the dates and sources"), history_id(_MATH)),
    )


COMMAND = Command(
    name=NAME,
    description="When yields jumped before, did US policy change?",
    reply=reply,
    press=press,
    example="/history country:japan amount:200b",
    problems=_PROBLEMS,
    options=(
        Option("country", "Place a sale among them: who sells?", suggest=suggest_country),
        Option("amount", "How much, sold in a month: 200b, 10%, half"),
    ),
)
