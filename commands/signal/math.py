"""Show the math of ``/signal``: each sign, each kind's score, each distance, and the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.figures import signed
from commands.common.text.citations import linked
from commands.common.text.small_print import as_lines
from commands.common.translator import N_
from commands.signal.figures import KINDS, sign_name
from commands.signal.text import past_text, unproven_text

if TYPE_CHECKING:
    from calc.market_signals import KindWeights, SignalReading
    from commands.common.translator import Translator

_REAL_YIELD = "https://fred.stlouisfed.org/series/DFII10"


def math_text(reading: SignalReading, translator: Translator) -> str:
    """The whole derivation: signs, scores, distances."""
    gettext, unproven = translator.gettext, unproven_text(reading, translator)
    order = list(reading.scores)
    ranked = sorted(reading.signals.kinds, key=lambda row: order.index(row.key))
    return as_lines(
        gettext("### How this was read"),
        gettext("**1. Signs.** {signs}.", signs=_signs(reading, translator)),
        gettext(
            "**2. Scores.** A sign that fits adds its weight, one that contradicts takes it"
            " away. The weights are our judgement; a kind within a quarter of the best is"
            " named too."
        ),
        *(_score(row, reading, translator) for row in ranked),
        gettext(
            "**3. Distance.** The root of the mean square of the differences in the 10- and"
            " 30-year yields, in points, whatever time either took. Only past moves with both"
            " known count when both were said. Near is within 0.10 points or a quarter of the"
            " move."
        ),
        *(
            gettext(
                "-# {past}, to {day}: {distance}",
                past=past_text(each.move, translator),
                day=translator.day(each.move.end),
                distance=translator.fixed(each.distance * 100, 2),
            )
            for each in reading.nearest_moves
        ),
        gettext(
            "**4. Swap spreads.** In dollars they were below zero for years before any of"
            " this, so that a level such as −58 hundredths of a point points at the amount of"
            " debt and the room dealers have for it, not at a seller. We hold no verified"
            " history of their levels, so they take no part in the distance."
        ),
        gettext(
            "**5. Kind of rise.** The 10-year yield less the real yield of inflation-protected"
            " Treasuries ([FRED, DFII10](<{url}>)) is expected inflation. If that rises, people"
            " fear inflation; if the real yield does, money leaves, more debt is coming, or"
            " growth is better. It takes no part in the scores.",
            url=_REAL_YIELD,
        ),
        gettext("**6. What it does not prove.** {text}", text=unproven) if unproven else "",
        gettext("**Where this comes from**"),
        f"-# {linked(reading.signals.references, translator)}",
        "-# " + gettext("Estimate, not advice."),
    )


def _signs(reading: SignalReading, translator: Translator) -> str:
    said = [sign_name(sign, translator, is_down=value < 0) for sign, value in reading.signs.items()]
    return translator.listed(said) if said else translator.gettext("none beyond the noise of a day")


def _score(row: KindWeights, reading: SignalReading, translator: Translator) -> str:
    signs = {True: N_("+{size}"), False: N_("−{size}")}
    parts = translator.paragraph(
        translator.gettext(signs[weight * reading.signs[sign] > 0], size=abs(weight))
        for sign, weight in row.weights.items()
        if sign in reading.signs
    )
    return translator.gettext(
        "-# {kind}: {parts} = {score}",
        kind=translator.gettext(KINDS[row.key]),
        parts=parts or "0",
        score=signed(reading.scores[row.key], lambda size: translator.fixed(size, 0), translator),
    )
