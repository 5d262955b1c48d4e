"""Reverse the model: the amount whose sale reaches a target, in a calm market without reactions.

Every answer is found by trying amounts on the same functions that answer the question forwards, so
the two can never disagree. More sale never lowers the yield, so there is one answer or none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from calc.bonds.coupons import par_stream, yield_of
from calc.errors import CalcError
from calc.impact.impact import BANDS, Flow, at_band, bill_path, path_in
from calc.interest.cost import cost_of, days_to_follow
from calc.market import MarketSnapshot, load_snapshot
from calc.parameters import ImpactParameters, load_impact_parameters
from calc.root_finding import find_root
from calc.run import FACE_USD, TEN_YEARS
from calc.sale import DaySale, day_sale, portfolio
from calc.scenario import Pace, PortfolioType

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc.impact.impact import YieldPath
    from calc.market import Holder

_RELATIVE_MISS = 1e-11
# Who is no holder has the portfolio of officials as a whole.
_NOBODY = ""


@dataclass(frozen=True, slots=True)
class AmountNeeded:
    """Face that must be sold, US dollars, at each parameter band.

    None means more than exists: not even a sale of all marketable Treasury securities does it. The
    low band moves the yield least and so needs the most.
    """

    low: float | None
    central: float | None
    high: float | None


def amount_for_yield(
    target: float,
    pace: Pace = Pace.MONTH,
    snapshot: MarketSnapshot | None = None,
    relative_dv01: float | None = None,
) -> AmountNeeded:
    """The amount whose sale lifts the 10-year yield to a level (decimal) at its peak.

    This and the two below take the rate risk of what is sold against a ten-year note, that of what
    officials have when not given, and the market that ships with this version when none is given.

    Raises:
        CalcError: ``yield.not_above_todays``.
    """
    market = _market(pace, snapshot, relative_dv01)
    today = market.snapshot.curve.at(TEN_YEARS)
    if not target > today:
        raise CalcError("yield.not_above_todays", target=target, today=today)

    def peak(amount_usd: float, one: ImpactParameters) -> float:
        return market.path(amount_usd, one, market.trading_days).peak.central

    return market.amounts(peak, target - today)


def amount_for_price(
    target: float,
    pace: Pace = Pace.MONTH,
    snapshot: MarketSnapshot | None = None,
    relative_dv01: float | None = None,
) -> AmountNeeded:
    """The amount whose sale lowers a ten-year note, now at 100 dollars, to a clean price.

    Raises:
        CalcError: ``price.not_below_face`` or ``price.out_of_range``.
    """
    if not target < FACE_USD:
        raise CalcError("price.not_below_face", target=target, face=FACE_USD)
    snapshot = snapshot or load_snapshot()
    coupon = snapshot.curve.at(TEN_YEARS)
    yield_there = yield_of(par_stream(coupon, TEN_YEARS), float(target))
    # A price a hair below the face may round to today's yield; any sale at all reaches it.
    yield_there = max(yield_there, math.nextafter(coupon, math.inf))
    return amount_for_yield(yield_there, pace, snapshot, relative_dv01)


def amount_for_interest(
    target: float,
    pace: Pace = Pace.MONTH,
    snapshot: MarketSnapshot | None = None,
    relative_dv01: float | None = None,
) -> AmountNeeded:
    """The amount whose sale adds so many US dollars to the interest of the last projected year.

    What passes of the rise is left out: it costs little and is gone by then.

    Raises:
        CalcError: ``interest.not_positive``.
    """
    if not target > 0:
        raise CalcError("interest.not_positive", target_usd=target)
    market = _market(pace, snapshot, relative_dv01)
    return market.amounts(market.last_year_interest, target)


@dataclass(frozen=True, slots=True)
class _Market:
    """A snapshot with its parameters and the terms of one sale."""

    snapshot: MarketSnapshot
    parameters: ImpactParameters
    trading_days: int
    relative_dv01: float

    def path(self, amount_usd: float, one: ImpactParameters, days: int) -> YieldPath:
        day = day_sale(amount_usd, self.trading_days, self.snapshot, self.parameters)
        sale = Flow(0, self.trading_days, amount_usd * self.relative_dv01, day.stress)
        return path_in(self.snapshot, [sale], one, days)

    def last_year_interest(self, amount_usd: float, one: ImpactParameters) -> float:
        days = days_to_follow(self.snapshot)
        path, no_bills = self.path(amount_usd, one, days), bill_path(0.0, 1, one, days)
        cost = cost_of(path, no_bills, PortfolioType.TYPICAL, self.snapshot, one)
        return cost.lasting_usd[-1].central

    def amounts(
        self, effect: Callable[[float, ImpactParameters], float], target: float
    ) -> AmountNeeded:
        """The amount at which ``effect`` reaches ``target``, at each parameter band."""

        def amount(one: ImpactParameters) -> float | None:
            def miss(amount_usd: float) -> float:
                return effect(amount_usd, one) - target

            # No sale has no effect, so that at zero the whole target is missing.
            return find_root(miss, -target, self.snapshot.marketable_usd, target * _RELATIVE_MISS)

        return AmountNeeded(*(amount(at_band(self.parameters, band)) for band in BANDS))


def _market(pace: Pace, snapshot: MarketSnapshot | None, relative_dv01: float | None) -> _Market:
    snapshot, parameters = snapshot or load_snapshot(), load_impact_parameters()
    if relative_dv01 is None:
        usual = portfolio(PortfolioType.TYPICAL, _NOBODY, snapshot, parameters)
        relative_dv01 = usual.relative_dv01
    return _Market(snapshot, parameters, parameters.pace_days[pace], relative_dv01)


class TargetKind(StrEnum):
    """What is to be reached."""

    YIELD = "yield"
    """The 10-year yield at its worst moment, decimal."""
    PRICE = "price"
    """The price of a ten-year note, now at 100 US dollars, at its worst moment."""
    INTEREST = "interest"
    """Extra net interest in the last projected fiscal year from what stays, US dollars."""


_AMOUNTS = {
    TargetKind.YIELD: amount_for_yield,
    TargetKind.PRICE: amount_for_price,
    TargetKind.INTEREST: amount_for_interest,
}


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached, in the unit of its kind, and how long the sale takes."""

    kind: TargetKind
    value: float
    pace: Pace


