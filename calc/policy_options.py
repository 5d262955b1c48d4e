"""Policy options: what each alone takes off the peak of a sale, and what else would help.

Options overlap, so that together they take off less than their sum; no sum is given. Buybacks and
the deficit have horizons of their own and do not stand among them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from calc.events.table import load_events
from calc.impact.impact import TRADING_DAYS_PER_QUARTER
from calc.parameters.parameter import ParameterFile, ParameterSet
from calc.ranges import Range
from calc.run import ModelInputs, run, simulate
from calc.sale import can_borrow
from calc.scenario import Fed, Others, Pace
from calc.sourced import BASIS_POINT, BILLION, PERCENT, load_record

if TYPE_CHECKING:
    from calc.events.event import Event
    from calc.market import MarketSnapshot
    from calc.run import Outcome
    from calc.scenario import Scenario

_MONTHS_PER_QUARTER = 3
_BILL_YEARS, _LONG_YEARS = 0.25, 20.0
_SLOWER = {Pace.DAY: Pace.MONTH, Pace.MONTH: Pace.YEAR}


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyParameters(ParameterSet):
    """What governments can do, in the units of the arithmetic.

    Args:
        buybacks_usd: Face that the Treasury buys back in a quarter.
        long_buybacks_usd: Of that, bonds with 10 to 30 years left.
        bills_for_notes: Part of its notes and bonds that it would replace by bills, decimal.
        deficit_effect: Fall of long yields (decimal) for a deficit lower by 1 percent of GDP.
    """

    buybacks_usd: float
    long_buybacks_usd: float
    bills_for_notes: float
    deficit_effect: Range


@cache
def load_policy_parameters() -> PolicyParameters:
    """The policy parameters that ship with this version, read once."""
    file = load_record(ParameterFile, "policy_options", "parameters")
    return PolicyParameters(
        buybacks_usd=file.central("buybacks", BILLION),
        long_buybacks_usd=file.central("buybacks_long", BILLION),
        bills_for_notes=file.central("bills_for_notes", PERCENT),
        deficit_effect=file.band("deficit_effect", BASIS_POINT),
        **file.shown(),
    )


class PolicyOption(StrEnum):
    """Something that the seller, its creditors, the Fed or the government can do."""

    SLOWER = "slower"
    """The seller takes longer."""
    AGREE = "agree"
    """Creditors agree, so that nobody follows and no strain comes up."""
    FED_BUYS = "fed_buys"
    """The Federal Reserve buys until the rise is undone."""
    FED_LENDS = "fed_lends"
    """It lends dollars on Treasuries to a central bank, so that a part is not sold."""
    TREASURY = "treasury"
    """The Treasury sells bills for some of its notes and bonds."""


@dataclass(frozen=True, slots=True)
class OptionEffect:
    """The effect of one option.

    Args:
        takes_off: Of the rise of the 10-year yield at its worst moment, decimal.
        scenario: The sale with it, where it is one that can be asked about.
    """

    option: PolicyOption
    takes_off: Range
    scenario: Scenario | None = None


@dataclass(frozen=True, slots=True)
class TreasuryPart:
    """What the Treasury takes off the market, ten-year equivalents in US dollars.

    Args:
        a_quarter_usd: In a quarter.
        while_sold_usd: Of that while the sale lasts, and never more than is sold in that time.
    """

    a_quarter_usd: float
    while_sold_usd: float


@dataclass(frozen=True, slots=True)
class PolicyOutcome:
    """A sale and the options against it.

    Args:
        options: Those that apply, in the order in which they are made: seller, creditors, the
            Federal Reserve, the Treasury.
        treasury: Ten-year equivalents that bills instead of notes and bonds take off.
        buybacks: The same of all that is bought back.
        auctions_turn: The event after which the Treasury last changed its auctions for yields.
        purchases_turn: The event in which the Federal Reserve last bought against a rise.
        rise_without_purchases: A later rise, against which it did not.
        buybacks_take_off: Of the rise, if as much again were bought back during the sale.
    """

    outcome: Outcome
    options: tuple[OptionEffect, ...]
    treasury: TreasuryPart
    buybacks: TreasuryPart
    auctions_turn: Event
    purchases_turn: Event
    rise_without_purchases: Event
    buybacks_take_off: Range
    parameters: PolicyParameters


def policy_outcome(scenario: Scenario, snapshot: MarketSnapshot | None = None) -> PolicyOutcome:
    """Compute what each option takes off a sale in which the Fed stays out.

    Raises:
        CalcError: As `run`.
    """
    scenario = replace(scenario, fed=Fed.OUT)
    outcome = run(scenario, snapshot)
    parameters = load_policy_parameters()
    treasury, buybacks = _bills_for_notes(outcome, parameters), _buybacks(outcome, parameters)
    options = [
        OptionEffect(option, _difference(outcome, run(helped, snapshot).yields.peak), helped)
        for option, helped in _asked_about(scenario, outcome).items()
    ]
    options.append(OptionEffect(PolicyOption.TREASURY, _with_less(outcome, treasury)))
    return PolicyOutcome(
        outcome=outcome,
        options=tuple(options),
        treasury=treasury,
        buybacks=buybacks,
        auctions_turn=_last_turn("auctions_slowed"),
        purchases_turn=_last_turn("fed_buys"),
        rise_without_purchases=_last_turn("tariffs_paused"),
        buybacks_take_off=_with_less(outcome, buybacks),
        parameters=parameters,
    )


def _asked_about(scenario: Scenario, outcome: Outcome) -> dict[PolicyOption, Scenario]:
    """The options that are sales of their own; those that change nothing are left out."""
    options = {}
    if scenario.pace in _SLOWER:
        options[PolicyOption.SLOWER] = replace(scenario, pace=_SLOWER[scenario.pace])
    if scenario.others is not Others.NOBODY or scenario.regime != "calm":
        options[PolicyOption.AGREE] = replace(scenario, others=Others.NOBODY, regime="calm")
    options[PolicyOption.FED_BUYS] = replace(scenario, fed=Fed.BUYS)
    if can_borrow(outcome.sale.holder):
        options[PolicyOption.FED_LENDS] = replace(scenario, fed=Fed.REPO)
    return options


def _last_turn(kind: str) -> Event:
    """The newest event that ended in a change of policy of this kind."""
    turns = [event for event in load_events().events if event.policy_turn]
    return next(
        event for event in reversed(turns) if event.policy_turn and event.policy_turn.kind == kind
    )


def _difference(outcome: Outcome, peak: Range) -> Range:
    pairs = zip(outcome.yields.peak, peak, strict=True)
    return Range(*(alone - helped for alone, helped in pairs))


def _bills_for_notes(outcome: Outcome, parameters: PolicyParameters) -> TreasuryPart:
    """Ten-year equivalents that the Treasury does not sell, for a quarter at most.

    For longer than that it would be another way to pay the debt, not an answer to a sale.
    """
    years = [_BILL_YEARS, *(auction.years for auction in outcome.snapshot.auctions)]
    bill, *notes = outcome.parameters.relative_dv01_at(years).tolist()
    monthly = np.array([auction.usd_per_month for auction in outcome.snapshot.auctions])
    replaced = parameters.bills_for_notes * _MONTHS_PER_QUARTER * monthly
    return _while_sold(outcome, float(replaced @ (np.array(notes) - bill)))


def _buybacks(outcome: Outcome, parameters: PolicyParameters) -> TreasuryPart:
    """Ten-year equivalents that are bought back in a quarter and replaced by bills."""
    inputs, long_usd = outcome.parameters, parameters.long_buybacks_usd
    bill, long_bond = inputs.relative_dv01_at([_BILL_YEARS, _LONG_YEARS]).tolist()
    rest = (parameters.buybacks_usd - long_usd) * (inputs.relative_dv01.central - bill)
    return _while_sold(outcome, rest + long_usd * (long_bond - bill))


def _while_sold(outcome: Outcome, a_quarter_usd: float) -> TreasuryPart:
    """The part of a quarter that the sale lasts, against what is sold in a quarter of it."""
    quarters = outcome.sale.trading_days / TRADING_DAYS_PER_QUARTER
    sold = outcome.sale.ten_year_equivalents_usd * min(1.0, 1 / quarters)
    return TreasuryPart(a_quarter_usd, min(a_quarter_usd * min(1.0, quarters), sold))


def _with_less(outcome: Outcome, part: TreasuryPart) -> Range:
    """What it takes off the peak when so much less comes to the market, evenly during the sale."""
    less = outcome.sale.ten_year_equivalents_usd - part.while_sold_usd
    sale = replace(outcome.sale, ten_year_equivalents_usd=max(0.0, less))
    inputs = ModelInputs(outcome.snapshot, outcome.parameters, outcome.reactions)
    helped = simulate(outcome.scenario, sale, inputs, sale.trading_days).path.peak
    return _difference(outcome, helped)
