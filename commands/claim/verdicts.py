"""How well a claimed number fits the known one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from commands.common.parsing.quantities_in_text import Sense

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from commands.claim.claims import Claim, ClaimedNumber
    from commands.common.translator import Translator

_BIG_FACTOR: Final = 2.0


class Verdict(StrEnum):
    """The answers to a claimed number; the last three are for what figures hint at, not prove."""

    HOLDS = "holds"
    ROUGHLY = "roughly"
    OFF = "off"
    UNKNOWN = "unknown"
    FITS = "fits"
    AGAINST = "against"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far off a number may be, as a share of the known one.

    Args:
        holds: Up to here it is right.
        roughly: Up to here it is roughly right.
        to_the_digit: It is also right within half a unit of the last digit given: 2.8% is "3%".
    """

    holds: float = 0.03
    roughly: float = 0.20
    to_the_digit: bool = False


SIZES: Final = Tolerance()
SHARES: Final = Tolerance(0.05, 0.15, to_the_digit=True)
ARITHMETIC: Final = Tolerance(0.01, 0.07)


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What a checker works with."""

    snapshot: MarketSnapshot
    translator: Translator


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of checking one claim.

    Args:
        claim: What was checked.
        verdict: Whether it holds.
        restated: The claim in our words: what was understood.
        gap: By how much it is off, empty when it is not.
        text: What is known, in a few sentences.
    """

    claim: Claim
    verdict: Verdict
    restated: str
    text: str
    gap: str = ""


def judge(span: ClaimedNumber, actual: float, tolerance: Tolerance = SIZES) -> Verdict:
    """Whether a claimed number holds.

    A bound ("more than") holds when the known number lies beyond it; a range when it lies inside.
    """
    if span.sense is Sense.MORE and actual >= span.low:
        return Verdict.HOLDS
    if span.sense is Sense.LESS and actual <= span.high:
        return Verdict.HOLDS
    if span.sense is Sense.ABOUT and span.low <= actual <= span.high:
        return Verdict.HOLDS
    end = nearest(span, actual)
    is_rounded = tolerance.to_the_digit and abs(end - actual) <= span.step
    if is_rounded and span.sense is Sense.ABOUT:
        return Verdict.HOLDS
    miss = abs(end / actual - 1)
    if miss <= tolerance.holds:
        return Verdict.HOLDS if span.sense is Sense.ABOUT else Verdict.ROUGHLY
    return Verdict.ROUGHLY if miss <= tolerance.roughly else Verdict.OFF


def nearest(span: ClaimedNumber, actual: float) -> float:
    """The end of the claim that is nearer to the known number."""
    return min((span.low, span.high), key=lambda end: abs(end - actual))


def gap(span: ClaimedNumber, actual: float, translator: Translator) -> str:
    """By how much the claim is off: a percentage, or a factor when it is large."""
    if span.low <= actual <= span.high or actual <= 0 or span.low <= 0:
        return ""
    ratio = nearest(span, actual) / actual
    is_high = ratio > 1
    factor = ratio if is_high else 1 / ratio
    if factor >= _BIG_FACTOR:
        times = translator.number(factor)
        if is_high:
            return translator.gettext("too high by a factor of {times}", times=times)
        return translator.gettext("too low by a factor of {times}", times=times)
    percent = translator.percent(abs(ratio - 1))
    if is_high:
        return translator.gettext("too high by {percent}", percent=percent)
    return translator.gettext("too low by {percent}", percent=percent)


def bounded(span: ClaimedNumber, text: str, translator: Translator) -> str:
    """The claimed number with its "more than" or "less than"."""
    if span.sense is Sense.MORE:
        return translator.gettext("more than {number}", number=text)
    return translator.less_than(text) if span.sense is Sense.LESS else text


def money(span: ClaimedNumber, translator: Translator) -> str:
    """The claimed sum, or range of sums, as it was given."""
    if span.low != span.high:
        return translator.between(
            translator.exact_money(span.low), translator.exact_money(span.high)
        )
    return bounded(span, translator.exact_money(span.low), translator)


def percent(span: ClaimedNumber, translator: Translator) -> str:
    """The claimed percentage as it was given."""
    if span.low != span.high:
        return translator.between(
            plain_percent(span.low, translator), plain_percent(span.high, translator)
        )
    return bounded(span, plain_percent(span.low, translator), translator)


def plain_percent(share: float, translator: Translator) -> str:
    """A percentage with the decimals it was given with."""
    # A third has no last digit; nobody who says "a third" means 33.33.
    decimals = next((n for n in (0, 1, 2) if abs(round(share * 100, n) - share * 100) < 1e-4), 0)
    return translator.gettext("{number}%", number=translator.fixed(share * 100, decimals))
