"""New debt at two rates and the whole debt at one."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import CalcError, load_snapshot
from calc.interest.model import extra_interest, interest_model
from calc.interest.total_interest import issue_at, total_interest

SNAPSHOT = load_snapshot()
levels = st.floats(0, 0.25)


def test_new_issue_matches_articles():
    """$100 billion: $3 billion at 3%, $14.4 billion at 14.4%."""
    outcome = issue_at(100e9, 0.03, 0.144, SNAPSHOT)
    assert outcome.before_usd == pytest.approx(3e9)
    assert outcome.after_usd == pytest.approx(14.4e9)
    assert outcome.extra_usd == pytest.approx(11.4e9)
    assert outcome.due_share == pytest.approx(0.334)
    assert outcome.extra_share == pytest.approx(11.4 / 1038.976)


def test_old_debt_reprices_slowly():
    shares = [share for _, share in issue_at(1e9, 0.03, 0.06, SNAPSHOT).repriced]
    assert SNAPSHOT.facts["due_within_12_months"].value < shares[0] < shares[1] < 1


@pytest.mark.parametrize("amount", [0, -1, math.nan])
def test_non_positive_issue_is_refused(amount):
    with pytest.raises(CalcError) as caught:
        issue_at(amount, 0.03, 0.06, SNAPSHOT)
    assert caught.value.code == "amount.not_positive"


def test_immediate_sum_matches_articles():
    """$36 trillion at 4.5% is $1.62 trillion, 31% of the revenue of fiscal 2025."""
    outcome = total_interest(0.045, SNAPSHOT, 36e12)
    assert outcome.at_once_usd == pytest.approx(1.62e12)
    assert outcome.last_actual.fiscal_year == 2025
    assert outcome.at_once_of_revenue == pytest.approx(1620 / 5234.616)


def test_ratios_of_2030_match_cbo():
    """CBO, February 2026: 1,431.8 of 8,795.6 billion."""
    outcome = total_interest(0.045, SNAPSHOT)
    year = outcome.fiscal_years.index(2030)
    assert outcome.ratios_before.of_outlays[year] == pytest.approx(1431.836 / 8795.641)
    assert outcome.ratios_before.of_revenue[year] == pytest.approx(1431.836 / 6594.999)


def test_ratios_now_match_fiscal_2026():
    outcome = total_interest(0.06, SNAPSHOT)
    assert outcome.now.fiscal_year == 2026
    assert outcome.ratios_now.of_revenue[0] == pytest.approx(1038.976 / 5595.916)
    assert outcome.ratios_now.of_outlays[0] == pytest.approx(1038.976 / 7448.619)
    assert outcome.fiscal_years == tuple(range(2027, 2037))


def test_level_holds_from_curve_quarter():
    """The same shift built by hand."""
    model = interest_model(SNAPSHOT)
    bill, tenor = np.zeros((1, model.quarters)), np.zeros((1, model.quarters, len(model.tenors)))
    for quarter in range(model.curve_quarter, model.quarters):
        bill[0, quarter] = 0.06 - model.outlook.bill[quarter]
        tenor[0, quarter] = 0.06 - model.outlook.tenor[quarter]
    expected = extra_interest(model, bill, tenor)
    outcome = total_interest(0.06, SNAPSHOT)
    assert [extra.central for extra in outcome.extra_usd] == pytest.approx(
        expected.total_usd[0, 1:].tolist()
    )
    assert [service.central for service in outcome.service_usd] == pytest.approx(
        expected.service_usd[0, 1:].tolist()
    )


@given(levels, st.floats(0.001, 0.05))
def test_higher_rate_costs_more_every_year(level, step):
    low, high = total_interest(level, SNAPSHOT), total_interest(level + step, SNAPSHOT)
    for cheap, dear in zip(low.extra_usd, high.extra_usd, strict=True):
        assert cheap.central < dear.central


@given(levels)
def test_total_interest_is_finite_without_range(level):
    outcome = total_interest(level, SNAPSHOT)
    for values in (*outcome.extra_usd, *outcome.service_usd, outcome.last_year_usd):
        assert all(math.isfinite(value) for value in values)
        assert values.smallest == values.central == values.largest
    assert 0 < outcome.model_error < 0.05
    assert (outcome.ratios_after.of_outlays < 1).all()


@given(levels)
def test_refinancing_stays_below_immediate_sum(level):
    """Without the snowball, the change is less than that of all debt refinanced in a day."""
    outcome = total_interest(level, SNAPSHOT)
    model = interest_model(SNAPSHOT)
    debt = model.roll.stock_end[-1]
    gap = max(abs(level - model.outlook.bill).max(), abs(level - model.outlook.tenor).max())
    change = outcome.extra_usd[-1].central - outcome.service_usd[-1].central
    assert abs(change) <= debt * gap


def test_extra_interest_may_turn_sign():
    mixed = total_interest(0.036, SNAPSHOT)
    assert mixed.extra_usd[0].central > 0 > mixed.extra_usd[-1].central
    assert mixed.turns_in == 2029
    assert total_interest(0.06, SNAPSHOT).turns_in is None
    assert total_interest(0.03, SNAPSHOT).turns_in is None


def test_year_above_share_is_first():
    outcome = total_interest(0.06, SNAPSHOT)
    year = outcome.year_above(0.2)
    shares = dict(zip(outcome.fiscal_years, outcome.ratios_after.of_outlays, strict=True))
    assert shares[year] > 0.2 >= shares[year - 1]
    assert outcome.year_above(0.9) is None
