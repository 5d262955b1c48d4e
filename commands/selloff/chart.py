"""Chart of ``/selloff``: who sells, then price, yield and interest, and how large that is.

Each row goes from what was before, hollow, to what would be, full, with the range as a band.
The rows fill their width, so that a ruler of past moves below, the same for every sale, shows the
size.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from calc import PortfolioType
from calc.events.table import load_events
from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Canvas
from commands.common.chart.effects import EffectRow, draw_effects
from commands.common.chart.footers import yields_of
from commands.common.chart.ruler import RulerMark, draw_ruler, head_baseline
from commands.common.chart.text_column import TextColumn
from commands.common.chart.text_layout import text_width
from commands.common.sale.text import conditions, seller_text
from commands.common.text.names import in_time, of_what
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc import Outcome
    from calc.events import Event
    from commands.common.chart.spec import ChartSpec, Point
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
_PAST = (
    # TRANSLATORS: Each in two short lines.
    ("tariff_week_2025", N_("Tariffs\n{year}")),
    ("dash_for_cash_2020", N_("Covid\n{year}")),
    ("term_premium_2023", N_("Rise of\n{year}")),
)


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
    _draw_with_bold(canvas, (box.left, head_baseline(box)), head)
    # TRANSLATORS: Two short lines.
    month = _mark(outcome.snapshot.ordinary_month.record, gettext("Ordinary\nmonth"))
    past = [
        _mark(event.change, gettext(name, year=figures.translator.year(event.end.year)))
        for event, name in _past_moves()
    ]
    draw_ruler(canvas, [month, *past], outcome.yields.peak, _RULER_END, box)


def _mark(change: float, two_lines: str) -> RulerMark:
    first, _, second = two_lines.partition("\n")
    return RulerMark(change, first, second)


def _draw_with_bold(canvas: Canvas, at: Point, text: str) -> None:
    """A line with what stands between ``**`` set in bold."""
    x, y = at
    for number, part in enumerate(text.split("**")):
        style = theme.MAIN_TICK if number % 2 else theme.TICK
        if part.strip():
            canvas.text((x, y), part.rstrip(), style)
        x += text_width(part, style)


@cache
def _past_moves() -> tuple[tuple[Event, str], ...]:
    """Three moves of the 10-year yield that people remember, with what they are called."""
    events = {event.key: event for event in load_events().events}
    return tuple((events[key], name) for key, name in _PAST)
