"""The Federal Reserve steps in: the rise is undone when it says, and a repo is no sale."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import Fed, Others, Pace, PortfolioType, Scenario, load_snapshot, run
from calc.parameters.impact import load_reaction_parameters

SNAPSHOT = load_snapshot()
REACTIONS = load_reaction_parameters()
JAPAN = Scenario("jp", 200_000_000_000)
UNDONE = int(REACTIONS.fed_entry_day + REACTIONS.fed_days)

scenarios = st.builds(
    Scenario,
    holder=st.sampled_from(sorted(SNAPSHOT.holders)),
    amount_usd=st.integers(1_000_000_000, 2_000_000_000_000),
    pace=st.sampled_from(Pace),
    regime=st.sampled_from(["calm", "panic"]),
    portfolio_type=st.sampled_from([PortfolioType.TYPICAL, PortfolioType.NOTES]),
    others=st.sampled_from(Others),
)


@given(scenarios)
@settings(deadline=None, max_examples=30)
def test_fed_undoes_rise_on_schedule(scenario):
    path = run(dataclasses.replace(scenario, fed=Fed.BUYS)).yields.path
    peak = path.shift.max(axis=1)
    assert np.abs(path.shift[:, UNDONE] / peak).max() < 1e-6
    assert (np.abs(path.shift[:, UNDONE:]).max(axis=1) < 0.5 * peak).all()


@given(scenarios)
@settings(deadline=None, max_examples=30)
def test_fed_never_raises_the_peak(scenario):
    alone = run(scenario)
    helped = run(dataclasses.replace(scenario, fed=Fed.BUYS))
    for with_fed, without in zip(helped.yields.peak, alone.yields.peak, strict=True):
        assert with_fed <= without * (1 + 1e-9)
    assert helped.yields.permanent.central < alone.yields.permanent.central
    if scenario.others is Others.NOBODY:
        entry = int(REACTIONS.fed_entry_day) + 1
        np.testing.assert_allclose(
            helped.yields.path.shift[:, :entry], alone.yields.path.shift[:, :entry]
        )


@given(scenarios)
@settings(deadline=None, max_examples=30)
def test_fed_buys_faster_than_sale(scenario):
    outcome = run(dataclasses.replace(scenario, fed=Fed.BUYS))
    purchases, sale = outcome.purchases, outcome.sale
    sold = sale.ten_year_equivalents_usd
    if outcome.feedback is not None:
        sold += outcome.feedback.sold_usd.central * outcome.parameters.relative_dv01.central
    rest = sold * max(0.0, 1 - purchases.undone_day / sale.trading_days)
    a_day = (purchases.ten_year_equivalents_usd.central - rest) / REACTIONS.fed_days
    still_sold = sold / sale.trading_days if sale.trading_days > purchases.start_day else 0
    assert a_day > still_sold
    assert purchases.undone_day == UNDONE


def test_purchases_are_in_ten_year_notes():
    # Of a sale at the rate risk of officials in studies, half of that of ten-year notes.
    usual = dataclasses.replace(SNAPSHOT, bills_shares={})
    purchases = run(dataclasses.replace(JAPAN, fed=Fed.BUYS), usual).purchases
    assert [round(usd / 1e9) for usd in purchases.ten_year_equivalents_usd] == [77, 85, 96]
    assert purchases.is_enough == (True, True, True)


def test_market_wide_purchases_are_not_enough():
    huge = Scenario(
        "jp",
        31_000_000_000_000,
        Pace.DAY,
        beyond_holding=True,
        portfolio_type=PortfolioType.BONDS,
        fed=Fed.BUYS,
    )
    assert run(huge).purchases.is_enough == (False, False, False)


def test_repo_reduces_what_is_sold():
    """Up to $60 billion for one central bank (statement of the Fed's committee, 28 July 2021)."""
    lent = run(dataclasses.replace(JAPAN, fed=Fed.REPO))
    sold = run(dataclasses.replace(JAPAN, amount_usd=140_000_000_000))
    assert lent.sale.pledged_usd == 60_000_000_000
    assert lent.sale.to_market_usd == 140_000_000_000
    assert lent.sale.sold_usd == JAPAN.amount_usd
    assert list(lent.yields.peak) == pytest.approx(list(sold.yields.peak))


def test_no_rise_needs_no_purchases():
    small = run(Scenario("jp", 50_000_000_000, fed=Fed.REPO))
    assert list(small.yields.peak) == [0, 0, 0]
    assert small.purchases is None


def test_stress_ends_when_fed_buys():
    outcome = run(dataclasses.replace(JAPAN, regime="panic", fed=Fed.BUYS))
    path, entry = outcome.yields.path, int(REACTIONS.fed_entry_day)
    # Up to the day on which more is bought than waits.
    unabsorbed = path.unabsorbed_usd[1, 1 : entry + 2]
    root = np.sqrt(unabsorbed / SNAPSHOT.marketable_usd)
    strength = path.temporary[1, 1 : entry + 2] / root
    flow = outcome.parameters.flow.central
    assert strength[:entry] == pytest.approx(1.8 * flow)
    assert strength[entry:] == pytest.approx(flow)
