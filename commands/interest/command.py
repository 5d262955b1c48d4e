"""``/interest``: what new debt costs at another rate, and what the whole debt would cost at one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.interest.total_interest import issue_at, total_interest
from calc.one_bond import BondTerms
from calc.published_facts import load_published_facts
from calc.reverse import amount_for_yield
from commands.bond.buttons import BondQuestion, bond_id
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Option, Request
from commands.common.custom_id import MATH, SHOW, CustomId, StaleButtonError
from commands.common.errors import InputError
from commands.common.figures import exact_rate
from commands.common.parsing.amounts import Dollars, Share, read_amount
from commands.common.parsing.levels import read_level
from commands.common.text.small_print import Data
from commands.common.translator import N_
from commands.interest import debt_text as debt_words
from commands.interest import issue_text as issue_words
from commands.interest import math as more
from commands.interest import side_text as side
from commands.interest.buttons import (
    LEAST_USD,
    MOST_RATE,
    MOST_USD,
    NAME,
    DebtQuestion,
    IssueQuestion,
    debt_id,
    issue_id,
    read_question,
    write_debt,
    write_issue,
)
from commands.interest.chart import debt_chart, issue_chart
from commands.interest.figures import DebtFigures, IssueFigures
from commands.selloff.buttons import opening_button

if TYPE_CHECKING:
    from collections.abc import Mapping

    from calc.interest.total_interest import IssueOutcome, TotalInterest

_NOW, _DANGER, _SALE = "now", "danger", "sale"
_ISSUE_USD = 100_000_000_000
_TEN_YEARS = 10.0
_STEP = 0.01
_PLACES = 6


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to ``issue`` with ``from`` and ``to``, or to ``at``."""
    has_two = "from" in values or "to" in values
    if "at" in values and has_two:
        raise InputError("interest.at_and_to", "at", values["at"])
    if "at" in values:
        level = _rate(request, values, "at")
        debt = _amount(request, values) if "issue" in values else None
        return _debt_answer(request, DebtQuestion(level, debt))
    if not has_two:
        raise InputError("interest.no_rate", "at", "")
    today = round(request.snapshot.curve.at(_TEN_YEARS), _PLACES)
    question = IssueQuestion(
        issue_usd=_amount(request, values) if "issue" in values else _ISSUE_USD,
        from_rate=_rate(request, values, "from") if "from" in values else today,
        to_rate=_rate(request, values, "to") if "to" in values else today,
    )
    assumed = ""
    if not {"from", "to"} <= values.keys():
        rate = request.translator.rate(today)
        assumed = request.translator.gettext(
            "Rate not given: {rate}, what ten-year notes earn.", rate=rate
        )
    return _issue_answer(request, question, assumed)


def press(request: Request, custom_id: CustomId) -> Answer:
    """The answer to a pressed button: about new debt, or about the whole debt."""
    question = read_question(custom_id.fields)
    if isinstance(question, IssueQuestion):
        return _press_issue(request, custom_id.action, question)
    return _press_debt(request, custom_id.action, question)


def _rate(request: Request, values: Mapping[str, str], option: str) -> float:
    return read_level(
        values[option], argument=option, now=lambda: request.snapshot.curve.at(_TEN_YEARS)
    )


def _amount(request: Request, values: Mapping[str, str]) -> int:
    """The debt in the option; a share is of all public debt."""
    typed = values["issue"]
    amount = read_amount(
        typed,
        argument="issue",
        locale=request.locale,
        is_offered=lambda each: isinstance(each, Share) or LEAST_USD <= each.usd <= MOST_USD,
    )
    total = request.snapshot.facts["total_public_debt"].value
    usd = amount.usd if isinstance(amount, Dollars) else round(amount.fraction * total)
    if not LEAST_USD <= usd <= MOST_USD:
        facts: dict[str, float | str] = {
            "floor_usd": float(LEAST_USD),
            "ceiling_usd": float(MOST_USD),
        }
        raise InputError("interest.issue_out_of_range", "issue", typed, facts=facts)
    return usd


def _press_issue(request: Request, action: str, question: IssueQuestion) -> Answer:
    if action == SHOW:
        return _issue_answer(request, question)
    if action == MATH:
        outcome = _issue(request, question)
        figures = IssueFigures(outcome, request.translator)
        text = issue_words.math_text(outcome, figures, request.snapshot)
        return Answer(text, is_private=True)
    raise StaleButtonError


def _issue(request: Request, question: IssueQuestion) -> IssueOutcome:
    return issue_at(question.issue_usd, question.from_rate, question.to_rate, request.snapshot)


