"""Chart of ``/target``: the sale that is needed, above what holders own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from calc.ranges import Range
from calc.reverse import TargetKind
from commands.common.chart import theme
from commands.common.chart.bars import GAP, Rows
from commands.common.chart.canvas import LOW_PAGE, Canvas, TextColumn
from commands.common.chart.coverage import text_width
from commands.common.text.names import holder_label, in_time
from commands.common.translator import N_
from commands.target.figures import goal_text

if TYPE_CHECKING:
    from calc.reverse import TargetOutcome
    from commands.common.chart.canvas import ChartSpec
    from commands.target.figures import TargetFigures

_BEYOND = ">"
_TITLES = {
    TargetKind.YIELD: N_("A {goal} yield needs"),
    TargetKind.PRICE: N_("A {goal} bond needs"),
    TargetKind.INTEREST: N_("{goal} interest needs"),
}


def chart(outcome: TargetOutcome, figures: TargetFigures) -> ChartSpec:
    """The sale that a target needs."""
    canvas, translator = Canvas(), figures.translator
    gettext = translator.gettext
    more = gettext("more than exists")
    goal = goal_text(outcome.target, translator, is_short=True)
    title = gettext(_TITLES[outcome.target.kind], goal=goal)
    column = TextColumn(canvas, LOW_PAGE)
    column.headline(title, figures.needed_short or more)
    column.subtitle(
        gettext("of US Treasuries, sold {when}", when=in_time(outcome.target.pace, translator))
    )
    if figures.needed and figures.range:
        column.note(gettext("most studies: {range}", range=figures.range))
    needed, market = outcome.needed, outcome.snapshot.marketable_usd
    held = [
        (
            holder_label(outcome.biggest, translator),
            outcome.biggest.latest.usd,
            figures.biggest.short,
        ),
        (gettext("Foreign states"), outcome.officials.latest.usd, figures.officials.short),
        (gettext("All foreigners"), outcome.foreign.latest.usd, figures.foreign.short),
    ]
    if needed.low is None:
        held.append((gettext("All there is"), market, translator.short_money(market)))
    central, far = (market if usd is None else usd for usd in (needed.central, needed.low))
    near = market if needed.high is None else needed.high
    texts = [figures.needed_short or _BEYOND, *(text for *_, text in held)]
    room = max(text_width(text, theme.MAIN_TICK) for text in texts) + GAP
    labels = [gettext("Needed"), *(label for label, *_ in held)]
    most = max(far, *(usd for _, usd, _ in held))
    rows = Rows(canvas, column.rest, labels, (0, most), right=room)
    rows.label(0, theme.MAIN_TICK)
    rows.estimate(0, Range(near, central, far), theme.BEST_GUESS)
    rows.number(0, LOW_PAGE.right, texts[0], theme.MAIN_TICK)
    for row, (_, usd, text) in enumerate(held, 1):
        rows.label(row)
        rows.bar(row, usd, theme.MEASURED)
        rows.number(row, LOW_PAGE.right, text, theme.LABEL)
    rows.baseline()
    holdings = gettext("holdings of {month}", month=figures.biggest.month)
    canvas.footer(translator.gettext("Darker: most studies"), holdings)
    return canvas.spec(theme.LOW_HEIGHT)
