"""The picture of ``/ripple``: what borrowing costs more above, what values change below.

Points of a rate and percent of a value do not share a scale; each part has its own zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.box import Box
from commands.common.chart.canvas import Canvas
from commands.common.chart.range_chart import Rung, draw_ladder
from commands.common.chart.text_column import Column

if TYPE_CHECKING:
    from calc.spillovers import Spillovers
    from commands.ripple.figures import RippleFigures

_MARGIN = 44
_RIGHT = theme.WIDTH - _MARGIN
_TITLE = Box(_MARGIN, 780, _RIGHT, 862)
_TOP, _BOTTOM = 760, 24
_GAP = 24
_LEAST_POINTS = 0.05
_LEAST_PERCENT = 0.5


def draw(ripple: Spillovers, figures: RippleFigures) -> bytes:
    """The picture of the ripples.

    Args:
        ripple: Gives the marks their places.
        figures: All numbers that are written out, those of the same ripples.

    Returns:
        An opaque PNG of 1200 by 900 pixels, the same bytes for the same arguments.
    """
    return compose(ripple, figures).png()


def compose(ripple: Spillovers, figures: RippleFigures) -> Canvas:
    """The same picture before it becomes a PNG, with every text and its place."""
    canvas, gettext = Canvas(), figures.translator.gettext
    title = Column(canvas, _TITLE)
    title.headline(
        gettext("Mortgages up"), gettext("{number} points", number=figures.mortgage.central)
    )
    rates = [
        Rung(gettext("Mortgages"), ripple.mortgage.rise.times(100), figures.signed_mortgage),
        Rung(gettext("Companies"), ripple.company_rise.times(100), figures.signed_company),
    ]
    values = [
        Rung(gettext("Dollar (or −)"), ripple.dollar.times(100), figures.signed_dollar),
        Rung(gettext("Shares (or +)"), ripple.shares.times(100), figures.signed_shares),
    ]
    if ripple.rest.rest_usd > 0:
        change = ripple.rest.fall.times(-100)
        values.append(Rung(gettext("Seller"), change, figures.signed_rest))
    if ripple.home is not None and figures.home is not None:
        change = ripple.home.rise.times(-100)
        values.append(Rung(gettext("… in yen"), change, figures.home.signed_loss))
    pitch = (_TOP - _BOTTOM - _GAP) / (len(rates) + len(values))
    border = _TOP - pitch * len(rates)
    draw_ladder(canvas, rates, Box(_MARGIN, border, _RIGHT, _TOP), _LEAST_POINTS)
    rule = [(_MARGIN, border - _GAP / 2), (_RIGHT, border - _GAP / 2)]
    canvas.line(rule, color=theme.RULE, width=2, layer=0)
    below = Box(_MARGIN, _BOTTOM, _RIGHT, border - _GAP)
    draw_ladder(canvas, values, below, _LEAST_PERCENT)
    return canvas
