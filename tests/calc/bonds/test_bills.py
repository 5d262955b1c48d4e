"""Bills: 31 CFR 356, Appendix B, VI, and real auctions; inverses; impossible inputs."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.bonds.bills import (
    bill_discount_rate,
    investment_rate,
    investment_year_days,
    price_from_investment_rate,
)

TABLE = list(
    csv.DictReader(
        Path(__file__).with_name("official_bills.csv").read_text(encoding="utf-8").splitlines()
    )
)
WITH_DISCOUNT = [row for row in TABLE if row["discount_percent"]]
WITH_INVESTMENT = [row for row in TABLE if row["investment_percent"]]

days = st.integers(1, 366).map(float)
year_days = st.sampled_from([365.0, 366.0])


def days_left(row):
    maturity = date.fromisoformat(row["maturity"])
    return float((maturity - date.fromisoformat(row["settlement"])).days)


@pytest.mark.parametrize("row", WITH_DISCOUNT, ids=[row["source"] for row in WITH_DISCOUNT])
def test_discount_rate_matches_official_tables(row):
    rate = bill_discount_rate(float(row["price"]), days_left(row))
    assert f"{100 * rate:.3f}" == row["discount_percent"]


@pytest.mark.parametrize("row", WITH_INVESTMENT, ids=[row["source"] for row in WITH_INVESTMENT])
def test_investment_rate_as_printed(row):
    year_days = investment_year_days(date.fromisoformat(row["settlement"]))
    rate = investment_rate(float(row["price"]), days_left(row), float(year_days))
    assert round(100 * rate, 3) == float(row["investment_percent"])


def test_discount_rate_of_a_price_auction():
    # VI.C: sold on price before 1983.
    assert f"{bill_discount_rate(95.934567, 182.0):.9f}" == "0.080415158"


def test_long_bill_before_rounding():
    # VI.D.2 prints the root to nine decimals.
    assert f"{investment_rate(92.265, 364.0, 365.0):.9f}" == "0.082373244"


@pytest.mark.parametrize(
    ("issue", "expected"),
    [
        (date(2019, 2, 28), 365),  # VI.D.1 gives these first two
        (date(2019, 3, 1), 366),
        (date(2024, 2, 28), 366),
        (date(2024, 2, 29), 365),
        (date(2024, 3, 1), 365),
        (date(2023, 11, 16), 366),
        (date(1999, 6, 1), 366),
        (date(2099, 6, 1), 365),
    ],
)
def test_investment_year_days_match_appendix(issue, expected):
    assert investment_year_days(issue) == expected


@given(st.floats(-0.05, 0.5), days)
def test_discount_rate_undoes_its_price(rate, days):
    # VI.A.
    price = 100 * (1 - rate * days / 360)
    assert bill_discount_rate(price, days) == pytest.approx(rate, abs=1e-10)


@given(st.floats(-0.05, 1.0), days, year_days)
def test_price_inverts_investment_rate(rate, days, year_days):
    price = price_from_investment_rate(rate, days, year_days)
    assert investment_rate(price, days, year_days) == pytest.approx(rate, abs=1e-10)


@given(st.floats(50, 110), year_days)
def test_investment_rate_is_continuous_at_half_year(price, year_days):
    below, above = year_days / 2 - 1e-7, year_days / 2 + 1e-7
    assert investment_rate(price, below, year_days) == pytest.approx(
        investment_rate(price, above, year_days), abs=1e-7
    )
