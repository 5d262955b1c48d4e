"""Chart behind *Math*: the rise of each maturity, and the interest of each year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc import PortfolioType
from commands.common.chart.canvas import PAGE, Canvas, TextColumn, yields_of
from commands.selloff.panels import BILLS_FROM, NOTES_FROM, draw_interest, draw_yields

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.chart.canvas import ChartSpec
    from commands.common.sale.figures import Figures

_BORDER = 420


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
    first = BILLS_FROM if is_bills else NOTES_FROM
    draw_yields(canvas, outcome.yields, figures.translator, upper.rest, first=first)
    lower = TextColumn(canvas, PAGE.below(_BORDER - 40))
    lower.heading(
        gettext("Extra US interest by year: {usd} in all", usd=figures.interest_short.central)
    )
    draw_interest(canvas, outcome.interest, figures.last_year, lower.rest)
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
