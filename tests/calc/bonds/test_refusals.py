"""Every refusal brings the figures its sentence needs, and the last allowed value is allowed."""

from datetime import date

import pytest

from calc.bonds.bills import bill_discount_rate, investment_rate, price_from_investment_rate
from calc.bonds.coupons import (
    MAX_PERIODS,
    MAX_PRICE,
    MIN_PRICE,
    CouponStream,
    par_bond_price,
    par_stream,
    yield_of,
)
from calc.bonds.days import payments_left
from calc.errors import CalcError

MAY, MATURITY = date(2025, 5, 15), date(2030, 5, 15)
STREAM = payments_left(0.04, MATURITY, MAY)
LAST = CouponStream(2, 2.0, 0, 0.5, 1.0)
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
    (lambda: STREAM.price(-3.0), "yield.out_of_range", {"yield_": -3, "lowest": -1.9}),
    (lambda: LAST.price(-5.0), "yield.out_of_range", {"yield_": -5, "lowest": -1.9}),
    (lambda: STREAM.price(-1.9), "yield.out_of_range", {"yield_": -1.9, "lowest": -1.9}),
    # Half a period at -400 %: the price would be divided by nothing.
    (lambda: LAST.price(-4.0), "yield.out_of_range", {"yield_": -4, "lowest": -1.9}),
    (lambda: yield_of(STREAM, 2000.0), "price.out_of_range", {"price": 2000, **PRICES}),
    (
        lambda: payments_left(0.04, MATURITY, MATURITY),
        "date.not_before_maturity",
        {"date": "2030-05-15", "maturity": "2030-05-15"},
    ),
    (
        lambda: price_from_investment_rate(-1.99, 364.0, 365.0),
        "investment_rate.out_of_range",
        None,
    ),
    (lambda: par_bond_price(float("nan"), 0.04, 10), "coupon.out_of_range", None),
    (lambda: par_bond_price(0.04, 0.04, float("nan")), "term.out_of_range", None),
    (lambda: par_bond_price(0.04, -2.5, 10), "yield.out_of_range", None),
    (lambda: bill_discount_rate(0.0, 91.0), "price.out_of_range", {"price": 0, **PRICES}),
    (lambda: investment_rate(0.0, 91.0, 365.0), "price.out_of_range", {"price": 0, **PRICES}),
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
    assert STREAM.price(yield_of(STREAM, price)) == pytest.approx(price)


def test_bill_above_any_price_round_trips():
    for price in (995.0, 934.0):
        rate = investment_rate(price, 364.0, 365.0)
        assert price_from_investment_rate(rate, 364.0, 365.0) == pytest.approx(price)


def test_extreme_terms_are_allowed():
    assert par_bond_price(0.04, 0.04, MAX_PERIODS / 2) == pytest.approx(100)
    assert payments_left(0.04, date(2025, 11, 15), MAY).periods == 0
    assert bill_discount_rate(100.0, 1.0) == bill_discount_rate(100.0, 366.0) == 0


def test_extreme_coupons_are_allowed():
    assert par_bond_price(1.0, 1.0, 10) == pytest.approx(100)
    assert par_bond_price(0.0, 0.0, 10) == 100
