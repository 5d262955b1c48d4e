"""Charts of ``/interest``: two bars for new debt, ten years of interest on all of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.bars import Bar, draw_bars
from commands.common.chart.canvas import LOW_PAGE, Canvas, TextColumn, yields_of
from commands.common.chart.coverage import text_width
from commands.common.chart.scale import Scale
from commands.common.figures import exact_short_money

if TYPE_CHECKING:
    from calc.interest.total_interest import IssueOutcome, TotalInterest
    from commands.common.chart.canvas import Box, ChartSpec
    from commands.common.chart.theme import TextStyle
    from commands.interest.figures import DebtFigures, IssueFigures

_GAP = 24
_LINE = 56
_BAR_SHARE = 0.72
_NOTCH = 5
_BAR, _BASELINE = range(2)


def issue_chart(outcome: IssueOutcome, figures: IssueFigures) -> ChartSpec:
    """What new debt costs a year at either rate."""
    canvas, translator = Canvas(), figures.translator
    gettext = translator.gettext
    column = TextColumn(canvas, LOW_PAGE)
    less = outcome.extra_usd < 0
    column.marked_title(
        gettext("Interest: **{usd} less**", usd=figures.extra_short)
        if less
        else gettext("Interest: **{usd} more**", usd=figures.extra_short)
    )
    column.subtitle(gettext("A year, on {amount} of new debt", amount=figures.issue))
    bars = tuple(
        Bar(usd, exact_short_money(usd, translator), rate, color)
        for usd, rate, color in (
            (outcome.before_usd, figures.from_rate, theme.BASELINE),
            (outcome.after_usd, figures.to_rate, theme.BEST_GUESS),
        )
    )
    draw_bars(canvas, bars, column.rest)
    canvas.footer(gettext("Amount times rate: arithmetic, no estimate"))
    return canvas.spec(theme.LOW_HEIGHT)


def debt_chart(outcome: TotalInterest, figures: DebtFigures) -> ChartSpec:
    """Interest by fiscal year at the level, on top of what today's yields would cost."""
    canvas, translator = Canvas(), figures.translator
    gettext = translator.gettext
    column = TextColumn(canvas, LOW_PAGE)
    last = translator.short_money(outcome.last_year_usd.central, 3)
    column.marked_title(
        gettext("US interest: **{usd} in {year}**", usd=last, year=figures.last_year)
    )
    column.subtitle(gettext("a year, with all new US debt at {level}", level=figures.level))
    _draw_years(canvas, outcome, figures, column.rest)
    canvas.footer(
        gettext("CBO of {month}", month=figures.vintage), yields_of(figures.curve_date, translator)
    )
    return canvas.spec(theme.LOW_HEIGHT)


def _draw_years(canvas: Canvas, outcome: TotalInterest, figures: DebtFigures, box: Box) -> None:
    """A bar for each year from zero, notched where the budget office expected its end."""
    ends = _end_labels(outcome, figures)
    room = max(text_width(line, each.style) for each in ends for line in each.lines)
    right = box.right - room - _GAP
    bottom = box.bottom + theme.LABEL_HEIGHT + _GAP
    held = outcome.held_baseline_usd
    totals = [
        before + extra.central
        for before, extra in zip(outcome.baseline_usd, outcome.extra_usd, strict=True)
    ]
    y = Scale(0, max(*totals, *held), bottom, box.top)
    pitch = (right - box.left) / len(totals)
    width = _BAR_SHARE * pitch
    for number, total in enumerate(totals):
        x = box.left + pitch * (number + 0.5)
        is_more = total > held[number]
        lower, upper = sorted((total, held[number]))
        color = theme.MEASURED if is_more else theme.BEST_GUESS
        canvas.line([(x, y(0)), (x, y(lower))], color=color, width=width, layer=_BAR)
        color = theme.BEST_GUESS if is_more else theme.RULE
        canvas.line([(x, y(lower)), (x, y(upper))], color=color, width=width, layer=_BAR)
        at = y(outcome.baseline_usd[number])
        notch = [(x - width / 2, at), (x + width / 2, at)]
        canvas.line(notch, color=theme.GROUND, width=_NOTCH, layer=_BASELINE)
    ground = [(box.left, y(0)), (right, y(0))]
    canvas.line(ground, color=theme.BASELINE, width=4, layer=_BASELINE)
    canvas.text((box.left, box.bottom), figures.first_year, theme.TICK)
    canvas.text((right, box.bottom), figures.last_year, theme.MAIN_TICK, align="right")
    _write_ends(canvas, ends, y, right + _GAP)


def _write_ends(canvas: Canvas, ends: tuple[_EndLabel, ...], y: Scale, left: float) -> None:
    """Write labels of two lines at the ends of their bars, clear of each other."""
    by_size = sorted(ends, key=lambda end: end.usd)
    baselines: list[float] = []
    for end in by_size:
        least = baselines[-1] + 2 * _LINE if baselines else y.start + _LINE
        baselines.append(max(y(end.usd) - theme.LABEL_HEIGHT, least))
    most = y.end - theme.LABEL_HEIGHT
    for end, baseline in zip(reversed(by_size), reversed(baselines), strict=True):
        upper = min(baseline, most)
        most = upper - 2 * _LINE
        canvas.text((left, upper), end.lines[0], replace(end.style, bold=True))
        canvas.text((left, upper - _LINE), end.lines[1], end.style)


@dataclass(frozen=True, slots=True)
class _EndLabel:
    """What the last year costs, as a label of two lines."""

    usd: float
    lines: tuple[str, str]
    style: TextStyle


def _end_labels(outcome: TotalInterest, figures: DebtFigures) -> tuple[_EndLabel, ...]:
    """The last year at the level, at today's yields and as the budget office expected it."""
    translator = figures.translator
    gettext = translator.gettext
    return tuple(
        _EndLabel(usd, (translator.short_money(usd, 3), words), style)
        for usd, words, style in (
            (outcome.baseline_usd[-1], gettext("CBO view"), theme.TICK),
            (outcome.held_baseline_usd[-1], gettext("yields now"), theme.LABEL),
            (
                outcome.last_year_usd.central,
                gettext("at {level}", level=figures.level),
                replace(theme.LABEL, color=theme.BEST_GUESS),
            ),
        )
    )
