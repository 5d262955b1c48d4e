"""31 CFR 356, Appendix B, I.A and I.D: half-years and accrued interest; settlement days."""

from calendar import monthrange
from datetime import date

import pytest

from calc.bonds.days import coupon_period, payments_left, settlement_day

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


def test_accrued_over_one_half_year():
    stream = payments_left(0.0675, date(2005, 5, 15), date(2000, 8, 15))
    assert f"{10 * stream.official_accrued():.5f}" == "16.87500"


def test_accrued_tie_rounds_up():
    # An eighth of a half-year of 1/8 %: 0.0078125 per 100 exactly.
    stream = payments_left(0.00125, date(2030, 5, 15), date(2025, 6, 7))
    assert stream.official_accrued() == 0.007813


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
