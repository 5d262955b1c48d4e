"""The mechanism against what the Congressional Budget Office publishes, billions of dollars.

Sources: The Budget and Economic Outlook: 2026 to 2036 (publication 61882, net interest); How
Changes in Economic Conditions Might Affect the Federal Budget: 2026 to 2036 (62257, its workbook
has 378.882 for ten years); the debt-service tool of March 2026 (61912).
"""

import numpy as np
import pytest

from calc.interest.model import extra_interest, interest_model
from calc.market import load_snapshot
from calc.market.snapshot import Quarter

BILLION = 1e9
PULSE = 900.0

DEBT_SERVICE = {
    # Deficit of 900 in the second half of fiscal 2026: the tool of March 2026 starts then.
    ("2026Q2", 2): {
        2026: 8.91,
        2027: 31.86,
        2028: 32.94,
        2029: 34.29,
        2030: 35.64,
        2031: 37.08,
        2032: 38.61,
        2033: 40.14,
        2034: 41.67,
        2035: 43.29,
        2036: 45.09,
    },
    # Deficit of 900 over the four quarters of fiscal 2027.
    ("2026Q4", 4): {
        2026: 0.0,
        2027: 17.82,
        2028: 34.02,
        2029: 35.28,
        2030: 36.90,
        2031: 38.25,
        2032: 39.78,
        2033: 41.40,
        2034: 43.11,
        2035: 44.82,
        2036: 46.53,
    },
}


@pytest.fixture
def model():
    return interest_model(load_snapshot())


def test_baseline_matches_outlook(model):
    assert model.fiscal_years == tuple(range(2026, 2037))
    np.testing.assert_allclose(
        model.baseline_interest_usd, model.published_interest_usd, rtol=0.035
    )


def test_tenth_of_point_matches_cbo(model):
    start = Quarter.parse("2026Q1").ordinal - model.roll.first_quarter.ordinal
    bill = np.zeros((1, model.quarters))
    bill[:, start:] = 0.001
    tenor = np.repeat(bill[..., None], len(model.tenors), axis=-1)
    by_year = dict(
        zip(
            model.fiscal_years,
            extra_interest(model, bill, tenor).total_usd[0] / BILLION,
            strict=True,
        )
    )
    assert sum(by_year[year] for year in range(2027, 2037)) == pytest.approx(379, rel=0.03)
    assert by_year[2036] == pytest.approx(60, abs=3)


@pytest.mark.parametrize(("first", "quarters"), DEBT_SERVICE)
def test_debt_service_of_an_extra_deficit(model, first, quarters):
    start = Quarter.parse(first).ordinal - model.roll.first_quarter.ordinal
    deficit = np.zeros(model.quarters)
    deficit[start : start + quarters] = PULSE * BILLION / quarters
    service = model.baseline_service
    # Interest on the deficits and the interest on it, at the outlook's yields.
    owed = np.linalg.solve(np.eye(model.quarters) - service, service @ deficit)
    ours = owed.reshape(-1, 4).sum(axis=1) / BILLION
    published = DEBT_SERVICE[first, quarters]
    assert tuple(published) == model.fiscal_years
    np.testing.assert_allclose(ours, list(published.values()), rtol=0.05, atol=1e-9)
