"""``/history``: dated moves of the yield, when policy changed, and where a sale would stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.events.dated_moves import history
from commands.about.buttons import record_id
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Option, Request, by_action
from commands.common.custom_id import MATH, SHOW
from commands.common.errors import InputError
from commands.common.sale.options import read_plain_sale, suggest_country, write_scenario
from commands.common.text.small_print import Data
from commands.common.translator import N_
from commands.history import text as words
from commands.history.buttons import NAME, history_id, read_placed
from commands.history.chart import chart
from commands.history.figures import HistoryFigures
from commands.holders.buttons import holders_id
from commands.selloff.buttons import OPENING, scenario_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc import Scenario

_ERROR_TEXTS = {
    "history.no_amount": N_("How much would be sold? Add an amount, or leave both out."),
    "history.no_country": N_("Who would sell? Add a country, or leave both out."),
}


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``country`` and ``amount``, or to neither."""
    return _answer(request, *_read(request, values))


def _read(request: Request, values: Mapping[str, str]) -> tuple[Scenario | None, str | None]:
    """The sale, if there is one, and how its country was written where that was corrected."""
    country, amount = (values.get(option, "").strip() for option in ("country", "amount"))
    if not country and not amount:
        return None, None
    if not country:
        raise InputError("history.no_country", "country", "", ("Japan", "China", "UK"))
    if not amount:
        raise InputError("history.no_amount", "amount", "", ("half", "10%"))
    return read_plain_sale(request, {"country": country, "amount": amount})


def _answer(
    request: Request, scenario: Scenario | None, corrected_from: str | None = None
) -> Answer:
    past, translator = history(request.snapshot, scenario), request.translator
    figures = HistoryFigures(past, translator)
    shown = "all" if scenario is None else "-".join(write_scenario(scenario))
    return Answer(
        text=words.main_text(past, figures),
        small_print=words.small_print(past, translator, corrected_from),
        picture=Picture(
            spec=chart(past, figures),
            alt=words.alt_text(past, figures),
            filename=f"{NAME}-{shown}.png",
        ),
        used=() if scenario is None else (Data.YIELDS,),
        buttons=_buttons(request, scenario),
        own_id=history_id(SHOW, scenario),
    )


def _math(request: Request, _scenario: Scenario | None) -> Answer:
    text = words.table(history(request.snapshot), request.snapshot, request.translator)
    return Answer(text, is_private=True)


def _buttons(request: Request, scenario: Scenario | None) -> tuple[Button, ...]:
    gettext = request.translator.gettext
    if scenario is None:
        ways_on = (
            Button(gettext("Where would Japan's sale stand?"), history_id(SHOW, OPENING)),
            Button(gettext("Who owns the debt?"), holders_id(SHOW)),
        )
    else:
        ways_on = (
            Button(gettext("All about this sale"), scenario_id(SHOW, scenario)),
            Button(gettext("Only what happened"), history_id(SHOW)),
        )
    return (
        *ways_on,
        Button(gettext("How good is this model?"), record_id()),
        Button(gettext("Show the dates and sources"), history_id(MATH)),
    )


COMMAND = Command(
    name=NAME,
    description="When yields jumped before, did US policy change?",
    label=N_("Past jumps"),
    reply=reply,
    press=by_action(read_placed, show=_answer, math=_math),
    example="/history country:japan amount:200b",
    error_texts=_ERROR_TEXTS,
    instead=Button(N_("Only what happened"), history_id(SHOW)),
    sample=Button(N_("What happened before?"), history_id(SHOW)),
    options=(
        Option("country", "Place a sale among them: who sells?", suggest=suggest_country),
        Option("amount", "How much, sold in a month: 200b, 10%, half"),
    ),
)
