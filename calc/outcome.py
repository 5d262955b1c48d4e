"""What follows from a scenario: the one value that words, pictures and buttons are made from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from calc.cost import InterestOutcome
    from calc.history import Comparison
    from calc.parameters import ImpactParameters
    from calc.price import PriceOutcome
    from calc.sale import Sale
    from calc.scenario import Scenario
    from calc.snapshot import MarketSnapshot
    from calc.yields import YieldOutcome


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything an answer says, shows or links to."""

    scenario: Scenario
    sale: Sale
    yields: YieldOutcome
    price: PriceOutcome
    interest: InterestOutcome
    comparison: Comparison
    snapshot: MarketSnapshot
    parameters: ImpactParameters
