"""Charts of ``/bond``: yield against price, and the same discount on a ten-year note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.bars import Bar, draw_bars
from commands.common.chart.canvas import PAGE, Box, Canvas
from commands.common.chart.scale import Scale
from commands.common.chart.text_column import TextColumn
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from calc.one_bond import BondOutcome
    from commands.bond.figures import BondFigures
    from commands.common.chart.spec import ChartSpec

_GAP = 24
_LEAST_APART = 2.2 * theme.LABEL_HEIGHT
_RULE, _BASELINE, _CURVE, _DOT = range(4)


def price_yield_chart(outcome: BondOutcome, figures: BondFigures) -> ChartSpec:
    """Yield against price of one bond: this point, and the one at its face."""
    canvas, gettext = Canvas(), figures.translator.gettext
    column = TextColumn(canvas, PAGE)
    column.headline(gettext("{price} earns", price=figures.price), figures.bond_yield)
    is_below = outcome.price_usd <= outcome.terms.face_usd
    down, up = gettext("Seesaw: price down, yield up"), gettext("Seesaw: price up, yield down")
    column.label(down if is_below else up)
    _draw_curve(canvas, outcome, figures, column.rest)
    return canvas.spec()


def ten_year_chart(outcome: BondOutcome, ten_year: BondOutcome, figures: BondFigures) -> ChartSpec:
    """The points that one discount adds to the yield of a short note and of a long one."""
    canvas, gettext = Canvas(), figures.translator.gettext
    column = TextColumn(canvas, PAGE)
    discount = gettext("{discount} off", discount=figures.discount)
    column.headline(
        gettext("Ten years:"), gettext("+{points} points", points=figures.ten_year_points)
    )
    column.label(gettext("Yield gained at {discount}, in points", discount=discount))
    bars = (
        Bar(abs(outcome.yield_change), f"+{figures.points}", figures.years, theme.BASELINE),
        Bar(
            abs(ten_year.yield_change),
            f"+{figures.ten_year_points}",
            gettext("{count} years", count=10),
            theme.BEST_GUESS,
        ),
    )
    draw_bars(canvas, bars, column.rest)
    return canvas.spec()


def _draw_curve(canvas: Canvas, outcome: BondOutcome, figures: BondFigures, box: Box) -> None:
    prices = [price for price, _ in outcome.curve]
    yields = [rate for _, rate in outcome.curve]
    here = (outcome.price_usd, outcome.yield_)
    at_face = (outcome.terms.face_usd, outcome.yield_at_face)
    widest = max(
        text_width(figures.bond_yield, theme.MAIN_TICK),
        text_width(figures.at_face, theme.TICK),
    )
    bottom = box.bottom + theme.LABEL_HEIGHT + _GAP
    x = Scale(min(prices), max(prices), box.left + widest + _GAP, box.right)
    y = Scale(min(yields), max(yields), bottom, box.top)
    curve = [(x(price), y(rate)) for price, rate in outcome.curve]
    axes = [(x.start, box.top), (x.start, bottom), (x.end, bottom)]
    canvas.line(axes, color=theme.BASELINE, width=4, layer=_BASELINE)
    canvas.line(curve, color=theme.LABEL.color, width=10, layer=_CURVE)

    def point(price: float, rate: float, color: str, size: float) -> None:
        guides = [(x.start, y(rate)), (x(price), y(rate)), (x(price), bottom)]
        canvas.line(guides, color=theme.RULE, width=3, layer=_RULE)
        canvas.dot((x(price), y(rate)), color=color, size=size, layer=_DOT)

    def label(
        price: float, rate: float, words: tuple[str, str], style: theme.TextStyle, *, both: bool
    ) -> None:
        height = max(y(rate) - theme.LABEL_HEIGHT / 2, bottom)
        if both or abs(y(rate) - y(here[1])) >= _LEAST_APART:
            canvas.text((x.start - _GAP, height), words[1], style, align="right")
        half = text_width(words[0], style) / 2
        middle = min(max(x(price), x.start + half), x.end - half)
        canvas.text((middle, box.bottom), words[0], style, align="center")

    point(*here, theme.BEST_GUESS, 40)
    label(*here, (figures.price, figures.bond_yield), theme.MAIN_TICK, both=True)
    apart = abs(x(here[0]) - x(at_face[0]))
    room = text_width(figures.price + figures.face, theme.MAIN_TICK) / 2 + _GAP
    if apart >= room:
        point(*at_face, theme.BASELINE, 28)
        label(*at_face, (figures.face, figures.at_face), theme.TICK, both=False)
