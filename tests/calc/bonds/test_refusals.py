"""Every refusal brings the figures its sentence needs, and the last allowed value is allowed."""

from datetime import date

import numpy as np
import pytest

from calc.bonds import (
    MAX_PERIODS,
    MAX_PRICE,
    MIN_PRICE,
    Bill,
    CouponStream,
    CouponStreams,
    Note,
    bill_discount_rate,
    bill_price,
    investment_rate,
    par_bond_price,
    par_stream,
    price_from_investment_rate,
    risk,
    yield_from_price,
    yield_of,
    yields_of,
)
from calc.errors import CalcError

MAY, MATURITY = date(2025, 5, 15), date(2030, 5, 15)
NOTE = Note(0.04, MAY, MATURITY)
STREAM = NOTE.at(MAY)
BATCH = CouponStreams.of([STREAM, STREAM])
YEARLY = CouponStream(1, 4.0, 0.0, 4.0, 9, 0.5, 2.0)
LAST = CouponStream(2, 2.0, 0.0, 2.0, 0, 0.5, 1.0)
PRICES = {"lowest": MIN_PRICE, "highest": MAX_PRICE}
DAYS = {"lowest": 1, "highest": 366}

REFUSALS = [
    (
        lambda: par_stream(1.5, 10),
        "coupon.out_of_range",
        {"coupon": 1.5, "lowest": 0, "highest": 1},
    ),
    (lambda: par_stream(0.04, 100.5), "term.out_of_range", {"periods": 201, "highest": 200}),
    (lambda: par_stream(0.04, 0), "term.out_of_range", {"periods": 0, "highest": 200}),
    (
        lambda: par_bond_price(0.04, 0.04, np.array([10.0, 101.0])),
        "term.out_of_range",
        {"periods": 202, "highest": 200},
    ),
    (
        lambda: par_bond_price(np.array([0.04, 2.0]), 0.04, 10),
        "coupon.out_of_range",
        {"coupon": 2, "lowest": 0, "highest": 1},
    ),
    (
        lambda: par_bond_price(0.04, 0.04, np.array([0.0, 10.0])),
        "term.out_of_range",
        {"periods": 0, "highest": 200},
    ),
    (
        lambda: par_bond_price(np.array([-0.01, 0.04]), 0.04, 10),
        "coupon.out_of_range",
        {"coupon": -0.01, "lowest": 0, "highest": 1},
    ),
    (lambda: par_bond_price(0.04, 0.04, 10, 4), "frequency.unknown", {"frequency": 4}),
    (lambda: STREAM.price(-3.0), "yield.out_of_range", {"yield_": -3, "lowest": -1.9}),
    (lambda: LAST.price(-5.0), "yield.out_of_range", {"yield_": -5, "lowest": -1.9}),
    (
        lambda: BATCH.price(np.array([0.04, -3.0])),
        "yield.out_of_range",
        {"yield_": -3, "lowest": -1.9},
    ),
    (lambda: STREAM.price(-1.9), "yield.out_of_range", {"yield_": -1.9, "lowest": -1.9}),
    (lambda: BATCH.price(-1.9), "yield.out_of_range", {"yield_": -1.9, "lowest": -1.9}),
    # Half a period at -400 %: the price would be divided by nothing.
    (lambda: LAST.price(-4.0), "yield.out_of_range", {"yield_": -4, "lowest": -1.9}),
    (
        lambda: CouponStreams.of([LAST]).price(-4.0),
        "yield.out_of_range",
        {"yield_": -4, "lowest": -1.9},
    ),
    (lambda: yield_of(STREAM, 2000.0), "price.out_of_range", {"price": 2000, **PRICES}),
    (
        lambda: yields_of(BATCH, np.array([99.0, 0.0])),
        "price.out_of_range",
        {"price": 0, **PRICES},
    ),
    (lambda: CouponStreams.of([STREAM, YEARLY]), "frequency.mixed", {"kinds": 2}),
    (
        lambda: Note(0.04, MATURITY, MAY),
        "date.not_before_maturity",
        {"date": "2030-05-15", "maturity": "2025-05-15"},
    ),
    (
        lambda: Note(0.04, MAY, MATURITY, date(2025, 12, 1)),
        "first_payment.not_allowed",
        {"first_payment": "2025-12-01"},
    ),
    (
        lambda: NOTE.at(date(2025, 5, 14)),
        "settlement.before_dated",
        {"settlement": "2025-05-14", "dated": "2025-05-15"},
    ),
    (
        lambda: Note(0.04, MAY, date(2125, 11, 15)),
        "term.out_of_range",
        {"periods": 201, "highest": 200},
    ),
    (lambda: Bill(MAY, date(2026, 5, 17)), "days.out_of_range", DAYS),
    (lambda: Bill(MAY, MAY), "days.out_of_range", DAYS),
    (
        lambda: NOTE.at(MATURITY),
        "date.not_before_maturity",
        {"date": "2030-05-15", "maturity": "2030-05-15"},
    ),
    (lambda: bill_price(4.0, 91.0), "discount_rate.out_of_range", None),
    (lambda: bill_price(float("nan"), 91.0), "discount_rate.out_of_range", None),
    (lambda: bill_price(np.array([0.05]), np.array([400.0])), "days.out_of_range", None),
    (
        lambda: investment_rate(np.array([99.0, -1.0]), np.full(2, 91.0), np.full(1, 365.0)),
        "price.out_of_range",
        None,
    ),
    (
        lambda: price_from_investment_rate(-1.99, 364.0, 365.0),
        "investment_rate.out_of_range",
        None,
    ),
    (lambda: Note(float("nan"), MAY, MATURITY), "coupon.out_of_range", None),
    (lambda: par_bond_price(0.04, 0.04, float("nan")), "term.out_of_range", None),
    (lambda: par_bond_price(0.04, -2.5, 10), "yield.out_of_range", None),
    (lambda: risk(STREAM, -3.0), "yield.out_of_range", None),
    (lambda: bill_discount_rate(0.0, 91.0), "price.out_of_range", PRICES),
    (lambda: investment_rate(0.0, 91.0, 365.0), "price.out_of_range", PRICES),
    (lambda: bill_price(0.04, 367.0), "days.out_of_range", DAYS),
    (lambda: bill_discount_rate(99.0, 0.0), "days.out_of_range", DAYS),
    (lambda: investment_rate(99.0, 367.0, 365.0), "days.out_of_range", DAYS),
    (lambda: price_from_investment_rate(0.04, 0.0, 365.0), "days.out_of_range", DAYS),
]


