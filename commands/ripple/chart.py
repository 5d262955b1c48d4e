"""Chart of ``/ripple``: dollars a month on a mortgage, then what else would move and how far.

Points of a rate and percent of a value do not share a scale; each kind has its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Canvas, TextColumn, yields_of
from commands.common.chart.coverage import text_width
from commands.common.chart.scale import EffectRow, draw_effects
from commands.common.figures import signed
from commands.common.sale.text import seller_text
from commands.ripple.figures import percent_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from calc import Range
    from calc.spillovers import Spillovers
    from commands.common.chart.canvas import ChartSpec
    from commands.common.translator import Translator
    from commands.ripple.figures import RippleFigures

_TOP = 728
_LEAST_POINTS = 0.05
_LEAST_PERCENT = 0.5


def chart(ripple: Spillovers, figures: RippleFigures) -> ChartSpec:
    """The effects of a sale elsewhere."""
    canvas, translator = Canvas(), figures.translator
    gettext = translator.gettext
    column = TextColumn(canvas, PAGE)
    extra = translator.narrowed(figures.extra.central)
    column.lead(extra, gettext("more a month"))
    seller = seller_text(ripple.outcome, translator)
    loan = gettext("{loan} mortgage", loan=figures.principal)
    whole = translator.listed((seller, loan))
    # There is one line; the alternative text and the answer name the loan, too.
    column.subtitle(whole if text_width(whole, theme.TICK) <= PAGE.width else seller)
    rates = [
        (gettext("Mortgages"), gettext("points"), ripple.mortgage.rise),
        (gettext("Company loans"), gettext("points"), ripple.company_rise),
    ]
    values = [
        (gettext("Shares"), gettext("or up"), ripple.shares),
        (gettext("Dollar"), gettext("or down"), ripple.dollar),
    ]
    if ripple.rest.rest_usd > 0:
        values.append((gettext("Seller"), gettext("on the rest"), ripple.rest.fall.times(-1)))
    rows = (
        *_on_one_scale(rates, translator.points, _LEAST_POINTS, translator),
        *_on_one_scale(
            values, lambda share: percent_text(share, translator), _LEAST_PERCENT, translator
        ),
    )
    draw_effects(canvas, rows, PAGE.below(_TOP))
    day = translator.day(ripple.outcome.snapshot.curve.as_of)
    canvas.footer(gettext("Band: most studies"), yields_of(day, translator))
    return canvas.spec()


def _on_one_scale(
    changes: Sequence[tuple[str, str, Range]],
    show: Callable[[float], str],
    least: float,
    translator: Translator,
) -> Iterator[EffectRow]:
    """Rows of a name, a note and a change each; their line is never shorter than the least."""
    ends = [value * 100 for *_, change in changes for value in change]
    low, high = min(0.0, *ends), max(0.0, *ends)
    if high - low < least:
        low, high = (-least, 0.0) if high == 0 else (low, low + least)
    for name, note, change in changes:
        shown = translator.narrowed(signed(change.central, show, translator))
        # Both ends with their signs, the one nearer to zero first.
        near, far = (
            signed(end, show, translator)
            for end in sorted((change.smallest, change.largest), key=abs)
        )
        # A range of what cannot be seen says nothing.
        is_seen = near != far and not shown.startswith("<")
        between = translator.narrowed(translator.between(near, far)) if is_seen else ""
        after = change.times(100)
        yield EffectRow(name, note, 0.0, after, "", shown, between, least=0.0, ends=(low, high))
