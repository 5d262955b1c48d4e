"""Numbers of a bond, and of one outstanding security, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from calc import run
from calc.market.securities import rise_at_maturity
from calc.market.snapshot import DebtType
from calc.one_bond import BondTerms, outcome_of, ten_year_at_same_discount
from commands.common.figures import exact_rate, given_dollars, given_years, in_most_studies, span
from commands.common.locale.formats import round_significant
from commands.common.translator import N_
from commands.selloff.buttons import OPENING

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from calc.market.securities import Security, SecurityQuote
    from calc.one_bond import BondOutcome
    from commands.common.translator import Translator

_LEAST_CENTS = 0.01
_NAMES = {
    DebtType.BILL: N_("Treasury bill due {day}"),
    DebtType.FRN: N_("floating rate note due {day}"),
    DebtType.NOTE: N_("{coupon} Treasury note due {day}"),
    DebtType.BOND: N_("{coupon} Treasury bond due {day}"),
    DebtType.TIPS: N_("{coupon} inflation-linked Treasury (TIPS) due {day}"),
}


class BondFigures:
    """Every number that an answer about one bond shows, as text."""

    def __init__(
        self, outcome: BondOutcome, snapshot: MarketSnapshot, translator: Translator
    ) -> None:
        terms, ten = outcome.terms, ten_year_at_same_discount(outcome, snapshot)
        self.translator: Final = translator
        self.face: Final = given_dollars(terms.face_usd, translator)
        self.coupon: Final = exact_rate(terms.coupon, translator)
        self.at_face: Final = exact_rate(round(outcome.yield_at_face, 4), translator)
        self.years: Final = given_years(terms.years, translator)
        self.price: Final = given_dollars(outcome.price_usd, translator)
        self.bond_yield: Final = translator.rate(outcome.yield_)
        self.payment: Final = given_dollars(outcome.payment_usd, translator)
        self.paid_back: Final = given_dollars(outcome.paid_back_usd, translator)
        # Interest due to the seller, on top of the price.
        self.accrued: Final = given_dollars(outcome.accrued_usd, translator)
        # Both without sign.
        self.discount: Final = exact_rate(round_significant(abs(outcome.price_change)), translator)
        self.points: Final = translator.points(abs(outcome.yield_change))
        # A new ten-year note, and what it earns at the same part of its face.
        self.ten_year_coupon: Final = translator.rate(ten.terms.coupon)
        self.ten_year_yield: Final = translator.rate(ten.yield_)
        self.ten_year_points: Final = translator.points(abs(ten.yield_change))
        self.curve_date: Final = translator.day(snapshot.curve.as_of)


class SecurityFigures:
    """Every number that an answer about one security shows, as text."""

    def __init__(
        self, quote: SecurityQuote, snapshot: MarketSnapshot, translator: Translator
    ) -> None:
        rise = rise_at_maturity(quote, run(OPENING, snapshot))
        self.translator: Final = translator
        self.name: Final = security_name(quote.security, translator)
        self.price: Final = translator.dollars(quote.price)
        self.bond_yield: Final = translator.rate(quote.yield_)
        self.hundred: Final = translator.dollars(100, 0)
        # What that sale would do to it at the worst moment.
        self.sale_rise: Final = span(rise, translator.points, translator, label=in_most_studies)
        self.sale_loss: Final = span(
            rise.map(quote.loss),
            lambda usd: cents(usd, translator),
            translator,
            label=in_most_studies,
        )
        self.curve_date: Final = translator.day(snapshot.curve.as_of)


def security_name(security: Security, translator: Translator) -> str:
    """The security inside a sentence: ``4.25% note due 15 Nov 2034``."""
    coupon = "" if security.coupon is None else exact_rate(security.coupon, translator)
    due = translator.day(security.maturity)
    return translator.gettext(_NAMES[security.type], coupon=coupon, day=due)


def seesaw(
    quote: SecurityQuote, snapshot: MarketSnapshot, translator: Translator
) -> tuple[BondOutcome, BondFigures]:
    """A note or bond as any bond of its terms, for the picture of yield against price."""
    terms = BondTerms(quote.security.coupon or 0.0, quote.years)
    stream = quote.security.payments(quote.settlement)
    outcome = outcome_of(terms, stream, quote.price, quote.yield_)
    return outcome, BondFigures(outcome, snapshot, translator)


def cents(usd: float, translator: Translator) -> str:
    """A fall of the price per $100 to two figures: ``76 cents``, ``$1.30``."""
    size = round_significant(usd * 100)
    if size < _LEAST_CENTS:
        least = translator.bound(_LEAST_CENTS)
        text = translator.gettext("{number} cents", number=least)
        return translator.less_than(least.reworded(text))
    if size >= 100:
        return translator.dollars(size / 100)
    number = translator.number(size)
    if size == 1:
        return number.reworded(translator.gettext("{number} cent", number=number))
    return number.reworded(translator.gettext("{number} cents", number=number))
