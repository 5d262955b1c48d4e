"""The picture of ``/selloff``: yields rise, the price slips, interest grows.

The finding of each part is in the colour of its best guess and its range in the colour of the
range, so that no legend is needed. What is plotted is always the *change*, from a baseline that
means "nothing happens": a change of a few tenths beside a level of five could not be seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.box import Box
from commands.common.chart.canvas import Canvas
from commands.common.chart.text_column import Column
from commands.selloff.panels import draw_interest, draw_price, draw_yields

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.sale.figures import Figures

_MARGIN = 44
_RIGHT = theme.WIDTH - _MARGIN
_TITLE_TOP = 862
_LOWER_TOP = 424
_YIELDS = Box(_MARGIN, 470, _RIGHT, _TITLE_TOP)
_PRICE = Box(_MARGIN, 32, 560, _LOWER_TOP)
_INTEREST = Box(640, 32, _RIGHT, _LOWER_TOP)


def draw(outcome: Outcome, figures: Figures) -> bytes:
    """The picture of an outcome.

    Args:
        outcome: Gives the marks their places.
        figures: All numbers that are written out, those of the same outcome.

    Returns:
        An opaque PNG of 1200 by 900 pixels, the same bytes for the same arguments.
    """
    return compose(outcome, figures).png()


def compose(outcome: Outcome, figures: Figures) -> Canvas:
    """The same picture before it becomes a PNG, with every text and its place."""
    canvas, gettext = Canvas(), figures.translator.gettext

    title = Column(canvas, _YIELDS)
    title.headline(
        gettext("10-year yield up"), gettext("{number} points", number=figures.rise.central)
    )
    title.range(figures.rise)
    draw_yields(canvas, outcome.yields, figures.translator, title.rest)

    price = Column(canvas, _PRICE)
    price.label(gettext("Price of a {face} note", face=figures.face))
    price.finding(figures.price.central)
    price.range(figures.price)
    draw_price(canvas, outcome.price, figures.face, price.rest)

    interest = Column(canvas, _INTEREST)
    interest.label(gettext("Extra US interest, {year}", year=figures.last_year))
    interest.finding(figures.interest_short.central)
    interest.range(figures.interest_short)
    draw_interest(canvas, outcome.interest, figures.last_year, interest.rest)

    return canvas
