"""Bills that are sold move bills, fade within a year, and leave the 10-year alone."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import PortfolioType, Scenario, run
from calc.impact.impact import bill_path
from calc.parameters import load_impact_parameters

PARAMETERS = load_impact_parameters()
BILLS = Scenario("jp", 200 * 10**9, portfolio_type=PortfolioType.BILLS)


def test_bill_rise_follows_published_size():
    """1, 2.5 and 6 basis points for each $100 billion."""
    outcome = run(BILLS)
    assert [rise * 1e4 for rise in outcome.yields.bill_rise] == pytest.approx([2, 5, 12])
    assert max(outcome.yields.peak) < 0.5e-4


@given(st.floats(1e6, 7e12), st.sampled_from([1, 21, 252]))
def test_bill_rise_ends_a_year_after_sale(usd, days):
    path = bill_path(usd, days, PARAMETERS, 600)
    assert path[:, 0].tolist() == [0, 0, 0]
    assert path[1].argmax() == days
    assert not path[:, days + 252 :].any()
    assert path[1, days + 126] == pytest.approx(path[1, days] / 2)


def test_bills_cost_most_in_first_year():
    first, *later = run(BILLS).interest.lasting_usd
    assert first.central > max(year.central for year in later)
    assert run(
        dataclasses.replace(BILLS, portfolio_type=PortfolioType.TYPICAL)
    ).yields.bill_rise == (dataclasses.replace(first, low=0, central=0, high=0))
