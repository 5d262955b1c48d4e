"""Spillovers of a sale to loans, the dollar, emerging economies, shares and the seller.

Every pass-through is a published or computed slope times the rise of the 10-year yield at the
worst moment: low with low, central with central, high with high. A slope is not a law: several
have had the other sign in other years, which the parameters' notes say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from calc.bonds.days import settlement_day
from calc.market.securities import market_value
from calc.ownership import ownership
from calc.parameters import load_impact_parameters
from calc.parameters.spillovers import (
    SpilloverFacts,
    SpilloverParameters,
    load_spillover_facts,
    load_spillover_parameters,
)
from calc.ranges import Range
from calc.run import run
from calc.sale import portfolio
from calc.scenario import PortfolioType

if TYPE_CHECKING:
    from calc.loans import Loan
    from calc.market import MarketSnapshot
    from calc.run import Outcome
    from calc.scenario import Scenario

JAPAN = "jp"
_ALL_FOREIGN = "total"


@dataclass(frozen=True, slots=True)
class LoanEffect:
    """Cost of a new loan.

    Args:
        rate: Before, decimal: the survey's rate moved on with the 10-year yield since its day.
        rise: Of the rate, decimal.
        payment_usd: A month, before.
        extra_usd: A month more.
        lifetime_usd: All months more.
    """

    loan: Loan
    rate: float
    rise: Range
    payment_usd: float
    extra_usd: Range
    lifetime_usd: Range


@dataclass(frozen=True, slots=True)
class SellerLoss:
    """Loss on the rest of the seller's Treasuries at the peak.

    Args:
        rest_usd: What it still holds.
        fall: Of that, relative, positive.
        usd: The same in US dollars, positive.
        relative_dv01: Rate risk of the rest against the ten-year note.
    """

    rest_usd: float
    fall: Range
    usd: Range
    relative_dv01: float


@dataclass(frozen=True, slots=True)
class PaperLoss:
    """Loss of all holders of Treasuries at the peak, TIPS and floating rate notes left out.

    Args:
        abroad_usd: The part of holders abroad, by the rate risk (DV01) of their usual portfolio
            against that of the market; the rest is that of holders in the United States, the
            Federal Reserve included.
    """

    usd: Range
    share: Range
    abroad_usd: Range


@dataclass(frozen=True, slots=True)
class Repatriation:
    """Effects of converting all proceeds into the seller's currency.

    Args:
        share_of_gdp: Sum over the GDP of its economy.
        rise: Of its currency against the dollar, relative.
        loss_usd: What it keeps would be worth less in its currency, in US dollars of today,
            positive.
    """

    share_of_gdp: float
    rise: Range
    loss_usd: Range


@dataclass(frozen=True, slots=True)
class Spillovers:
    """All spillovers of a sale.

    Args:
        mortgage: The asker's loan at the mortgage rate.
        company_rise: Of the yield of medium-grade company bonds, decimal.
        dollar: Relative rise of the broad dollar when rates alone drive it.
        emerging_debt_usd: What that adds to dollar debts of emerging economies in local money.
        shares: Relative change of the S&P 500, negative for a fall.
        home: The seller's currency; None where there is no published figure, or none that reaches
            so far.
    """

    outcome: Outcome
    mortgage: LoanEffect
    company_rise: Range
    dollar: Range
    emerging_debt_usd: Range
    shares: Range
    rest: SellerLoss
    everybody: PaperLoss
    home: Repatriation | None
    facts: SpilloverFacts
    parameters: SpilloverParameters


def spillovers_of(
    scenario: Scenario, loan: Loan, snapshot: MarketSnapshot | None = None
) -> Spillovers:
    """Compute the spillovers of a sale on a loan that somebody wants, and on others.

    Raises:
        CalcError: As `run` and `Loan.monthly_payment` do.
    """
    parameters, facts = load_spillover_parameters(), load_spillover_facts()
    outcome = run(scenario, snapshot)
    peak = outcome.yields.peak
    dollar = passed_on(peak, parameters.dollar)
    home = _home(outcome, parameters, facts)
    is_beyond = home is not None and home.share_of_gdp > parameters.repatriation_limit
    return Spillovers(
        outcome=outcome,
        mortgage=_loan_effect(loan, outcome, parameters, facts),
        company_rise=passed_on(peak, parameters.company),
        dollar=dollar,
        emerging_debt_usd=passed_on(dollar, parameters.emerging_debt_usd),
        shares=passed_on(peak, parameters.shares.times(-1)),
        rest=_rest(outcome),
        everybody=_paper_loss(outcome),
        home=None if is_beyond else home,
        facts=facts,
        parameters=parameters,
    )


def passed_on(change: Range, slope: Range) -> Range:
    """A change times its pass-through, band by band."""
    return Range(*(value * factor for value, factor in zip(change, slope, strict=True)))


def currency_rise(usd: float, gdp_usd: float, parameters: SpilloverParameters) -> Range:
    """Relative rise of a currency when a sum in US dollars is turned into it."""
    return parameters.repatriation.times(usd / gdp_usd)


def _loan_effect(
    loan: Loan, outcome: Outcome, parameters: SpilloverParameters, facts: SpilloverFacts
) -> LoanEffect:
    since = outcome.yields.before - facts.ten_year_at_mortgage_rate.value
    rate = max(0.0, facts.mortgage_rate.value + parameters.mortgage.central * since)
    rise = passed_on(outcome.yields.peak, parameters.mortgage)
    before = loan.monthly_payment(rate)
    extra = rise.map(lambda points: loan.monthly_payment(rate + points) - before)
    return LoanEffect(loan, rate, rise, before, extra, extra.times(loan.months))


def _rest(outcome: Outcome) -> SellerLoss:
    """What is kept is the holder's usual portfolio, whatever kind of Treasury was sold."""
    price, impact, rest = outcome.price, load_impact_parameters(), _kept(outcome)
    risk = portfolio(
        PortfolioType.TYPICAL, outcome.sale.holder.key, outcome.snapshot, impact
    ).relative_dv01
    fall = price.at_peak.map(lambda value: risk * (price.face - value) / price.face)
    return SellerLoss(rest, fall, fall.times(rest), risk)


