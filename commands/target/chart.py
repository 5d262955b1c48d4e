"""Chart of ``/target``: the sale that is needed, above what holders own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.targets import TargetKind
from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Canvas
from commands.common.chart.rows import GAP, Rows
from commands.common.chart.text_column import TextColumn
from commands.common.chart.text_layout import text_width
from commands.common.translator import N_

if TYPE_CHECKING:
    from calc.targets import TargetOutcome
    from commands.common.chart.spec import ChartSpec
    from commands.target.figures import TargetFigures

_TITLES = {
    TargetKind.YIELD: N_("A {goal} yield needs"),
    TargetKind.PRICE: N_("A {goal} bond needs"),
    TargetKind.INTEREST: N_("{goal} interest needs"),
}


def chart(outcome: TargetOutcome, figures: TargetFigures, biggest: str) -> ChartSpec:
    """The sale that a target needs.

    Args:
        outcome: Gives the bars their lengths.
        figures: All numbers that are written out, those of the same outcome.
        biggest: Name of the largest holder.
    """
    canvas, gettext = Canvas(), figures.translator.gettext
    more = gettext("more than exists")
    title = gettext(_TITLES[outcome.target.kind], goal=figures.goal_short)
    finding = figures.needed_short or more
    column = TextColumn(canvas, PAGE)
    column.headline(title, finding)
    rest = column.rest
    range_text = figures.range if figures.needed else ""
    if range_text:
        baseline = rest.top - theme.LABEL_HEIGHT
        canvas.text((rest.left, baseline), range_text, theme.RANGE_TEXT)
    rest = rest.below(rest.top - theme.LABEL_HEIGHT - 2 * GAP)

    needed, market = outcome.needed, outcome.snapshot.marketable_usd
    held = [
        (biggest, outcome.biggest.latest.usd, figures.biggest.short),
        (gettext("Governments"), outcome.officials.latest.usd, figures.officials.short),
        (gettext("All abroad"), outcome.foreign.latest.usd, figures.foreign.short),
    ]
    if needed.low is None:
        held.append((gettext("All there is"), market, figures.translator.short_money(market)))
    ends = [usd if usd is not None else market for usd in (needed.high, needed.low)]
    texts = [finding if figures.needed else ">", *(text for *_, text in held)]
    room = max(text_width(text, theme.LABEL) for text in texts) + GAP
    most = max(*ends, *(usd for _, usd, _ in held))
    labels = [gettext("Needed"), *(label for label, *_ in held)]
    rows = Rows(canvas, rest, labels, (0, most), right=room)
    rows.label(0, theme.MAIN_TICK)
    rows.span(0, *ends)
    central = market if needed.central is None else needed.central
    rows.bar(0, central, theme.BEST_GUESS, thickness=0.16)
    if needed.central is None:
        # Nothing marks the end: it lies beyond the picture.
        rows.number(0, rest.right, ">", theme.LABEL)
    else:
        rows.dot(0, central, theme.BEST_GUESS)
    for row, (_, usd, text) in enumerate(held, 1):
        rows.label(row)
        rows.bar(row, usd, theme.MEASURED)
        rows.number(row, rest.right, text, theme.LABEL)
    rows.baseline()
    return canvas.spec()
