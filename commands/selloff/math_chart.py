"""Chart behind *Math*: the rise of each maturity, and the interest of each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import PortfolioType
from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Canvas, TextColumn, yields_of
from commands.common.chart.coverage import text_width
from commands.common.chart.scale import Scale, round_ticks

if TYPE_CHECKING:
    from calc import Outcome
    from calc.interest.cost import InterestOutcome
    from calc.run import YieldOutcome
    from commands.common.chart.canvas import Box, ChartSpec, Point
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator

_BORDER = 420
# A plot never shows less than this, so that next to nothing also looks like next to nothing.
_LEAST_POINTS = 0.05
_LEAST_INTEREST_USD = 100e6

_NOTES_FROM, _BILLS_FROM = 2.0, 0.25
"""The shortest maturity shown, years."""
_TITLE_MATURITY, _LAST_MATURITY = 10, 30
_OTHER_MATURITIES = (2, 20)
_LABEL_GAP = 24

# What lies over what.
_RULE, _RANGE, _BASELINE, _GUESS, _DOT = range(5)


def chart(outcome: Outcome, figures: Figures) -> ChartSpec:
    """The curve above, the years below.

    Args:
        outcome: Gives the marks their places.
        figures: All numbers that are written out, those of the same outcome.
    """
    canvas, gettext = Canvas(), figures.translator.gettext
    is_bills = outcome.scenario.portfolio_type is PortfolioType.BILLS
    upper = TextColumn(canvas, PAGE.above(_BORDER))
    upper.heading(gettext("Rise by years to maturity, points"))
    first = _BILLS_FROM if is_bills else _NOTES_FROM
    _draw_yields(canvas, outcome.yields, figures.translator, upper.rest, first=first)
    lower = TextColumn(canvas, PAGE.below(_BORDER - 40))
    lower.heading(
        gettext("Extra US interest by year: {usd} in all", usd=figures.interest_short.central)
    )
    _draw_interest(canvas, outcome.interest, figures.last_year, lower.rest)
    band = gettext("Band: our range") if is_bills else gettext("Band: most studies")
    canvas.footer(band, yields_of(figures.curve_date, figures.translator))
    return canvas.spec()


def alt_text(figures: Figures) -> str:
    """The picture for those who do not see it."""
    return figures.translator.gettext(
        "How much the yield of each maturity would rise, the 10-year {points} points; and the extra"
        " US interest by fiscal year from {first} to {last}, {usd} in all.",
        points=figures.rise.about,
        first=figures.first_year,
        last=figures.last_year,
        usd=figures.interest.about,
    )


def _draw_yields(
    canvas: Canvas,
    yields: YieldOutcome,
    translator: Translator,
    box: Box,
    *,
    first: float = _NOTES_FROM,
) -> None:
    """How much the yield of each maturity rises, in percentage points."""
    rises = {
        years: rise.map(_in_points)
        for years, rise in zip(yields.curve_years, yields.curve_rise, strict=True)
        if first <= years <= _LAST_MATURITY
    }
    top = max(_LEAST_POINTS, *(rise.largest for rise in rises.values()))
    ticks = round_ticks(top, translator)
    plot = _plot(box)
    labels_end = plot.left + max(text_width(label, theme.TICK) for _, label in ticks)
    x = Scale(first, _LAST_MATURITY, labels_end + _LABEL_GAP, plot.right)
    # The label of a mark at the very top stands half above it.
    y = Scale(0, top, plot.bottom, plot.top - theme.LABEL_HEIGHT / 2)
    for value, label in ticks:
        height = y(value)
        canvas.line([(x.start, height), (x.end, height)], color=theme.RULE, width=2, layer=_RULE)
        at = (labels_end, height - theme.LABEL_HEIGHT / 2)
        canvas.text(at, label, theme.TICK, align="right")

    upper = [(x(years), y(rise.largest)) for years, rise in rises.items()]
    lower = [(x(years), y(rise.smallest)) for years, rise in rises.items()]
    canvas.area([*lower, *reversed(upper)], color=theme.RANGE, layer=_RANGE)
    middle = [(x(years), y(rise.central)) for years, rise in rises.items()]
    canvas.line(middle, color=theme.BEST_GUESS, width=10, layer=_GUESS)
    _baseline(canvas, (x.start, y.start), (x.end, y.start))

    ten = x(_TITLE_MATURITY)
    marked, rise_there = (
        (ten, yields.peak) if first == _NOTES_FROM else (x(first), yields.bill_rise)
    )
    at_mark = rise_there.map(_in_points).map(y)
    canvas.dot((marked, at_mark.central), color=theme.BEST_GUESS, size=32, layer=_DOT)
    canvas.text((ten, box.bottom), str(_TITLE_MATURITY), theme.MAIN_TICK, align="center")
    for years in _OTHER_MATURITIES:
        at = (x(years), box.bottom)
        canvas.text(at, str(years), theme.TICK, align="center")
    last = translator.gettext("{count} years", count=_LAST_MATURITY)
    canvas.text((box.right, box.bottom), last, theme.TICK, align="right")


def _draw_interest(canvas: Canvas, interest: InterestOutcome, last_year: str, box: Box) -> None:
    """The extra interest of each fiscal year."""
    years = interest.lasting_usd
    plot = _plot(box)
    top = max(_LEAST_INTEREST_USD, *(extra.largest for extra in years))
    y = Scale(0, top, plot.bottom, plot.top)
    pitch = plot.width / len(years)
    half = pitch / 3
    middles = [plot.left + pitch * (number + 0.5) for number in range(len(years))]
    for x, extra in zip(middles, years, strict=True):
        ends = [(x, y(extra.smallest)), (x, y(extra.largest))]
        canvas.line(ends, color=theme.RANGE, width=2 * half, layer=_RANGE)
        bar = [(x, y.start), (x, y(extra.central))]
        canvas.line(bar, color=theme.BEST_GUESS, width=half, layer=_GUESS)
    end = (middles[-1], y(years[-1].central))
    canvas.dot(end, color=theme.BEST_GUESS, size=32, layer=_DOT)
    _baseline(canvas, (plot.left, y.start), (plot.right, y.start))
    first_year = str(interest.fiscal_years[0])
    canvas.text((box.left, box.bottom), first_year, theme.TICK)
    canvas.text((box.right, box.bottom), last_year, theme.MAIN_TICK, align="right")


def _in_points(change: float) -> float:
    return change * 100


def _plot(box: Box) -> Box:
    """What a row of labels along the bottom leaves."""
    return box.above(box.bottom + theme.LABEL_HEIGHT + _LABEL_GAP)


def _baseline(canvas: Canvas, start: Point, end: Point) -> None:
    canvas.line([start, end], color=theme.BASELINE, width=4, layer=_BASELINE)
