"""Numbers of two sales beside each other, as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from commands.common.locale.formats import round_significant
from commands.common.sale.figures import figures_of

if TYPE_CHECKING:
    from calc import Outcome
    from commands.common.translator import Translator

_ABOUT_THE_SAME = 0.05
_LEAST_CENT = 0.01
# A fall known no better than this is said in whole dollars, as the price is.
_WHOLE_DOLLARS = 10
_MOST_TIMES = 100


class PairFigures:
    """Every number of an answer about two sales, as text."""

    def __init__(
        self, first: Outcome, second: Outcome, names: tuple[str, str], translator: Translator
    ) -> None:
        peaks = [outcome.yields.peak.central for outcome in (first, second)]
        stronger = int(peaks[1] > peaks[0])
        most, least = peaks[stronger], peaks[1 - stronger]
        ratio: str = ""
        if (1 + _ABOUT_THE_SAME) * least < most <= _MOST_TIMES * least:
            ratio = translator.number(most / least)
        is_beyond = most > _MOST_TIMES * least
        if is_beyond:
            ratio = translator.fixed(_MOST_TIMES, 0)
        self.translator: Final = translator
        self.first: Final = figures_of(first, translator)
        self.second: Final = figures_of(second, translator)
        self.names: Final = names
        self.falls: Final = (_fall(first, translator), _fall(second, translator))
        self.ratio: Final = ratio
        self.is_beyond: Final = is_beyond
        self.stronger: Final = stronger


def _fall(outcome: Outcome, translator: Translator) -> str:
    """How far the price falls, as exactly as that price is said."""
    if outcome.sale.day.is_halt:
        return ""
    fall = outcome.price.at_peak.map(lambda price: outcome.price.face - price)
    if fall.central < _LEAST_CENT:
        return translator.gettext("less than 1 cent")
    decimals = 0 if fall.largest >= _WHOLE_DOLLARS else 2
    return translator.dollars(round_significant(fall.central), decimals)
