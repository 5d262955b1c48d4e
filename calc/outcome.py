"""What follows from a scenario: the one value that words, pictures and buttons are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calc.cost import InterestOutcome
    from calc.followers import Followers
    from calc.history import Comparison
    from calc.parameters import ImpactParameters
    from calc.parameters.reactions import ReactionParameters
    from calc.price import PriceOutcome
    from calc.responses import Purchases
    from calc.sale import Sale
    from calc.scenario import Scenario
    from calc.snapshot import MarketSnapshot
    from calc.yields import YieldOutcome


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything an answer says, shows or links to; nobody reacting is None."""

    scenario: Scenario
    sale: Sale
    yields: YieldOutcome
    price: PriceOutcome
    interest: InterestOutcome
    comparison: Comparison
    followers: Followers | None
    purchases: Purchases | None
    snapshot: MarketSnapshot
    parameters: ImpactParameters
    reactions: ReactionParameters
