"""``/target``: how much would have to be sold for this to happen?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calc import Pace, Scenario
from calc.reverse import Target, TargetKind, solve_for
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Option, Request, by_action
from commands.common.custom_id import MATH, SHOW, StaleButtonError
from commands.common.errors import InputError
from commands.common.locale.formats import round_significant
from commands.common.parsing.amounts import Dollars, Share, read_amount
from commands.common.parsing.levels import read_level
from commands.common.parsing.prices import read_price
from commands.common.sale.options import OVER_OPTION, read_pace
from commands.common.text.names import holder_name, pace_label
from commands.common.translator import N_
from commands.selloff.buttons import scenario_id
from commands.target import text as words
from commands.target.buttons import NAME, read_target, target_id, write_target
from commands.target.chart import chart
from commands.target.figures import TargetFigures, goal_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calc.reverse import TargetOutcome
    from commands.common.translator import Translator

_TEN_YEARS = 10.0
_MOST_RATE = 0.25
_LEAST_PRICE_USD = 10.0
_LEAST_INTEREST_USD, _MOST_INTEREST_USD = 1e8, 1e13
_EXAMPLES = {TargetKind.YIELD: 0.06, TargetKind.PRICE: 90.0, TargetKind.INTEREST: 100e9}
_TYPED = {TargetKind.YIELD: "6%", TargetKind.PRICE: "90", TargetKind.INTEREST: "100b"}
_ERROR_TEXTS = {
    "target.none": N_("Tell me one target: a yield, a price or an interest bill."),
    "target.several": N_("I can aim at one target at a time."),
    "target.yield_too_low": N_(
        "The 10-year yield is above **“{typed}”** already, and a sale only lifts it."
    ),
    "target.price_too_high": N_("A sale can only push a $100 bond below $100."),
    "target.price_too_low": N_("No yield we know makes a ten-year bond as cheap as that."),
    "target.interest_share": N_("I need a sum for the interest bill, not a share."),
    "target.interest_too_small": N_("**“{typed}”** is too small to see in the interest bill."),
    "target.interest_too_big": N_("**“{typed}”** a year is more than the bill could grow."),
}


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to one of ``yield``, ``price`` and ``interest``."""
    return _answer(request, _read(request, values))


def _read(request: Request, values: Mapping[str, str]) -> Target:
    given = [kind for kind in TargetKind if values.get(kind.value, "").strip()]
    if len(given) != 1:
        tries = tuple(f"{kind.value}:{text}" for kind, text in _TYPED.items())
        code = "target.several" if given else "target.none"
        raise InputError(code, "target", "", suggestions=tries)
    kind = given[0]
    text, pace = values[kind.value], read_pace(values)
    # A button can carry the target only to so many digits, and has to lead to the same answer.
    target = read_target(write_target(Target(kind, _value(kind, text, request), pace)))
    if problem := _out_of_reach(target, request):
        raise InputError(problem, kind.value, text, suggestions=(_TYPED[kind],))
    return target


def _value(kind: TargetKind, text: str, request: Request) -> float:
    typed = (_TYPED[kind],)
    match kind:
        case TargetKind.YIELD:
            value = read_level(
                text, argument=kind.value, now=lambda: request.snapshot.curve.at(_TEN_YEARS)
            )
            too_low = "target.yield_too_low"
        case TargetKind.PRICE:
            value = read_price(text, argument=kind.value)
            too_low = "target.price_too_low"
        case TargetKind.INTEREST:
            amount = read_amount(
                text, argument=kind.value, locale=request.locale, is_offered=_is_a_bill
            )
            if isinstance(amount, Share):
                raise InputError("target.interest_share", kind.value, text, suggestions=typed)
            value = float(amount.usd)
            too_low = "target.interest_too_small"
            if value > _MOST_INTEREST_USD:
                raise InputError("target.interest_too_big", kind.value, text, suggestions=typed)
    if value <= 0:
        raise InputError(too_low, kind.value, text, suggestions=typed)
    return value


def _is_a_bill(amount: Dollars | Share) -> bool:
    return isinstance(amount, Dollars) and (_LEAST_INTEREST_USD <= amount.usd <= _MOST_INTEREST_USD)


