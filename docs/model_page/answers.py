"""Tables of answers: forwards and backwards."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from calc import Pace, PortfolioType, Scenario, run
from calc.interest.model import extra_interest, interest_model
from calc.market.snapshot import Quarter
from calc.reverse import amount_for_interest, amount_for_price, amount_for_yield
from docs.model_page.text import dollars, table, three

if TYPE_CHECKING:
    from calc import MarketSnapshot
    from calc.parameters import ImpactParameters
    from calc.reverse import AmountNeeded

_TENTH_OF_A_POINT = 0.001
_PACES = {Pace.DAY: "In a day", Pace.MONTH: "In a month", Pace.YEAR: "Over a year"}


def cases(snapshot: MarketSnapshot, parameters: ImpactParameters) -> str:
    """The answers for the sales that people ask about first."""
    japan = Scenario("jp", 200_000_000_000)
    everything = replace(japan, amount_usd=int(snapshot.holders["jp"].latest.usd), pace=Pace.YEAR)
    china = int(snapshot.holders["cn"].latest.usd) // 10
    asked = {
        "**Japan, $200 billion, in a month**": japan,
        "... in a day": replace(japan, pace=Pace.DAY),
        "... over a year": replace(japan, pace=Pace.YEAR),
        "... in a month, panic": replace(japan, regime="panic"),
        "... in a day, panic": replace(japan, pace=Pace.DAY, regime="panic"),
        "... in a month, bills only": replace(japan, portfolio_type=PortfolioType.BILLS),
        "... in a month, notes only": replace(japan, portfolio_type=PortfolioType.NOTES),
        "... in a month, long bonds only": replace(japan, portfolio_type=PortfolioType.BONDS),
        f"Japan, all {dollars(everything.amount_usd)}, over a year": everything,
        f"China, a tenth ({dollars(china)}), in a month": Scenario("cn", china),
    }
    outcomes = {label: run(scenario, snapshot, parameters) for label, scenario in asked.items()}
    last_year = outcomes["... in a day"].interest.fiscal_years[-1]
    rows = [
        (
            label,
            three(outcome.yields.peak),
            three(outcome.yields.permanent),
            f"${outcome.price.at_peak.central:.2f}",
            dollars(outcome.interest.last_year_usd.central),
        )
        for label, outcome in outcomes.items()
    ]
    header = (
        "Sale",
        "At the worst moment",
        "For good",
        "$100 note then",
        f"More interest in {last_year}",
    )
    return table(header, rows)


def backwards(snapshot: MarketSnapshot) -> str:
    """How much must be sold for round targets."""
    rows = []
    for pace, in_time in _PACES.items():
        needed = (
            amount_for_yield(0.06, pace, snapshot),
            amount_for_price(90, pace, snapshot),
            amount_for_interest(100e9, pace, snapshot),
        )
        rows.append((in_time, *(_needed(amounts) for amounts in needed)))
    last_year = snapshot.budget[-1].fiscal_year
    header = (
        "Sold",
        "10-year yield reaches 6%",
        "$100 ten-year note falls to $90",
        f"Interest in {last_year} grows by $100 billion",
    )
    return table(header, rows)


def _needed(amounts: AmountNeeded) -> str:
    high, central, low = (
        "-" if usd is None else dollars(usd) for usd in (amounts.high, amounts.central, amounts.low)
    )
    return f"{high} / **{central}** / {low}"


def all_yields_a_tenth_higher(snapshot: MarketSnapshot) -> tuple[float, float]:
    """Extra interest when all yields stand 0.1 points higher from 2026 on, as the CBO shocks it.

    Returns:
        The sum over fiscal 2027 to 2036 and the last year, US dollars.
    """
    model = interest_model(snapshot)
    bill = np.zeros((1, model.quarters))
    bill[:, Quarter.parse("2026Q1").ordinal - model.roll.first_quarter.ordinal :] = (
        _TENTH_OF_A_POINT
    )
    tenor = np.repeat(bill[..., None], len(model.tenors), axis=-1)
    years = extra_interest(model, bill, tenor).total_usd[0][model.fiscal_years.index(2027) :]
    return float(years.sum()), float(years[-1])
