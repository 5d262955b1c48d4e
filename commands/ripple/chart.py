"""Chart of ``/ripple``: what borrowing costs more above, what values change below.

Points of a rate and percent of a value do not share a scale; each part has its own zero.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.canvas import MARGIN, Box, Canvas
from commands.common.chart.effect_rows import EffectRow, draw_effects
from commands.common.chart.text_column import TextColumn

if TYPE_CHECKING:
    from calc.spillovers import Spillovers
    from commands.common.chart.spec import ChartSpec
    from commands.ripple.figures import RippleFigures

_RIGHT = theme.WIDTH - MARGIN
_TITLE = Box(MARGIN, 780, _RIGHT, 862)
_TOP, _BOTTOM = 760, 24
_GAP = 24
_LEAST_POINTS = 0.05
_LEAST_PERCENT = 0.5


def chart(ripple: Spillovers, figures: RippleFigures) -> ChartSpec:
    """The effects of a sale elsewhere.

    Args:
        ripple: Gives the marks their places.
        figures: All numbers that are written out, those of the same effects.
    """
    canvas, gettext = Canvas(), figures.translator.gettext
    title = TextColumn(canvas, _TITLE)
    title.headline(
        gettext("Mortgages up"), gettext("{number} points", number=figures.mortgage.central)
    )
    rates = [
        EffectRow(gettext("Mortgages"), ripple.mortgage.rise.times(100), figures.signed_mortgage),
        EffectRow(gettext("Companies"), ripple.company_rise.times(100), figures.signed_company),
    ]
    values = [
        EffectRow(gettext("Dollar (or −)"), ripple.dollar.times(100), figures.signed_dollar),
        EffectRow(gettext("Shares (or +)"), ripple.shares.times(100), figures.signed_shares),
    ]
    if ripple.rest.rest_usd > 0:
        change = ripple.rest.fall.times(-100)
        values.append(EffectRow(gettext("Seller"), change, figures.signed_rest))
    if ripple.home is not None and figures.home is not None:
        change = ripple.home.rise.times(-100)
        values.append(EffectRow(gettext("… in yen"), change, figures.home.signed_loss))
    pitch = (_TOP - _BOTTOM - _GAP) / (len(rates) + len(values))
    border = _TOP - pitch * len(rates)
    draw_effects(canvas, rates, Box(MARGIN, border, _RIGHT, _TOP), _LEAST_POINTS)
    rule = [(MARGIN, border - _GAP / 2), (_RIGHT, border - _GAP / 2)]
    canvas.line(rule, color=theme.RULE, width=2, layer=0)
    below = Box(MARGIN, _BOTTOM, _RIGHT, border - _GAP)
    draw_effects(canvas, values, below, _LEAST_PERCENT)
    return canvas.spec()
