"""Rolling the ladder forward, and how soon today's debt comes due."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.interest.model import interest_model
from calc.interest.roll import load_interest_parameters
from calc.interest.sensitivity import bill_kernel
from calc.interest.total_interest import repriced_within
from calc.market import DebtType, load_snapshot
from calc.market.snapshot import LadderEntry, Quarter

SNAPSHOT = load_snapshot()
MODEL = interest_model(SNAPSHOT)
DEBT = sum(row.usd for row in SNAPSHOT.ladder)

# Share of a parallel shift that reaches the average rate of marketable Treasuries, computed by
# Ding ("The Rollover Clock", 2026) from every security in the Monthly Statement of the Public Debt
# of 30 September 2026, with the debt growing 4 percent a year.
REPRICED_BY_SECURITY = {1: 0.371, 2: 0.496, 5: 0.739, 10: 0.877}
REPRICED_GROWTH = 0.04


@pytest.mark.parametrize("years", REPRICED_BY_SECURITY)
def test_repricing_matches_single_securities(years):
    left = 1 - repriced_within(MODEL, years)
    # All that the debt grows by is borrowed at the new yield.
    ours = 1 - left * np.exp(-REPRICED_GROWTH * years)
    assert ours == pytest.approx(REPRICED_BY_SECURITY[years], abs=0.01)


@given(st.integers(0, MODEL.quarters))
def test_rolled_debt_matches_baseline(at):
    roll = MODEL.roll
    dated = sum(book.due(at).sum() for book in (roll.nominal, roll.tips))
    rest = roll.bill_share + roll.frn_share
    assert dated == pytest.approx((1 - rest) * roll.stock_end[at])


def test_every_quarter_has_sales():
    for book in (MODEL.roll.nominal, MODEL.roll.tips):
        assert (book.sold > 0).all()


def test_rolled_ladder_matches_published_structure():
    facts, floating = SNAPSHOT.facts, MODEL.roll.frn_share
    due = repriced_within(MODEL, 1) - floating
    # Floating rate notes run two years; half of them are due within one.
    assert due + floating / 2 == pytest.approx(facts["due_within_12_months"].value, abs=0.01)
    assert MODEL.roll.bill_share == pytest.approx(facts["bills_share"].value, abs=0.01)


@given(st.floats(0, 33), st.floats(0, 33))
def test_repriced_share_grows_with_time(one, other):
    sooner, later = sorted((one, other))
    floating = MODEL.roll.frn_share
    shares = [repriced_within(MODEL, years) for years in (sooner, later)]
    assert floating <= shares[0] <= shares[1] <= 1 + 1e-9


def test_all_debt_is_repriced_in_thirty_years():
    assert repriced_within(MODEL, 0) == pytest.approx(MODEL.roll.frn_share)
    assert repriced_within(MODEL, 30.25) == pytest.approx(1)


@given(st.floats(0.02, 1.0))
def test_bill_kernel_sums_to_one(average_maturity_years):
    kernel = bill_kernel(average_maturity_years, 12)
    assert kernel.sum() == pytest.approx(1)
    assert (kernel > -1e-12).all()


def test_bill_kernel_of_six_weeks():
    """Ages up to 1.5 quarters: a third is younger than the quarter, a twelfth older than two."""
    np.testing.assert_allclose(bill_kernel(0.1875, 4), [1 / 3, 7 / 12, 1 / 12, 0], atol=1e-12)


def test_ladder_pays_until_maturity():
    """Security by security, from the third year on, when today's bills are long gone."""
    parameters = load_interest_parameters()
    scale = MODEL.roll.stock_end[0] / sum(row.usd for row in SNAPSHOT.ladder)
    uplift = {DebtType.NOTE: 0.0, DebtType.BOND: 0.0, DebtType.TIPS: 0.0}
    uplift[DebtType.TIPS] = parameters.inflation_compensation
    paid = np.zeros(MODEL.quarters)
    for row in (row for row in SNAPSHOT.ladder if row.type in uplift):
        matures = row.quarter.ordinal - MODEL.roll.first_quarter.ordinal
        a_quarter = scale * row.usd * (row.rate + uplift[row.type]) / 4
        paid[:matures] += a_quarter
        paid[matures : matures + 1] += a_quarter * (1 - parameters.issue_quarter_weight)
    np.testing.assert_allclose(MODEL.sensitivity.old[8:], paid[8:])


def test_ladder_beyond_longest_tenor_is_counted():
    far = LadderEntry(Quarter.parse("2080Q1"), DebtType.BOND, 0.05 * DEBT, 0.03)
    model = interest_model(replace(SNAPSHOT, ladder=(*SNAPSHOT.ladder, far)))
    at_start = replace(model, curve_quarter=0)
    assert repriced_within(at_start, 45) == pytest.approx(1 - 0.05 / 1.05)
    assert repriced_within(at_start, 60) == pytest.approx(1)


def test_model_is_cached_by_snapshot():
    other = replace(SNAPSHOT, ladder_as_of=SNAPSHOT.ladder_as_of)
    model = interest_model(SNAPSHOT)
    assert interest_model(SNAPSHOT) is model
    assert interest_model(other) is not model


def test_ladder_within_fiscal_year_is_refused():
    with pytest.raises(ValueError, match=r"the end of a fiscal year of the baseline$"):
        interest_model(replace(SNAPSHOT, ladder_as_of=date(2025, 12, 31)))


def test_ladder_outside_baseline_is_refused():
    with pytest.raises(ValueError, match="fiscal year"):
        interest_model(replace(SNAPSHOT, ladder_as_of=date(2023, 9, 30)))


def test_tips_tenor_without_auction_is_refused():
    shorter = tuple(auction for auction in SNAPSHOT.auctions if auction.years < 30)
    with pytest.raises(ValueError, match="not auctioned"):
        interest_model(replace(SNAPSHOT, auctions=shorter))


def test_short_outlook_is_refused():
    with pytest.raises(KeyError):
        interest_model(replace(SNAPSHOT, economy=SNAPSHOT.economy[:-4]))
