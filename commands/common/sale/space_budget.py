"""What the first screen has room for: the more a question holds, the less is said beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc import Fed, Others

if TYPE_CHECKING:
    from calc import Outcome


@dataclass(frozen=True, slots=True)
class SpaceBudget:
    """What there is room for; the rest goes to the small print.

    Args:
        for_price: The price of a bond.
        for_interest: The extra interest.
        for_reasons: What comes with each reaction.
        for_followers: How much others sell.
    """

    for_price: bool
    for_interest: bool
    for_reasons: bool
    for_followers: bool

    @classmethod
    def of(cls, outcome: Outcome) -> SpaceBudget:
        """The room that is left by what was asked."""
        scenario, exceeds = outcome.scenario, outcome.sale.exceeds_holding
        others = scenario.others is not Others.NOBODY
        fed, is_halt = scenario.fed is not Fed.OUT, outcome.sale.day.is_halt
        return cls(
            for_price=not (is_halt or fed),
            for_interest=not (fed and (exceeds or is_halt)),
            for_reasons=not (exceeds or (others and fed)),
            for_followers=not (exceeds and others and fed),
        )
