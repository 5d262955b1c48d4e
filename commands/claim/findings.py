"""What came of checking one frame, and how well a claimed number fits a known one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from commands.common.parsing.quantities_in_text import Sense, Unit
from commands.common.text.small_print import Data

if TYPE_CHECKING:
    from datetime import date

    from calc import MarketSnapshot
    from commands.claim.reading.frames import Frame
    from commands.common.parsing.quantities_in_text import QuantityInText
    from commands.common.translator import Translator

_BIG_FACTOR: Final = 2.0
_NEAR_BOUND: Final = 0.01
_RATE_STEP: Final = 1e-9
_HIGHEST: Final = 20.0


class Verdict(StrEnum):
    """The answers to a claim."""

    HOLDS = "holds"
    ROUGHLY = "roughly"
    FAILS = "fails"
    THEN = "then"
    """True of then, not of now."""
    NOW = "now"
    """True of now, not of then."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class CheckContext:
    """What a checker works with."""

    snapshot: MarketSnapshot
    translator: Translator

    @property
    def now(self) -> date:
        """The newest day of the data."""
        return self.snapshot.curve.as_of


@dataclass(frozen=True, slots=True)
class Stamp:
    """Two numbers to be drawn beside each other: US dollars, or decimals.

    Args:
        claimed: What the sentence says.
        official: What the figure is.
        unit: ``usd`` or ``percent``.
    """

    claimed: float
    official: float
    unit: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of checking one claim.

    Args:
        title: The claim in our words: what was understood.
        verdict: Whether it holds.
        figures: What is known, in sentences by priority.
        gap: By how much it is off, empty when it is not.
        link: Command that knows more, and its argument: ``holders cn``.
        used: Data whose age is said; None for rules and for what lies behind.
        stamp: For a picture.
    """

    title: str
    verdict: Verdict
    figures: tuple[str, ...]
    gap: str = ""
    link: str = ""
    used: Data | None = Data.HOLDINGS
    stamp: Stamp | None = None

    def without_verdict(self) -> Finding:
        """The same figures with nothing said of the claim."""
        return replace(self, verdict=Verdict.NONE, gap="")


@dataclass(frozen=True, slots=True)
class Tolerance:
    """How far off a number may be, as a share of the known one.

    Args:
        holds: Up to here it is right.
        roughly: Up to here it is roughly right.
        to_the_digit: It is also right within half a unit of the last digit given: 2.8% is "3%".
    """

    holds: float = 0.03
    roughly: float = 0.10
    to_the_digit: bool = False


SIZES: Final = Tolerance()
SHARES: Final = Tolerance(0.05, 0.15, to_the_digit=True)
ARITHMETIC: Final = Tolerance(0.01, 0.05, to_the_digit=True)


def judge(number: QuantityInText, actual: float, tolerance: Tolerance = SIZES) -> Verdict:
    """Whether a claimed number holds.

    A bound ("more than") holds when the known number lies beyond it; a range when it lies inside.
    A bound that is missed by little is not judged: figures are revised.
    """
    is_about = number.sense is Sense.ABOUT
    end = nearest(number, actual)
    is_beyond = (number.sense is Sense.MORE and actual >= number.low) or (
        number.sense is Sense.LESS and actual <= number.high
    )
    is_to_digit = tolerance.to_the_digit and abs(end - actual) <= number.step + _RATE_STEP
    if is_beyond or (is_about and (number.low <= actual <= number.high or is_to_digit)):
        return Verdict.HOLDS
    miss = abs(end / actual - 1) if actual else 1.0
    if miss > tolerance.roughly:
        return Verdict.FAILS
    if is_about:
        return Verdict.HOLDS if miss <= tolerance.holds else Verdict.ROUGHLY
    return Verdict.ROUGHLY if miss <= _NEAR_BOUND else Verdict.NONE


def fits(number: QuantityInText, actual: float, tolerance: Tolerance = SIZES) -> bool:
    """Whether it holds, at least roughly."""
    return judge(number, actual, tolerance) in {Verdict.HOLDS, Verdict.ROUGHLY}


def nearest(number: QuantityInText, actual: float) -> float:
    """The end of the claim that is nearer to the known number."""
    return min((number.low, number.high), key=lambda end: abs(end - actual))


def gap(number: QuantityInText, actual: float, translator: Translator) -> str:
    """By how much the claim is off: a percentage, or a factor when it is large."""
    if number.low <= actual <= number.high or actual <= 0 or number.low <= 0:
        return ""
    ratio = nearest(number, actual) / actual
    is_high = ratio > 1
    factor = ratio if is_high else 1 / ratio
    if factor >= _BIG_FACTOR:
        times = translator.number(factor)
        if is_high:
            return translator.gettext("{times} times too high", times=times)
        return translator.gettext("{times} times too low", times=times)
    percent = translator.percent(abs(ratio - 1))
    if is_high:
        return translator.gettext("too high by {percent}", percent=percent)
    return translator.gettext("too low by {percent}", percent=percent)


def worst(verdicts: list[Verdict]) -> Verdict:
    """Of several numbers of one claim: what does not hold decides."""
    order = [Verdict.FAILS, Verdict.NONE, Verdict.THEN, Verdict.NOW, Verdict.ROUGHLY, Verdict.HOLDS]
    return min(verdicts, key=order.index)


def rate_of(number: QuantityInText | None) -> QuantityInText | None:
    """Read "went from 1.66 to 2.98" of a yield as percent; None for what no yield is."""
    if number is None or number.unit is not Unit.BARE:
        return number
    if number.high > _HIGHEST:
        return None
    return replace(number, low=number.low / 100, high=number.high / 100, step=number.step / 100)


def bounded(number: QuantityInText, text: str, translator: Translator) -> str:
    """The claimed number with its "more than" or "less than"."""
    if number.sense is Sense.MORE:
        return translator.gettext("more than {number}", number=text)
    return translator.less_than(text) if number.sense is Sense.LESS else text


def money(number: QuantityInText, translator: Translator) -> str:
    """The claimed sum, or range of sums, as it was given."""
    if number.low != number.high:
        return translator.between(
            translator.exact_money(number.low), translator.exact_money(number.high)
        )
    return bounded(number, translator.exact_money(number.low), translator)


def official(usd: float, translator: Translator) -> str:
    """A sum of an official table: four figures."""
    return translator.money(usd, 4)


def percent(number: QuantityInText, translator: Translator) -> str:
    """The claimed percentage as it was given."""
    if number.low != number.high:
        return translator.between(
            plain_percent(number.low, translator), plain_percent(number.high, translator)
        )
    return bounded(number, plain_percent(number.low, translator), translator)


def plain_percent(share: float, translator: Translator) -> str:
    """A percentage with the decimals it was given with."""
    # A third has no last digit; nobody who says "a third" means 33.33.
    decimals = next((n for n in (0, 1, 2, 3) if abs(round(share * 100, n) - share * 100) < 1e-4), 0)
    return translator.rate(share, decimals)


def period(frame: Frame, translator: Translator) -> str:
    """The time of a claim inside a sentence: "in Nov 2013"; empty without one."""
    if not frame.when:
        return ""
    when = frame.when[0]
    if when.is_day:
        return translator.gettext("on {day}", day=translator.day(when.start))
    if (when.start.year, when.start.month) == (when.end.year, when.end.month):
        return translator.gettext("in {month}", month=translator.month(when.end))
    if when.is_year and when.start.year == when.end.year:
        return translator.gettext("in {year}", year=str(when.end.year))
    return translator.gettext(
        "from {first} to {last}",
        first=translator.month(when.start),
        last=translator.month(when.end),
    )
