"""How extra borrowing is financed and renewed."""

import numpy as np
import pytest

from calc.interest.model import interest_model
from calc.market import load_snapshot

MODEL = interest_model(load_snapshot())
BORROWING = MODEL.borrowing


def service_of_first_quarter(bill, tenor):
    """Interest by quarter on a dollar borrowed in the first quarter, a year's worth."""
    return 4 * BORROWING.service(bill[None], tenor[None])[0][:, 0]


def test_coupon_debt_reprices_at_renewal():
    tenor = np.zeros((MODEL.quarters, len(MODEL.tenors)))
    two_years = MODEL.tenors.index(2)
    tenor[10:, two_years] = 0.01
    paid = service_of_first_quarter(np.zeros(MODEL.quarters), tenor)
    part = (1 - BORROWING.bill_share) * BORROWING.tenor_weights[two_years]
    assert not paid[:16].any()
    assert paid[16:] == pytest.approx(0.01 * part)


def test_bills_reprice_at_once():
    bill = np.zeros(MODEL.quarters)
    bill[10:12] = 0.01
    paid = service_of_first_quarter(bill, np.zeros((MODEL.quarters, len(MODEL.tenors))))
    assert paid[10:12] == pytest.approx(0.01 * BORROWING.bill_share)
    assert paid.sum() == pytest.approx(paid[10:12].sum())


def test_no_service_before_borrowing():
    assert not np.triu(MODEL.baseline_service, 1).any()


def test_first_quarter_is_owed_in_part():
    bill = np.full(MODEL.quarters, 0.04)
    paid = service_of_first_quarter(bill, np.full((MODEL.quarters, len(MODEL.tenors)), 0.04))
    assert 0.5 <= paid[0] / 0.04 < 1
    assert paid[1:] == pytest.approx(0.04)