@pytest.mark.parametrize(("attempt", "code", "facts"), REFUSALS)
def test_refusal_has_code_and_figures(attempt, code, facts):
    with pytest.raises(CalcError) as caught:
        attempt()
    assert caught.value.code == code
    if facts is None:
        return
    told = caught.value.facts
    assert told.keys() == facts.keys()
    for name, value in facts.items():
        assert told[name] == (value if isinstance(value, str) else pytest.approx(value))


@pytest.mark.parametrize("price", [MIN_PRICE, MAX_PRICE])
def test_extreme_prices_round_trip(price):
    days = 364.0
    assert STREAM.price(yield_of(STREAM, price)) == pytest.approx(price)
    assert BATCH.price(yields_of(BATCH, price)) == pytest.approx([price] * 2)
    assert bill_price(bill_discount_rate(price, days), days) == pytest.approx(price)


def test_bill_above_any_price_round_trips():
    for price in (995.0, 934.0):
        rate = investment_rate(price, 364.0, 365.0)
        assert price_from_investment_rate(rate, 364.0, 365.0) == pytest.approx(price)


def test_extreme_terms_are_allowed():
    longest = MAX_PERIODS / 2
    assert par_bond_price(0.04, 0.04, longest) == pytest.approx(100)
    assert Note(0.04, MAY, date(2125, 5, 15)).at(MAY).periods == MAX_PERIODS - 1
    assert Note(0.04, MAY, date(2025, 11, 15)).at(MAY).periods == 0
    assert Bill(MAY, date(2025, 5, 16)).days == 1
    assert Bill(MAY, date(2026, 5, 16)).days == 366
    assert bill_price(np.zeros(2), np.array([1.0, 366.0])).tolist() == [100, 100]


def test_extreme_coupons_are_allowed():
    assert par_bond_price(1.0, 1.0, 10) == pytest.approx(100)
    assert par_bond_price(0.0, 0.0, 10) == 100


def test_any_array_returns_an_array():
    one = np.array([1.0])
    for arguments in ((0.03, 90.0, one), (0.03, 90 * one, 1), (0.03 * one, 90.0, 1)):
        assert yield_from_price(*arguments, 1) == pytest.approx([103 / 90 - 1])
        assert par_bond_price(*arguments[:1], 0.1, one, 1) == pytest.approx([103 / 1.1])
