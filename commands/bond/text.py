"""Text of ``/bond``: what a buyer earns, and why a lower price means a higher yield."""

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
        figures.translator.gettext(
            "The US still pays {coupon}; only new debt would cost a new rate.",
            coupon=figures.coupon,
        ),
    )
    return "\n".join(part for part in parts if part)


def title(figures: BondFigures, quoted: Quoted) -> str:
    """The question as understood."""
    gettext = figures.translator.gettext
    bond = {"face": figures.face, "coupon": figures.coupon, "years": figures.years}
    if quoted == "price":
        return gettext(
            "A {face} note that pays {coupon} for {years}, bought at {price}",
            price=figures.price,
            **bond,
        )
    return gettext(
        "A {face} note that pays {coupon} for {years}, to earn {rate}",
        rate=figures.bond_yield,
        **bond,
    )


def small_print(outcome: BondOutcome, figures: BondFigures, assumed: str) -> str:
    """How it is counted, what was assumed, and what this is not."""
    gettext = figures.translator.gettext
    single = gettext("Up to a year: one payment at the end, simple interest.")
    many = gettext("Interest twice a year and yield by the half-year, as the US Treasury counts.")
    accrued = gettext("The buyer also pays {usd} of interest due so far.", usd=figures.accrued)
    parts = (
        assumed,
        single if outcome.terms.has_single_payment else many,
        accrued if outcome.accrued_usd >= _LEAST_ACCRUED_USD else "",
        gettext(
            "Ten-year note at {rate} of {date}.",
            rate=figures.ten_year_coupon,
            date=figures.curve_date,
        ),
        gettext("Arithmetic, not advice."),
    )
    return "-# " + " ".join(part for part in parts if part)


def assumed_text(figures: BondFigures, assumed: frozenset[str]) -> str:
    """Which parts of the bond were left out and taken from the market."""
    gettext = figures.translator.gettext
    parts = (
        gettext("Time not given: {years}.", years=figures.years) if "years" in assumed else "",
        gettext("Interest not given: today's yield, {coupon}.", coupon=figures.coupon)
        if "coupon" in assumed
        else "",
    )
    return " ".join(part for part in parts if part)


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
    gettext = figures.translator.gettext
    if quoted == "yield":
        return gettext(
            "It would cost **{price}**. That earns {rate} a year, its **yield**: {back}.",
            price=figures.price,
            rate=figures.bond_yield,
            back=_back(outcome, figures),
        )
    return gettext(
        "The buyer earns **{rate}** a year: {back}. That is called the **yield**.",
        rate=figures.bond_yield,
        back=_back(outcome, figures),
    )


def _back(outcome: BondOutcome, figures: BondFigures) -> str:
    gettext = figures.translator.gettext
    if outcome.terms.has_single_payment:
        return gettext(
            "{back} back for {price} paid, after {years}",
            back=figures.paid_back,
            price=figures.price,
            years=figures.years,
        )
    return gettext(
        "{payment} every half-year, then {face} at the end",
        payment=figures.payment,
        face=figures.face,
    )


def _seesaw(outcome: BondOutcome, figures: BondFigures) -> str:
    gettext = figures.translator.gettext
    if is_at_face(outcome):
        return gettext("At its full {face} a note earns what it pays.", face=figures.face)
    numbers = {"discount": figures.discount, "points": figures.points}
    at_face = gettext(
        "At its full {face} it would earn {at_face}.", face=figures.face, at_face=figures.at_face
    )
    if outcome.price_change < 0:
        tilt = gettext(
            "The payments are fixed, so price and yield sit on a **seesaw**: {discount}"
            " less paid, {points} points more earned.",
            **numbers,
        )
    else:
        tilt = gettext(
            "The payments are fixed, so price and yield sit on a **seesaw**: {discount}"
            " more paid, {points} points less earned.",
            **numbers,
        )
    return f"{at_face} {tilt}"


def _at_ten_years(outcome: BondOutcome, figures: BondFigures) -> str:
    if outcome.price_change > -_TINY_CHANGE or outcome.terms.years >= 10:
        return ""
    return figures.translator.gettext(
        "A new ten-year note at {price} would earn {points} points more, its discount spread over"
        " ten years.",
        price=figures.price,
        points=figures.ten_year_points,
    )