def _kept(outcome: Outcome) -> float:
    return max(0.0, outcome.sale.holding.usd - outcome.sale.sold_usd)


def _paper_loss(outcome: Outcome) -> PaperLoss:
    """Every bill, note and bond repriced on the curve of the worst moment, for each band.

    Each is priced at the par yield of its remaining maturity, which leaves out the small difference
    between a par yield and the yield of a bond away from par. The list of securities is priced as
    of its own day, so that none is missing that has been replaced by another since, and scaled to
    what is outstanding today.
    """
    snapshot, curve, moved = outcome.snapshot, outcome.snapshot.curve, outcome.yields
    settlement = settlement_day(snapshot.securities.as_of)
    left = snapshot.securities.alive(settlement)
    priced = [row for row in left if row.is_priced]
    years = [row.years_left(settlement) for row in priced]
    yields = np.interp(years, curve.years, curve.yields)
    before = market_value(priced, yields, settlement)
    after = [
        market_value(priced, yields + np.interp(years, moved.curve_years, band), settlement)
        for band in np.array([list(rise) for rise in moved.curve_rise]).T
    ]
    scale = snapshot.marketable_usd / sum(row.outstanding_usd for row in left)
    usd = Range(*(scale * (before - value) for value in after))
    impact = load_impact_parameters()
    risk = impact.relative_dv01_at(years)
    market = scale * float(risk @ np.array([row.outstanding_usd for row in priced]))
    foreign = portfolio(PortfolioType.TYPICAL, _ALL_FOREIGN, snapshot, impact).relative_dv01
    abroad = usd.times(ownership(snapshot).foreign.usd * foreign / market)
    return PaperLoss(usd, Range(*(1 - value / before for value in after)), abroad)


def _home(
    outcome: Outcome, parameters: SpilloverParameters, facts: SpilloverFacts
) -> Repatriation | None:
    sale = outcome.sale
    if sale.holder.key != JAPAN:
        return None
    gdp = facts.japan_gdp.value
    rise = currency_rise(sale.sold_usd, gdp, parameters)
    return Repatriation(sale.sold_usd / gdp, rise, rise.times(_kept(outcome)))
