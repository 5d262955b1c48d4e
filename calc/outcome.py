"""The outcome of a scenario, from which text, charts and buttons are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.ranges import Range

if TYPE_CHECKING:
    from calc.impact.fed_response import Purchases
    from calc.impact.feedback import Feedback
    from calc.interest.interest_cost import InterestOutcome
    from calc.market import MarketSnapshot
    from calc.parameters import ImpactParameters
    from calc.parameters.reactions import ReactionParameters
    from calc.price import PriceOutcome
    from calc.sale import Sale
    from calc.scenario import Scenario
    from calc.yields import YieldOutcome

_NOTHING = Range(0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The outcome of a scenario; ``feedback`` and ``purchases`` are None where nobody reacts."""

    scenario: Scenario
    sale: Sale
    yields: YieldOutcome
    price: PriceOutcome
    interest: InterestOutcome
    feedback: Feedback | None
    purchases: Purchases | None
    snapshot: MarketSnapshot
    parameters: ImpactParameters
    reactions: ReactionParameters

    @property
    def net_ten_year_equivalents_usd(self) -> Range:
        """What is left for the market to hold for good: all sales less the Fed's purchases."""
        others, bought = _NOTHING, _NOTHING
        if self.feedback is not None:
            # As the path has it: what others hold is of the typical kind.
            others = self.feedback.sold_usd.times(self.parameters.relative_dv01.central)
        if self.purchases is not None:
            bought = self.purchases.ten_year_equivalents_usd
        sold = self.sale.ten_year_equivalents_usd
        return Range(*(sold + more - less for more, less in zip(others, bought, strict=True)))