def _out_of_reach(target: Target, request: Request) -> str | None:
    """Why no sale gets there, as the code of a problem."""
    match target.kind:
        case TargetKind.YIELD:
            if target.value <= request.snapshot.curve.at(_TEN_YEARS):
                return "target.yield_too_low"
        case TargetKind.PRICE:
            if target.value >= 100:
                return "target.price_too_high"
            if target.value < _LEAST_PRICE_USD:
                return "target.price_too_low"
        case TargetKind.INTEREST:
            if target.value < _LEAST_INTEREST_USD:
                return "target.interest_too_small"
    return None


def _read_button(request: Request, fields: Sequence[str]) -> Target:
    target = read_target(fields)
    is_bounded = target.kind is not TargetKind.YIELD or target.value <= _MOST_RATE
    if target.kind is TargetKind.INTEREST and target.value > _MOST_INTEREST_USD:
        is_bounded = False
    if not is_bounded or _out_of_reach(target, request):
        raise StaleButtonError
    return target


def _answer(request: Request, target: Target) -> Answer:
    outcome = solve_for(target, request.snapshot)
    figures = TargetFigures(outcome, request.translator)
    return Answer(
        text=words.main_text(outcome, figures),
        small_print=words.small_print(outcome, figures, request.today),
        used=(),
        picture=Picture(
            spec=chart(outcome, figures),
            alt=words.alt_text(outcome, figures),
            filename=f"{NAME}-{'-'.join(write_target(target))}.png",
        ),
        buttons=_buttons(outcome, request.translator),
        own_id=target_id(SHOW, target),
    )


def _math(request: Request, target: Target) -> Answer:
    outcome = solve_for(target, request.snapshot)
    text = words.math_text(outcome, TargetFigures(outcome, request.translator))
    return Answer(text, is_private=True)


def _buttons(outcome: TargetOutcome, translator: Translator) -> tuple[Button, ...]:
    """The sale forwards, the other paces, the other targets, the math."""
    target = outcome.target
    buttons = []
    if outcome.needed.central is not None:
        label = translator.gettext("If {who} sold it", who=holder_name(outcome.biggest, translator))
        buttons.append(Button(label, scenario_id(SHOW, _forwards(outcome, outcome.needed.central))))
    buttons += [
        Button(pace_label(pace, translator), target_id(SHOW, replace(target, pace=pace)))
        for pace in Pace
        if pace is not target.pace
    ]
    buttons += [
        _other(Target(kind, value, target.pace), translator)
        for kind, value in _EXAMPLES.items()
        if kind is not target.kind
    ]
    buttons.append(Button(translator.gettext("Math"), target_id(MATH, target)))
    return tuple(buttons)


def _forwards(outcome: TargetOutcome, needed_usd: float) -> Scenario:
    """The largest holder selling the amount, to as many figures as a reader can use."""
    usd = round(min(round_significant(needed_usd, 3), outcome.snapshot.marketable_usd))
    beyond = usd > outcome.biggest.latest.usd
    return Scenario(outcome.biggest.key, usd, outcome.target.pace, beyond_holding=beyond)


def _other(target: Target, translator: Translator) -> Button:
    messages = {
        TargetKind.YIELD: N_("A yield of {goal}"),
        TargetKind.PRICE: N_("A price of {goal}"),
        TargetKind.INTEREST: N_("Interest up {goal}"),
    }
    label = translator.gettext(
        messages[target.kind], goal=goal_text(target, translator, is_short=True)
    )
    return Button(label, target_id(SHOW, target))


COMMAND = Command(
    name=NAME,
    description="How much would have to be sold to reach a yield, price or interest bill?",
    label=N_("How much would it take?"),
    reply=reply,
    press=by_action(_read_button, show=_answer, math=_math),
    example="/target yield:6%",
    options=(
        Option("yield", "The 10-year yield to reach: 6%"),
        Option("price", "The price a $100 ten-year bond falls to: 90"),
        Option("interest", "By how much the yearly US interest bill grows: 100b"),
        OVER_OPTION,
    ),
    error_texts=_ERROR_TEXTS,
)
