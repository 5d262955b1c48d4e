"""Numbers of one outstanding security as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc import Scenario, run
from calc.market.securities import rise_at_maturity
from calc.market.snapshot import DebtType
from calc.one_bond import BondTerms, outcome_of
from commands.bond.figures import bond_figures
from commands.bond.thirty_seconds import write_thirty_seconds
from commands.common.figures import Span, exact_rate, in_most_studies, span
from commands.common.locale.formats import round_significant
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc import MarketSnapshot, Range
    from calc.market.securities import Security, SecurityQuote
    from calc.one_bond import BondOutcome
    from commands.bond.figures import BondFigures
    from commands.common.translator import Translator

SALE = Scenario("jp", 200_000_000_000)
"""The sale whose effect on the security is said."""
SMALL_RISE = 0.001
_LEAST_CENTS = 0.01
_NAMES = {
    DebtType.BILL: N_("Treasury bill due {day}"),
    DebtType.FRN: N_("floating rate note due {day}"),
    DebtType.NOTE: N_("{coupon} Treasury note due {day}"),
    DebtType.BOND: N_("{coupon} Treasury bond due {day}"),
    DebtType.TIPS: N_("{coupon} inflation-linked Treasury (TIPS) due {day}"),
}


@dataclass(frozen=True, slots=True)
class SecurityFigures:
    """Every number that an answer about one security shows, as text.

    Args:
        price: Clean, per $100.
        in_32nds: The same as dealers write it.
        dirty: What the buyer pays.
        accrued: The interest in that.
        bond_yield: By the half-year, or the investment rate of a bill.
        discount_rate: Of a bill.
        duration: Modified, years.
        fall_for_a_point: What that makes of a rise by a full point, of the value.
        dv01: Fall of the price for 0.01 points.
        small_rise: `SMALL_RISE`, points.
        small_loss: Fall of the price for it.
        hundred: The face that prices are told for.
        sale_amount: What Japan would sell.
        sale_rise: Rise of this security's yield at the worst moment, points.
        sale_loss: Fall of the price with it.
        settlement: When the buyer pays.
        curve_date: Day of the par curve.
        list_date: Day of the list of securities.
        list_url: Where the list is published.
    """

    translator: Translator
    name: str
    price: str
    in_32nds: str
    dirty: str
    accrued: str
    bond_yield: str
    discount_rate: str
    duration: str
    fall_for_a_point: str
    dv01: str
    small_rise: str
    small_loss: str
    hundred: str
    sale_amount: str
    sale_rise: Span
    sale_loss: Span
    settlement: str
    curve_date: str
    list_date: str
    list_url: str


def security_figures(
    quote: SecurityQuote, snapshot: MarketSnapshot, translator: Translator
) -> SecurityFigures:
    """The numbers of a security at a price, and what the sale would do to it."""
    rise = rise_at_maturity(quote, run(SALE, snapshot))
    return SecurityFigures(
        translator=translator,
        name=security_name(quote.security, translator),
        price=translator.dollars(quote.price),
        in_32nds=write_thirty_seconds(quote.price),
        dirty=translator.dollars(quote.dirty_price),
        accrued=translator.dollars(quote.accrued),
        bond_yield=translator.rate(quote.yield_),
        discount_rate=translator.rate(quote.discount_rate or 0.0),
        duration=translator.number(quote.modified_duration),
        fall_for_a_point=translator.percent(quote.modified_duration / 100),
        dv01=cents(quote.dv01, translator),
        small_rise=translator.points(SMALL_RISE),
        hundred=translator.dollars(100, 0),
        small_loss=cents(quote.loss(SMALL_RISE), translator),
        sale_amount=translator.exact_money(SALE.amount_usd),
        sale_rise=_span(rise, translator.points, translator),
        sale_loss=_span(rise.map(quote.loss), lambda usd: cents(usd, translator), translator),
        settlement=translator.day(quote.settlement),
        curve_date=translator.day(snapshot.curve.as_of),
        list_date=translator.day(snapshot.securities.as_of),
        list_url=snapshot.sources[snapshot.securities.source].url,
    )


def _span(values: Range, show: Callable[[float], str], translator: Translator) -> Span:
    return span(values, show, translator, label=in_most_studies)


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
    return outcome, bond_figures(outcome, snapshot, translator)


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
