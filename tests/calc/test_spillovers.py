"""What a sale passes on: signs, sizes, and where there is no figure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import CalcError, Pace, Scenario
from calc.loans import Loan
from calc.parameters.spillovers import load_spillover_facts, load_spillover_parameters
from calc.spillovers import spillovers_of

BILLION = 10**9
LOAN = Loan(400_000, 360)
JAPAN = Scenario("jp", 200 * BILLION)


@given(
    usd=st.floats(1e3, 1e8),
    months=st.integers(12, 600),
    rate=st.floats(0, 0.3),
)
def test_discounted_payments_equal_principal(usd, months, rate):
    """Regulation Z, 12 CFR 1026, Appendix J: the payments' present value is what was lent."""
    payment = Loan(usd, months).monthly_payment(rate)
    monthly = rate / 12
    value = sum(payment / (1 + monthly) ** month for month in range(1, months + 1))
    assert value == pytest.approx(usd, rel=1e-9)


@given(rate=st.floats(0, 1e-9))
def test_tiny_loan_rate_equals_zero_rate(rate):
    assert Loan(120_000, 240).monthly_payment(rate) == pytest.approx(500, rel=1e-6)


@pytest.mark.parametrize(
    ("loan", "rate", "code"),
    [
        (Loan(0, 12), 0.05, "loan.not_positive"),
        (Loan(1000, 0), 0.05, "loan.not_positive"),
        (LOAN, -0.01, "rate.negative"),
    ],
)
def test_impossible_loan_is_refused(loan, rate, code):
    with pytest.raises(CalcError) as caught:
        loan.monthly_payment(rate)
    assert caught.value.code == code


def test_pass_through_is_slope_times_peak():
    result, published = spillovers_of(JAPAN, LOAN), load_spillover_parameters().published
    peak = result.outcome.yields.peak
    assert result.mortgage.rise.central == pytest.approx(
        published["mortgage"].central * peak.central
    )
    assert result.company_rise.high == pytest.approx(published["company"].high * peak.high)
    assert result.dollar.low == pytest.approx(published["dollar"].low * peak.low)
    assert result.shares.central == pytest.approx(-published["shares"].central * peak.central)
    debt = published["emerging_debt"].central * BILLION * result.dollar.central * 100
    assert result.emerging_debt_usd.central == pytest.approx(debt)


def test_repatriation_loss_exceeds_price_loss():
    """The two lines stay apart: the second is there only on a condition."""
    result = spillovers_of(JAPAN, LOAN)
    assert 4 * BILLION < result.rest.usd.central < 7 * BILLION
    # 1,103.9 billion in July 2026 less 200 sold, times 8.64%.
    assert result.home.loss_usd.central == pytest.approx(903.9e9 * 0.08645, rel=1e-3)
    share = 200 * BILLION / load_spillover_facts().japan_gdp.value
    assert result.home.rise.central == pytest.approx(share * 1.85)


def test_mortgage_rate_moves_on_with_ten_year_since_survey():
    """Survey of 3 September 2026: 6.71% with the 10-year at 4.76%; 5.24% on 9 October."""
    loan = spillovers_of(JAPAN, LOAN).mortgage
    assert loan.rate == pytest.approx(0.0671 + 0.9 * (0.0524 - 0.0476))
    assert loan.lifetime_usd.central == pytest.approx(360 * loan.extra_usd.central)


def test_paper_loss_is_near_duration_times_rise():
    """Some 4% a point for all nominal securities; short yields move less than the ten-year."""
    result = spillovers_of(JAPAN, LOAN)
    loss, peak = result.everybody, result.outcome.yields.peak
    assert 2.5 < loss.share.central / peak.central < 5
    market = result.outcome.snapshot.marketable_usd
    assert 0.75 * market < loss.usd.central / loss.share.central < market
    # Foreigners hold about three tenths.
    assert 0.2 < loss.abroad_usd.central / loss.usd.central < 0.4


@pytest.mark.parametrize(("holder", "billions"), [("jp", 300), ("cn", 200)])
def test_currency_rise_needs_covering_study(holder, billions):
    assert spillovers_of(Scenario(holder, billions * BILLION), LOAN).home is None


def test_full_sale_leaves_no_loss():
    result = spillovers_of(Scenario("jp", 2_000 * BILLION), LOAN)
    assert result.rest.rest_usd == 0
    assert result.rest.usd.largest == 0


@settings(deadline=None, max_examples=20)
@given(
    amount=st.integers(10**6, 1_000 * BILLION),
    pace=st.sampled_from(Pace),
    holder=st.sampled_from(["jp", "cn", "no"]),
)
def test_spillover_signs_and_order_hold(amount, pace, holder):
    result = spillovers_of(Scenario(holder, amount, pace), LOAN)
    for values in (
        result.mortgage.rise,
        result.mortgage.extra_usd,
        result.company_rise,
        result.dollar,
        result.shares.times(-1),
        result.rest.usd,
        result.everybody.usd,
    ):
        assert 0 <= values.low <= values.central <= values.high
    assert result.rest.fall.largest < 1
