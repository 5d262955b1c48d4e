"""``/bond``: what a buyer earns at a price, and what a yield makes of the price."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import CalcError, Scenario
from calc.one_bond import BondTerms, ten_year_at_same_discount
from calc.reverse import amount_for_price
from commands.bond import math as more
from commands.bond import text as words
from commands.bond.buttons import (
    MARK,
    MOST_RATE,
    NAME,
    BondQuestion,
    bond_id,
    read_bond,
    write_bond,
)
from commands.bond.chart import price_yield_chart, ten_year_chart
from commands.bond.figures import BondFigures
from commands.bond.quoted_prices import read_given_price
from commands.bond.security_command import press_security, reply_security, suggest_security
from commands.common.answer import Answer, Button, Picture
from commands.common.command import Command, Option, Request, by_action
from commands.common.custom_id import MATH, SHOW, StaleButtonError
from commands.common.errors import InputError
from commands.common.parsing.amounts import FLOOR_USD
from commands.common.parsing.levels import read_level
from commands.common.parsing.prices import read_price
from commands.common.parsing.rates import read_rate
from commands.common.parsing.years import read_years
from commands.common.text.small_print import Data, small_line
from commands.common.translator import N_
from commands.interest.buttons import IssueQuestion, issue_id
from commands.selloff.buttons import opening_button, scenario_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from calc.market import Holder, MarketSnapshot
    from calc.one_bond import BondOutcome
    from commands.common.command import Forward
    from commands.common.custom_id import CustomId

_SALE, _TEN = "sale", "ten"
_TEN_YEARS = 10.0
_FACE_USD = 100.0
_NEW_DEBT_USD = 100_000_000_000
_PLACES = 6
_SHOWN_PLACES = 4


def reply(request: Request, values: Mapping[str, str]) -> Answer:
    """The answer to a security, or to a bond by ``face``, ``coupon`` and ``years``."""
    return (reply_security if "security" in values else _reply)(request, values)


def _reply(request: Request, values: Mapping[str, str]) -> Answer:
    question, assumed = _read(request, values)
    try:
        outcome = question.answer()
    except CalcError as error:
        typed = values.get("price") or values.get("yield", "")
        raise InputError("bond.out_of_range", question.quoted, typed) from error
    return _answer(request, question, outcome, assumed)


def _read(request: Request, values: Mapping[str, str]) -> tuple[BondQuestion, frozenset[str]]:
    """The bond in the options, and which of them were left out."""
    price, rate = values.get("price"), values.get("yield")
    if price is not None and rate is not None:
        raise InputError("bond.price_and_yield", "price", price)
    if price is None and rate is None:
        raise InputError("bond.no_price", "price", "")
    face = read_price(values["face"], argument="face") if "face" in values else _FACE_USD
    years = read_years(values["years"], argument="years") if "years" in values else _TEN_YEARS
    coupon = request.snapshot.curve.at(years)
    if "coupon" in values:
        coupon = read_rate(values["coupon"], argument="coupon")
    terms = BondTerms(round(coupon, _PLACES), round(years * 12) / 12, round(face, _PLACES))
    assumed = frozenset({"years", "coupon"} - values.keys())
    if price is not None:
        quote = read_given_price(price, has_face="face" in values)
        return BondQuestion(terms, "price", quote), assumed
    quote = read_level(rate or "", argument="yield", now=lambda: request.snapshot.curve.at(years))
    return BondQuestion(terms, "yield", quote), assumed


def _read_button(_request: Request, fields: Sequence[str]) -> BondQuestion:
    question = read_bond(fields)
    try:
        question.answer()
    except CalcError as error:
        raise StaleButtonError from error
    return question


def _press(request: Request, custom_id: CustomId) -> Answer | Forward:
    """Tell a security in the fields from a bond by its terms."""
    press = press_security if custom_id.fields[:1] == (MARK,) else _press_terms
    return press(request, custom_id)


def _show(request: Request, question: BondQuestion) -> Answer:
    return _answer(request, question, question.answer())


def _math(request: Request, question: BondQuestion) -> Answer:
    outcome = question.answer()
    figures = BondFigures(outcome, request.snapshot, request.translator)
    return Answer(more.math_text(outcome, figures), is_private=True)


def _below_face(question: BondQuestion) -> BondOutcome:
    """The bond at its price.

    Raises:
        StaleButtonError: It is not below its face, and no sale would take it there.
    """
    outcome = question.answer()
    if words.is_at_face(outcome) or outcome.price_change > 0:
        raise StaleButtonError
    return outcome


def _answer(
    request: Request,
    question: BondQuestion,
    outcome: BondOutcome,
    assumed: frozenset[str] = frozenset(),
) -> Answer:
    figures = BondFigures(outcome, request.snapshot, request.translator)
    return Answer(
        text=words.main_text(outcome, figures, question.quoted),
        small_print=words.small_print(outcome, figures, assumed),
        picture=Picture(
            spec=price_yield_chart(outcome, figures),
            alt=words.alt_text(figures),
            filename=_filename("", question),
        ),
        buttons=_buttons(question, outcome, figures),
        own_id=bond_id(SHOW, question),
        used=(Data.YIELDS,) if "coupon" in assumed else (),
    )


def _buttons(
    question: BondQuestion, outcome: BondOutcome, figures: BondFigures
) -> tuple[Button, ...]:
    gettext = figures.translator.gettext
    buttons = []
    if outcome.price_change < 0 and not words.is_at_face(outcome):
        buttons.append(Button(gettext("What sale would it take?"), bond_id(_SALE, question)))
        if outcome.terms.years != _TEN_YEARS:
            label = gettext("The same {discount} on a ten-year", discount=figures.discount)
            buttons.append(Button(label, bond_id(_TEN, question)))
    if 0 <= outcome.yield_ <= MOST_RATE:
        # At the rate that the button names.
        at = round(outcome.yield_, _SHOWN_PLACES)
        issue = IssueQuestion(_NEW_DEBT_USD, outcome.terms.coupon, at)
        label = gettext("New US debt at {rate}", rate=figures.bond_yield)
        buttons.append(Button(label, issue_id(SHOW, issue)))
    buttons.append(opening_button(figures.translator))
    buttons.append(Button(gettext("Math"), bond_id(MATH, question)))
    return tuple(buttons)


def _sale(request: Request, question: BondQuestion) -> Answer:
    outcome, snapshot, gettext = _below_face(question), request.snapshot, request.translator.gettext
    figures = BondFigures(outcome, snapshot, request.translator)
    needed = amount_for_price(100 * (1 + outcome.price_change), snapshot=snapshot)
    buttons = [opening_button(figures.translator)]
    if needed.central is not None:
        amount = int(needed.central)
        if amount >= FLOOR_USD:
            whole = Scenario(_largest(snapshot).key, amount, beyond_holding=True)
            label = gettext("A sale of {amount}", amount=figures.translator.money(amount))
            buttons.insert(0, Button(label, scenario_id(SHOW, whole)))
    return Answer(
        text=more.sale_text(outcome, figures, needed, _largest(snapshot), snapshot),
        small_print=small_line(
            gettext("Yields of {date}.", date=figures.curve_date), gettext("Estimate, not advice.")
        ),
        buttons=tuple(buttons),
    )


def _ten_years(request: Request, question: BondQuestion) -> Answer:
    outcome = _below_face(question)
    figures = BondFigures(outcome, request.snapshot, request.translator)
    ten_year = ten_year_at_same_discount(outcome, request.snapshot)
    note = BondQuestion(ten_year.terms, "price", round(outcome.price_usd, _PLACES))
    return Answer(
        text=more.ten_year_text(figures),
        small_print=small_line(
            figures.translator.gettext("Yields of {date}.", date=figures.curve_date),
            figures.translator.gettext("Arithmetic, not advice."),
        ),
        picture=Picture(
            spec=ten_year_chart(outcome, ten_year, figures),
            alt=more.ten_year_alt(figures),
            filename=_filename("ten-", question),
        ),
        buttons=(
            Button(figures.translator.gettext("This ten-year note"), bond_id(SHOW, note)),
            Button(
                figures.translator.gettext("What sale would it take?"), bond_id(_SALE, question)
            ),
        ),
    )


def _largest(snapshot: MarketSnapshot) -> Holder:
    return max(snapshot.holders.values(), key=lambda holder: holder.latest.usd)


def _filename(kind: str, question: BondQuestion) -> str:
    return f"{NAME}-{kind}{'-'.join(write_bond(question))}.png"


_press_terms = by_action(_read_button, show=_show, math=_math, sale=_sale, ten=_ten_years)
COMMAND = Command(
    name=NAME,
    description="What does a bond earn at a price, and the other way round?",
    label=N_("Price and yield of a bond"),
    reply=reply,
    press=_press,
    example="/bond price:90 coupon:3% years:1",
    sample=Button(
        N_("Try it on a bond"), bond_id(SHOW, BondQuestion(BondTerms(0.03, 1.0), "price", 90.0))
    ),
    error_texts={
        "bond.no_price": N_("I need a price or a yield. Try `price:90` or `yield:6%`."),
        "bond.face": N_("**“{typed}”** is the price of a bond of which face?"),
        "bond.per_100": N_("Prices of Treasuries are per $100, and **“{typed}”** is not."),
        "security": N_("Try `4.25% Nov 2034`, `the 10-year` or a CUSIP."),
        "security.unknown": N_(
            "I find no **“{typed}”** among the Treasuries outstanding on {date}."
        ),
        "security.no_term": N_("No new issue of **“{typed}”** is in my list of {date}."),
        "security.several": N_("**“{typed}”** fits {count} Treasuries. Which one?"),
        "security.all_paid_back": N_(
            "Every **“{typed}”** in my list of {date} has been paid back since, and newer ones are"
            " not in it."
        ),
        "security.paid_back": N_("**“{typed}”** was paid back on {day}."),
        "security.terms": N_(
            "A Treasury brings its own coupon, face and time: leave out **“{typed}”**, or leave"
            " out `security`."
        ),
        "bond.price_and_yield": N_(
            "A price decides the yield and a yield the price. Give me one of them, for example"
            " `price:90`."
        ),
        "bond.out_of_range": N_(
            "At **“{typed}”** price and yield of such a bond are too far apart to draw. Try a price"
            " nearer to its face, for example `price:90`."
        ),
    },
    options=(
        Option(
            "security",
            "A Treasury that is out: 4.25% Nov 2034, the 30-year, a CUSIP",
            suggest=suggest_security,
        ),
        Option("price", "What the buyer pays: 90, $98.50, for a security also 99-16+"),
        Option("yield", "Instead of a price, what the buyer earns a year: 6%"),
        Option("face", "What is paid back at the end: $100 when left out, at most $1,000"),
        Option("coupon", "Interest it pays a year: 3%; today's yield when left out"),
        Option("years", "Time left: 1 year, 6 months; ten years when left out"),
    ),
)
