"""Charts of ``/interest``: two bars for new debt, ten years of interest on all of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.bars import Bar, draw_bars
from commands.common.chart.canvas import PAGE, Canvas
from commands.common.chart.scale import Scale
from commands.common.chart.text_column import TextColumn
from commands.common.chart.text_layout import text_width

if TYPE_CHECKING:
    from calc.interest.new_issue import IssueOutcome
    from calc.interest.total_interest import TotalInterest
    from commands.common.chart.canvas import Box
    from commands.common.chart.spec import ChartSpec
    from commands.common.chart.theme import TextStyle
    from commands.interest.figures import DebtFigures, IssueFigures

_GAP = 24
_LINE = 56
_BAR_SHARE = 0.72
_BAR, _BASELINE = range(2)


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
    column.subtitle(gettext("A year, on {amount} of new debt", amount=figures.issue))
    bars = (
        Bar(outcome.before_usd, figures.before_short, figures.from_rate, theme.BASELINE),
        Bar(outcome.after_usd, figures.after_short, figures.to_rate, theme.BEST_GUESS),
    )
    draw_bars(canvas, bars, column.rest)
    canvas.footer(gettext("Amount times rate: arithmetic, no estimate"))
    return canvas.spec()


def debt_chart(outcome: TotalInterest, figures: DebtFigures) -> ChartSpec:
    """Interest by fiscal year as expected, and what the level adds or takes off."""
    canvas, gettext = Canvas(), figures.translator.gettext
    is_less = outcome.extra_usd[-1].central < 0
    column = TextColumn(canvas, PAGE)
    words = gettext("Interest down") if is_less else gettext("Interest up")
    column.headline(
        words, gettext("{usd} in {year}", usd=figures.extra_short.central, year=figures.last_year)
    )
    column.subtitle(gettext("A year, with all new US debt at {level}", level=figures.level))
    _draw_years(canvas, outcome, figures, column.rest)
    canvas.footer(gettext("Expected: budget office (CBO), {month}", month=figures.vintage))
    return canvas.spec()


def _draw_years(canvas: Canvas, outcome: TotalInterest, figures: DebtFigures, box: Box) -> None:
    """Bars from zero: grey as expected, amber what the level adds, hollow what it takes off."""
    ends = _end_labels(outcome, figures)
    names = max(text_width(line, style) for _, *lines, style in ends for line in lines)
    right = box.right - names - _GAP
    bottom = box.bottom + theme.LABEL_HEIGHT + _GAP
    totals = [
        before + extra.central
        for before, extra in zip(outcome.baseline_usd, outcome.extra_usd, strict=True)
    ]
    y = Scale(0, max(*totals, *outcome.baseline_usd), bottom, box.top)
    pitch = (right - box.left) / len(totals)
    for number, (before, total) in enumerate(zip(outcome.baseline_usd, totals, strict=True)):
        middle = box.left + pitch * (number + 0.5)
        color = theme.BEST_GUESS if total > before else theme.RULE
        for start, end, part in (
            (0.0, min(before, total), theme.MEASURED),
            (min(before, total), max(before, total), color),
        ):
            ends_of_part = [(middle, y(start)), (middle, y(end))]
            canvas.line(ends_of_part, color=part, width=_BAR_SHARE * pitch, layer=_BAR)
    ground = [(box.left, y(0)), (right, y(0))]
    canvas.line(ground, color=theme.BASELINE, width=4, layer=_BASELINE)
    canvas.text((box.left, box.bottom), figures.first_year, theme.TICK)
    canvas.text((right, box.bottom), figures.last_year, theme.MAIN_TICK, align="right")
    lowest = bottom
    for usd, first, second, style in sorted(ends, key=lambda end: end[0]):
        # Two lines, the upper one at the end of its bar, clear of the labels below.
        upper = max(min(y(usd), box.top) - theme.LABEL_HEIGHT, lowest + _LINE)
        canvas.text((right + _GAP, upper), first, replace(style, bold=True))
        canvas.text((right + _GAP, upper - _LINE), second, style)
        lowest = upper + _LINE


def _end_labels(
    outcome: TotalInterest, figures: DebtFigures
) -> tuple[tuple[float, str, str, TextStyle], ...]:
    """What the last year costs as expected and at the level, each in two lines."""
    translator, before = figures.translator, outcome.baseline_usd[-1]
    after = outcome.last_year_usd.central
    expected = translator.gettext("expected")
    level = translator.gettext("at {level}", level=figures.level)
    at_level = replace(theme.LABEL, color=theme.BEST_GUESS)
    return (
        (before, translator.short_money(before), expected, theme.LABEL),
        (after, translator.short_money(after), level, at_level),
    )
