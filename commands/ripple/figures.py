"""The numbers of the ripples as text: made once, for words, chart, alt text, math and buttons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commands.common.exact import given_rate, given_years
from commands.common.signed import signed
from commands.common.spans import Span, span
from commands.common.translator import ENGLISH, Tongue, round_significant

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc import Range
    from calc.spillovers import Repatriation, Ripple

_TINY = 1e-12
_MONTHS_PER_YEAR = 12
_LEAST_EXTRA_USD = 1.0
_LEAST_SHARE = 1e-4
_FINE_SHARE = 1e-3


@dataclass(frozen=True, slots=True)
class HomeFigures:
    """The seller's currency, as text.

    Args:
        rise: Of it, percent.
        signed_loss: Of the dollar in it, percent, for narrow places.
        loss: What all it held would be worth less.
    """

    rise: Span
    signed_loss: Span
    loss: Span


@dataclass(frozen=True, slots=True)
class RippleFigures:
    """Every number that an answer about ripples shows, as text.

    Args:
        tongue: The language of all of them.
        amount: What the answer is for.
        asked: What was asked.
        holding: What the seller has.
        rest: What it keeps.
        rise: 10-year yield at the worst moment, percentage points.
        principal: The asker's loan.
        years: Its time.
        mortgage_rate: Today's.
        mortgage_date: Of that rate.
        mortgage: Its rise, percentage points.
        payment: A month, before.
        extra: A month more.
        company: Rise of company borrowing, percentage points.
        dollar: Rise of the dollar, percent.
        emerging: What dollar debts of emerging economies grow by.
        shares: Fall of shares, percent.
        rest_loss: What the rest would lose.
        rest_fall: The same in percent.
        signed_mortgage: With sign, for narrow places.
        signed_company: With sign, for narrow places.
        signed_dollar: With sign, for narrow places.
        signed_shares: With sign, for narrow places.
        signed_rest: With sign, for narrow places.
        home: The seller's currency, where there is a figure.
        status_lost: Fall of the dollar if the US lost its reserve status altogether.
        curve_date: Day of the yields.
    """

    tongue: Tongue
    amount: str
    asked: str
    holding: str
    rest: str
    rise: Span
    principal: str
    years: str
    mortgage_rate: str
    mortgage_date: str
    mortgage: Span
    payment: str
    extra: Span
    company: Span
    dollar: Span
    emerging: Span
    shares: Span
    rest_loss: Span
    rest_fall: Span
    signed_mortgage: Span
    signed_company: Span
    signed_dollar: Span
    signed_shares: Span
    signed_rest: Span
    home: HomeFigures | None
    status_lost: str
    curve_date: str


def ripple_figures(ripple: Ripple, tongue: Tongue = ENGLISH) -> RippleFigures:
    """The numbers of the ripples as text in one language."""
    outcome, loan = ripple.outcome, ripple.mortgage
    fall = ripple.shares.times(-1)

    def percent(share: float) -> str:
        return _percent(share, tongue)

    def signed_points(values: Range) -> Span:
        text = _signed(values, tongue.points, tongue)
        central = tongue.say("{number} points", number=text.central)
        return replace(text, central=central, about=central)

    def signed_percent(values: Range) -> Span:
        return _signed(values, percent, tongue)

    return RippleFigures(
        tongue=tongue,
        amount=tongue.given_money(outcome.sale.sold_usd),
        asked=tongue.given_money(outcome.sale.asked_usd),
        holding=tongue.given_money(outcome.sale.holding.usd),
        rest=tongue.money(ripple.rest.rest_usd, 3),
        rise=span(outcome.yields.peak, tongue.points, tongue),
        principal=tongue.dollars(loan.loan.usd, 0),
        years=given_years(loan.loan.months / _MONTHS_PER_YEAR, tongue),
        mortgage_rate=given_rate(loan.rate, tongue),
        mortgage_date=tongue.day(ripple.facts.mortgage_rate.as_of),
        mortgage=span(loan.rise, tongue.points, tongue),
        payment=tongue.dollars(loan.payment_usd, 0),
        extra=span(loan.extra_usd, lambda usd: _dollars(usd, tongue), tongue),
        company=span(ripple.company_rise, tongue.points, tongue),
        dollar=span(ripple.dollar, percent, tongue),
        emerging=_money(ripple.emerging_debt_usd, tongue),
        shares=span(fall, percent, tongue),
        rest_loss=_money(ripple.rest.usd, tongue),
        rest_fall=span(ripple.rest.fall, percent, tongue),
        signed_mortgage=signed_points(loan.rise),
        signed_company=signed_points(ripple.company_rise),
        signed_dollar=signed_percent(ripple.dollar),
        signed_shares=signed_percent(ripple.shares),
        signed_rest=signed_percent(ripple.rest.fall.times(-1)),
        home=None if ripple.home is None else _home(ripple.home, tongue),
        status_lost=tongue.percent(ripple.parameters.dollar_if_status_lost),
        curve_date=tongue.day(outcome.snapshot.curve.as_of),
    )


def _home(home: Repatriation, tongue: Tongue) -> HomeFigures:
    def percent(share: float) -> str:
        return _percent(share, tongue)

    return HomeFigures(
        rise=span(home.rise, percent, tongue),
        signed_loss=_signed(home.rise.times(-1), percent, tongue),
        loss=_money(home.loss_usd, tongue),
    )


def _money(values: Range, tongue: Tongue) -> Span:
    return span(values, tongue.money, tongue, show_range=tongue.money_range)


def _dollars(usd: float, tongue: Tongue) -> str:
    """What a month costs more: two figures, and no cents, which nobody would notice."""
    if usd < _LEAST_EXTRA_USD:
        return tongue.less_than(tongue.dollars(1, 0))
    return tongue.dollars(round_significant(round(usd)), 0)


def _percent(share: float, tongue: Tongue) -> str:
    """A change in percent, never finer than 0.01."""
    if _LEAST_SHARE <= share < _FINE_SHARE:
        return tongue.say("{number}%", number=tongue.fixed(share * 100, 2))
    return tongue.percent(share)


def _signed(values: Range, show: Callable[[float], str], tongue: Tongue) -> Span:
    """A span whose best guess carries its sign, which the range then need not repeat."""
    sizes = values.map(abs)
    text = span(sizes, show, tongue)
    central = signed(values.central, show, tongue)
    return Span(central, text.least, text.most, central, text.range)
