"""Floating rate notes: every example of 31 CFR 356, Appendix B, IV."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.bonds import FloatingRateNote, FloatingStream, frn_index_rate, frns
from calc.errors import CalcError

AUCTION_RATE = frn_index_rate(0.00095, 91)
AT_PAR = FloatingRateNote(0.0012, date(2012, 7, 31), date(2014, 7, 31))
# IV.C: days and index rates between July 31 and the reopening of August 31, 2012. The bill
# auctioned at 0.105 % first ran 92 days.
AUGUST_2012 = [
    (1, AUCTION_RATE),
    (6, frn_index_rate(0.0011, 91)),
    (7, frn_index_rate(0.0010, 91)),
    (7, frn_index_rate(0.0011, 91)),
    (7, frn_index_rate(0.00105, 92)),
    (3, frn_index_rate(0.00105, 91)),
]


def nine_decimals(number):
    return number.quantize(Decimal("1e-9"), ROUND_HALF_UP)


def test_index_rate():
    assert AUCTION_RATE == 0.00095022819
    assert frn_index_rate(0.00105, 91) == 0.00105027876


def test_issued_at_par():
    # IV.A, with the payments of IV.D, example 1
    stream = AT_PAR.at(date(2012, 7, 31), AUCTION_RATE)
    assert stream.official_price(0.0012) == 100
    payments = [f"{paid:.9f}" for paid in stream.payments()]
    assert (payments[0], payments[6]) == ("0.054950312", "0.053158454")
    assert payments[-1] == "100.054950312"


def test_issued_at_a_premium():
    # IV.B: the floor keeps interest at zero
    note = FloatingRateNote(-0.0015, date(2012, 7, 31), date(2014, 7, 31))
    stream = note.at(date(2012, 7, 31), AUCTION_RATE)
    assert stream.official_price(-0.0015) == 100.111551
    assert set(stream.payments()[:-1]) == {0.0}


def test_reopened():
    # IV.C, with the payments of IV.D, example 2
    stream = AT_PAR.at(date(2012, 8, 31), frn_index_rate(0.00105, 91), AUGUST_2012)
    assert f"{stream.accrued:.6f}" == "0.019433"
    assert f"{stream.official_dirty_price(0.001):.6f}" == "100.058173"
    assert stream.official_price(0.001) == 100.03874
    assert f"{stream.payments()[0]:.9f}" == "0.057562689"
    assert f"{stream.payments()[-1]:.9f}" == "100.057507084"


def test_issued_after_the_dated_date():
    # IV.E
    rate = 0.00025001580
    note = FloatingRateNote(0.01, date(2011, 12, 31), date(2013, 12, 31))
    stream = note.at(date(2012, 1, 3), rate, [(3, rate)])
    assert f"{stream.accrued:.6f}" == "0.008542"
    assert f"{stream.official_dirty_price(0.01):.6f}" == "100.008521"
    assert stream.official_price(0.01) == 99.999979


@given(
    st.lists(st.integers(1, 92), min_size=1, max_size=8).map(tuple),
    st.floats(0, 0.2),
    st.floats(-0.005, 0.02),
    st.floats(1, 400),
)
def test_margin_and_price_are_inverse(days, index_rate, spread, price):
    stream = FloatingStream(days, index_rate, spread, accrued=0.05)
    assert stream.price(stream.margin_from_price(price)) == pytest.approx(price, abs=1e-8)


def test_compound_factors_are_carried_to_nine_decimals():
    stream = AT_PAR.at(date(2012, 7, 31), 0.05)
    factor, value = Decimal(1), Decimal(0)
    for days, paid in zip(stream.days, stream.payments(), strict=True):
        growth = nine_decimals(1 + Decimal("0.051") * days / 360)
        factor = nine_decimals(factor * growth)
        value += Decimal(paid) / factor
    assert stream.official_dirty_price(0.001) == pytest.approx(float(value), abs=1e-11)


@pytest.mark.parametrize("index_rate", [0.0, 0.02, 0.05])
def test_newtons_steps_settle_a_margin_in_five(monkeypatch, index_rate):
    monkeypatch.setattr(frns, "_MAX_STEPS", 5)
    stream = AT_PAR.at(date(2012, 7, 31), index_rate)
    for price in range(85, 116):
        assert stream.price(stream.margin_from_price(price)) == pytest.approx(price, abs=1e-10)


@given(st.floats(0, 0.2), st.floats(-0.005, 0.02))
def test_printed_steps_stay_within_a_millionth_of_the_formula(index_rate, margin):
    stream = AT_PAR.at(date(2012, 7, 31), index_rate)
    assert stream.official_price(margin) == pytest.approx(stream.price(margin), abs=1.5e-6)


@pytest.mark.parametrize(
    ("attempt", "code"),
    [
        (lambda: AT_PAR.at(date(2012, 7, 30), 0.001), "settlement.before_dated"),
        (lambda: AT_PAR.at(date(2014, 7, 31), 0.001), "date.not_before_maturity"),
        (lambda: AT_PAR.at(date(2012, 8, 31), 0.001, [(30, 0.001)]), "accrual.days_mismatch"),
        (lambda: AT_PAR.at(date(2012, 7, 31), 0.001).price(-9.0), "margin.out_of_range"),
        (lambda: AT_PAR.at(date(2012, 7, 31), 0.001).margin_from_price(0), "price.out_of_range"),
    ],
)
def test_impossible_floating_notes(attempt, code):
    with pytest.raises(CalcError) as caught:
        attempt()
    assert caught.value.code == code