def _issue_answer(request: Request, question: IssueQuestion, assumed: str = "") -> Answer:
    outcome = _issue(request, question)
    figures = IssueFigures(outcome, request.translator)
    gettext = request.translator.gettext
    whole = DebtQuestion(question.to_rate)
    note = BondQuestion(BondTerms(question.from_rate, 1.0), "yield", question.to_rate)
    return Answer(
        text=issue_words.main_text(outcome, figures),
        small_print=issue_words.small_print(assumed, request.snapshot, request.translator),
        picture=Picture(
            spec=issue_chart(outcome, figures),
            alt=issue_words.alt_text(figures),
            filename=f"{NAME}-{'-'.join(write_issue(question))}.png",
        ),
        buttons=(
            Button(gettext("The whole debt at {rate}", rate=figures.to_rate), debt_id(SHOW, whole)),
            Button(gettext("What is paid now, and why"), debt_id(_NOW, whole)),
            Button(
                gettext("Price of an old {rate} note", rate=figures.from_rate), bond_id(SHOW, note)
            ),
            opening_button(request.translator),
            Button(gettext("Math"), issue_id(MATH, question)),
        ),
        own_id=issue_id(SHOW, question),
        used=(Data.YIELDS,) if assumed else (),
    )


def _press_debt(request: Request, action: str, question: DebtQuestion) -> Answer:
    if action == SHOW:
        return _debt_answer(request, question)
    outcome = total_interest(question.level, request.snapshot, question.debt_usd)
    figures = DebtFigures(outcome, request.snapshot, request.translator)
    warnings, snapshot = load_published_facts(), request.snapshot
    onward = _onward(action, question, figures)
    if action == MATH:
        return Answer(more.math_text(outcome, figures, snapshot, warnings), is_private=True)
    used: tuple[Data, ...] = (Data.YIELDS,)
    if action == _NOW:
        text, small_print = side.now_page(outcome, figures, warnings, snapshot)
        used = (Data.DEBT,)
    elif action == _DANGER:
        text, small_print = side.danger_page(outcome, figures, warnings)
    elif action == _SALE:
        needed = None
        if question.level > snapshot.curve.at(_TEN_YEARS):
            needed = amount_for_yield(question.level, snapshot=snapshot)
        text, small_print = side.sale_page(figures, needed, snapshot)
    else:
        raise StaleButtonError
    return Answer(text, small_print=small_print, buttons=onward, used=used)


def _debt_answer(request: Request, question: DebtQuestion) -> Answer:
    is_debt_given = question.debt_usd is not None
    outcome = total_interest(question.level, request.snapshot, question.debt_usd)
    figures = DebtFigures(outcome, request.snapshot, request.translator)
    return Answer(
        text=debt_words.main_text(outcome, figures, is_debt_given=is_debt_given),
        small_print=debt_words.small_print(figures, is_debt_given=is_debt_given),
        picture=Picture(
            spec=debt_chart(outcome, figures),
            alt=debt_words.alt_text(outcome, figures),
            filename=f"{NAME}-{'-'.join(write_debt(question))}.png",
        ),
        buttons=_debt_buttons(outcome, question, figures),
        own_id=debt_id(SHOW, question),
        used=(Data.YIELDS,),
    )


def _debt_buttons(
    outcome: TotalInterest, question: DebtQuestion, figures: DebtFigures
) -> tuple[Button, ...]:
    translator = figures.translator
    buttons = [
        Button(translator.gettext("What is paid now, and why"), debt_id(_NOW, question)),
        Button(translator.gettext("Where is the danger line?"), debt_id(_DANGER, question)),
        Button(translator.gettext("What sale would it take?"), debt_id(_SALE, question)),
    ]
    if outcome.level + _STEP <= MOST_RATE:
        higher = DebtQuestion(round(outcome.level + _STEP, _PLACES), question.debt_usd)
        label = translator.gettext(
            "A point more: {rate}", rate=exact_rate(higher.level, translator)
        )
        buttons.append(Button(label, debt_id(SHOW, higher)))
    buttons.append(Button(translator.gettext("Math"), debt_id(MATH, question)))
    return tuple(buttons)


def _onward(shown: str, question: DebtQuestion, figures: DebtFigures) -> tuple[Button, ...]:
    """From a side question to the others, to the sale and back."""
    gettext = figures.translator.gettext
    ways = (
        (SHOW, gettext("All debt at {rate}", rate=figures.level)),
        (_NOW, gettext("What is paid now, and why")),
        (_DANGER, gettext("Where is the danger line?")),
    )
    buttons = (Button(label, debt_id(key, question)) for key, label in ways if key != shown)
    return (*buttons, opening_button(figures.translator))


COMMAND = Command(
    name=NAME,
    description="What would US interest cost at another rate?",
    label=N_("What does US debt cost?"),
    reply=reply,
    press=press,
    example="/interest at:6%",
    sample=Button(N_("See the US interest bill"), debt_id(SHOW, DebtQuestion(0.06))),
    error_texts={
        "interest.no_rate": N_(
            "I need a rate. Try `at:6%` for the whole debt, or `issue:100b from:4% to:6%`."
        ),
        "interest.at_and_to": N_(
            "`at` is for the whole debt, `from` and `to` are for new debt. Give me one of the two,"
            " for example `at:6%`."
        ),
        "interest.issue_out_of_range": N_(
            "I work with debt from {floor} to {ceiling}, and **“{typed}”** is outside."
        ),
    },
    options=(
        Option("at", "The whole debt: the rate that all new debt pays from now on, 6%"),
        Option("issue", "New debt: how much, 100b ($100 billion when left out)"),
        Option("from", "New debt: one rate, 4% (today's when left out)"),
        Option("to", "New debt: the other rate, 6%"),
    ),
)