@dataclass(frozen=True, slots=True)
class TargetOutcome:
    """The sale that reaches a target, beside the holdings there are.

    Args:
        needed: Face that must be sold.
        biggest: The largest foreign holder.
        foreign: All foreign holders together.
        officials: The foreign governments and central banks among them.
        day: What is sold in a day by the best guess; None where more than exists is needed.
    """

    target: Target
    needed: AmountNeeded
    biggest: Holder
    foreign: Holder
    officials: Holder
    snapshot: MarketSnapshot
    day: DaySale | None


def solve_for(target: Target, snapshot: MarketSnapshot | None = None) -> TargetOutcome:
    """Solve for a sale of what the largest foreign holder has.

    Raises:
        CalcError: What the function of the target's kind refuses.
    """
    snapshot, parameters = snapshot or load_snapshot(), load_impact_parameters()
    biggest = max(snapshot.holders.values(), key=lambda holder: holder.latest.usd)
    risk = portfolio(PortfolioType.TYPICAL, biggest.key, snapshot, parameters).relative_dv01
    needed = _AMOUNTS[target.kind](target.value, target.pace, snapshot, risk)
    days, day = parameters.pace_days[target.pace], None
    if needed.central is not None:
        day = day_sale(needed.central, days, snapshot, parameters)
    return TargetOutcome(
        target=target,
        needed=needed,
        biggest=biggest,
        foreign=snapshot.totals["grand_total"],
        officials=snapshot.totals["foreign_official"],
        snapshot=snapshot,
        day=day,
    )
