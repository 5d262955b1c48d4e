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
        for_interest: The extra interest.
        for_reasons: What comes with each reaction.
        for_followers: How much others sell.
    """

    for_interest: bool
    for_reasons: bool
    for_followers: bool

    @classmethod
    def of(cls, outcome: Outcome) -> SpaceBudget:
        """The room that is left by what was asked."""
        scenario, exceeds = outcome.scenario, outcome.sale.exceeds_holding
        others = scenario.others is not Others.NOBODY
        fed = scenario.fed is not Fed.OUT
        return cls(
            for_interest=not (exceeds and fed),
            for_reasons=not (exceeds or (others and fed)),
            for_followers=not (exceeds and others and fed),
        )
