"""Outstanding securities: their list, their payments and what all of them are worth."""

import json
from datetime import date
from importlib import resources

import numpy as np
import pytest
from pydantic import ValidationError

from calc import load_snapshot
from calc.bonds.securities import load_securities, read_securities, settlement_day
from calc.market.snapshot import DebtType
from calc.market_value import reprice

SNAPSHOT = load_snapshot()
SETTLEMENT = settlement_day(SNAPSHOT.curve.as_of)
LIST = load_securities()


def flat(basis_points):
    return lambda years: np.full(len(years), basis_points * 1e-4)


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


@pytest.mark.parametrize(
    ("trade", "settled"),
    [
        (date(2026, 10, 8), date(2026, 10, 9)),
        (date(2026, 10, 16), date(2026, 10, 19)),
        (date(2026, 10, 9), date(2026, 10, 13)),
        (date(2026, 11, 25), date(2026, 11, 27)),
        # Independence Day on a Saturday is not kept, Juneteenth on a Sunday is on the Monday.
        (date(2026, 7, 2), date(2026, 7, 3)),
        (date(2022, 6, 17), date(2022, 6, 21)),
        (date(2026, 12, 31), date(2027, 1, 4)),
        (date(2026, 5, 22), date(2026, 5, 26)),
    ],
)
def test_settlement_day_skips_weekends_and_federal_reserve_holidays(trade, settled):
    assert settlement_day(trade) == settled


def test_reprice_without_a_shift_loses_nothing():
    value = reprice(LIST.alive(SETTLEMENT), SNAPSHOT.curve, flat(0), SETTLEMENT)
    assert value.after_usd == value.before_usd
    assert value.left_out_usd > 0


def test_reprice_equals_security_by_security():
    rows = [row for row in LIST.alive(SETTLEMENT) if row.is_nominal_coupon][:40]
    value = reprice(rows, SNAPSHOT.curve, flat(25), SETTLEMENT)
    single = sum(
        row.outstanding_usd
        / 100
        * row.payments(SETTLEMENT).dirty_price(
            SNAPSHOT.curve.at(row.years_left(SETTLEMENT)) + 0.0025
        )
        for row in rows
    )
    assert value.after_usd == pytest.approx(single)


def test_reprice_loss_grows_with_the_shift_and_is_near_the_market_duration():
    """The whole market's duration is about six years: one point costs about six percent."""
    losses = [
        reprice(LIST.alive(SETTLEMENT), SNAPSHOT.curve, flat(bp), SETTLEMENT).loss_share
        for bp in (10, 50, 100)
    ]
    assert losses == sorted(losses)
    assert 0.04 < losses[-1] < 0.08


def test_read_security_with_malformed_cusip_is_refused():
    content = json.loads((resources.files("calc") / "data" / "securities.json").read_text())
    content["securities"][0][0] = "short"
    with pytest.raises(ValidationError):
        read_securities(json.dumps(content))
