"""Policy options: what each alone takes off the peak of a sale.

Options overlap, so that together they take off less than their sum; no sum is given.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from calc.impact.impact import TRADING_DAYS_PER_QUARTER
from calc.impact.simulation import ModelInputs, simulate
from calc.parameters.policy_options import load_policy_parameters
from calc.ranges import Range
from calc.run import run
from calc.scenario import Fed, Others, Pace

if TYPE_CHECKING:
    from calc.market import MarketSnapshot
    from calc.outcome import Outcome
    from calc.parameters.policy_options import PolicyParameters
    from calc.scenario import Scenario

_MONTHS_PER_QUARTER = 3
_BILL_YEARS = 0.25
_SLOWER = {Pace.DAY: Pace.MONTH, Pace.MONTH: Pace.YEAR}


class PolicyOption(StrEnum):
    """Something that the seller, its creditors, the Fed or the government can do."""

    SLOWER = "slower"
    """The seller takes longer."""
    AGREE = "agree"
    """Creditors agree, so that nobody follows and no strain comes up."""
    FED_BUYS = "fed_buys"
    """The Federal Reserve buys until the rise is undone."""
    FED_LENDS = "fed_lends"
    """It lends dollars on Treasuries, so that a part is not sold."""
    TREASURY = "treasury"
    """The Treasury sells bills for some of its notes and bonds, and buys some back."""
    DEFICIT = "deficit"
    """A deficit that is expected to be lower for good by 1 percent of GDP."""


@dataclass(frozen=True, slots=True)
class OptionEffect:
    """The effect of one option.

    Args:
        option: Which.
        takes_off: Of the rise of the 10-year yield at its worst moment, decimal.
        scenario: The sale with it, where it is one that can be asked about.
    """

    option: PolicyOption
    takes_off: Range
    scenario: Scenario | None = None


@dataclass(frozen=True, slots=True)
class PolicyOutcome:
    """A sale and the options against it.

    Args:
        outcome: The sale without any.
        options: Those that apply, in the order in which they are made: seller, creditors, the
            Federal Reserve, the government.
        treasury_usd: Ten-year equivalents that the Treasury takes off, a quarter at most.
        parameters: Those of what governments can do.
    """

    outcome: Outcome
    options: tuple[OptionEffect, ...]
    treasury_usd: float
    parameters: PolicyParameters


def policy_outcome(scenario: Scenario, snapshot: MarketSnapshot | None = None) -> PolicyOutcome:
    """Compute what each option takes off a sale in which the Fed stays out.

    Raises:
        CalcError: As `run`.
    """
    scenario = replace(scenario, fed=Fed.OUT)
    outcome = run(scenario, snapshot)
    parameters = load_policy_parameters()
    treasury_usd = _treasury_takes(outcome, parameters)
    options = [
        OptionEffect(option, _difference(outcome, run(helped, snapshot).yields.peak), helped)
        for option, helped in _asked_about(scenario).items()
    ]
    options += [
        OptionEffect(
            PolicyOption.TREASURY, _difference(outcome, _with_less(outcome, treasury_usd))
        ),
        OptionEffect(PolicyOption.DEFICIT, parameters.deficit_effect),
    ]
    return PolicyOutcome(outcome, tuple(options), treasury_usd, parameters)


def _asked_about(scenario: Scenario) -> dict[PolicyOption, Scenario]:
    """The options that are sales of their own; those that change nothing are left out."""
    options = {}
    if scenario.pace in _SLOWER:
        options[PolicyOption.SLOWER] = replace(scenario, pace=_SLOWER[scenario.pace])
    if scenario.others is not Others.NOBODY or scenario.regime != "calm":
        options[PolicyOption.AGREE] = replace(scenario, others=Others.NOBODY, regime="calm")
    options[PolicyOption.FED_BUYS] = replace(scenario, fed=Fed.BUYS)
    options[PolicyOption.FED_LENDS] = replace(scenario, fed=Fed.REPO)
    return options


def _difference(outcome: Outcome, peak: Range) -> Range:
    pairs = zip(outcome.yields.peak, peak, strict=True)
    return Range(*(alone - helped for alone, helped in pairs))


def _treasury_takes(outcome: Outcome, parameters: PolicyParameters) -> float:
    """Ten-year equivalents that the Treasury does not sell or buys back, for a quarter at most.

    For longer than that it would be another way to pay the debt, not an answer to a sale.
    """
    inputs = outcome.parameters
    days = outcome.sale.trading_days
    years = [_BILL_YEARS, *(auction.years for auction in outcome.snapshot.auctions)]
    bill, *notes = inputs.relative_dv01_at(years).tolist()
    monthly = np.array([auction.usd_per_month for auction in outcome.snapshot.auctions])
    replaced = parameters.bills_for_notes * _MONTHS_PER_QUARTER * monthly
    # What is bought back is replaced by bills as well.
    bought_back = parameters.buybacks_usd * (inputs.relative_dv01.central - bill)
    a_quarter = float(replaced @ (np.array(notes) - bill)) + bought_back
    return float(a_quarter * min(1.0, days / TRADING_DAYS_PER_QUARTER))


def _with_less(outcome: Outcome, less_usd: float) -> Range:
    """The peak when so much less rate risk comes to the market, evenly while the sale lasts."""
    sold = max(0.0, outcome.sale.ten_year_equivalents_usd - less_usd)
    sale = replace(outcome.sale, ten_year_equivalents_usd=sold)
    inputs = ModelInputs(outcome.snapshot, outcome.parameters, outcome.reactions)
    return simulate(outcome.scenario, sale, inputs, sale.trading_days).path.peak
