"""Further text of ``/bond`` for its buttons: the ten-year note, the sale, the math."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.one_bond import half_yearly_yield
from commands.common.text.names import holder_name
from commands.common.text.needed_amount import needed_amount_text
from commands.common.text.small_print import as_lines, fitted
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.market import Holder, MarketSnapshot
    from calc.one_bond import BondOutcome
    from calc.reverse import AmountNeeded
    from commands.bond.figures import BondFigures

APPENDIX_B = (
    "https://www.ecfr.gov/current/title-31/subtitle-B/chapter-II/subchapter-A/part-356/"
    "appendix-Appendix%20B%20to%20Part%20356"
)
_SHORT_YEARS = 2
# By where the price lies against the face: below, at, above.
_TEN_YEAR_NOTE = {
    -1: N_(
        "**Ten-year note.** Issued at {coupon} ({date}), 20 half-yearly payments, bought {discount}"
        " below its face: {rate}, {points} points more."
    ),
    0: N_(
        "**Ten-year note.** Issued at {coupon} ({date}), 20 half-yearly payments, bought at its"
        " face: {rate}."
    ),
    1: N_(
        "**Ten-year note.** Issued at {coupon} ({date}), 20 half-yearly payments, bought {discount}"
        " above its face: {rate}, {points} points less."
    ),
}


def ten_year_text(figures: BondFigures) -> str:
    """What the same discount means for a ten-year note."""
    gettext = figures.translator.gettext
    return fitted(
        gettext("### The same {discount} off on a ten-year note", discount=figures.discount),
        gettext(
            "A new ten-year note bought at {price} earns **{rate}** a year: **{points} points**"
            " more than its {coupon}.",
            price=figures.price,
            rate=figures.ten_year_yield,
            points=figures.ten_year_points,
            coupon=figures.ten_year_coupon,
        ),
        gettext(
            "On the note with {years} left, the same discount is worth {points} points.",
            years=figures.years,
            points=figures.points,
        ),
        gettext("The buyer gains the discount once. Over ten years that is a tenth of it a year."),
    )


def ten_year_alt(figures: BondFigures) -> str:
    """The picture of the comparison."""
    return figures.translator.gettext(
        "Two bars: a price {discount} lower adds {points} percentage points to the yield of the"
        " note with {years} left, and {ten} points to that of a new ten-year note.",
        discount=figures.discount,
        points=figures.points,
        years=figures.years,
        ten=figures.ten_year_points,
    )


def sale_text(
    outcome: BondOutcome,
    figures: BondFigures,
    needed: AmountNeeded,
    largest: Holder,
    snapshot: MarketSnapshot,
) -> str:
    """How much would have to be sold for a ten-year note to fall to this price."""
    translator = figures.translator
    heading = translator.gettext(
        "### What sale of US government debt would push a ten-year note to {price}?",
        price=figures.price,
    )
    follows = ""
    if outcome.terms.years <= _SHORT_YEARS:
        follows = translator.gettext(
            "Notes with {years} left earn {rate} and follow the Federal Reserve's rate more than"
            " any sale.",
            years=figures.years,
            rate=translator.rate(snapshot.curve.at(outcome.terms.years)),
        )
    return fitted(
        heading,
        needed_amount_text(needed, snapshot, translator),
        translator.gettext(
            "The largest foreign holder, {who}, has {held}.",
            who=holder_name(largest, translator),
            held=translator.money(largest.latest.usd),
        ),
        follows,
        translator.gettext(
            "That is for a note worth {face} now, all sold within a month.", face=figures.face
        ),
    )


def math_text(outcome: BondOutcome, figures: BondFigures) -> str:
    """The formula with the numbers put in."""
    gettext = figures.translator.gettext
    return as_lines(
        gettext("### The math of this note"),
        _formula(outcome, figures),
        gettext(
            "At the price of {face} the same formula gives {at_face}: price and yield decide"
            " each other, so one figure is enough.",
            face=figures.face,
            at_face=figures.at_face,
        ),
        gettext(
            _TEN_YEAR_NOTE[(outcome.price_change > 0) - (outcome.price_change < 0)],
            coupon=figures.ten_year_coupon,
            date=figures.curve_date,
            discount=figures.discount,
            rate=figures.ten_year_yield,
            points=figures.ten_year_points,
        ),
        gettext("**Where the formula comes from**"),
        gettext("-# [US Treasury, 31 CFR 356, Appendix B](<{url}>)", url=APPENDIX_B),
        "-# " + gettext("Arithmetic, not advice."),
    )


def _formula(outcome: BondOutcome, figures: BondFigures) -> str:
    translator = figures.translator
    if outcome.terms.has_single_payment:
        return translator.gettext(
            "**Yield** = (paid back ÷ price − 1) ÷ years = ({back} ÷ {price} − 1) ÷ {years} ="
            " **{rate}**. Up to a year there is one payment, and the yield is simple interest. A"
            " real Treasury note pays half of its interest after half a year, and its yield is"
            " counted by the half-year: {treasury}.",
            back=figures.paid_back,
            price=figures.price,
            years=translator.bound(outcome.terms.years),
            treasury=translator.rate(half_yearly_yield(outcome)),
            rate=figures.bond_yield,
        )
    return translator.gettext(
        "**Price** = each payment ÷ (1 + yield ÷ 2) to the power of the half-years until it comes."
        " {count} payments of {payment} and {face} at the end, at {rate}: **{price}**. A part of a"
        " half-year counts as simple interest, and interest due to the seller ({accrued}) is left"
        " out.",
        count=translator.fixed(outcome.payments, 0),
        payment=figures.payment,
        face=figures.face,
        rate=figures.bond_yield,
        price=figures.price,
        accrued=figures.accrued,
    )
