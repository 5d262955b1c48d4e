"""Chart of ``/ripple``: dollars a month on a mortgage, then what else would move and how far.

Points of a rate and percent of a value do not share a scale; each kind has its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from commands.common.chart import theme
from commands.common.chart.canvas import PAGE, Canvas, TextColumn, yields_of
from commands.common.chart.coverage import text_width
from commands.common.chart.scale import EffectRow, draw_effects
from commands.common.sale.text import seller_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from calc import Range
    from calc.spillovers import Spillovers
    from commands.common.chart.canvas import ChartSpec
    from commands.common.figures import Span
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
    rates = _on_one_scale(
        [
            _effect(
                gettext("Mortgages"),
                gettext("points"),
                ripple.mortgage.rise,
                figures.signed_mortgage,
                translator,
            ),
            _effect(
                gettext("Company loans"),
                gettext("points"),
                ripple.company_rise,
                figures.signed_company,
                translator,
            ),
        ],
        _LEAST_POINTS,
    )
    values = [
        _effect(
            gettext("Shares"), gettext("or up"), ripple.shares, figures.signed_shares, translator
        ),
        _effect(
            gettext("Dollar"), gettext("or down"), ripple.dollar, figures.signed_dollar, translator
        ),
    ]
    if ripple.rest.rest_usd > 0:
        fall = ripple.rest.fall.times(-1)
        values.append(
            _effect(
                gettext("Seller"), gettext("on the rest"), fall, figures.signed_rest, translator
            )
        )
    rows = [*rates, *_on_one_scale(values, _LEAST_PERCENT)]
    draw_effects(canvas, rows, PAGE.below(_TOP))
    day = translator.day(ripple.outcome.snapshot.curve.as_of)
    canvas.footer(gettext("Band: most studies"), yields_of(day, translator))
    return canvas.spec()


def _effect(name: str, note: str, change: Range, text: Span, translator: Translator) -> EffectRow:
    shown = translator.narrowed(text.central)
    # A range of what cannot be seen says nothing.
    between = "" if shown.startswith("<") else translator.narrowed(text.range)
    return EffectRow(name, note, 0.0, change.times(100), "", shown, between, least=0.0)


def _on_one_scale(effects: Sequence[EffectRow], least: float) -> list[EffectRow]:
    ends = [value for effect in effects for value in (*(effect.after or ()), 0.0)]
    low, high = min(ends), max(ends)
    if high - low < least:
        low, high = (-least, 0.0) if high == 0 else (low, low + least)
    return [replace(effect, ends=(low, high)) for effect in effects]
