"""TIPS: 31 CFR 356, Appendix B, I.B, III and V, and figures the Treasury announced."""

from datetime import date

import pytest

from calc.bonds import (
    Note,
    index_ratio,
    missing_cpi,
    reference_cpi,
    reference_months,
    stripped_adjusted_value,
    stripped_payment,
    tips_interest,
    tips_settlement,
)
from calc.errors import CalcError


def test_reference_cpi():
    assert reference_cpi(date(1996, 4, 15), 154.40, 154.90) == 154.63333
    assert reference_cpi(date(1996, 4, 16), 154.40, 154.90) == 154.65
    assert reference_cpi(date(1996, 4, 1), 154.40, 154.90) == 154.40


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (date(1996, 4, 15), ((1996, 1), (1996, 2))),
        (date(2024, 1, 31), ((2023, 10), (2023, 11))),
        (date(2024, 2, 1), ((2023, 11), (2023, 12))),
        (date(2024, 3, 1), ((2023, 12), (2024, 1))),
    ],
)
def test_months_whose_cpi_counts(day, months):
    assert reference_months(day) == months


@pytest.mark.parametrize(
    ("reference", "base", "ratio"),
    [
        (154.65, 154.63333, 1.00011),  # I.B.3
        (166.2, 164.0, 1.01341),  # I.B.5
        (163.29032, 161.55484, 1.01074),  # III.B
        (307.071, 307.391, 0.99896),  # TreasuryDirect auction record 91282CJY8
        (164.01722, 164.0, 1.00011),  # 1.000105 exactly: truncation must not lose its last digit
    ],
)
def test_index_ratio(reference, base, ratio):
    assert index_ratio(reference, base) == ratio


def test_interest_payment():
    assert tips_interest(100_000, 0.03875, index_ratio(166.2, 164.0)) == 1963.48


def test_reopening():
    # III.B
    real = Note(0.03625, date(1998, 7, 15), date(2008, 1, 15)).at(date(1998, 10, 15))
    paid = tips_settlement(
        real.official_price(0.0365), real.official_accrued(), index_ratio(163.29032, 161.55484)
    )
    assert paid.price == 100.868837
    assert paid.accrued == 0.915983
    assert paid.amount == 101.78482


def test_stripped_interest_component():
    adjusted = stripped_adjusted_value(1_000_000, 0.03875, 164.0)
    assert adjusted == 11814.02
    assert stripped_payment(adjusted, 168.24516) == 19876.52


def test_index_for_a_month_without_report():
    # Announced by the Treasury for October 2025, from CPI-U of September 2025 and 2024.
    assert missing_cpi(324.800, 315.301) == 325.604
    # Two months at the pace of the last year are two steps of one month.
    assert missing_cpi(300.0, 290.0, months=12) == round(300 * 300 / 290, 3)


@pytest.mark.parametrize(
    "attempt",
    [
        lambda: index_ratio(300.0, 0.0),
        lambda: reference_cpi(date(2024, 1, 1), float("nan"), 300.0),
        lambda: missing_cpi(300.0, -1.0),
        lambda: stripped_adjusted_value(1_000, 0.03, 0.0),
    ],
)
def test_cpi_must_be_positive(attempt):
    with pytest.raises(CalcError) as caught:
        attempt()
    assert caught.value.code == "cpi.not_positive"
