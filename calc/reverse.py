"""Reverse the model: the amount whose sale reaches a target.

Every answer is found by trying amounts on the same functions that answer the question forwards, so
the two can never disagree. More sale never lowers the yield, so there is one answer or none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from calc.bonds.coupons import par_stream, yield_of
from calc.errors import CalcError
from calc.impact.impact import BANDS, Flow, at_band, bill_path, ten_year_path
from calc.impact.simulation import for_portfolio
from calc.interest.cost import cost_of, days_to_follow
from calc.market import MarketSnapshot, load_snapshot
from calc.parameters import ImpactParameters, load_impact_parameters
from calc.root_finding import find_root
from calc.run import FACE_USD, TEN_YEARS
from calc.sale import day_sale, portfolio
from calc.scenario import Pace, PortfolioType

if TYPE_CHECKING:
    from collections.abc import Callable

    from calc.impact.impact import YieldPath

_RELATIVE_MISS = 1e-11
# The answer does not depend on who sells.
_NOBODY = ""


@dataclass(frozen=True, slots=True)
class SaleTerms:
    """Terms of a sale without its amount and seller.

    Args:
        pace: How long the sale takes.
        regime: Key of the market regime in the impact parameters.
        portfolio_type: What is sold.
        relative_dv01: Its rate risk (DV01) against a ten-year note; that of the portfolio when not
            given.
    """

    pace: Pace = Pace.MONTH
    regime: str = "calm"
    portfolio_type: PortfolioType = PortfolioType.TYPICAL
    relative_dv01: float | None = None


@dataclass(frozen=True, slots=True)
class AmountNeeded:
    """Face that must be sold, US dollars, at each parameter band.

    None means more than exists: not even a sale of all marketable Treasury securities does it. The
    low band moves the yield least and so needs the most.
    """

    low: float | None
    central: float | None
    high: float | None


TYPICAL = SaleTerms()


def amount_for_yield(
    target: float,
    terms: SaleTerms = TYPICAL,
    snapshot: MarketSnapshot | None = None,
) -> AmountNeeded:
    """The amount whose sale lifts the 10-year yield to a level at its peak.

    Args:
        target: The 10-year par yield, decimal.
        terms: How it is sold.
        snapshot: The market; the one shipped with this version when not given.

    Raises:
        CalcError: ``yield.not_above_todays`` or ``delta.not_positive``.
    """
    market = _Market.of(terms, snapshot)
    today = market.snapshot.curve.at(TEN_YEARS)
    if not target > today:
        raise CalcError("yield.not_above_todays", target=target, today=today)

    def peak(amount_usd: float, one: ImpactParameters) -> float:
        return market.path(amount_usd, one, days=market.trading_days).peak.central

    return market.amounts(peak, target - today)


def amount_for_price(
    target: float,
    terms: SaleTerms = TYPICAL,
    snapshot: MarketSnapshot | None = None,
) -> AmountNeeded:
    """The amount whose sale lowers a ten-year note, now at 100 dollars, to a price.

    Args:
        target: Clean price at the worst moment, US dollars per 100 dollars face.
        terms: How it is sold.
        snapshot: The market; the one shipped with this version when not given.

    Raises:
        CalcError: ``price.not_below_face``, ``price.out_of_range`` or ``delta.not_positive``.
    """
    if not target < FACE_USD:
        raise CalcError("price.not_below_face", target=target, face=FACE_USD)
    snapshot = snapshot or load_snapshot()
    coupon = snapshot.curve.at(TEN_YEARS)
    yield_there = yield_of(par_stream(coupon, TEN_YEARS), float(target))
    # A price a hair below the face may round to today's yield; any sale at all reaches it.
    yield_there = max(yield_there, math.nextafter(coupon, math.inf))
    return amount_for_yield(yield_there, terms, snapshot)


def amount_for_interest(
    target_usd: float,
    terms: SaleTerms = TYPICAL,
    snapshot: MarketSnapshot | None = None,
) -> AmountNeeded:
    """The amount whose sale adds so much to the interest of the last projected year for good.

    What passes of the rise is left out: it costs little and is gone by then.

    Args:
        target_usd: Extra net interest in the last fiscal year of the outlook from what stays of the
            rise, US dollars.
        terms: How it is sold.
        snapshot: The market; the one shipped with this version when not given.

    Raises:
        CalcError: ``interest.not_positive`` or ``delta.not_positive``.
    """
    if not target_usd > 0:
        raise CalcError("interest.not_positive", target_usd=target_usd)
    market = _Market.of(terms, snapshot)
    return market.amounts(market.last_year_interest, target_usd)


@dataclass(frozen=True, slots=True)
class _Market:
    """A snapshot with its parameters and the terms of one sale."""

    snapshot: MarketSnapshot
    parameters: ImpactParameters
    portfolio_type: PortfolioType
    trading_days: int
    equivalents: float
    """Ten-year equivalents that come to the market for each dollar sold."""
    stress: float
    contagion: float

    @classmethod
    def of(
        cls,
        terms: SaleTerms,
        snapshot: MarketSnapshot | None,
    ) -> _Market:
        snapshot = snapshot or load_snapshot()
        parameters = load_impact_parameters()
        relative_dv01 = terms.relative_dv01
        if relative_dv01 is None:
            relative_dv01 = portfolio(
                terms.portfolio_type, _NOBODY, snapshot, parameters
            ).relative_dv01
        if not relative_dv01 > 0:
            raise CalcError("delta.not_positive", relative_dv01=relative_dv01)
        regime = parameters.regimes[terms.regime]
        return cls(
            snapshot=snapshot,
            parameters=for_portfolio(parameters, terms.portfolio_type),
            portfolio_type=terms.portfolio_type,
            trading_days=parameters.pace_days[terms.pace],
            equivalents=(1 + regime.contagion) * relative_dv01,
            stress=regime.stress,
            contagion=regime.contagion,
        )

    def path(self, amount_usd: float, parameters: ImpactParameters, *, days: int) -> YieldPath:
        day = day_sale(amount_usd, self.trading_days, self.snapshot, self.parameters)
        stress = max(self.stress, day.stress)
        sale = Flow(0, self.trading_days, amount_usd * self.equivalents, stress)
        return ten_year_path(
            [sale],
            parameters=parameters,
            market_usd=self.snapshot.marketable_usd,
            gdp_usd=self.snapshot.gdp_usd,
            days=days,
        )

    def last_year_interest(self, amount_usd: float, parameters: ImpactParameters) -> float:
        days = days_to_follow(self.snapshot)
        path = self.path(amount_usd, parameters, days=days)
        is_bills = self.portfolio_type is PortfolioType.BILLS
        sold = (1 + self.contagion) * amount_usd if is_bills else 0.0
        bills = bill_path(sold, self.trading_days, parameters, days)
        cost = cost_of(path, bills, self.portfolio_type, self.snapshot, parameters)
        return cost.lasting_usd[-1].central

    def amounts(
        self, effect: Callable[[float, ImpactParameters], float], target: float
    ) -> AmountNeeded:
        """The amount at which ``effect`` reaches ``target``, at each parameter band."""
        return AmountNeeded(
            *(self._amount(effect, target, at_band(self.parameters, band)) for band in BANDS)
        )

    def _amount(
        self,
        effect: Callable[[float, ImpactParameters], float],
        target: float,
        one: ImpactParameters,
    ) -> float | None:
        def miss(amount_usd: float) -> float:
            return effect(amount_usd, one) - target

        # No sale has no effect, so that at zero the whole target is missing.
        return find_root(miss, -target, self.snapshot.marketable_usd, target * _RELATIVE_MISS)
