"""Charts of ``/bond``: price and yield on a seesaw, and one discount on a ten-year note."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.bars import Bar, draw_bars
from commands.common.chart.canvas import LOW_PAGE, Canvas, TextColumn
from commands.common.chart.coverage import cap_height, text_width

if TYPE_CHECKING:
    from calc.one_bond import BondOutcome
    from commands.bond.figures import BondFigures
    from commands.common.chart.canvas import ChartSpec, Point

_GAP = 22
_LEVEL_Y = 330
_ENDS = (200.0, theme.WIDTH - 200.0)
_BEAM, _FOOT = 18, 180
# Pixels that an end moves: for next to nothing, at most beside that, and how soon.
_LEAST_TILT, _TILT, _STEEP = 50, 42, 0.15
_LEVEL = 1e-6
_NEAR, _OFF = 48, 34
_RULE, _CURVE, _DOT = range(3)


def price_yield_chart(outcome: BondOutcome, figures: BondFigures) -> ChartSpec:
    """Price and yield of one bond on a seesaw, which is level at its face."""
    canvas, gettext = Canvas(), figures.translator.gettext
    column = TextColumn(canvas, LOW_PAGE)
    column.marked_title(
        gettext("{price} earns **{rate}**", price=figures.price, rate=figures.bond_yield)
    )
    column.subtitle(
        gettext(
            # TRANSLATORS: Under the title "$90 earns 14.44%".
            "a year: a {face} note that pays {coupon}, {years}",
            face=figures.face,
            coupon=figures.coupon,
            years=figures.years,
        )
    )
    _draw_seesaw(canvas, outcome, figures)
    canvas.footer(gettext("Arithmetic of a bond, no estimate"))
    return canvas.spec(theme.LOW_HEIGHT)


def ten_year_chart(outcome: BondOutcome, ten_year: BondOutcome, figures: BondFigures) -> ChartSpec:
    """The points that one discount adds to the yield of a short note and of a long one."""
    canvas, gettext = Canvas(), figures.translator.gettext
    column = TextColumn(canvas, LOW_PAGE)
    column.marked_title(gettext("Ten years: **+{points} points**", points=figures.ten_year_points))
    column.subtitle(gettext("Yield gained at {discount} off, in points", discount=figures.discount))
    bars = (
        Bar(
            abs(outcome.yield_change),
            gettext("+{size}", size=figures.points),
            figures.years,
            theme.BASELINE,
        ),
        Bar(
            abs(ten_year.yield_change),
            gettext("+{size}", size=figures.ten_year_points),
            figures.translator.duration(10, "year"),
            theme.BEST_GUESS,
        ),
    )
    draw_bars(canvas, bars, column.rest)
    canvas.footer(gettext("Arithmetic of a bond, no estimate"))
    return canvas.spec(theme.LOW_HEIGHT)


def _draw_seesaw(canvas: Canvas, outcome: BondOutcome, figures: BondFigures) -> None:
    """A beam over a pivot: level at the face, hollow, and tilted to the price that is asked."""
    gettext, change = figures.translator.gettext, outcome.price_change
    tilt = math.copysign(_LEAST_TILT + _TILT * math.tanh(abs(change) / _STEEP), change)
    if abs(change) < _LEVEL:
        tilt = 0.0
    left, right = (_ENDS[0], _LEVEL_Y + tilt), (_ENDS[1], _LEVEL_Y - tilt)
    pivot = (theme.WIDTH / 2, _LEVEL_Y - _BEAM)
    foot = [pivot, *((pivot[0] + side, _LEVEL_Y - _FOOT) for side in (-70, 70))]
    canvas.area(foot, color=theme.BASELINE, layer=_RULE)
    canvas.line([left, right], color=theme.TEXT, width=_BEAM, layer=_CURVE, is_round=True)
    for end, is_up, name, number, before in (
        (left, tilt > 0, gettext("price"), figures.price, figures.face),
        (right, tilt <= 0, gettext("yield"), figures.bond_yield, figures.at_face),
    ):
        canvas.dot(end, color=theme.BEST_GUESS, size=64, layer=_DOT)
        _name_end(canvas, end, name, number, is_up=is_up)
        if tilt:
            level = [(end[0], _LEVEL_Y), (theme.WIDTH - end[0], _LEVEL_Y)]
            canvas.line(level, color=theme.RULE, width=6, layer=_RULE)
            canvas.ring((end[0], _LEVEL_Y), color=theme.TEXT, size=40, layer=_DOT)
            # On the side of the level beam where the tilted one is not.
            off = -_OFF - theme.LABEL_HEIGHT if is_up else _OFF
            at = (end[0], _LEVEL_Y + off)
            canvas.text(at, before, theme.LABEL, align="center")


def _name_end(canvas: Canvas, end: Point, name: str, number: str, *, is_up: bool) -> None:
    """What stands at an end of the beam: above the higher one, below the lower one."""
    style = theme.FINDING
    half = max(text_width(number, style), text_width(name, theme.LABEL)) / 2
    x = min(max(end[0], LOW_PAGE.left + half), LOW_PAGE.right - half)
    if is_up:
        baseline = end[1] + _NEAR
        canvas.text((x, baseline), number, style, align="center")
        at = (x, baseline + cap_height(style) + _GAP)
        canvas.text(at, name, theme.TICK, align="center")
    else:
        baseline = end[1] - _NEAR - cap_height(style)
        canvas.text((x, baseline), number, style, align="center")
        at = (x, baseline - _GAP - theme.LABEL_HEIGHT)
        canvas.text(at, name, theme.TICK, align="center")
