"""What is sold: rate risk of the debt outstanding, where it weighs, a day against the market."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import Pace, PortfolioType, Scenario, load_snapshot, run
from calc.bonds.coupons import par_bond_price
from calc.market import DebtType
from calc.market.securities import market_value
from calc.market.snapshot import LadderEntry, Quarter
from calc.parameters import load_impact_parameters
from calc.sale import day_sale, local_factors, outstanding_relative_dv01, portfolio

SNAPSHOT, PARAMETERS = load_snapshot(), load_impact_parameters()
JAPAN = Scenario("jp", 200_000_000_000)


def test_typical_portfolio_without_table_uses_parameter():
    without = dataclasses.replace(SNAPSHOT, bills_shares={})
    typical = portfolio(PortfolioType.TYPICAL, "jp", without, PARAMETERS).relative_dv01
    assert typical == PARAMETERS.relative_dv01.central


def test_longer_portfolios_are_riskier():
    bills, notes, bonds = (
        portfolio(portfolio_type, "jp", SNAPSHOT, PARAMETERS).relative_dv01
        for portfolio_type in (PortfolioType.BILLS, PortfolioType.NOTES, PortfolioType.BONDS)
    )
    assert 0.02 < bills < 0.04
    assert 0.3 < notes < 0.5
    assert 1.2 < bonds < 1.98


# SLT Table 3, April 2026: bills in percent of the holding.
@pytest.mark.parametrize(
    ("key", "percent"), [("cn", 6.9), ("jp", 12.7), ("ky", 32.3), ("br", 0.6), ("pl", 11.7)]
)
def test_own_bills_set_typical_portfolio(key, percent):
    """Poland has no figure of its own and gets that of officials."""
    found = portfolio(PortfolioType.TYPICAL, key, SNAPSHOT, PARAMETERS)
    bills = outstanding_relative_dv01(DebtType.BILL, SNAPSHOT, PARAMETERS)
    share, rest = found.bills_share, PARAMETERS.relative_dv01_without_bills.central
    assert share * 100 == pytest.approx(percent, abs=0.06)
    assert found.relative_dv01 == pytest.approx(share * bills + (1 - share) * rest)
    assert 0.38 <= found.relative_dv01 <= 0.56


def test_outstanding_dv01_weighs_by_face():
    """The ladder stands at the end of 2025Q3; what matures in a quarter does so in its middle."""
    rows = (
        LadderEntry(Quarter.parse("2025Q4"), DebtType.NOTE, 3e9, 0.03),
        LadderEntry(Quarter.parse("2035Q3"), DebtType.NOTE, 1e9, 0.04),
    )
    two = dataclasses.replace(SNAPSHOT, ladder=rows)
    short, long = PARAMETERS.relative_dv01_at([0.125, 9.875])
    mean = (3 * short + long) / 4
    assert outstanding_relative_dv01(DebtType.NOTE, two, PARAMETERS) == pytest.approx(mean)


def test_local_factors_stay_within_limit():
    for portfolio_type in PortfolioType:
        at_ten, at_thirty, at_half = local_factors(
            portfolio_type, [10, 30, 0.5], SNAPSHOT, PARAMETERS
        )
        assert at_ten == 1
        assert 0.5 < at_thirty <= 1.5
        assert 0.5 < at_half <= 1.5
    assert local_factors(PortfolioType.BONDS, [30], SNAPSHOT, PARAMETERS)[0] == 1.5
    assert local_factors(PortfolioType.NOTES, [30], SNAPSHOT, PARAMETERS)[0] < 1


def test_selling_bonds_steepens_the_curve():
    bonds = run(dataclasses.replace(JAPAN, portfolio_type=PortfolioType.BONDS))
    notes = run(dataclasses.replace(JAPAN, portfolio_type=PortfolioType.NOTES))
    thirty = SNAPSHOT.curve.years.index(30)
    for outcome, more in ((bonds, True), (notes, False)):
        ratio = outcome.yields.curve_rise[thirty].central / outcome.yields.peak.central
        assert (ratio > 0.9) is more


def test_bills_barely_move_ten_year():
    assert (
        run(dataclasses.replace(JAPAN, portfolio_type=PortfolioType.BILLS)).yields.peak.central
        < 0.0004
    )


def test_dollar_spent_on_bonds_carries_slightly_more_rate_risk():
    """Every bond priced on the curve, against the rate risk that the model takes."""
    at = SNAPSHOT.curve.as_of
    bonds = [
        row
        for row in SNAPSHOT.securities.alive(at)
        if row.type is DebtType.BOND and row.is_nominal_coupon
    ]
    yields = np.array([SNAPSHOT.curve.at(row.years_left(at)) for row in bonds])
    loss = 1 - market_value(bonds, yields + 1e-4, at) / market_value(bonds, yields, at)
    ten_years = SNAPSHOT.curve.at(10)
    of_note = 1 - par_bond_price(ten_years, ten_years + 1e-4, 10) / 100
    counted = outstanding_relative_dv01(DebtType.BOND, SNAPSHOT, PARAMETERS)
    assert 1 < loss / of_note / counted < 1.08


JAPAN = Scenario("jp", 200 * 10**9)
MOST = PARAMETERS.regimes["dash"].stress


def day(usd, days=1):
    return day_sale(usd, days, SNAPSHOT, PARAMETERS)


@pytest.mark.parametrize(
    ("usd", "stress", "is_halt"),
    [
        (64e9, 1, False),  # 5% of $1,288.8 billion traded in a day (SIFMA, March 2026) is 64.44
        (248.22e9, 1.4, False),
        (432e9, 1.8, False),  # what primary dealers held net on 30 September 2026
        (433e9, 1.8, True),
    ],
)
def test_stress_grows_from_calm_to_halt(usd, stress, is_halt):
    found = day(usd)
    assert found.stress == pytest.approx(stress, abs=1e-4)
    assert found.is_halt is is_halt
    assert found.is_strained is (stress > 1)


@given(st.floats(1e6, 31e12), st.floats(1, 3), st.integers(1, 252))
def test_larger_day_is_never_calmer(usd, times, days):
    assert 1 <= day(usd, days).stress <= day(usd * times, days).stress <= MOST


def test_stress_of_size_is_not_added_to_regime():
    calm, panic = (
        run(dataclasses.replace(JAPAN, pace=Pace.DAY, regime=regime)) for regime in ("calm", "dash")
    )
    temporary = [one.yields.path.temporary_at_peak.central for one in (calm, panic)]
    more = (1 + PARAMETERS.regimes["dash"].contagion) ** 0.5
    assert temporary[1] / temporary[0] == pytest.approx(more * MOST / calm.sale.day.stress)


def test_usual_month_keeps_its_calm():
    assert run(JAPAN).sale.day.stress == 1
