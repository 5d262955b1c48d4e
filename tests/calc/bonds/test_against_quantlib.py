"""2,000 random Treasury-like bonds against QuantLib, an independent implementation."""

from datetime import date, timedelta

import numpy as np
import pytest
import QuantLib

from calc.bonds import CouponStreams, Note, risk, risks, yield_of, yields_of
from calc.bonds.schedule import coupon_period, months_before

SEED = 356
KINDS = ["regular", "regular", "short first", "long first"]
FLOWS_OF_THE_DAY = False
BASIS_POINT = 1e-4
CONVENTION = QuantLib.SimpleThenCompounded


def to_ql(day):
    return QuantLib.Date(day.day, day.month, day.year)


def random_note(rng, kind):
    month, day = int(rng.integers(1, 13)), int(rng.choice([1, 15, 31]))
    maturity = months_before(date(int(rng.integers(2000, 2071)), 12, day), 12 - month)
    periods = int(rng.integers(3, 61))
    start = months_before(maturity, 6 * periods)
    inside = start + timedelta(days=int(rng.integers(1, 176)))
    dated = start if kind == "regular" else inside
    first = months_before(maturity, 6 * (periods - 2)) if kind == "long first" else None
    return Note(int(rng.integers(0, 81)) / 800, dated, maturity, first)


def random_settlement(rng, note):
    near_issue = rng.random() < 0.5
    span = 330 if near_issue else (note.maturity - note.dated).days - 1
    return note.dated + timedelta(days=int(rng.integers(0, span + 1)))


def as_quantlib(note):
    """The bond's payments; QuantLib needs help with a long first period.

    It would compound the whole long period in one step, where the Treasury starts compounding at
    the coupon date inside it: a payment of nothing on that date makes the two agree.
    """
    opening = coupon_period(note.maturity, note.dated)
    first = note.first_payment or opening.end
    month_end = QuantLib.Date.isEndOfMonth(to_ql(note.maturity))
    schedule = QuantLib.Schedule(
        to_ql(note.dated),
        to_ql(note.maturity),
        QuantLib.Period(QuantLib.Semiannual),
        QuantLib.NullCalendar(),
        QuantLib.Unadjusted,
        QuantLib.Unadjusted,
        QuantLib.DateGeneration.Backward,
        month_end,
        to_ql(first) if note.dated != opening.start else QuantLib.Date(),
    )
    days = QuantLib.ActualActual(QuantLib.ActualActual.ISMA, schedule)
    bond = QuantLib.FixedRateBond(0, 100.0, schedule, [note.coupon], days)
    flows = list(bond.cashflows())
    if first != opening.end:
        flows.insert(0, QuantLib.SimpleCashFlow(0.0, to_ql(opening.end)))
    return bond, flows, days


def cases():
    rng = np.random.default_rng(SEED)
    for number in range(2000):
        note = random_note(rng, KINDS[number % len(KINDS)])
        yield note, random_settlement(rng, note), float(rng.uniform(-0.02, 0.15))


@pytest.fixture(scope="module")
def asked():
    """Our stream, the yield, and QuantLib's bond, payments, rate and day for each case."""
    found = []
    for note, settlement, yield_ in cases():
        bond, flows, days = as_quantlib(note)
        day = to_ql(settlement)
        rate = QuantLib.InterestRate(yield_, days, CONVENTION, QuantLib.Semiannual)
        found.append((note.at(settlement), yield_, bond, flows, rate, day))
    return found


@pytest.fixture(scope="module")
def checked(asked):
    """Our stream, the yield, and QuantLib's dirty price and accrued interest for each case."""
    found = []
    for stream, yield_, bond, flows, rate, day in asked:
        QuantLib.Settings.instance().evaluationDate = day
        dirty = QuantLib.CashFlows.npv(flows, rate, FLOWS_OF_THE_DAY, day, day)
        found.append((stream, yield_, dirty, bond.accruedAmount(day)))
    return found


def test_prices_match_quantlib(checked):
    for stream, yield_, dirty, accrued in checked:
        assert stream.dirty_price(yield_) == pytest.approx(dirty, abs=1e-9)
        assert stream.accrued == pytest.approx(accrued, abs=1e-9)


def test_yields(checked):
    for stream, yield_, dirty, accrued in checked:
        found = yield_of(stream, dirty - accrued)
        assert stream.dirty_price(found) == pytest.approx(dirty, abs=1e-9)
        # A few days before maturity a price fixes its yield less sharply.
        assert found == pytest.approx(yield_, abs=1e-12 + 1e-14 / stream.fraction)


def test_batch(checked):
    streams = CouponStreams.of([stream for stream, *_ in checked])
    yields = np.array([yield_ for _, yield_, *_ in checked])
    clean = np.array([dirty - accrued for *_, dirty, accrued in checked])
    assert np.abs(streams.price(yields) - clean).max() < 1e-9
    assert np.abs(streams.price(yields_of(streams, clean)) - clean).max() < 1e-9


def quantlib_risk(flows, rate, day):
    """Macaulay and modified duration, convexity and what a basis point moves the price by.

    QuantLib gives a Macaulay duration for compounded rates only. It does not depend on how the
    broken first period is discounted, which is a factor in every present value alike. The last
    figure is QuantLib's second-order one.
    """
    compounded = QuantLib.InterestRate(
        rate.rate(), rate.dayCounter(), QuantLib.Compounded, QuantLib.Semiannual
    )
    flow, today = QuantLib.CashFlows, (FLOWS_OF_THE_DAY, day)
    return (
        flow.duration(flows, compounded, QuantLib.Duration.Macaulay, *today),
        flow.duration(flows, rate, QuantLib.Duration.Modified, *today),
        flow.convexity(flows, rate, *today),
        flow.basisPointValue(flows, rate, *today),
    )


def figures(risk_):
    return risk_.macaulay_duration, risk_.modified_duration, risk_.convexity, risk_.dv01


def test_risk_figures_match_quantlib(asked, checked):
    ours, theirs = [], []
    for (stream, yield_, dirty, _), (*_, flows, rate, day) in zip(checked, asked, strict=True):
        QuantLib.Settings.instance().evaluationDate = day
        macaulay, modified, convexity, change = quantlib_risk(flows, rate, day)
        bend = convexity * dirty * BASIS_POINT**2 / 2
        theirs.append((macaulay, modified, convexity, bend - change))
        ours.append(figures(risk(stream, yield_)))
    streams = CouponStreams.of([stream for stream, *_ in checked])
    batch = risks(streams, np.array([yield_ for _, yield_, *_ in checked]))
    np.testing.assert_allclose(ours, theirs, rtol=1e-9)
    np.testing.assert_allclose(np.transpose(figures(batch)), theirs, rtol=1e-9)
