"""A claimed number beside the known one that is nearest to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from commands.claim.findings import (
    SIZES,
    CheckContext,
    Finding,
    Stamp,
    Tolerance,
    Verdict,
    fits,
    gap,
    judge,
    nearest,
)
from commands.common.parsing.quantities_in_text import QuantityInText, Sense
from commands.common.text.small_print import Data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from commands.claim.reading.frames import Frame

_EXACT: Final = Tolerance(0.03, 0.03)
_LEAST: Final = 0.3
_ORDER: Final = (Verdict.HOLDS, Verdict.ROUGHLY, Verdict.FAILS)


@dataclass(frozen=True, slots=True)
class KnownNumber:
    """A number that a claim may be about, and the sentence that tells it."""

    value: float
    text: str


@dataclass(frozen=True, slots=True)
class Beside:
    """How a claim is held beside known numbers.

    Args:
        tolerance: How far off it may be.
        link: Command that knows more.
        unit: Of the picture: ``usd`` or ``percent``.
        may_judge: Its time is one that the numbers are of.
        more: Sentences for what room is left.
        past: Numbers of earlier years, each with its sentence.
        doubts_below: Other measures, of which no past is known, were lower than today's number.
    """

    tolerance: Tolerance = SIZES
    link: str = "interest"
    unit: str = "usd"
    may_judge: bool = True
    more: tuple[str, ...] = ()
    past: tuple[KnownNumber, ...] = ()
    doubts_below: bool = False


def find_nearest(
    title: str,
    number: QuantityInText,
    known: Sequence[KnownNumber],
    beside: Beside,
    context: CheckContext,
) -> Finding:
    """A claim beside the known number that is nearest to it."""
    verdicts = [judge(number, each.value, beside.tolerance) for each in known]
    best = min(
        range(len(known)),
        key=lambda at: (
            _ORDER.index(verdicts[at]),
            abs(nearest(number, known[at].value) - known[at].value),
        ),
    )
    actual = known[best].value
    verdict = verdicts[best] if beside.may_judge else Verdict.NONE
    was = [each for each in beside.past if fits(number, each.value, _EXACT)]
    if verdict is Verdict.FAILS and was:
        verdict = Verdict.THEN
    elif verdict is Verdict.FAILS and beside.doubts_below and number.high > _LEAST * actual:
        verdict = verdict if number.low > actual else Verdict.NONE
    is_off = verdict in {Verdict.ROUGHLY, Verdict.FAILS}
    then = (was[-1].text,) if verdict is Verdict.THEN else ()
    others = tuple(each.text for at, each in enumerate(known) if at != best)
    return Finding(
        title,
        verdict,
        (*then, known[best].text, *others, *beside.more),
        gap(number, actual, context.translator) if is_off else "",
        beside.link,
        Data.DEBT,
        Stamp(nearest(number, actual), actual, beside.unit),
    )


def passed(number: QuantityInText) -> QuantityInText:
    """Read "has passed" as a bound."""
    return replace(number, sense=Sense.MORE)


def per_year(frame: Frame) -> float:
    """How often a year its flow comes."""
    for token in frame.tokens:
        if token.has("PER"):
            return token.value if abs(token.value - 1) > 1e-9 else 1.0
    return 1.0


def multiplied(number: QuantityInText, factor: float) -> QuantityInText:
    """The number times a factor."""
    return replace(
        number, low=number.low * factor, high=number.high * factor, step=number.step * factor
    )
