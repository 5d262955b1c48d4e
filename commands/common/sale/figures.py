"""Numbers of an outcome as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.events.track_record import track_record
from commands.common.spans import Span, span
from commands.common.translator import ENGLISH, Translator, shown_rise

if TYPE_CHECKING:
    from calc import Outcome, Range

_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Figures:
    """Every number that an answer about a sale shows, as text.

    Args:
        amount: What the answer is for.
        asked: What was asked.
        holding: What the holder has; ``holding_month`` says when.
        share_of_holding: Of that.
        share_of_market: Of all marketable Treasury securities.
        rise: 10-year yield at the worst moment, percentage points.
        settled: 10-year yield for good, percentage points.
        yield_before: 10-year yield before.
        yield_after: 10-year yield at the worst moment.
        face: Of the example note, and its price before.
        price: Of that note at the worst moment.
        interest: Extra interest in the last fiscal year.
        interest_before: Net interest projected for that year anyway.
        last_year: That fiscal year.
        ordinary_month: Standard deviation of a month's change, percentage points.
        past_sale: What the model says of the sale it is compared with, percentage points; empty
            when that is no sale of the track record.
    """

    translator: Translator
    amount: str
    asked: str
    holding: str
    holding_month: str
    share_of_holding: str
    share_of_market: str
    rise: Span
    settled: Span
    yield_before: str
    yield_after: Span
    face: str
    price: Span
    interest: Span
    interest_short: Span
    interest_before: str
    last_year: str
    ordinary_month: str
    curve_date: str
    past_sale: str


def figures_of(outcome: Outcome, translator: Translator = ENGLISH) -> Figures:
    """The numbers of one outcome as text in one language."""
    sale, yields, interest = outcome.sale, outcome.yields, outcome.interest
    extra = interest.last_year_usd
    face = outcome.price.face
    return Figures(
        translator=translator,
        amount=translator.exact_money(sale.sold_usd),
        asked=translator.exact_money(sale.asked_usd),
        holding=translator.exact_money(sale.holding.usd),
        holding_month=translator.month(sale.holding.month),
        share_of_holding=translator.percent(sale.share_of_holding),
        share_of_market=translator.percent(sale.share_of_market),
        rise=span(yields.peak, translator.points, translator),
        settled=span(yields.permanent, translator.points, translator),
        yield_before=translator.rate(yields.before),
        yield_after=span(
            yields.peak, lambda rise: _risen(yields.before, rise, translator), translator
        ),
        face=translator.dollars(face, 0),
        price=_price_span(outcome.price.at_peak, face, translator),
        interest=span(extra, translator.money, translator, show_range=translator.money_range),
        interest_short=span(extra, translator.short_money, translator),
        interest_before=translator.money(interest.baseline_usd[-1], 4),
        last_year=str(interest.fiscal_years[-1]),
        ordinary_month=translator.points(outcome.comparison.ordinary_month),
        curve_date=translator.day(outcome.snapshot.curve.as_of),
        past_sale=_past_sale(outcome.comparison.episode.key, translator),
    )


def _past_sale(key: str, translator: Translator) -> str:
    """What the model, with the dials that ship, says of a past sale."""
    case = next((case for case in track_record() if case.key == key), None)
    if case is None:
        return ""
    return translator.between(translator.points(case.peak.low), translator.points(case.peak.high))


def _risen(before: float, rise: float, translator: Translator) -> str:
    """The level after a rise as it is shown, so that the sum on the page is right."""
    return translator.rate(round(before, 4) + shown_rise(rise))


def _price_span(values: Range, face: float, translator: Translator) -> Span:
    """Whole dollars throughout when the largest fall is known no better than that."""
    decimals = 0 if face - values.smallest >= 10 else 2
    nothing = translator.price(face - _TINY, face)

    def show(value: float) -> str:
        return translator.price(value, face, decimals)

    def show_range(least: float, most: float) -> str:
        if show(most) == nothing:
            return translator.gettext("{least} or more", least=show(least))
        return translator.between(show(least), show(most))

    return span(values, show, translator, show_range=show_range, nothing=face - _TINY)
