"""Numbers of the ripples as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.exact import exact_rate, given_years, rounded_money
from commands.common.locale.formats import round_significant
from commands.common.signed import signed
from commands.common.spans import Span, span
from commands.common.text.studies import in_most_studies
from commands.common.translator import ENGLISH, Translator

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc import Range
    from calc.spillovers import Repatriation, Spillovers

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
        loss: What it keeps would be worth less.
    """

    rise: Span
    loss: Span


@dataclass(frozen=True, slots=True)
class RippleFigures:
    """Every number that an answer about ripples shows, as text.

    Args:
        amount: What the answer is for.
        asked: What was asked.
        holding: What the seller has.
        rest: What it keeps.
        rise: 10-year yield at the worst moment, percentage points.
        principal: The asker's loan.
        years: Its time.
        mortgage_rate: Today's.
        mortgage: Its rise, percentage points.
        payment: A month, before.
        extra: A month more.
        lifetime: All months more.
        survey_rate: The mortgage rate of the survey, of ``mortgage_date``.
        ten_year_then: 10-year yield on that day.
        ten_year: The same now.
        company: Rise of company borrowing, percentage points.
        dollar: Rise of the dollar, percent.
        emerging: What dollar debts of emerging economies grow by.
        shares: Fall of shares, percent.
        everybody: What all holders of Treasuries would lose on paper.
        everybody_share: The same in percent.
        abroad: The best guess for those abroad.
        at_home: The same for those in the United States.
        securities_date: Day of the list of securities.
        rest_loss: What the rest would lose.
        rest_fall: The same in percent.
        home: The seller's currency, where there is a figure.
        status_lost: Fall of the dollar if the US lost its reserve status altogether.
    """

    translator: Translator
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
    lifetime: Span
    survey_rate: str
    ten_year_then: str
    ten_year: str
    company: Span
    dollar: Span
    emerging: Span
    shares: Span
    everybody: Span
    everybody_share: str
    abroad: str
    at_home: str
    securities_date: str
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


def ripple_figures(ripple: Spillovers, translator: Translator = ENGLISH) -> RippleFigures:
    """The numbers of the ripples as text in one language."""
    outcome, loan = ripple.outcome, ripple.mortgage
    fall = ripple.shares.times(-1)

    def percent(share: float) -> str:
        return _percent(share, translator)

    def signed_points(values: Range) -> Span:
        return _signed(values, translator.points, translator)

    def signed_percent(values: Range) -> Span:
        return _signed(values, percent, translator)

    return RippleFigures(
        translator=translator,
        amount=rounded_money(outcome.sale.sold_usd, translator),
        asked=translator.exact_money(outcome.sale.asked_usd),
        holding=rounded_money(outcome.sale.holding.usd, translator),
        rest=translator.money(ripple.rest.rest_usd, 3),
        rise=span(outcome.yields.peak, translator.points, translator),
        principal=translator.dollars(loan.loan.usd, 0),
        years=given_years(loan.loan.months / _MONTHS_PER_YEAR, translator),
        mortgage_rate=translator.rate(loan.rate, 1),
        mortgage_date=translator.day(ripple.facts.mortgage_rate.as_of),
        mortgage=span(loan.rise, translator.points, translator),
        payment=translator.dollars(loan.payment_usd, 0),
        extra=span(
            loan.extra_usd,
            lambda usd: _dollars(usd, translator),
            translator,
            label=lambda text: in_most_studies(text, translator),
        ),
        lifetime=span(loan.lifetime_usd, lambda usd: _dollars(usd, translator), translator),
        survey_rate=exact_rate(ripple.facts.mortgage_rate.value, translator),
        ten_year_then=exact_rate(ripple.facts.ten_year_at_mortgage_rate.value, translator),
        ten_year=exact_rate(outcome.yields.before, translator),
        company=span(ripple.company_rise, translator.points, translator),
        dollar=span(ripple.dollar, percent, translator),
        emerging=_money(ripple.emerging_debt_usd, translator),
        shares=span(fall, percent, translator),
        everybody=_money(ripple.everybody.usd, translator),
        everybody_share=percent(ripple.everybody.share.central),
        abroad=translator.money(ripple.everybody.abroad_usd.central),
        at_home=translator.money(
            ripple.everybody.usd.central - ripple.everybody.abroad_usd.central
        ),
        securities_date=translator.day(outcome.snapshot.securities.as_of),
        rest_loss=_money(ripple.rest.usd, translator),
        rest_fall=span(ripple.rest.fall, percent, translator),
        signed_mortgage=signed_points(loan.rise),
        signed_company=signed_points(ripple.company_rise),
        signed_dollar=signed_percent(ripple.dollar),
        signed_shares=signed_percent(ripple.shares),
        signed_rest=signed_percent(ripple.rest.fall.times(-1)),
        home=None if ripple.home is None else _home(ripple.home, translator),
        status_lost=translator.percent(ripple.parameters.dollar_if_status_lost),
        curve_date=translator.day(outcome.snapshot.curve.as_of),
    )


def _home(home: Repatriation, translator: Translator) -> HomeFigures:
    def percent(share: float) -> str:
        return _percent(share, translator)

    return HomeFigures(
        rise=span(home.rise, percent, translator),
        loss=_money(home.loss_usd, translator),
    )


def _money(values: Range, translator: Translator) -> Span:
    return span(values, translator.money, translator, show_range=translator.money_range)


def _dollars(usd: float, translator: Translator) -> str:
    """What a month costs more: two figures, and no cents, which nobody would notice."""
    if usd < _LEAST_EXTRA_USD:
        return translator.less_than(translator.dollars(1, 0))
    return translator.dollars(round_significant(round(usd)), 0)


def _percent(share: float, translator: Translator) -> str:
    """A change in percent, never finer than 0.01."""
    if _LEAST_SHARE <= share < _FINE_SHARE:
        return translator.rate(share)
    return translator.percent(share)


def _signed(values: Range, show: Callable[[float], str], translator: Translator) -> Span:
    """A span whose best guess and range carry their signs."""
    sizes = values.map(abs)
    text = span(sizes, show, translator)
    central = signed(values.central, show, translator)
    between = _signed_range(values, show, translator)
    return Span(central, text.least, text.most, central, between, in_brackets=text.in_brackets)


def _signed_range(values: Range, show: Callable[[float], str], translator: Translator) -> str:
    """Both ends with their signs, the one nearer to zero first; empty where they read the same."""
    near, far = sorted((values.smallest, values.largest), key=abs)
    ends = [signed(end, show, translator) for end in (near, far)]
    return translator.between(*ends) if ends[0] != ends[1] else ""
