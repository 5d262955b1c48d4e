"""What the first screen has room for: the more a question holds, the less is said beside it.

Ninety words are as many as a phone shows with the picture. What has to leave goes to the small
print, in this order: the past case, the usual month, where the yield settles, the interest bill,
how much others sell.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc import Fed, Others

if TYPE_CHECKING:
    from calc import Outcome


@dataclass(frozen=True, slots=True)
class SpaceBudget:
    """What there is room for.

    Args:
        for_more: A past case, and the interest bill that is expected anyway.
        for_month: The move of an ordinary month.
        for_settled: Where the yield settles.
        for_interest: The extra interest.
        for_reasons: What comes with each reaction.
        for_followers: How much others sell.
    """

    for_more: bool
    for_month: bool
    for_settled: bool
    for_interest: bool
    for_reasons: bool
    for_followers: bool

    @classmethod
    def of(cls, outcome: Outcome) -> SpaceBudget:
        """The room that is left by what was asked."""
        scenario = outcome.scenario
        exceeds, is_calm = outcome.sale.exceeds_holding, scenario.regime == "calm"
        others = scenario.others is not Others.NOBODY
        fed = scenario.fed is not Fed.OUT
        return cls(
            for_more=is_calm and not (exceeds or others or fed),
            for_month=not (others or fed),
            for_settled=not (others and fed) and not (exceeds and (others or fed or not is_calm)),
            for_interest=not (exceeds and fed),
            for_reasons=not (exceeds or (others and fed)),
            for_followers=not (exceeds and others and fed),
        )
