"""``/bond security:``: one outstanding security, at today's market, a price or a yield."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calc import CalcError
from calc.market.securities import TERMS
from commands.bond import security_text as words
from commands.bond.buttons import NAME, SecurityQuestion, read_security, security_id, settlement_of
from commands.bond.chart import price_yield_chart
from commands.bond.figures import SecurityFigures, security_name, seesaw
from commands.bond.quoted_prices import read_security_price
from commands.bond.security_search import find, is_paid_back, label_of, suggest, term_of
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Choice, by_action
from commands.common.custom_id import MATH, SHOW, StaleButtonError
from commands.common.errors import InputError
from commands.common.parsing.levels import read_level
from commands.selloff.buttons import opening_button

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calc.market.securities import Security, SecurityQuote
    from commands.common.command import Request
    from commands.common.translator import Translator

_MOST_SUGGESTED = 25
_MOST_ASKED = 5


def reply_security(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``security`` with ``price`` or ``yield``, or neither.

    Raises:
        InputError: It names no one security, or the rest cannot be used.
    """
    question = read_question(request, values)
    try:
        quote = question.answer(request)
        return _answer(request, question, quote)
    except CalcError as error:
        typed = values.get("price") or values.get("yield", "")
        raise InputError("bond.out_of_range", question.at, typed) from error


def read_question(request: Request, values: Mapping[str, str]) -> SecurityQuestion:
    """The security in the options.

    Raises:
        InputError: As `reply_security`.
    """
    for option in ("coupon", "years", "face"):
        if option in values:
            raise InputError("security.terms", option, values[option])
    security = _read_security(request, values["security"])
    if "price" in values and "yield" in values:
        raise InputError("bond.price_and_yield", "price", values["price"])
    if "price" in values:
        return SecurityQuestion(security, "price", read_security_price(values["price"]))
    if "yield" not in values:
        return SecurityQuestion(security)
    level = read_level(
        values["yield"],
        argument="yield",
        now=lambda: request.snapshot.curve.at(security.years_left(settlement_of(request))),
    )
    return SecurityQuestion(security, "yield", level)


def suggest_security(request: Request, typed: str) -> Sequence[Choice]:
    """Suggest outstanding securities; the value is the CUSIP."""
    securities = request.snapshot.securities
    newest = {securities.newest(term): term for term in TERMS}
    found = suggest(typed, securities, settlement_of(request))[:_MOST_SUGGESTED]
    return [
        Choice(_choice_label(row, newest.get(row), request.translator), row.cusip) for row in found
    ]


def _choice_label(row: Security, term: int | None, translator: Translator) -> str:
    label = label_of(row)
    if term is None:
        return label
    # TRANSLATORS: The newest security of a term: 10-year: 4.25% Nov 2034.
    return translator.gettext("{years}-year: {name}", years=term, name=label)


def _read_security(request: Request, typed: str) -> Security:
    securities, settlement = request.snapshot.securities, settlement_of(request)
    found = find(typed, securities, settlement)
    if not found:
        day = request.translator.day(securities.as_of)
        code = "security.unknown" if term_of(typed) is None else "security.no_term"
        if is_paid_back(typed, securities):
            code = "security.all_paid_back"
        raise InputError(code, "security", typed, facts={"date": day})
    if len(found) > 1:
        raise InputError(
            "security.several",
            "security",
            typed,
            suggestions=tuple(label_of(row) for row in found[:_MOST_ASKED]),
            is_question=True,
            facts={"count": str(len(found))},
        )
    if found[0].maturity <= settlement:
        day = request.translator.day(found[0].maturity)
        raise InputError("security.paid_back", "security", typed, facts={"day": day})
    return found[0]


def _answer(request: Request, question: SecurityQuestion, quote: SecurityQuote | None) -> Answer:
    snapshot, translator = request.snapshot, request.translator
    if quote is None:
        name = security_name(question.security, translator)
        return Answer(
            text=words.unpriced_text(question.security, name, translator),
            small_print=words.unpriced_small_print(snapshot.securities.as_of, translator),
            buttons=(opening_button(translator),),
            own_id=security_id(SHOW, question),
        )
    figures = SecurityFigures(quote, snapshot, translator)
    picture = None
    if question.security.is_nominal_coupon:
        outcome, drawn = seesaw(quote, snapshot, translator)
        picture = Picture(
            spec=price_yield_chart(outcome, drawn),
            alt=words.alt_text(figures),
            filename=f"{NAME}-{question.security.cusip.lower()}.png",
        )
    buttons = [opening_button(translator)]
    if question.at != "market":
        today = replace(question, at="market", quote=0.0)
        buttons.append(Button(translator.gettext("At today's yield"), security_id(SHOW, today)))
    buttons.append(Button(translator.gettext("Math"), security_id(MATH, question)))
    return Answer(
        text=words.main_text(quote, question.at, figures),
        small_print=words.small_print(snapshot.securities.as_of, figures),
        picture=picture,
        buttons=tuple(buttons),
        own_id=security_id(SHOW, question),
    )


def _read_button(
    request: Request, fields: Sequence[str]
) -> tuple[SecurityQuestion, SecurityQuote | None]:
    question = read_security(request, fields)
    try:
        return question, question.answer(request)
    except CalcError as error:
        raise StaleButtonError from error


def _show(request: Request, asked: tuple[SecurityQuestion, SecurityQuote | None]) -> Answer:
    return _answer(request, *asked)


def _math(request: Request, asked: tuple[SecurityQuestion, SecurityQuote | None]) -> Answer:
    _, quote = asked
    if quote is None:
        raise StaleButtonError
    figures = SecurityFigures(quote, request.snapshot, request.translator)
    return Answer(words.math_text(quote, request.snapshot, figures), is_private=True)


press_security = by_action(_read_button, show=_show, math=_math)
