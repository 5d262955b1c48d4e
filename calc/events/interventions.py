"""Japan's purchases of yen for dollars: amounts, effect on the rate, and how long it lasted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from calc.events.table import load_events

if TYPE_CHECKING:
    from datetime import date

    from calc.events.event import YenPurchase, YenRates
    from calc.sourced import Source


@dataclass(frozen=True, slots=True)
class Intervention:
    """One round of purchases of yen under the key of its event, and what was sold, where known."""

    key: str
    purchase: YenPurchase
    usd: float | None

    @property
    def about_usd(self) -> float:
        """What was sold, US dollars: as published, or the yen at a rate of the round.

        The rate is the mean of those before and after; without any, no amount is known.
        """
        rates = self.purchase.any_rates
        if self.usd is not None or rates is None:
            return self.usd or 0.0
        return self.purchase.yen * 2 / (rates.before[1] + rates.after[1])


@dataclass(frozen=True, slots=True)
class InterventionRecord:
    """All rounds on record, oldest first."""

    rounds: tuple[Intervention, ...]
    rates_until: date
    amount_source: Source
    rate_source: Source

    @property
    def seen(self) -> tuple[tuple[YenPurchase, YenRates], ...]:
        """The rounds with official rates."""
        purchases = [each.purchase for each in self.rounds]
        return tuple((each, each.rates) for each in purchases if each.rates is not None)

    @property
    def largest_fitted_fall(self) -> float:
        """The greatest relative fall of the dollar in a round with official rates."""
        return max(effect.fall for _, effect in self.seen)

    @property
    def largest_fall(self) -> tuple[YenPurchase, float]:
        """The round with the greatest relative fall of the dollar, press reports included."""
        falls = [
            (each.purchase, effect.fall)
            for each in self.rounds
            if (effect := each.purchase.any_rates) is not None
        ]
        return max(falls, key=lambda pair: pair[1])

    def linear_slope(self) -> float:
        """Relative fall of the dollar per yen bought: all falls over all purchases."""
        return sum(effect.fall for _, effect in self.seen) / sum(each.yen for each, _ in self.seen)

    def power_law(self) -> tuple[float, float]:
        """Scale and exponent of ``fall = scale * yen ** exponent``, least squares in logarithms."""
        yen = np.log([each.yen for each, _ in self.seen])
        falls = np.log([effect.fall for _, effect in self.seen])
        spread = yen - yen.mean()
        exponent = float(spread @ (falls - falls.mean()) / (spread @ spread))
        return math.exp(float(falls.mean()) - exponent * float(yen.mean())), exponent


@cache
def intervention_record() -> InterventionRecord:
    """The rounds that ship with this version, read once."""
    table = load_events()
    rounds = [(event, event.intervention) for event in table.events if event.intervention]
    rounds.sort(key=lambda pair: pair[1].dates)
    return InterventionRecord(
        rounds=tuple(Intervention(event.key, each, event.sold_usd) for event, each in rounds),
        rates_until=table.yen_rates.until,
        amount_source=rounds[-1][1].source,
        rate_source=table.yen_rates.source,
    )
