"""Chart of ``/selloff``: yields rise, the price slips, interest grows.

The finding of each part is in the colour of its best guess and its range in the colour of the
range, so that no legend is needed. What is plotted is always the *change*, from a baseline that
means "nothing happens": a change of a few tenths beside a level of five could not be seen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import PortfolioType
from commands.common.chart import theme
from commands.common.chart.canvas import MARGIN, Box, Canvas
from commands.common.chart.text_column import TextColumn
from commands.selloff.panels import (
    BILLS_FROM,
    NOTES_FROM,
    draw_interest,
    draw_price,
    draw_yields,
)

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.chart.spec import ChartSpec
    from commands.common.sale.figures import Figures

_RIGHT = theme.WIDTH - MARGIN
_TITLE_TOP = 862
_LOWER_TOP = 424
_YIELDS = Box(MARGIN, 470, _RIGHT, _TITLE_TOP)
_PRICE = Box(MARGIN, 32, 560, _LOWER_TOP)
_INTEREST = Box(640, 32, _RIGHT, _LOWER_TOP)


def chart(outcome: Outcome, figures: Figures) -> ChartSpec:
    """The outcome of a sale.

    Args:
        outcome: Gives the marks their places.
        figures: All numbers that are written out, those of the same outcome.
    """
    canvas, gettext = Canvas(), figures.translator.gettext

    title = TextColumn(canvas, _YIELDS)
    rise, what, first = figures.rise, gettext("10-year yield up"), NOTES_FROM
    if outcome.scenario.portfolio_type is PortfolioType.BILLS:
        rise, what, first = figures.bill_rise, gettext("3-month yield up"), BILLS_FROM
    title.headline(what, gettext("{number} points", number=rise.central))
    title.range(rise, is_labelled=True)
    draw_yields(canvas, outcome.yields, figures.translator, title.rest, first=first)

    price = TextColumn(canvas, _PRICE)
    price.label(gettext("Price of a {face} note", face=figures.face))
    price.finding(figures.price.central)
    draw_price(canvas, outcome.price, figures.face, price.rest)

    interest = TextColumn(canvas, _INTEREST)
    interest.label(gettext("US interest, ten years"))
    interest.finding(figures.interest_short.central)
    draw_interest(canvas, outcome.interest, figures.last_year, interest.rest)

    return canvas.spec()
