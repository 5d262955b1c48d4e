"""31 CFR 356, Appendix B, I.A and I.D: interest payments, half-years and accrued interest."""

from calendar import monthrange
from datetime import date

import pytest

from calc.bonds import Note, auction_coupon, round_half_up
from calc.bonds.schedule import coupon_period

# Table 1: days in the half-year from a month's 1st or 15th, and from its last day,
# each in a regular and in a leap year.
HALF_YEARS = {
    1: (181, 182, 181, 182),
    2: (181, 182, 184, 184),
    3: (184, 184, 183, 183),
    4: (183, 183, 184, 184),
    5: (184, 184, 183, 183),
    6: (183, 183, 184, 184),
    7: (184, 184, 184, 184),
    8: (184, 184, 181, 182),
    9: (181, 182, 182, 183),
    10: (182, 183, 181, 182),
    11: (181, 182, 182, 183),
    12: (182, 183, 181, 182),
}
LONG_FIRST = Note(0.07875, date(1990, 12, 3), date(1996, 2, 15), date(1991, 8, 15))


def month_day(year, month, day):
    return date(year, month, monthrange(year, month)[1] if day == "last" else day)


@pytest.mark.parametrize("month", HALF_YEARS)
@pytest.mark.parametrize("day", [1, 15, "last"])
@pytest.mark.parametrize("leap", [False, True])
def test_half_years_of_table_1(month, day, leap):
    end_year = 2024 if leap else 2023
    begins_before = month > 6
    start = month_day(end_year - begins_before, month, day)
    end_month = month - 6 if begins_before else month + 6
    period = coupon_period(month_day(end_year + 4, end_month, day), start)
    assert (period.start, period.end) == (start, month_day(end_year, end_month, day))
    assert period.days == HALF_YEARS[month][leap + 2 * (day == "last")]


@pytest.mark.parametrize("settlement", [date(2030, 1, 31), date(2030, 2, 28), date(2030, 2, 1)])
def test_coupon_period_contains_its_day(settlement):
    period = coupon_period(date(2034, 8, 31), settlement)
    assert period.start <= settlement < period.end


def test_regular_payment():
    note = Note(0.08, date(1990, 8, 15), date(1995, 8, 15))
    assert note.first_interest() == 40


def test_short_first_payment():
    note = Note(0.08375, date(1990, 7, 2), date(1992, 6, 30))
    assert note.first_interest() == 41.419837004
    assert round_half_up(20 * note.first_interest(), 2) == 828.40


def test_long_first_payment():
    assert LONG_FIRST.first_interest() == 55.21059781
    assert round_half_up(7 * LONG_FIRST.first_interest(), 2) == 386.47


def test_long_first_payment_enters_price_whole():
    in_stub = LONG_FIRST.at(date(1990, 12, 3))
    in_regular_part = LONG_FIRST.at(date(1991, 3, 1))
    after = LONG_FIRST.at(date(1991, 8, 15))
    paid = LONG_FIRST.first_interest() / 10
    assert in_stub.first == 0
    assert in_stub.stub + in_stub.payment == pytest.approx(paid, abs=1e-7)
    assert (in_regular_part.first, in_regular_part.stub) == (pytest.approx(paid, abs=1e-7), 0)
    assert (after.first, after.stub, after.accrued) == (after.payment, 0, 0)


def test_first_payment_of_two_periods():
    note = Note(0.04, date(2025, 5, 15), date(2030, 5, 15), date(2026, 5, 15))
    at_issue = note.at(date(2025, 5, 15))
    assert (at_issue.first, at_issue.stub, at_issue.accrued) == (0, 2, 0)
    assert note.at(date(2025, 11, 15)).first == 4
    assert note.first_interest() == 40


def test_long_first_payment_may_be_only():
    note = Note(0.04, date(2025, 8, 15), date(2026, 5, 15), date(2026, 5, 15))
    at_issue = note.at(date(2025, 8, 15))
    assert (at_issue.first, at_issue.stub, at_issue.payment, at_issue.periods) == (
        0,
        2 * 92 / 184,
        2,
        1,
    )


def test_accrued_over_one_half_year():
    note = Note(0.0675, date(2000, 5, 15), date(2005, 5, 15))
    assert f"{10 * note.at(date(2000, 8, 15)).official_accrued():.5f}" == "16.87500"


def test_accrued_over_two_half_years():
    note = Note(0.1075, date(1985, 7, 2), date(2005, 8, 15), date(1986, 2, 15))
    assert f"{10 * note.at(date(1985, 11, 4)).official_accrued():.5f}" == "36.72798"


def test_tie_rounds_up():
    # An eighth of a half-year of 1/8 %: 0.0078125 per 100 exactly.
    note = Note(0.00125, date(2025, 5, 15), date(2030, 5, 15))
    assert note.at(date(2025, 6, 7)).official_accrued() == 0.007813


@pytest.mark.parametrize(
    ("high_yield", "coupon"),
    [(0.04683, 0.04625), (0.04125, 0.04125), (0.0412499, 0.04), (0.0005, 0.00125)],
)
def test_coupon_set_at_auction(high_yield, coupon):
    assert auction_coupon(high_yield) == coupon
