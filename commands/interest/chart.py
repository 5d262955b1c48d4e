"""Charts of ``/interest``: two bars for new debt, ten years of extra interest for all of it.

Each year's bar is the whole extra interest; its far end, in white, is the interest on interest.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.bars import Bar, draw_bars
from commands.common.chart.canvas import PAGE, Canvas
from commands.common.chart.scale import Scale
from commands.common.chart.text_column import TextColumn

if TYPE_CHECKING:
    from calc.interest.new_issue import IssueOutcome
    from calc.interest.total_interest import TotalInterest
    from commands.common.chart.canvas import Box
    from commands.common.chart.spec import ChartSpec
    from commands.interest.figures import DebtFigures, IssueFigures

_GAP = 24
_SNOWBALL = theme.LABEL.color
_LEAST_INTEREST_USD = 1e9
_RANGE, _BAR, _SERVICE, _BASELINE = range(4)


def issue_chart(outcome: IssueOutcome, figures: IssueFigures) -> ChartSpec:
    """What new debt costs a year at either rate."""
    canvas, gettext = Canvas(), figures.translator.gettext
    column = TextColumn(canvas, PAGE)
    less = outcome.extra_usd < 0
    finding = (
        gettext("{usd} less", usd=figures.extra_short)
        if less
        else gettext("{usd} more", usd=figures.extra_short)
    )
    column.headline(gettext("Interest:"), finding)
    column.label(gettext("A year, on {amount} of new debt", amount=figures.issue))
    bars = (
        Bar(outcome.before_usd, figures.before_short, figures.from_rate, theme.BASELINE),
        Bar(outcome.after_usd, figures.after_short, figures.to_rate, theme.BEST_GUESS),
    )
    draw_bars(canvas, bars, column.rest)
    return canvas.spec()


def debt_chart(outcome: TotalInterest, figures: DebtFigures) -> ChartSpec:
    """Extra interest by fiscal year, and the part of it that is interest on interest."""
    canvas, gettext = Canvas(), figures.translator.gettext
    is_less = outcome.extra_usd[-1].central < 0
    column = TextColumn(canvas, PAGE)
    words = gettext("Interest down") if is_less else gettext("Interest up")
    column.headline(
        words, gettext("{usd} in {year}", usd=figures.extra_short.central, year=figures.last_year)
    )
    column.range(figures.extra_short)
    column.label(gettext("with new debt at {level}", level=figures.level))
    rest = column.rest
    if outcome.snowballs:
        part = gettext("{usd} of it: interest on interest", usd=figures.service_short)
        at = (rest.left, rest.top - theme.LABEL_HEIGHT)
        canvas.text(at, part, replace(theme.LABEL, color=_SNOWBALL, bold=True))
        rest = rest.below(at[1] - _GAP)
    _draw_years(canvas, outcome, figures, rest)
    return canvas.spec()


def _draw_years(canvas: Canvas, outcome: TotalInterest, figures: DebtFigures, box: Box) -> None:
    bottom = box.bottom + theme.LABEL_HEIGHT + _GAP
    ends = [value for extra in outcome.extra_usd for value in extra]
    least, most = min(0.0, *ends), max(0.0, *ends)
    if most - least < _LEAST_INTEREST_USD:
        most = least + _LEAST_INTEREST_USD
    y = Scale(least, most, bottom, box.top)
    pitch = box.width / len(outcome.extra_usd)
    half = 0.36 * pitch
    years = zip(outcome.extra_usd, outcome.service_usd, strict=True)
    for number, (extra, service) in enumerate(years):
        middle = box.left + pitch * (number + 0.5)
        low, high = y(extra.smallest), y(extra.largest)
        canvas.line(
            [(middle, low), (middle, high)], color=theme.RANGE, width=2 * half, layer=_RANGE
        )
        end = (middle, y(extra.central))
        whole = [(middle, y(0)), end]
        canvas.line(whole, color=theme.BEST_GUESS, width=1.3 * half, layer=_BAR)
        if outcome.snowballs and extra.central * service.central > 0:
            snow = [(middle, y(extra.central - service.central)), end]
            canvas.line(snow, color=_SNOWBALL, width=1.3 * half, layer=_SERVICE)
    ground = [(box.left, y(0)), (box.right, y(0))]
    canvas.line(ground, color=theme.BASELINE, width=4, layer=_BASELINE)
    canvas.text((box.left, box.bottom), figures.first_year, theme.TICK)
    canvas.text((box.right, box.bottom), figures.last_year, theme.MAIN_TICK, align="right")
