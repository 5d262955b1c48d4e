"""Japan's purchases of yen for dollars: amounts, effect on the rate, and how long it lasted."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from calc.events.table import load_events
from calc.sourced import TRILLION

if TYPE_CHECKING:
    from datetime import date

    from calc.events.event import Event, YenPurchase, YenRates
    from calc.sourced import Source, Standing


@dataclass(frozen=True, slots=True)
class Intervention:
    """One round of purchases of yen.

    Args:
        label: When, in English.
        usd: What was sold for it, where it is known.
        effect: What the dollar did; None where rates are missing.
        press_effect: The same as the press reports it, where official rates are missing. It is no
            part of what is fitted.
        standing: How far the amount can be trusted.
    """

    key: str
    label: str
    start: date
    end: date
    yen: float
    usd: float | None
    effect: YenRates | None
    press_effect: YenRates | None
    standing: Standing
    note: str | None

    @property
    def about_usd(self) -> float:
        """What was sold, US dollars: as published, or the yen at a rate of the round.

        The rate is the mean of those before and after; without any, no amount is known.
        """
        effect = self.effect or self.press_effect
        if self.usd is not None or effect is None:
            return self.usd or 0.0
        return self.yen * 2 / (effect.before[1] + effect.after[1])


@dataclass(frozen=True, slots=True)
class InterventionRecord:
    """All rounds on record, oldest first."""

    rounds: tuple[Intervention, ...]
    rates_until: date
    amount_source: Source
    rate_source: Source

    @property
    def seen(self) -> tuple[tuple[Intervention, YenRates], ...]:
        """The rounds whose effect is known."""
        return tuple((each, each.effect) for each in self.rounds if each.effect is not None)

    @property
    def largest_fitted_fall(self) -> float:
        """The greatest relative fall of the dollar in a round with official rates."""
        return max(effect.fall for _, effect in self.seen)

    @property
    def largest_fall(self) -> tuple[Intervention, float]:
        """The round with the greatest relative fall of the dollar, press reports included."""
        falls = [
            (each, effect.fall)
            for each in self.rounds
            if (effect := each.effect or each.press_effect) is not None
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
        rounds=tuple(_round(event, purchase) for event, purchase in rounds),
        rates_until=table.yen_rates.until,
        amount_source=rounds[-1][1].source,
        rate_source=table.yen_rates.source,
    )


def _round(event: Event, row: YenPurchase) -> Intervention:
    return Intervention(
        key=event.key,
        label=row.label,
        start=row.dates[0],
        end=row.dates[1],
        yen=row.trillion_yen * TRILLION,
        usd=event.sold_usd,
        effect=row.rates,
        press_effect=row.press_rates,
        standing=row.standing,
        note=row.note,
    )
