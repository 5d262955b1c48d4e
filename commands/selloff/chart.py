"""Chart of ``/selloff``: who sells, then price, yield and interest, and how large that is.

Each row goes from what was before, hollow, to what would be, full, with the range as a band.
The rows fill their width, so that a ruler of past moves below, the same for every sale, shows the
size.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from calc import PortfolioType
from calc.events.table import load_events
from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Box, Canvas, TextColumn, yields_of
from commands.common.chart.coverage import text_width
from commands.common.chart.scale import EffectRow, Scale, draw_effects
from commands.common.sale.text import conditions, seller_text
from commands.common.text.names import in_time, of_what
from commands.common.translator import N_

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import Outcome, Range
    from commands.common.chart.canvas import ChartSpec, Point
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator

_HEIGHT = 808
_PAGE = PAGE.below(PAGE.top - theme.HEIGHT + _HEIGHT)
_ROWS_TOP, _ROWS_BOTTOM = 646, 266
# A row is never shorter than this, so that next to nothing also looks like next to nothing.
_LEAST_FALL_USD = 4.0
_LEAST_RISE = 0.005
_LEAST_INTEREST_USD = 50e9
_RULER_END = 0.0135
_EVENTS = {event.key: event for event in load_events().events}
_PAST = tuple(
    (_EVENTS[key].change, _EVENTS[key].end.year, name)
    for key, name in (
        # TRANSLATORS: Each in two short lines.
        ("tariff_week_2025", N_("Tariffs\n{year}")),
        ("dash_for_cash_2020", N_("Covid\n{year}")),
        ("term_premium_2023", N_("Rise of\n{year}")),
    )
)
"""Three moves of the 10-year yield that people remember: change, year and name."""

# The ruler: its parts down from the top of its box, and its sizes.
_HEAD, _LINE, _FIRST, _SECOND = 47, 84, 138, 192
_HALF_TICK, _BAND, _DOT, _ARROW, _GAP = 17, 32, 40, 26, 18
_AXIS, _RANGE, _TICKS, _DOTS = range(4)


def chart(outcome: Outcome, figures: Figures) -> ChartSpec:
    """The outcome of a sale.

    Args:
        outcome: Gives the marks their places.
        figures: All numbers that are written out, those of the same outcome.
    """
    canvas, translator = Canvas(), figures.translator
    gettext = translator.gettext
    is_bills = outcome.scenario.portfolio_type is PortfolioType.BILLS
    column = TextColumn(canvas, _PAGE)
    column.title(seller_text(outcome, translator))
    column.subtitle(_circumstances(outcome, translator))
    rows = _PAGE.below(_ROWS_TOP).above(_ROWS_BOTTOM)
    draw_effects(canvas, _effects(outcome, figures, is_bills=is_bills), rows)
    _draw_size(canvas, outcome, figures, is_bills=is_bills)
    band = gettext("Band: our range") if is_bills else gettext("Band: most studies")
    canvas.footer(band, yields_of(figures.curve_date, translator))
    return canvas.spec(_HEIGHT)


def _circumstances(outcome: Outcome, translator: Translator) -> str:
    """What is sold and how fast, and who else acts."""
    scenario, gettext = outcome.scenario, translator.gettext
    when = in_time(scenario.pace, translator)
    if outcome.sale.day.is_halt:
        return gettext("{when}: trading would halt", when=when)
    acts = conditions(scenario, translator)
    sold = of_what(scenario.portfolio_type, translator)
    if not acts:
        return gettext("of {what}, {when}", what=sold, when=when)
    whole = translator.listed([when, *acts])
    # A language of long words has room for those who act only.
    return whole if text_width(whole, theme.TICK) <= _PAGE.width else translator.listed(acts)


def _effects(outcome: Outcome, figures: Figures, *, is_bills: bool) -> tuple[EffectRow, ...]:
    gettext, yields = figures.translator.gettext, outcome.yields
    price = _price(outcome, figures)
    if is_bills:
        bill = EffectRow(
            name=gettext("Yield"),
            note=gettext("3-month bill"),
            before=0.0,
            after=yields.bill_rise,
            before_text=figures.bill_before,
            number=figures.bill_after,
            range_text="",
            least=_LEAST_RISE,
        )
    rise = EffectRow(
        name=gettext("Yield"),
        note=gettext("buyers earn"),
        before=0.0,
        after=yields.peak,
        before_text=figures.yield_before,
        number=figures.yield_after.central,
        range_text=figures.yield_after.range,
        least=_LEAST_RISE,
    )
    cost = figures.interest_short
    interest = EffectRow(
        name=gettext("Interest"),
        note=gettext("extra, 10 years"),
        before=0.0,
        after=outcome.interest.total_lasting_usd,
        before_text=figures.translator.short_dollars(0, 0),
        number=figures.translator.narrowed(cost.central),
        range_text=cost.range,
        least=_LEAST_INTEREST_USD,
    )
    return price, bill if is_bills else rise, interest


def _price(outcome: Outcome, figures: Figures) -> EffectRow:
    gettext, price, face = figures.translator.gettext, figures.price_short, outcome.price.face
    effect = EffectRow(
        name=gettext("Price"),
        note=gettext("ten-year bond"),
        before=face,
        after=outcome.price.at_peak,
        before_text=figures.translator.short_dollars(face, 0),
        number=price.central,
        range_text=price.range,
        least=_LEAST_FALL_USD,
    )
    if outcome.sale.day.is_halt:
        return replace(effect, after=None, number=gettext("no price"), range_text="")
    if price.about == price.central:
        return replace(effect, number=effect.before_text, range_text="")
    return effect


def _draw_size(canvas: Canvas, outcome: Outcome, figures: Figures, *, is_bills: bool) -> None:
    """The rise of the 10-year yield on the ruler of past moves."""
    gettext, box = figures.translator.gettext, _PAGE.below(_ROWS_BOTTOM)
    canvas.line([(box.left, box.top), (box.right, box.top)], color=theme.RULE, width=2, layer=0)
    points = figures.translator.narrowed(figures.rise.central)
    shown = gettext("+{points} points", points=points)
    if points != figures.rise.central:
        shown = gettext("{points} points", points=points)
    # Bills have a yield of their own, and past moves are those of the ten-year.
    head = gettext("How big is **{shown}?**", shown=shown)
    if is_bills:
        head = gettext("10-year yield: **{shown}**", shown=shown)
    _draw_with_bold(canvas, (box.left, box.top - _HEAD), head)
    # TRANSLATORS: Two short lines.
    month = outcome.snapshot.ordinary_month.record, gettext("Ordinary\nmonth")
    past = [
        (change, gettext(name, year=figures.translator.year(year))) for change, year, name in _PAST
    ]
    _draw_ruler(canvas, [month, *past], outcome.yields.peak, box)


def _draw_with_bold(canvas: Canvas, at: Point, text: str) -> None:
    """A line with what stands between ``**`` set in bold."""
    x, y = at
    for number, part in enumerate(text.split("**")):
        style = theme.MAIN_TICK if number % 2 else theme.TICK
        if part.strip():
            canvas.text((x, y), part.rstrip(), style)
        x += text_width(part, style)


def _draw_ruler(
    canvas: Canvas, marks: Sequence[tuple[float, str]], change: Range, box: Box
) -> None:
    """Draw a ruler from zero to `_RULER_END`, and a change on it; an arrow where it lies beyond."""
    middle = box.top - _LINE
    x = Scale(0, _RULER_END, box.left + _DOT / 2, box.right - _ARROW)
    ends = [(box.left, middle), (box.right - _ARROW, middle)]
    canvas.line(ends, color=theme.BASELINE, width=4, layer=_AXIS)
    low, high = (x(min(max(value, 0), _RULER_END)) for value in (change.smallest, change.largest))
    canvas.band((low, high), middle, thickness=_BAND, layer=_RANGE)
    if change.largest > _RULER_END:
        _draw_arrow(canvas, box.right, middle, theme.RANGE)
    reached = box.left
    for value, name in marks:
        at, lines = x(value), name.split("\n")
        tick = [(at, middle - _HALF_TICK), (at, middle + _HALF_TICK)]
        canvas.line(tick, color=theme.TEXT, width=5, layer=_TICKS)
        half = max(text_width(line, theme.TICK) for line in lines) / 2
        at = min(max(at, reached + half), box.right - half)
        reached = at + half + _GAP
        for line, below in zip(lines, (_FIRST, _SECOND), strict=False):
            canvas.text((at, box.top - below), line, theme.TICK, align="center")
    if change.central > _RULER_END:
        _draw_arrow(canvas, box.right, middle, theme.BEST_GUESS)
    else:
        at = x(max(change.central, 0))
        canvas.dot((at, middle), color=theme.BEST_GUESS, size=_DOT, layer=_DOTS)


def _draw_arrow(canvas: Canvas, right: float, middle: float, color: str) -> None:
    """Say that what is meant lies beyond the end."""
    left = right - _ARROW
    outline = [(left, middle - _ARROW), (right, middle), (left, middle + _ARROW)]
    canvas.area(outline, color=color, layer=_DOTS)
