"""Numbers of two sales beside each other, as text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands.common.locale.formats import round_significant
from commands.common.sale.figures import figures_of

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.sale.figures import Figures
    from commands.common.translator import Translator

_ABOUT_THE_SAME = 0.05
_LEAST_CENT = 0.01
# A fall known no better than this is said in whole dollars, as the price is.
_WHOLE_DOLLARS = 10
_MOST_TIMES = 100


@dataclass(frozen=True, slots=True)
class PairFigures:
    """Every number of an answer about two sales, as text.

    Args:
        first: Of the first sale.
        second: Of the second.
        names: What tells the two apart: who, how much or how fast.
        falls: How far the price of a $100 bond falls at the worst moment; empty where trading would
            halt and there is no price.
        ratio: How many times as far the stronger lifts the 10-year yield; empty when about the
            same.
        is_beyond: It is more than that.
        stronger: Which of the two that is, 0 or 1.
    """

    translator: Translator
    first: Figures
    second: Figures
    names: tuple[str, str]
    falls: tuple[str, str]
    ratio: str
    is_beyond: bool
    stronger: int


def pair_figures(
    first: Outcome, second: Outcome, names: tuple[str, str], translator: Translator
) -> PairFigures:
    """The numbers of two outcomes as text in one language, and what tells the two apart."""
    peaks = [outcome.yields.peak.central for outcome in (first, second)]
    stronger = int(peaks[1] > peaks[0])
    most, least = peaks[stronger], peaks[1 - stronger]
    ratio: str = ""
    if (1 + _ABOUT_THE_SAME) * least < most <= _MOST_TIMES * least:
        ratio = translator.number(most / least)
    is_beyond = most > _MOST_TIMES * least
    if is_beyond:
        ratio = translator.fixed(_MOST_TIMES, 0)
    return PairFigures(
        translator,
        figures_of(first, translator),
        figures_of(second, translator),
        names,
        (_fall(first, translator), _fall(second, translator)),
        ratio,
        is_beyond,
        stronger,
    )


def _fall(outcome: Outcome, translator: Translator) -> str:
    """How far the price falls, as exactly as that price is said."""
    if outcome.sale.day.is_halt:
        return ""
    fall = outcome.price.at_peak.map(lambda price: outcome.price.face - price)
    if fall.central < _LEAST_CENT:
        return translator.gettext("less than 1 cent")
    decimals = 0 if fall.largest >= _WHOLE_DOLLARS else 2
    return translator.dollars(round_significant(fall.central), decimals)
