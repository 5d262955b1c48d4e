"""Numbers as people read them: the one place where a value becomes text.

Words, charts, alt text, math and buttons all take their numbers from here, so that no two of them
can say different things about one outcome. Model output carries two significant figures; official
figures keep the precision they were published with.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from calc import Outcome, Range

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_SHORT = {"trillion": "tn", "billion": "bn", "million": "m"}
_LESS = "less than"
_LEAST_USD = 1e6
_LEAST_POINTS = 0.01
_LEAST_CENTS = 0.01


def round_significant(value: float, figures: int = 2) -> float:
    """The value to so many significant figures; zero stays zero."""
    if value == 0 or not math.isfinite(value):
        return value
    return round(value, figures - 1 - math.floor(math.log10(abs(value))))


def plain(value: float, figures: int = 2) -> str:
    """A number to so many significant figures, grouped, never in exponent form."""
    rounded = round_significant(value, figures)
    if rounded == 0:
        return "0"
    decimals = max(0, figures - 1 - math.floor(math.log10(abs(rounded))))
    return f"{rounded:,.{decimals}f}"


def money(usd: float, figures: int = 2) -> str:
    """US dollars in words: ``$7.1 billion``."""
    return _money(usd, figures, " ", {name: name for _, name in _SCALES})


def short_money(usd: float, figures: int = 2) -> str:
    """US dollars for narrow places: ``$7.1bn``."""
    return _money(usd, figures, "", _SHORT)


def given_money(usd: float) -> str:
    """US dollars somebody typed or a table printed: up to six figures, no trailing zeros."""
    scale, name = next((s for s in _SCALES if abs(usd) >= s[0]), _SCALES[-1])
    number = f"{usd / scale:,.5f}".rstrip("0").rstrip(".")
    return f"${number} {name}"


def _money(usd: float, figures: int, gap: str, names: dict[str, str]) -> str:
    size = round_significant(abs(usd), figures)
    if size < _LEAST_USD:
        return f"{_LESS} $1{gap}{names['million']}"
    scale, name = next(s for s in _SCALES if size >= s[0])
    sign = "-" if usd < 0 else ""
    return f"{sign}${plain(size / scale, figures)}{gap}{names[name]}"


def points(change: float) -> str:
    """A change of a yield (decimal) in percentage points: ``0.15``, never finer than 0.01."""
    size = abs(change) * 100
    if size < _LEAST_POINTS:
        return f"{_LESS} 0.01"
    sign = "-" if change < 0 else ""
    return f"{sign}{plain(size) if size >= 0.1 else f'{size:.2f}'}"


def percent(share: float, figures: int = 2) -> str:
    """A share (decimal) in percent: ``18%``."""
    if 0 < share < 0.0001:
        return f"{_LESS} 0.01%"
    return f"{plain(share * 100, figures) if share < 1 else f'{share * 100:,.0f}'}%"


def rate(value: float) -> str:
    """A yield (decimal) in percent with the two decimals it is published with: ``5.24%``."""
    return f"{value * 100:.2f}%"


def price(value: float, face: float, decimals: int = 2) -> str:
    """A price per ``face``, its distance from the face to two significant figures."""
    fall = face - value
    if abs(fall) < _LEAST_CENTS:
        return f"{_LESS} 1 cent below ${face:,.0f}"
    return f"${face - round_significant(fall):,.{decimals}f}"


def month(day: date) -> str:
    """``Jul 2026``."""
    return f"{day:%b %Y}"


def full_date(day: date) -> str:
    """``9 Oct 2026``."""
    return f"{day.day} {day:%b %Y}"


@dataclass(frozen=True, slots=True)
class Span:
    """A best guess with its range, as text, smallest first.

    Args:
        central: The best guess.
        least: The smallest value of the range.
        most: The greatest value of the range.
    """

    central: str
    least: str
    most: str

    @property
    def about(self) -> str:
        """The best guess, called one unless its wording already says that it is."""
        return self.central if self.central.startswith(_LESS) else f"about {self.central}"

    @property
    def range(self) -> str:
        """``$2.2 to $30 billion``; the unit once. Empty when both ends read the same."""
        if self.least == self.most:
            return ""
        least, unit = self.least, self.most.rpartition(" ")[2]
        if unit.isalpha() and least.endswith(f" {unit}") and not least.startswith(_LESS):
            least = least.removesuffix(f" {unit}")
        return f"{least} to {self.most}"


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
        interest_short: The same for narrow places.
        interest_before: Net interest projected for that year anyway.
        last_year: That fiscal year.
        ordinary_month: Standard deviation of a month's change, percentage points.
        episode_change: Change in the nearest dated episode, percentage points.
        curve_date: Day of the yields.
    """

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
    episode_change: str
    curve_date: str


def figures_of(outcome: Outcome) -> Figures:
    """The numbers of one outcome as text."""
    sale, yields, interest = outcome.sale, outcome.yields, outcome.interest
    extra = interest.last_year_usd
    face = outcome.price.face
    return Figures(
        amount=given_money(sale.sold_usd),
        asked=given_money(sale.asked_usd),
        holding=given_money(sale.holding.usd),
        holding_month=month(sale.holding.month),
        share_of_holding=percent(sale.share_of_holding),
        share_of_market=percent(sale.share_of_market),
        rise=_span(yields.peak, points),
        settled=_span(yields.lasting, points),
        yield_before=rate(yields.before),
        yield_after=_span(yields.peak, lambda rise: _risen(yields.before, rise)),
        face=f"${face:,.0f}",
        price=_price_span(outcome.price.at_peak, face),
        interest=_span(extra, money),
        interest_short=_span(extra, short_money),
        interest_before=f"${interest.baseline_usd[-1] / 1e9:,.0f} billion",
        last_year=str(interest.fiscal_years[-1]),
        ordinary_month=points(outcome.comparison.ordinary_month),
        episode_change=points(outcome.comparison.episode.change),
        curve_date=full_date(outcome.snapshot.curve.as_of),
    )


def _risen(before: float, rise: float) -> str:
    """The level after a rise that was rounded for showing, so that the sum on the page is right."""
    return rate(before + round_significant(rise))


def _price_span(values: Range, face: float) -> Span:
    """Whole dollars throughout when the largest fall is known no better than that."""
    decimals = 0 if face - values.smallest >= 10 else 2
    return _span(values, lambda value: price(value, face, decimals))


def _span(values: Range, text: Callable[[float], str]) -> Span:
    return Span(text(values.central), text(values.smallest), text(values.largest))
