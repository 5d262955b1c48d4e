"""Numbers of an outcome as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.figures import (
    Span,
    in_most_studies,
    money_span,
    our_guess,
    rounded_money,
    span,
)
from commands.common.locale.formats import round_significant, shown_rise
from commands.common.translator import ENGLISH, Translator

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc import MarketSnapshot, Outcome, Range
    from calc.sale import Sale

_TINY = 1e-12
_WHOLE_DOLLARS_FROM = 10


@dataclass(frozen=True, slots=True)
class Figures:
    """Every number that an answer about a sale shows, as text.

    Args:
        amount: What the answer is for.
        asked: What was asked.
        holding: What the holder has.
        share_of_holding: Of that.
        share_of_market: Of all marketable Treasury securities.
        rise: 10-year yield at the worst moment, percentage points.
        settled: 10-year yield for good, percentage points.
        bill_rise: 3-month yield at the worst moment where bills are sold, percentage points.
        bill_before: 3-month yield before.
        bill_after: 3-month yield at the worst moment, best guess.
        yield_before: 10-year yield before.
        yield_after: 10-year yield at the worst moment.
        face: Of the example note, and its price before.
        price: Of that note at the worst moment.
        price_short: The same for narrow places.
        first_interest: Extra interest in the first fiscal year, from what stays.
        interest: The same over ten years.
        interest_short: The same for narrow places.
        per_household: ``interest`` for each US household.
        first_year: First fiscal year.
        last_year: Last fiscal year.
        curve_date: Day of the yields.
    """

    translator: Translator
    amount: str
    asked: str
    holding: str
    share_of_holding: str
    share_of_market: str
    rise: Span
    settled: Span
    bill_rise: Span
    bill_before: str
    bill_after: str
    yield_before: str
    yield_after: Span
    face: str
    price: Span
    price_short: Span
    first_interest: Span
    interest: Span
    interest_short: Span
    per_household: str
    first_year: str
    last_year: str
    curve_date: str


def figures_of(outcome: Outcome, translator: Translator = ENGLISH) -> Figures:
    """The numbers of one outcome as text in one language."""
    sale, yields, interest = outcome.sale, outcome.yields, outcome.interest
    snapshot, ten_years = outcome.snapshot, interest.total_lasting_usd
    face = outcome.price.face
    return Figures(
        translator=translator,
        amount=rounded_money(sale.sold_usd, translator),
        asked=translator.exact_money(sale.asked_usd),
        holding=_holding(sale, translator),
        share_of_holding=translator.percent(sale.share_of_holding),
        share_of_market=translator.percent(sale.share_of_market),
        rise=_rise_span(yields.peak, translator, in_most_studies),
        settled=span(yields.permanent, translator.points, translator),
        bill_rise=_rise_span(yields.bill_rise, translator, our_guess),
        bill_before=translator.rate(yields.bill_before),
        bill_after=_risen(yields.bill_before, yields.bill_rise.central, translator),
        yield_before=translator.rate(yields.before),
        yield_after=span(
            yields.peak, lambda rise: _risen(yields.before, rise, translator), translator
        ),
        face=translator.dollars(face, 0),
        price=_price_span(outcome.price.at_peak, face, translator),
        price_short=_price_span(outcome.price.at_peak, face, translator, is_short=True),
        first_interest=money_span(interest.first_lasting_usd, translator),
        interest=money_span(ten_years, translator),
        interest_short=span(ten_years, translator.short_money, translator),
        per_household=per_household(ten_years.central, snapshot, translator),
        first_year=str(interest.fiscal_years[0]),
        last_year=str(interest.fiscal_years[-1]),
        curve_date=translator.day(snapshot.curve.as_of),
    )


def _holding(sale: Sale, translator: Translator) -> str:
    """As short as it can be and still be told from what was asked."""
    short = rounded_money(sale.holding.usd, translator)
    if sale.exceeds_holding and short == rounded_money(sale.asked_usd, translator):
        return translator.exact_money(sale.holding.usd)
    return short


def _rise_span(
    rise: Range, translator: Translator, label: Callable[[str, Translator], str]
) -> Span:
    """A rise of a yield; its range says what it is."""

    def show_range(least: float, most: float) -> str:
        # An end needs no second decimal that says nothing.
        low, high = (translator.bound(shown_rise(value) * 100) for value in (least, most))
        return translator.between(low, high)

    return span(
        rise,
        translator.points,
        translator,
        show_range=show_range,
        label=label,
    )


def per_household(usd: float, snapshot: MarketSnapshot, translator: Translator) -> str:
    """A sum of US dollars for each US household, to two figures; less than one dollar said so."""
    usd = abs(usd) / snapshot.facts["households"].value
    if usd < 1:
        return translator.less_than(translator.dollars(1, 0))
    return translator.dollars(round_significant(usd), 2 if usd < _WHOLE_DOLLARS_FROM else 0)


def _risen(before: float, rise: float, translator: Translator) -> str:
    """The level after a rise as it is shown, so that the sum on the page is right."""
    return translator.rate(round(before, 4) + shown_rise(rise))


def _price_span(
    values: Range, face: float, translator: Translator, *, is_short: bool = False
) -> Span:
    """Whole dollars throughout when the largest fall is known no better than that."""
    decimals = 0 if face - values.smallest >= 10 else 2
    nothing = translator.price(face - _TINY, face)

    def show(value: float) -> str:
        return translator.price(value, face, decimals, is_short=is_short)

    def show_range(least: float, most: float) -> str:
        if show(most) == nothing:
            return translator.gettext("{least} or more", least=show(least))
        return translator.between(show(least), show(most))

    return span(values, show, translator, show_range=show_range, nothing=face - _TINY)
