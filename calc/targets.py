"""Targets for the yield, the price or the interest bill, and the sale that reaches them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from calc.market import load_snapshot
from calc.parameters import load_impact_parameters
from calc.reverse import (
    AmountNeeded,
    SaleTerms,
    amount_for_interest,
    amount_for_price,
    amount_for_yield,
)
from calc.sale import DaySale, day_sale, portfolio
from calc.scenario import PortfolioType

if TYPE_CHECKING:
    from calc.market import Holder, MarketSnapshot
    from calc.scenario import Pace


class TargetKind(StrEnum):
    """What is to be reached."""

    YIELD = "yield"
    """The 10-year yield at its worst moment, decimal."""
    PRICE = "price"
    """The price of a ten-year note, now at 100 US dollars, at its worst moment."""
    INTEREST = "interest"
    """Extra net interest in the last projected fiscal year from what stays, US dollars."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached.

    Args:
        kind: Of the target.
        value: In the unit of its kind.
        pace: How long the sale takes.
    """

    kind: TargetKind
    value: float
    pace: Pace


@dataclass(frozen=True, slots=True)
class TargetOutcome:
    """The sale that reaches a target, beside the holdings there are.

    Args:
        target: The question.
        needed: Face that must be sold.
        biggest: The largest foreign holder.
        foreign: All foreign holders together.
        officials: The foreign governments and central banks among them.
        snapshot: The market.
        day: What is sold in a day by the best guess; None where more than exists is needed.
    """

    target: Target
    needed: AmountNeeded
    biggest: Holder
    foreign: Holder
    officials: Holder
    snapshot: MarketSnapshot
    day: DaySale | None


_AMOUNTS = {
    TargetKind.YIELD: amount_for_yield,
    TargetKind.PRICE: amount_for_price,
    TargetKind.INTEREST: amount_for_interest,
}


def solve_for(
    target: Target,
    snapshot: MarketSnapshot | None = None,
) -> TargetOutcome:
    """Solve for a sale in a calm market without reactions.

    What is sold has the rate risk of what the largest foreign holder has.

    Args:
        target: The question.
        snapshot: The market; the one shipped with this version when not given.

    Raises:
        CalcError: ``yield.not_above_todays``, ``price.not_below_face``, ``price.out_of_range`` or
            ``interest.not_positive``.
    """
    snapshot = snapshot or load_snapshot()
    parameters = load_impact_parameters()
    biggest = max(snapshot.holders.values(), key=lambda holder: holder.latest.usd)
    risk = portfolio(PortfolioType.TYPICAL, biggest.key, snapshot, parameters).relative_dv01
    terms = SaleTerms(target.pace, relative_dv01=risk)
    needed = _AMOUNTS[target.kind](target.value, terms, snapshot)
    days = parameters.pace_days[target.pace]
    return TargetOutcome(
        target=target,
        needed=needed,
        biggest=biggest,
        foreign=snapshot.totals["grand_total"],
        officials=snapshot.totals["foreign_official"],
        snapshot=snapshot,
        day=(
            None if needed.central is None else day_sale(needed.central, days, snapshot, parameters)
        ),
    )
