"""Records of past yields and fiscal years."""

from datetime import date

import pytest

from calc.record.past_figures import load_daily_yields, load_fiscal_history


@pytest.mark.parametrize(
    ("years", "day", "close"),
    [
        (10, date(2011, 8, 8), 0.0240),
        (10, date(2023, 10, 19), 0.0498),
        (10, date(2025, 4, 4), 0.0401),
        (10, date(2025, 4, 11), 0.0448),
        (30, date(2025, 5, 21), 0.0508),
    ],
)
def test_daily_yield_is_the_published_close(years, day, close):
    assert load_daily_yields()[years].on(day) == (day, close)


def test_holiday_has_the_close_before_it():
    assert load_daily_yields()[10].on(date(2023, 10, 9)) == (date(2023, 10, 6), 0.0478)


def test_day_outside_the_record_has_none():
    assert load_daily_yields()[10].on(date(1999, 12, 1)) is None


def test_closes_between_days_hold_both_ends():
    rows = load_daily_yields()[10].between(date(2025, 4, 4), date(2025, 4, 11))
    assert [rows[0][0], rows[-1][0]] == [date(2025, 4, 4), date(2025, 4, 11)]


def test_total_debt_is_more_than_what_the_public_holds():
    history = load_fiscal_history()
    assert history.total_debt_usd[2017] == pytest.approx(20.2449e12)
    for year, budget in history.budgets.items():
        assert budget.debt_held_by_public_usd < history.total_debt_usd[year]


def test_deficit_is_spending_less_revenue():
    for budget in load_fiscal_history().budgets.values():
        if budget.outlays_usd is not None and budget.deficit_usd is not None:
            gap = budget.outlays_usd - budget.revenue_usd
            # Surpluses of 2000 and 2001 are negative deficits.
            assert budget.deficit_usd == pytest.approx(gap, abs=0.01e12)
