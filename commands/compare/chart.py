"""Chart of ``/compare``: two sales, three measures, each pair of bars on one scale from zero."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from calc.ranges import Range
from calc.run import FACE_USD
from commands.common.chart import theme
from commands.common.chart.bars import GAP, Rows
from commands.common.chart.canvas import LOW_PAGE, Box, Canvas, TextColumn, yields_of
from commands.common.chart.coverage import text_width
from commands.common.sale.text import conditions
from commands.common.text.names import holder_name, in_time

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.chart.canvas import ChartSpec
    from commands.compare.figures import PairFigures

_BETWEEN = 22
_AIR = 8


@dataclass(frozen=True, slots=True)
class _Measure:
    """One pair of bars.

    Args:
        label: What is measured.
        values: Of both sales.
        shown: The same as text.
        least: The scale never ends before this, so that next to nothing also looks like it.
    """

    label: str
    values: tuple[Range, ...]
    shown: tuple[str, ...]
    least: float


def chart(first: Outcome, second: Outcome, figures: PairFigures) -> ChartSpec:
    """Two sales side by side by price, yield and interest."""
    canvas, translator = Canvas(), figures.translator
    gettext, outcomes = translator.gettext, (first, second)
    if figures.ratio:
        title = gettext("{name}:", name=figures.names[figures.stronger])
        finding = gettext("{number} times the rise", number=figures.ratio)
        if figures.is_beyond:
            finding = gettext("over {number} times the rise", number=figures.ratio)
        least = replace(theme.TITLE, size=theme.LEAST_TEXT)
        if sum(text_width(each, least) for each in (title, " ", finding)) > LOW_PAGE.width:
            title = gettext("Yields:")
    else:
        title, finding = gettext("Both:"), gettext("about the same rise")
    column = TextColumn(canvas, LOW_PAGE)
    column.headline(title, finding)
    column.subtitle(_circumstances(outcomes, figures))
    rest = column.rest.below(column.rest.top - _AIR)
    measures = _measures(outcomes, figures)
    room = GAP + max(
        text_width(text, theme.MAIN_TICK) for measure in measures for text in measure.shown
    )
    labels = _labels(outcomes, figures)
    height = (rest.top - rest.bottom - (len(measures) - 1) * _BETWEEN) / len(measures)
    for number, measure in enumerate(measures):
        top = rest.top - number * (height + _BETWEEN)
        canvas.text((rest.left, top - theme.LABEL_HEIGHT), measure.label, theme.MAIN_TICK)
        box = Box(rest.left, top - height, rest.right, top - theme.LABEL_HEIGHT - GAP / 2)
        ends = 0.0, max(measure.least, *(value.largest for value in measure.values))
        rows = Rows(canvas, box, labels, ends, right=room)
        for row, value in enumerate(measure.values):
            rows.label(row)
            color = theme.BEST_GUESS if row == figures.stronger else theme.MEASURED
            rows.estimate(row, value, color, thickness=0.7)
            rows.number(row, box.right, measure.shown[row], theme.MAIN_TICK)
        rows.baseline()
    day = yields_of(figures.first.curve_date, translator)
    canvas.footer(translator.gettext("Darker: most studies"), day)
    return canvas.spec(theme.LOW_HEIGHT)


def _labels(outcomes: tuple[Outcome, Outcome], figures: PairFigures) -> tuple[str, ...]:
    """Who sells and how much; how fast where that is all that differs."""
    sums = [figures.translator.brief_money(each.sale.sold_usd) for each in outcomes]
    if outcomes[0].scenario.holder != outcomes[1].scenario.holder:
        gettext = figures.translator.gettext
        return tuple(
            gettext("{who} {usd}", who=name, usd=usd)
            for name, usd in zip(figures.names, sums, strict=True)
        )
    return tuple(sums) if sums[0] != sums[1] else figures.names


def _circumstances(outcomes: tuple[Outcome, Outcome], figures: PairFigures) -> str:
    """How fast each sells, the market and who reacts; the last two alone where room is short."""
    translator, paces = figures.translator, _paces(outcomes, figures)
    acts = conditions(outcomes[0].scenario, translator)
    whole = translator.listed([paces, *acts])
    has_room = not acts or text_width(whole, theme.TICK) <= LOW_PAGE.width
    return whole if has_room else translator.listed(acts)


def _paces(outcomes: tuple[Outcome, Outcome], figures: PairFigures) -> str:
    """How fast each sells, or who sells how much where only that differs."""
    translator = figures.translator
    holders = [each.sale.holder for each in outcomes]
    who = holder_name(holders[0], translator)
    paces = [in_time(each.scenario.pace, translator) for each in outcomes]
    if holders[0] != holders[1]:
        if paces[0] == paces[1]:
            return translator.gettext("Both {in_time}", in_time=paces[0])
        return translator.gettext(
            # TRANSLATORS: Japan in a month, China in one day.
            "{who} {in_time}, {other} {other_time}",
            who=figures.names[0],
            in_time=paces[0],
            other=figures.names[1],
            other_time=paces[1],
        )
    if outcomes[0].sale.sold_usd == outcomes[1].sale.sold_usd:
        amount = translator.brief_money(outcomes[0].sale.sold_usd)
        return translator.sentence("{who} sells {amount}", who=who, amount=amount)
    if paces[0] == paces[1]:
        return translator.sentence("{who}, both {in_time}", who=who, in_time=paces[0])
    return translator.sentence("{who}, {one} and {other}", who=who, one=paces[0], other=paces[1])


def _measures(outcomes: tuple[Outcome, Outcome], figures: PairFigures) -> tuple[_Measure, ...]:
    gettext, texts = figures.translator.gettext, (figures.first, figures.second)
    falls = [_fall(outcome) for outcome in outcomes]
    return (
        _Measure(
            gettext("Bond price per {face}, down", face=texts[0].face),
            tuple(falls),
            tuple(
                figures.translator.narrowed(fall) or gettext("no price") for fall in figures.falls
            ),
            least=0.5,
        ),
        _Measure(
            gettext("10-year yield, points up"),
            tuple(outcome.yields.peak for outcome in outcomes),
            tuple(figures.translator.narrowed(each.rise.central) for each in texts),
            least=0.0005,
        ),
        _Measure(
            gettext("US interest, ten years"),
            tuple(outcome.interest.total_lasting_usd for outcome in outcomes),
            tuple(figures.translator.narrowed(each.interest_short.central) for each in texts),
            least=100e6,
        ),
    )


def _fall(outcome: Outcome) -> Range:
    """How far the price falls; not at all where trading would halt and there is none."""
    if outcome.sale.day.is_halt:
        return Range(0.0, 0.0, 0.0)
    return outcome.price.at_peak.map(lambda price: FACE_USD - price)
