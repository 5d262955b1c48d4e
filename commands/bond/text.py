"""Text of ``/bond``: what a buyer earns, and why a lower price means a higher yield."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.text.small_print import fitted, small_line
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.one_bond import BondOutcome
    from commands.bond.buttons import Quoted
    from commands.bond.figures import BondFigures

_TINY_CHANGE = 5e-5
_SINGLE_PAYMENT = {
    "price": N_(
        "The buyer earns **{rate}** a year: {back} back for {price} paid, after {years}. That is"
        " the **yield**."
    ),
    "yield": N_(
        "It would cost **{price}**. That earns {rate} a year, its **yield**: {back} back for"
        " {price} paid, after {years}."
    ),
}
_HALF_YEARLY = {
    "price": N_(
        "The buyer earns **{rate}** a year: {payment} every half-year, then {face} at the end. That"
        " is the **yield**."
    ),
    "yield": N_(
        "It would cost **{price}**. That earns {rate} a year, its **yield**: {payment} every"
        " half-year, then {face} at the end."
    ),
}
_LEAST_ACCRUED_USD = 0.005


def is_at_face(outcome: BondOutcome) -> bool:
    """Price and face read the same."""
    return abs(outcome.price_change) < _TINY_CHANGE


def main_text(outcome: BondOutcome, figures: BondFigures, quoted: Quoted) -> str:
    """The plain answer: what is earned or paid, the seesaw, and who is not affected."""
    return fitted(
        f"### {title(figures, quoted)}",
        _answer(outcome, figures, quoted),
        _seesaw(outcome, figures),
        figures.translator.gettext(
            "The US still pays {coupon}. Only new debt would cost a new rate.",
            coupon=figures.coupon,
        ),
    )


def title(figures: BondFigures, quoted: Quoted) -> str:
    """The question as understood."""
    message = N_("A {face} note that pays {coupon} for {years}, to earn {rate}")
    if quoted == "price":
        message = N_("A {face} note that pays {coupon} for {years}, bought at {price}")
    return figures.translator.gettext(
        message,
        face=figures.face,
        coupon=figures.coupon,
        years=figures.years,
        price=figures.price,
        rate=figures.bond_yield,
    )


def small_print(outcome: BondOutcome, figures: BondFigures, assumed: frozenset[str]) -> str:
    """What was assumed, how it is counted, and what this is not."""
    gettext = figures.translator.gettext
    single = gettext("One payment at the end, simple interest.")
    accrued = gettext("The buyer also pays {usd} interest due so far.", usd=figures.accrued)
    return small_line(
        _assumed(figures, assumed),
        gettext("Yields of {date}.", date=figures.curve_date) if "coupon" in assumed else "",
        gettext("Arithmetic, not advice."),
        single if outcome.terms.has_single_payment else gettext("Interest twice a year."),
        accrued if outcome.accrued_usd >= _LEAST_ACCRUED_USD else "",
    )


def _assumed(figures: BondFigures, assumed: frozenset[str]) -> str:
    """Which parts of the bond were left out and taken from the market."""
    if not assumed:
        return ""
    message = N_("Assumed: {years}, paying today's {coupon}.")
    if "coupon" not in assumed:
        message = N_("Assumed: {years}.")
    elif "years" not in assumed:
        message = N_("Assumed: paying today's {coupon}.")
    return figures.translator.gettext(message, years=figures.years, coupon=figures.coupon)


def alt_text(figures: BondFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    return figures.translator.gettext(
        "Price and yield of one bond: a {face} note that pays {coupon} for {years} earns {rate} a"
        " year when bought at {price}; at its face it earns {at_face}. Drawn as a seesaw: when the"
        " price goes down, the yield goes up.",
        face=figures.face,
        coupon=figures.coupon,
        years=figures.years,
        rate=figures.bond_yield,
        price=figures.price,
        at_face=figures.at_face,
    )


def _answer(outcome: BondOutcome, figures: BondFigures, quoted: Quoted) -> str:
    messages = _SINGLE_PAYMENT if outcome.terms.has_single_payment else _HALF_YEARLY
    return figures.translator.gettext(
        messages[quoted],
        price=figures.price,
        rate=figures.bond_yield,
        back=figures.paid_back,
        years=figures.years,
        payment=figures.payment,
        face=figures.face,
    )


def _seesaw(outcome: BondOutcome, figures: BondFigures) -> str:
    gettext = figures.translator.gettext
    if is_at_face(outcome):
        return gettext("At its full {face} a note earns what it pays.", face=figures.face)
    message = N_(
        "Payments are fixed, so price and yield are a **seesaw**: {discount} more paid, {points}"
        " points less earned."
    )
    if outcome.price_change < 0:
        message = N_(
            "Payments are fixed, so price and yield are a **seesaw**: {discount} less paid,"
            " {points} points more earned."
        )
    return gettext(message, discount=figures.discount, points=figures.points)
