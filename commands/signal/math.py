"""Show the math of ``/signal``: each sign, each kind's score, each distance, and the sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.common.signed import signed
from commands.common.text.citations import linked
from commands.common.translator import mark
from commands.signal.text import KINDS, SIGNS, past_text

if TYPE_CHECKING:
    from calc.market_signals import Reading
    from calc.parameters.signal import KindRow
    from commands.common.translator import Tongue
    from commands.signal.figures import SignalFigures


def math_text(reading: Reading, figures: SignalFigures) -> str:
    """The whole derivation: signs, scores, distances."""
    tongue = figures.tongue
    say = tongue.say
    return "\n".join(
        (
            say("### How this was read"),
            say("**1. Signs.** {signs}.", signs=_signs(reading, tongue)),
            say(
                "**2. Scores.** A sign that fits adds its weight, one that contradicts takes it"
                " away. The weights are our judgement; a kind within a quarter of the best is"
                " named too."
            ),
            *(_score(row, reading, tongue) for row in _ranked(reading)),
            say(
                "**3. Distance.** The root of the mean square of the differences in the 10- and"
                " 30-year yields, in points, whatever time either took. Only past moves with both"
                " known count when both were said. Near is within 0.10 points or a quarter of the"
                " move."
            ),
            *(
                say(
                    "-# {past}, to {day}: {distance}",
                    past=past_text(each, tongue),
                    day=each.day,
                    distance=each.distance,
                )
                for each in figures.neighbours
            ),
            say(
                "**4. Swap spreads.** In dollars they were below zero for years before any of"
                " this, so that a level such as −58 hundredths of a point points at the amount of"
                " debt and the room dealers have for it, not at a seller. We hold no verified"
                " history of their levels, so they take no part in the distance."
            ),
            _sources(reading, tongue),
            "-# " + say("Estimate, not advice."),
        )
    )


def _signs(reading: Reading, tongue: Tongue) -> str:
    said = [tongue.say(SIGNS[sign][value < 0]) for sign, value in reading.signs.items()]
    return ", ".join(said) if said else tongue.say("none beyond the noise of a day")


def _ranked(reading: Reading) -> list[KindRow]:
    order = list(reading.scores)
    return sorted(reading.signals.kinds, key=lambda row: order.index(row.key))


def _score(row: KindRow, reading: Reading, tongue: Tongue) -> str:
    parts = " ".join(
        tongue.say(_part(weight * reading.signs[sign]), size=abs(weight))
        for sign, weight in row.weights.items()
        if sign in reading.signs
    )
    return tongue.say(
        "-# {kind}: {parts} = {score}",
        kind=tongue.say(KINDS[row.key]),
        parts=parts or "0",
        score=signed(reading.scores[row.key], lambda size: tongue.fixed(size, 0), tongue),
    )


def _part(value: int) -> str:
    return mark("+{size}") if value > 0 else mark("−{size}")


def _sources(reading: Reading, tongue: Tongue) -> str:
    links = linked(reading.signals.references, tongue)
    return "\n".join((tongue.say("**Where this comes from**"), f"-# {links}"))
