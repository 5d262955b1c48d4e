"""``/yen``: what it takes to make the dollar cheaper in yen, and what that does to US yields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import Pace, Scenario
from calc.fx_intervention import LARGEST_FALL, YenOutcome, yen_move
from calc.parameters.spillovers import load_spillover_facts
from calc.spillovers import JAPAN
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Option, Request, by_action
from commands.common.custom_id import MATH, SHOW
from commands.common.errors import InputError
from commands.common.parsing.prices import LOWEST_YEN, read_yen
from commands.common.translator import N_
from commands.ripple.buttons import ripple_id
from commands.selloff.buttons import scenario_id
from commands.yen import text as words
from commands.yen.buttons import NAME, read_rates, write_rates, yen_id
from commands.yen.chart import chart
from commands.yen.figures import YenFigures, rate_text
from commands.yen.math import math_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_ERROR_TEXTS = {
    "yen": N_("Try `from:160 to:150`."),
    "yen.unreadable": N_("I could not read **“{typed}”** as yen for a dollar."),
    "yen.characters": N_("**“{typed}”** holds characters I cannot read in a rate."),
    "yen.too_long": N_("That is too long for a rate."),
    "yen.format": N_("I can read **“{typed}”** in more than one way, so I did not guess."),
    "yen.out_of_range": N_("I read rates from {lowest} to {highest} yen for a dollar."),
    "yen.not_stronger": N_(
        "For that Japan would buy dollars and sell nothing. I work out a dearer yen: fewer yen for"
        " a dollar."
    ),
    "yen.too_far": N_(
        "That is more than {most} off the dollar, and nothing in the record is near it."
    ),
}


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``from`` and ``to``."""
    start = load_spillover_facts().yen_per_dollar.value
    if "from" in values:
        start = read_yen(values["from"], argument="from")
    target = read_yen(values["to"], argument="to")
    if target >= start:
        # The one option that was wrong has no better value alone: both change places.
        swapped = (f"from:{target:.10g} to:{start:.10g}",) if target > start else ()
        raise InputError("yen.not_stronger", "to", values["to"], suggestions=swapped)
    if 1 - target / start > LARGEST_FALL:
        most = request.translator.percent(LARGEST_FALL)
        raise InputError("yen.too_far", "to", values["to"], facts={"most": most})
    return _answer(request, (start, target))


def _math(request: Request, rates: tuple[float, float]) -> Answer:
    outcome = yen_move(*rates, request.snapshot)
    text = math_text(outcome, YenFigures(outcome, request.translator))
    return Answer(text, is_private=True)


def _answer(request: Request, rates: tuple[float, float]) -> Answer:
    outcome = yen_move(*rates, request.snapshot)
    figures = YenFigures(outcome, request.translator)
    return Answer(
        text=words.main_text(outcome, figures),
        small_print=words.small_print(outcome, figures),
        picture=Picture(
            spec=chart(outcome, figures),
            alt=words.alt_text(figures),
            filename=f"{NAME}-{'-'.join(write_rates(*rates))}.png",
        ),
        buttons=_buttons(outcome, figures),
        own_id=yen_id(SHOW, *rates),
    )


def _buttons(outcome: YenOutcome, figures: YenFigures) -> tuple[Button, ...]:
    """On to the sale behind it, what else that moves, half-way and further, and the math."""
    translator = figures.translator
    start, target = outcome.start, outcome.target
    sale = Scenario(JAPAN, int(outcome.outcome.sale.sold_usd), pace=Pace.MONTH)
    amount = translator.exact_money(sale.amount_usd)
    buttons = [
        Button(translator.gettext("Japan sells {amount}", amount=amount), scenario_id(SHOW, sale)),
        Button(translator.gettext("What else would move?"), ripple_id(SHOW, sale)),
    ]
    for label, rate in (
        (N_("Half-way: to {rate}"), (start + target) / 2),
        (N_("Twice as far: to {rate}"), 2 * target - start),
    ):
        stop = round(rate, 2)
        if max(LOWEST_YEN, start * (1 - LARGEST_FALL)) <= stop < start and stop != target:
            name = translator.gettext(label, rate=rate_text(stop, translator))
            buttons.append(Button(name, yen_id(SHOW, start, stop)))
    buttons.append(Button(translator.gettext("Math"), yen_id(MATH, start, target)))
    return tuple(buttons)


COMMAND = Command(
    name=NAME,
    description="What would Japan have to sell to make the dollar cheaper in yen?",
    label=N_("The yen"),
    reply=reply,
    press=by_action(lambda _, fields: read_rates(fields), show=_answer, math=_math),
    example="/yen from:160 to:150",
    error_texts=_ERROR_TEXTS,
    sample=Button(N_("From 160 to 150 yen"), yen_id(SHOW, 160.0, 150.0)),
    options=(
        Option("to", "Yen for a dollar wanted, for example 150", is_required=True),
        Option("from", "Yen for a dollar now: the last rate known when left out"),
    ),
)
