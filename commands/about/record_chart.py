"""Chart of the record: spells of falling custody in time, what was seen and what we would say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.bars import BAR, BASELINE, DOT, GAP, RULE
from commands.common.chart.canvas import PAGE, Canvas, TextColumn
from commands.common.chart.coverage import text_width
from commands.common.chart.scale import Scale
from commands.common.figures import signed

if TYPE_CHECKING:
    from calc.record.custody import CustodyRecord
    from commands.about.figures import RecordFigures
    from commands.common.chart.canvas import ChartSpec

_BAR_SHARE = 0.6
_RULES = (-0.005, 0.0, 0.005)


def chart(custody: CustodyRecord, figures: RecordFigures) -> ChartSpec:
    """A bar for each spell, up where the yield rose, and a dot at the model's best guess."""
    canvas, translator = Canvas(), figures.translator
    gettext = translator.gettext
    column = TextColumn(canvas, PAGE)
    column.marked_title(
        gettext(
            "The yield rose in **{rose} of {spells}**", rose=figures.rose, spells=figures.spells
        )
    )
    column.subtitle(gettext("spells of official sales, four weeks each"))
    box = column.rest
    spells = custody.spells
    labels = {
        change: signed(change * 100, lambda size: translator.fixed(size, 1), translator)
        if change
        else translator.fixed(0, 0)
        for change in _RULES
    }
    left = box.left + max(text_width(label, theme.TICK) for label in labels.values()) + GAP
    bottom = box.bottom + theme.LABEL_HEIGHT + GAP
    seen = [spell.seen for spell in spells]
    y = Scale(min(*seen, *_RULES), max(*seen, *_RULES), bottom, box.top - theme.LABEL_HEIGHT)
    pitch = (box.right - left) / len(spells)
    for change, label in labels.items():
        color, layer = (theme.RULE, RULE) if change else (theme.BASELINE, BASELINE)
        ends = [(left, y(change)), (box.right, y(change))]
        canvas.line(ends, color=color, width=2 if change else 4, layer=layer)
        canvas.text((box.left, y(change) - theme.LABEL_HEIGHT / 2), label, theme.TICK)
    for number, spell in enumerate(spells):
        x = left + pitch * (number + 0.5)
        ends = [(x, y(0)), (x, y(spell.seen))]
        canvas.line(ends, color=theme.MEASURED, width=pitch * _BAR_SHARE, layer=BAR)
        canvas.dot((x, y(spell.model.central)), color=theme.BEST_GUESS, size=20, layer=DOT)
    first, middle, last = (translator.year(spells[at].end.year) for at in (0, len(spells) // 2, -1))
    canvas.text((left, box.bottom), first, theme.TICK)
    canvas.text(((left + box.right) / 2, box.bottom), middle, theme.TICK, align="center")
    canvas.text((box.right, box.bottom), last, theme.TICK, align="right")
    canvas.footer(
        gettext("Bars: 10-year yield, points"), gettext("dots: our guess"), gettext("Fed custody")
    )
    return canvas.spec()
