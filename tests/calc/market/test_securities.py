"""Outstanding securities: their list, their payments and what all of them are worth."""

import json
from datetime import date
from importlib import resources

import numpy as np
import pytest
from pydantic import ValidationError

from calc import load_snapshot
from calc.bonds.days import settlement_day
from calc.market.files import SecuritiesFile
from calc.market.securities import market_value
from calc.market.snapshot import DebtType

SNAPSHOT = load_snapshot()
SETTLEMENT = settlement_day(SNAPSHOT.curve.as_of)
LIST = SNAPSHOT.securities
PRICED = [row for row in LIST.alive(SETTLEMENT) if row.is_priced]


def value_after(basis_points):
    curve = SNAPSHOT.curve
    yields = np.array([curve.at(row.years_left(SETTLEMENT)) for row in PRICED])
    return market_value(PRICED, yields + basis_points * 1e-4, SETTLEMENT)


# US Treasury, MSPD table 1, 30 September 2025, held by the public, billions of dollars.
STATEMENT = {"bill": 6396.6, "note": 15387.4, "bond": 5133.1, "tips": 2087.4, "frn": 690.5}


@pytest.mark.parametrize(("kind", "billions"), STATEMENT.items())
def test_securities_total_of_a_kind_equals_monthly_statement(kind, billions):
    held = sum(row.outstanding_usd for row in LIST.rows if row.type == kind) / 1e9
    assert held == pytest.approx(billions, abs=0.2)


def test_security_yield_of_its_coupon_prices_at_par_on_a_coupon_date():
    bond = next(row for row in LIST.rows if row.maturity == date(2055, 8, 15))
    assert bond.coupon == pytest.approx(0.0475)
    assert bond.payments(date(2027, 2, 15)).price(0.0475) == pytest.approx(100)


@pytest.mark.parametrize(
    ("years", "cusip"),
    {2: "91282CPB1", 3: "91282CNY3", 5: "91282CPA3", 10: "91282CNT4", 30: "912810UM8"}.items(),
)
def test_newest_of_a_term_is_the_last_auctioned(years, cusip):
    newest = LIST.newest(years)
    assert newest is not None
    assert newest.cusip == cusip


def test_security_without_coupons_has_no_payments():
    bill = next(row for row in LIST.rows if row.type is DebtType.BILL)
    with pytest.raises(ValueError, match="no fixed coupons"):
        bill.payments(date(2025, 10, 1))


def test_market_value_falls_by_about_the_market_duration():
    """The whole market's duration is about six years: one point costs about six percent."""
    losses = [1 - value_after(points) / value_after(0) for points in (10, 50, 100)]
    assert losses == sorted(losses)
    assert 0.04 < losses[-1] < 0.08


def test_read_security_with_malformed_cusip_is_refused():
    content = json.loads((resources.files("calc") / "data" / "securities.json").read_text())
    content["securities"][0][0] = "short"
    with pytest.raises(ValidationError):
        SecuritiesFile.model_validate_json(json.dumps(content))
