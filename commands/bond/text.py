"""The words of ``/bond``: what a buyer earns, and why a lower price means a higher yield."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calc.one_bond import BondOutcome
    from commands.bond.buttons import Quoted
    from commands.bond.figures import BondFigures

_TINY_CHANGE = 5e-5
_LEAST_ACCRUED_USD = 0.005


def is_at_face(outcome: BondOutcome) -> bool:
    """Price and face read the same."""
    return abs(outcome.price_change) < _TINY_CHANGE


def main_text(outcome: BondOutcome, figures: BondFigures, quoted: Quoted) -> str:
    """The plain answer: what is earned or paid, the seesaw, and who is not affected."""
    parts = (
        f"### {title(figures, quoted)}",
        _answer(outcome, figures, quoted),
        _seesaw(outcome, figures),
        _at_ten_years(outcome, figures),
        figures.tongue.say(
            "The US still pays {coupon}; only new debt would cost a new rate.",
            coupon=figures.coupon,
        ),
    )
    return "\n".join(part for part in parts if part)


def title(figures: BondFigures, quoted: Quoted) -> str:
    """The question as understood."""
    say = figures.tongue.say
    bond = {"face": figures.face, "coupon": figures.coupon, "years": figures.years}
    if quoted == "price":
        return say(
            "A {face} note that pays {coupon} for {years}, bought at {price}",
            price=figures.price,
            **bond,
        )
    return say(
        "A {face} note that pays {coupon} for {years}, to earn {rate}",
        rate=figures.bond_yield,
        **bond,
    )


def small_print(outcome: BondOutcome, figures: BondFigures, assumed: str) -> str:
    """How it is counted, what was assumed, and what this is not."""
    say = figures.tongue.say
    single = say("Up to a year: one payment at the end, simple interest.")
    many = say("Interest twice a year and yield by the half-year, as the US Treasury counts.")
    accrued = say("The buyer also pays {usd} of interest due so far.", usd=figures.accrued)
    parts = (
        assumed,
        single if outcome.terms.has_single_payment else many,
        accrued if outcome.accrued_usd >= _LEAST_ACCRUED_USD else "",
        say(
            "Ten-year note at {rate} of {date}.",
            rate=figures.ten_year_coupon,
            date=figures.curve_date,
        ),
        say("Arithmetic, not advice."),
    )
    return "-# " + " ".join(part for part in parts if part)


def assumed_text(figures: BondFigures, assumed: frozenset[str]) -> str:
    """Which parts of the bond were left out and taken from the market."""
    say = figures.tongue.say
    parts = (
        say("Time not given: {years}.", years=figures.years) if "years" in assumed else "",
        say("Interest not given: today's yield, {coupon}.", coupon=figures.coupon)
        if "coupon" in assumed
        else "",
    )
    return " ".join(part for part in parts if part)


def alt_text(figures: BondFigures) -> str:
    """The picture for those who do not see it: the finding first, the same numbers."""
    return figures.tongue.say(
        "Price and yield of one bond: a {face} note that pays {coupon} for {years} earns {rate} a"
        " year when bought at {price}. The line falls from a high yield at a low price to a low"
        " yield at a high price.",
        face=figures.face,
        coupon=figures.coupon,
        years=figures.years,
        rate=figures.bond_yield,
        price=figures.price,
    )


def _answer(outcome: BondOutcome, figures: BondFigures, quoted: Quoted) -> str:
    say = figures.tongue.say
    if quoted == "yield":
        return say(
            "It would cost **{price}**. That earns {rate} a year, its **yield**: {back}.",
            price=figures.price,
            rate=figures.bond_yield,
            back=_back(outcome, figures),
        )
    return say(
        "The buyer earns **{rate}** a year: {back}. That is called the **yield**.",
        rate=figures.bond_yield,
        back=_back(outcome, figures),
    )


def _back(outcome: BondOutcome, figures: BondFigures) -> str:
    say = figures.tongue.say
    if outcome.terms.has_single_payment:
        return say(
            "{back} back for {price} paid, after {years}",
            back=figures.paid_back,
            price=figures.price,
            years=figures.years,
        )
    return say(
        "{payment} every half-year, then {face} at the end",
        payment=figures.payment,
        face=figures.face,
    )


def _seesaw(outcome: BondOutcome, figures: BondFigures) -> str:
    say = figures.tongue.say
    if is_at_face(outcome):
        return say("At its full {face} a note earns what it pays.", face=figures.face)
    numbers = {"discount": figures.discount, "points": figures.points}
    at_face = say(
        "At its full {face} it would earn {at_face}.", face=figures.face, at_face=figures.at_face
    )
    if outcome.price_change < 0:
        tilt = say(
            "The payments are fixed, so price and yield sit on a **seesaw**: {discount}"
            " less paid, {points} points more earned.",
            **numbers,
        )
    else:
        tilt = say(
            "The payments are fixed, so price and yield sit on a **seesaw**: {discount}"
            " more paid, {points} points less earned.",
            **numbers,
        )
    return f"{at_face} {tilt}"


def _at_ten_years(outcome: BondOutcome, figures: BondFigures) -> str:
    if outcome.price_change > -_TINY_CHANGE or outcome.terms.years >= 10:
        return ""
    return figures.tongue.say(
        "A new ten-year note at {price} would earn {points} points more, its discount spread over"
        " ten years.",
        price=figures.price,
        points=figures.ten_year_points,
    )
