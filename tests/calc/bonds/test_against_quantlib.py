"""2,000 random Treasury-like bonds against QuantLib, an independent implementation."""

from datetime import date, timedelta

import numpy as np
import pytest
import QuantLib

from calc.bonds.coupons import yield_of
from calc.bonds.days import months_before, payments_left

SEED = 356
FLOWS_OF_THE_DAY = False
CONVENTION = QuantLib.SimpleThenCompounded


def to_ql(day):
    return QuantLib.Date(day.day, day.month, day.year)


def random_note(rng):
    """Coupon, first day and maturity."""
    month, day = int(rng.integers(1, 13)), int(rng.choice([1, 15, 31]))
    maturity = months_before(date(int(rng.integers(2000, 2071)), 12, day), 12 - month)
    start = months_before(maturity, 6 * int(rng.integers(3, 61)))
    return int(rng.integers(0, 81)) / 800, start, maturity


def as_quantlib(coupon, start, maturity):
    schedule = QuantLib.Schedule(
        to_ql(start),
        to_ql(maturity),
        QuantLib.Period(QuantLib.Semiannual),
        QuantLib.NullCalendar(),
        QuantLib.Unadjusted,
        QuantLib.Unadjusted,
        QuantLib.DateGeneration.Backward,
        QuantLib.Date.isEndOfMonth(to_ql(maturity)),
    )
    days = QuantLib.ActualActual(QuantLib.ActualActual.ISMA, schedule)
    return QuantLib.FixedRateBond(0, 100.0, schedule, [coupon], days), days


@pytest.fixture(scope="module")
def checked():
    """Our stream, the yield, and QuantLib's dirty price, accrued interest and duration."""
    rng = np.random.default_rng(SEED)
    found = []
    for _ in range(2000):
        coupon, start, maturity = random_note(rng)
        settlement = start + timedelta(days=int(rng.integers(0, (maturity - start).days)))
        yield_ = float(rng.uniform(-0.02, 0.15))
        bond, days = as_quantlib(coupon, start, maturity)
        day, flows = to_ql(settlement), bond.cashflows()
        rate = QuantLib.InterestRate(yield_, days, CONVENTION, QuantLib.Semiannual)
        QuantLib.Settings.instance().evaluationDate = day
        today = (FLOWS_OF_THE_DAY, day)
        dirty = QuantLib.CashFlows.npv(flows, rate, *today, day)
        duration = QuantLib.CashFlows.duration(flows, rate, QuantLib.Duration.Modified, *today)
        stream = payments_left(coupon, maturity, settlement)
        found.append((stream, yield_, dirty, bond.accruedAmount(day), duration))
    return found


def test_prices_match_quantlib(checked):
    for stream, yield_, dirty, accrued, _ in checked:
        assert stream.dirty_price(yield_) == pytest.approx(dirty, abs=1e-9)
        assert stream.accrued == pytest.approx(accrued, abs=1e-9)


def test_yields_match_quantlib(checked):
    for stream, yield_, dirty, accrued, _ in checked:
        found = yield_of(stream, dirty - accrued)
        assert stream.dirty_price(found) == pytest.approx(dirty, abs=1e-9)
        # A few days before maturity a price fixes its yield less sharply.
        assert found == pytest.approx(yield_, abs=1e-12 + 1e-14 / stream.fraction)


def test_durations_match_quantlib(checked):
    for stream, yield_, *_, duration in checked:
        assert stream.modified_duration(yield_) == pytest.approx(duration, rel=1e-9)
