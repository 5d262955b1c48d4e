"""Picture of a checked claim: the claimed number, the known one, and the verdict as a stamp."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from commands.claim.findings import Finding, Verdict
from commands.common.answer import Picture
from commands.common.chart import theme
from commands.common.chart.bars import GAP
from commands.common.chart.canvas import LOW_PAGE, Box, Canvas, TextColumn
from commands.common.chart.coverage import cap_height, text_width
from commands.common.chart.scale import Scale
from commands.common.text.small_print import Data
from commands.common.translator import N_

if TYPE_CHECKING:
    from commands.claim.findings import CheckContext
    from commands.common.chart.canvas import ChartSpec
    from commands.common.translator import Translator

_VALUE = theme.FINDING
_THICKNESS = 72
_BETWEEN = 64
_STAMP_HEIGHT, _STAMP_BORDER, _STAMP_PADDING = 112, 8, 36
_BAR, _BORDER = range(2)
_SOURCES: Final = {
    Data.HOLDINGS: N_("US Treasury, major foreign holders"),
    Data.NET_SALES: N_("US Treasury, transactions of foreign residents"),
    Data.YIELDS: N_("US Treasury and Federal Reserve, yields"),
    Data.DEBT: N_("US Treasury and budget office"),
}
_VERDICTS: Final = {
    Verdict.HOLDS: N_("holds"),
    Verdict.ROUGHLY: N_("roughly right"),
    Verdict.FAILS: N_("does not hold"),
    Verdict.THEN: N_("true of then, not of now"),
    Verdict.NOW: N_("true of now, not of then"),
}


@dataclass(frozen=True, slots=True)
class ComparedNumber:
    """A claimed number beside the known one, both in one unit and not below zero.

    Args:
        topic: What is counted, in our words: ``US debt held in Japan``.
        claimed: The number claimed; of a range the end nearer to the known one.
        claimed_text: The same as text for narrow places.
        official: The known number.
        official_text: The same as text.
        verdict: In two to seven words: ``too high by a factor of 17``.
        holds: Whether the claim is right or roughly so.
        source: Whose figure it is, and of when.
    """

    topic: str
    claimed: float
    claimed_text: str
    official: float
    official_text: str
    verdict: str
    holds: bool
    source: str


def chart(compared: ComparedNumber, translator: Translator) -> ChartSpec:
    """Two bars on one scale from zero, and the verdict in a frame. No text of users is in it."""
    canvas, gettext = Canvas(), translator.gettext
    column = TextColumn(canvas, LOW_PAGE)
    column.title(compared.topic)
    most = max(compared.claimed, compared.official) or 1
    top = column.rest.top - GAP
    for name, size, text, color in (
        (gettext("claimed"), compared.claimed, compared.claimed_text, theme.MEASURED),
        (gettext("official"), compared.official, compared.official_text, theme.BEST_GUESS),
    ):
        baseline = top - cap_height(_VALUE)
        canvas.text((LOW_PAGE.left, baseline), text, replace(_VALUE, color=color))
        behind = LOW_PAGE.left + text_width(f"{text} ", _VALUE)
        canvas.text((behind, baseline), name, theme.LABEL)
        middle = baseline - GAP - _THICKNESS / 2
        x = Scale(0, most, LOW_PAGE.left, LOW_PAGE.right)
        ends = [(x(0), middle), (max(x(size), x(0) + _STAMP_BORDER), middle)]
        canvas.line(ends, color=color, width=_THICKNESS, layer=_BAR)
        top = middle - _THICKNESS / 2 - _BETWEEN
    _stamp(canvas, compared, LOW_PAGE.below(top + GAP))
    canvas.footer(compared.source)
    return canvas.spec(theme.LOW_HEIGHT)


def alt_text(compared: ComparedNumber, translator: Translator) -> str:
    """The picture for those who do not see it: the same numbers and the verdict."""
    return translator.gettext(
        "{topic}: claimed {claimed}, official {known}. Verdict: {verdict}.",
        topic=compared.topic,
        claimed=compared.claimed_text,
        known=compared.official_text,
        verdict=compared.verdict,
    )


def _stamp(canvas: Canvas, compared: ComparedNumber, box: Box) -> None:
    """The verdict in a frame at the foot, amber where the claim is off."""
    color = theme.TEXT if compared.holds else theme.BEST_GUESS
    style = replace(theme.TITLE, size=60, color=color)
    room = box.width - 2 * _STAMP_PADDING
    if (width := text_width(compared.verdict, style)) > room:
        size = max(theme.LEAST_TEXT, int(style.size * room / width))
        style = replace(style, size=size)
        width = text_width(compared.verdict, style)
    right = box.left + width + 2 * _STAMP_PADDING
    bottom = box.bottom + GAP / 2
    top = bottom + _STAMP_HEIGHT
    half = _STAMP_BORDER / 2
    for ends in (
        [(box.left, bottom), (right, bottom)],
        [(box.left, top), (right, top)],
        [(box.left + half, bottom), (box.left + half, top)],
        [(right - half, bottom), (right - half, top)],
    ):
        canvas.line(ends, color=color, width=_STAMP_BORDER, layer=_BORDER)
    baseline = (bottom + top - cap_height(style)) / 2
    canvas.text((box.left + _STAMP_PADDING, baseline), compared.verdict, style)


def picture_of(finding: Finding, context: CheckContext) -> Picture | None:
    """The picture of a finding; None where no two numbers stand beside each other."""
    stamp, translator = finding.stamp, context.translator
    if stamp is None or finding.verdict is Verdict.NONE or min(stamp.claimed, stamp.official) < 0:
        return None
    compared = ComparedNumber(
        topic=finding.title,
        claimed=stamp.claimed,
        claimed_text=_number(stamp.claimed, stamp.unit, translator),
        official=stamp.official,
        official_text=_number(stamp.official, stamp.unit, translator),
        verdict=finding.gap or translator.gettext(_VERDICTS[finding.verdict]),
        holds=finding.verdict in {Verdict.HOLDS, Verdict.ROUGHLY},
        source=translator.gettext(_SOURCES[finding.used]) if finding.used else "",
    )
    return Picture(chart(compared, translator), alt_text(compared, translator), "claim.png")


def _number(value: float, unit: str, translator: Translator) -> str:
    return translator.short_money(value, 3) if unit == "usd" else translator.percent(value, 3)
